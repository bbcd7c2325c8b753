package dev.plaindeal.offer;

import java.util.Collection;
import java.util.List;

/**
 * One thing a rule asks of a chance: field, operator, values; for instance {@code market in ("ID", "MY")}.
 *
 * @param field the fact's field
 * @param operator how it compares
 * @param values strings, integers or booleans; one, or several for {@code in} and {@code not in}
 */
public record Condition(String field, Operator operator, List<Object> values) {

    /** How a field compares. */
    public enum Operator {
        /** Is this. */
        IS("=="),
        /** Is not this. */
        IS_NOT("!="),
        /** Is one of these. */
        IN("in"),
        /** Is none of these. */
        NOT_IN("not in"),
        /** Has this among its values. */
        CONTAINS("contains"),
        /** Has not this among its values. */
        NOT_CONTAINS("not contains"),
        /** Below. */
        BELOW("<"),
        /** At most. */
        AT_MOST("<="),
        /** Above. */
        ABOVE(">"),
        /** At least. */
        AT_LEAST(">=");

        private final String text;

        Operator(String text) {
            this.text = text;
        }

        /** How a rule file writes it. */
        public String text() {
            return text;
        }
    }

    /** Copies the values. */
    public Condition {
        values = List.copyOf(values);
    }

    /** Whether a fact's field value meets it; the same answer Drools gives. */
    public boolean meets(Object actual) {
        return switch (operator) {
            case IS, IN -> values.contains(actual);
            case IS_NOT, NOT_IN -> !values.contains(actual);
            case CONTAINS -> actual instanceof Collection<?> all && all.contains(values.get(0));
            case NOT_CONTAINS -> actual instanceof Collection<?> all && !all.contains(values.get(0));
            case BELOW -> compared(actual) < 0;
            case AT_MOST -> compared(actual) <= 0;
            case ABOVE -> compared(actual) > 0;
            case AT_LEAST -> compared(actual) >= 0;
        };
    }

    private int compared(Object actual) {
        return Integer.compare((Integer) actual, (Integer) values.get(0));
    }
}
