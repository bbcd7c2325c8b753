package dev.plaindeal.model;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern.Presence;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.PriceField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule asks of the lines of a basket, in words the buyer reads. */
public final class LineSentences {

    private LineSentences() {}

    /** A sentence for each line that has to be there or must not, for instance {@code only with an item whose category is tea}. */
    public static List<String> of(List<LinePattern> lines) {
        return lines.stream().map(LineSentences::sentence).toList();
    }

    private static String sentence(LinePattern line) {
        String item = line.presence() == Presence.NOT ? "only without an item" : "only with an item";
        String asked = Stream.concat(
                        line.conditions().stream().map(LineSentences::asked),
                        line.joins().stream().map(LineSentences::asked))
                .collect(Collectors.joining(" and "));
        return asked.isEmpty() ? item : item + " " + asked;
    }

    private static String asked(Condition condition) {
        Optional<PriceField> price = PriceField.find(condition.field());
        if (price.isPresent()) {
            return (isYes(condition) ? "that costs " : "that does not cost ") + price.get().amounts().text() + " "
                    + price.get().bound().words();
        }
        String field = condition.attribute().map(DeclaredAttribute::words).orElse(condition.field());
        if (condition.values().get(0) instanceof Boolean) {
            return (isYes(condition) ? "that is " : "that is not ") + field;
        }
        boolean one = condition.operator() == Operator.IS || condition.operator() == Operator.IS_NOT;
        if (one && condition.values().get(0).equals("")) {
            return "whose " + field + (condition.operator() == Operator.IS ? " is not known" : " is known");
        }
        String values = condition.values().stream().map(String::valueOf).collect(Collectors.joining(" or "));
        return "whose " + field + " " + compared(condition.operator()) + " " + values;
    }

    private static boolean isYes(Condition condition) {
        return condition.meets(true);
    }

    private static String asked(Join join) {
        return "whose " + join.field() + " " + compared(join.operator()) + " the "
                + (join.pattern() == 0 ? "promotion's " : "other item's ") + join.other();
    }

    private static String compared(Operator operator) {
        return switch (operator) {
            case IS, IN -> "is";
            case IS_NOT, NOT_IN -> "is not";
            case CONTAINS -> "include";
            case NOT_CONTAINS -> "do not include";
            case BELOW -> "is below";
            case AT_MOST -> "is at most";
            case ABOVE -> "is above";
            case AT_LEAST -> "is at least";
        };
    }
}
