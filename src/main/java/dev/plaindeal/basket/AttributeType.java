package dev.plaindeal.basket;

import java.util.Arrays;
import java.util.Optional;

/** What an attribute of the host's own holds, and how rule files ask for it. */
public enum AttributeType {

    /** A text, empty where it is not told. */
    TEXT("text", "a text"),
    /** A whole number, none where it is not told. */
    NUMBER("number", "a whole number"),
    /** Yes or no, no where it is not told. */
    FLAG("flag", "true or false");

    private final String key;
    private final String words;

    AttributeType(String key, String words) {
        this.key = key;
        this.words = words;
    }

    /** How rule files ask for it: {@code text("member-tier")}. */
    public String key() {
        return key;
    }

    /** What to call its values in a sentence. */
    public String words() {
        return words;
    }

    /** The type rule files ask for by this word, or empty. */
    public static Optional<AttributeType> find(String key) {
        return Arrays.stream(values()).filter(type -> type.key.equals(key)).findFirst();
    }
}
