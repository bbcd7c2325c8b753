package dev.plaindeal.rules.drools;

import dev.plaindeal.offer.Condition;
import dev.plaindeal.text.Hidden;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes rules for Drools from what was understood of them; never from text that somebody else wrote.
 *
 * <p>Nothing stands after {@code then}. Every part is checked once more on the way out, so that a mistake elsewhere in
 * this package cannot become code either.
 */
public final class DrlWriter {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private DrlWriter() {}

    /** One text for all these rules. */
    public static String render(List<LoadedRule> rules) {
        StringBuilder text = new StringBuilder("package dev.plaindeal.book\n");
        rules.stream()
                .map(LoadedRule::fact)
                .distinct()
                .map(fact -> "import " + fact.getName() + "\n")
                .sorted()
                .forEach(text::append);
        text.append("dialect \"mvel\"\n");
        rules.forEach(rule -> text.append(rule.drl()));
        return text.toString();
    }

    /**
     * One rule.
     *
     * @throws IllegalArgumentException when a name or value could be read as anything but itself
     */
    public static String rule(String id, Class<?> fact, List<Condition> conditions) {
        return "rule \"" + require(id, ID.asMatchPredicate()) + "\" when "
                + require(fact.getSimpleName(), NAME.asMatchPredicate())
                + conditions.stream().map(DrlWriter::condition).collect(Collectors.joining(", ", "( ", " )"))
                + " then end\n";
    }

    /** One condition, see {@link #rule}. */
    static String condition(Condition condition) {
        String values = condition.values().stream().map(DrlWriter::literal).collect(Collectors.joining(", "));
        boolean several =
                condition.operator() == Condition.Operator.IN || condition.operator() == Condition.Operator.NOT_IN;
        return require(condition.field(), NAME.asMatchPredicate())
                + " " + condition.operator().text() + " "
                + (several ? "( " + values + " )" : values);
    }

    private static String literal(Object value) {
        if (value instanceof Integer || value instanceof Boolean) {
            return value.toString();
        }
        return '"' + require((String) value, DrlWriter::isPlain) + '"';
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(c -> c == '"' || c == '\\') && Hidden.firstIn(text) < 0;
    }

    private static String require(String text, Predicate<String> test) {
        if (!test.test(text)) {
            throw new IllegalArgumentException("this cannot be written into a rule: " + text);
        }
        return text;
    }
}
