package dev.plaindeal.rules.drools;

import dev.plaindeal.model.Line;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern.Presence;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.PriceField;
import dev.plaindeal.text.Hidden;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes rules for Drools from what was understood of them; never from text that somebody else wrote.
 *
 * <p>Nothing stands after {@code then}. Every part is checked once more on the way out, so that a mistake elsewhere in
 * this package cannot become code either.
 */
public final class DrlWriter {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

    private static final Collector<CharSequence, ?, String> BRACKETS = Collectors.joining(", ", "( ", " )");

    private DrlWriter() {}

    /** One text for all these rules. */
    public static String render(List<LoadedRule> rules) {
        StringBuilder text = new StringBuilder("package dev.plaindeal.book\n");
        Stream<Class<?>> joined = rules.stream().filter(rule -> !rule.lines().isEmpty()).map(rule -> Line.class);
        Stream.concat(rules.stream().map(LoadedRule::fact), joined)
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
    public static String rule(String id, Class<?> fact, List<Condition> conditions, List<LinePattern> lines) {
        StringBuilder text = new StringBuilder("rule \"" + require(id, ID.asMatchPredicate()) + "\" when ");
        text.append(lines.isEmpty() ? "" : variable(0) + " : ");
        text.append(require(fact.getSimpleName(), NAME.asMatchPredicate()));
        text.append(conditions.stream().map(DrlWriter::condition).collect(BRACKETS));
        for (int i = 0; i < lines.size(); i++) {
            LinePattern line = lines.get(i);
            String word = line.presence() == Presence.NAMED ? variable(i + 1) + " :" : line.presence().word();
            text.append(' ').append(word).append(' ').append(Line.class.getSimpleName()).append(line(line));
        }
        return text.append(" then end\n").toString();
    }

    private static String line(LinePattern line) {
        return Stream.concat(
                        line.conditions().stream().map(DrlWriter::condition), line.joins().stream().map(DrlWriter::join))
                .collect(BRACKETS);
    }

    private static String variable(int pattern) {
        return "$" + pattern + "_";
    }

    /** One comparison with what stands before. */
    static String join(Join join) {
        return require(join.field(), NAME.asMatchPredicate()) + " " + join.operator().text() + " "
                + variable(join.pattern()) + "." + require(join.other(), NAME.asMatchPredicate());
    }

    /** One condition, see {@link #rule}. */
    static String condition(Condition condition) {
        String values = condition.values().stream().map(DrlWriter::literal).collect(Collectors.joining(", "));
        boolean several =
                condition.operator() == Condition.Operator.IN || condition.operator() == Condition.Operator.NOT_IN;
        return require(condition.field(), DrlWriter::isField)
                + " " + condition.operator().text() + " "
                + (several ? "( " + values + " )" : values);
    }

    private static boolean isField(String text) {
        return NAME.matcher(text).matches() || AttributeField.find(text).isPresent() || isPrice(text);
    }

    /** Only as {@link PriceField#text} writes it, so that nothing but amounts stands between the quotes. */
    private static boolean isPrice(String text) {
        return PriceField.find(text).filter(price -> price.text().equals(text)).isPresent();
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
