package dev.plaindeal.basket;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** What a basket says of an attribute of the host's own. */
public sealed interface AttributeValue {

    /** The largest number an attribute may hold: as large as a rule file can write; the smallest is the same below zero. */
    int LARGEST = 999_999_999;
    /** Characters of a day: those of {@code 2026-11-27}. */
    int DAY_LENGTH = 10;

    /** The day that a text tells as year-month-day, for instance {@code 2026-11-27}; empty for every other text. */
    static Optional<LocalDate> day(String text) {
        try {
            return text.length() == DAY_LENGTH ? Optional.of(LocalDate.parse(text)) : Optional.empty();
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

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
