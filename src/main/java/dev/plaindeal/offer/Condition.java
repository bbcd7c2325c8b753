package dev.plaindeal.offer;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing a rule asks of a chance: field, operator, values; for instance {@code market in ("ID", "MY")}.
 *
 * @param field the fact's field
 * @param operator how it compares
 * @param values strings, integers or booleans; one, or several for {@code in} and {@code not in}
 * @param attribute the attribute that is asked for, where the field is one of the host's own
 */
public record Condition(String field, Operator operator, List<Object> values, Optional<DeclaredAttribute> attribute) {

    /** A condition on a field that every fact of its kind has. */
    public Condition(String field, Operator operator, List<Object> values) {
        this(field, operator, values, Optional.empty());
    }

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

    /**
     * Whether a fact's field value meets it; the same answer Drools gives.
     *
     * @param actual null for a number that is not told: it is other than any, and neither below nor above
     */
    public boolean meets(@Nullable Object actual) {
        if (actual == null) {
            return operator == Operator.IS_NOT || operator == Operator.NOT_IN;
        }
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
