package dev.plaindeal.basket;

/** What a basket says of an attribute of the host's own. */
public sealed interface AttributeValue {

    /** The largest number an attribute may hold: as large as a rule file can write; the smallest is the same below zero. */
    int LARGEST = 999_999_999;

    /** What it is. */
    AttributeType type();

    /** How it is written in a message: a text in quotes. */
    String shown();

    /**
     * A text.
     *
     * @param value never empty
     */
    record TextValue(String value) implements AttributeValue {

        /**
         * Refuses what could not be told.
         *
         * @throws IllegalArgumentException for a text that is empty, too long or hides something
         */
        public TextValue {
            NameChecks.requireShown("an attribute's text", value);
        }

        @Override
        public AttributeType type() {
            return AttributeType.TEXT;
        }

        @Override
        public String shown() {
            return '"' + value + '"';
        }
    }

    /**
     * A whole number.
     *
     * @param value at most {@value AttributeValue#LARGEST}, at least as much below zero
     */
    record NumberValue(int value) implements AttributeValue {

        /**
         * Refuses what no rule could name.
         *
         * @throws IllegalArgumentException for a number out of range
         */
        public NumberValue {
            if (value < -LARGEST || value > LARGEST) {
                throw new IllegalArgumentException("an attribute's number is between -" + LARGEST + " and " + LARGEST + ", not " + value);
            }
        }

        @Override
        public AttributeType type() {
            return AttributeType.NUMBER;
        }

        @Override
        public String shown() {
            return Integer.toString(value);
        }
    }

    /**
     * Yes or no.
     *
     * @param value yes
     */
    record FlagValue(boolean value) implements AttributeValue {

        @Override
        public AttributeType type() {
            return AttributeType.FLAG;
        }

        @Override
        public String shown() {
            return Boolean.toString(value);
        }
    }
}
