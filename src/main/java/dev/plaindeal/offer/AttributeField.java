package dev.plaindeal.offer;

import dev.plaindeal.basket.AttributeType;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a rule asks for an attribute of the host's own: {@code text("member-tier")}. Drools reads it as a method of the fact.
 *
 * @param type what it holds, which is the method
 * @param name its name
 */
public record AttributeField(AttributeType type, String name) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,79}");
    private static final Pattern FIELD = Pattern.compile("([a-z]+)\\(\"([^\"]*)\"\\)");

    /**
     * Refuses what could be read as anything but a name.
     *
     * @throws IllegalArgumentException for a name that is none
     */
    public AttributeField {
        if (!isName(name)) {
            throw new IllegalArgumentException("this is no name of an attribute: " + name);
        }
    }

    /** Whether rule files can declare an attribute of this name: 1 to 80 letters, digits, hyphens, points and underscores. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** What a field as rule files write it asks for; empty where it is no attribute. */
    public static Optional<AttributeField> find(String field) {
        Matcher parts = FIELD.matcher(field);
        return parts.matches() && isName(parts.group(2))
                ? AttributeType.find(parts.group(1)).map(type -> new AttributeField(type, parts.group(2)))
                : Optional.empty();
    }

    /** How rule files write it. */
    public String text() {
        return type.key() + "(\"" + name + "\")";
    }
}
