package dev.plaindeal.read;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
sealed interface Node {

    /** Where it stands. */
    Spot spot();

    /** What it is, for a sentence. */
    String kind();

    /** An object; of a field given twice the first. */
    record Fields(Spot spot, Map<String, Node> byName) implements Node {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record Items(Spot spot, List<Node> list) implements Node {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** A text, without quotes and escapes. */
    record Text(Spot spot, String value) implements Node {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A number, as written. */
    record Digits(Spot spot, String written) implements Node {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Word(Spot spot, String written) implements Node {
        @Override
        public String kind() {
            return written;
        }
    }
}
