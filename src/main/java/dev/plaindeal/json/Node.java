package dev.plaindeal.json;

import java.util.List;
import java.util.Map;

/** A JSON value that knows where it stands. */
public sealed interface Node {

    /** Where it stands. */
    JsonPosition spot();

    /** What it is, for a sentence. */
    String kind();

    /** An object; of a field given twice the first. */
    record Fields(JsonPosition spot, Map<String, Node> byName) implements Node {
        @Override
        public String kind() {
            return "an object";
        }
    }

    /** An array. */
    record Elements(JsonPosition spot, List<Node> list) implements Node {
        @Override
        public String kind() {
            return "an array";
        }
    }

    /** A text, without quotes and escapes. */
    record Text(JsonPosition spot, String value) implements Node {
        @Override
        public String kind() {
            return "a text";
        }
    }

    /** A number, as written. */
    record Digits(JsonPosition spot, String written) implements Node {
        @Override
        public String kind() {
            return "a number";
        }
    }

    /** {@code true}, {@code false} or {@code null}. */
    record Constant(JsonPosition spot, String written) implements Node {
        @Override
        public String kind() {
            return written;
        }
    }
}
