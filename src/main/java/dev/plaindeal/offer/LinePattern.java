package dev.plaindeal.offer;

import java.util.List;

/**
 * What else a rule asks of the basket, behind its first pattern: a line of it that is there, or that is not.
 *
 * @param presence whether such a line has to be there
 * @param conditions what it asks of the line
 * @param joins what it asks of the line beside what stands before it
 */
public record LinePattern(Presence presence, List<Condition> conditions, List<Join> joins) {

    /** Whether a line has to be there. */
    public enum Presence {
        /** At least one, which later patterns can name. */
        NAMED(""),
        /** At least one. */
        EXISTS("exists"),
        /** None. */
        NOT("not");

        private final String word;

        Presence(String word) {
            this.word = word;
        }

        /** How a rule file writes it, empty where the line has a name instead. */
        public String word() {
            return word;
        }
    }

    /**
     * A field of the line against a field of what stands before it.
     *
     * @param field the line's field
     * @param operator how they compare
     * @param pattern where the other stands: 0 for the first pattern, 1 for the one behind it
     * @param other the other's field
     */
    public record Join(String field, Condition.Operator operator, int pattern, String other) {}

    /** Copies the lists. */
    public LinePattern {
        conditions = List.copyOf(conditions);
        joins = List.copyOf(joins);
    }
}
