package dev.plaindeal.basket;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a host tells of a basket, a buyer, a store or a line beyond what every basket has, by names of its own: texts, whole
 * numbers, yes or no. Rule files declare the names and ask for them.
 *
 * <p>Immutable and thread-safe. Worked example:
 * <pre>{@code
 * Attributes.NONE.with("member-tier", "gold").with("age", 42)
 * }</pre>
 * has the text {@code gold}, the number 42, and for every other name an empty text, no number and {@code false}.
 *
 * @param byName what is told, sorted by name
 */
public record Attributes(SortedMap<String, AttributeValue> byName) {

    /** More of them than this are no attributes but a document. */
    public static final int MOST = 50;
    /** Nothing is told. */
    public static final Attributes NONE = new Attributes(new TreeMap<>());

    /**
     * Copies the map.
     *
     * @throws IllegalArgumentException for more than {@value #MOST}, or a name that is empty, has blanks around it, is too long
     *     or hides something
     */
    public Attributes {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
        if (byName.size() > MOST) {
            throw new IllegalArgumentException(byName.size() + " attributes are more than " + MOST);
        }
        byName.keySet().forEach(name -> NameChecks.require("an attribute's name", name));
    }

    /** These values by name. */
    public static Attributes of(Map<String, AttributeValue> byName) {
        return byName.isEmpty() ? NONE : new Attributes(new TreeMap<>(byName));
    }

    /**
     * The same and this text, instead of what the name held before.
     *
     * @throws IllegalArgumentException for a name or text that cannot be told
     */
    public Attributes with(String name, String text) {
        return with(name, new AttributeValue.TextValue(text));
    }

    /**
     * The same and this number, instead of what the name held before.
     *
     * @throws IllegalArgumentException for a name that cannot be told, or a number beyond {@link AttributeValue#LARGEST}
     */
    public Attributes with(String name, int number) {
        return with(name, new AttributeValue.NumberValue(number));
    }

    /**
     * The same and this yes or no, instead of what the name held before.
     *
     * @throws IllegalArgumentException for a name that cannot be told
     */
    public Attributes with(String name, boolean flag) {
        return with(name, new AttributeValue.FlagValue(flag));
    }

    private Attributes with(String name, AttributeValue value) {
        SortedMap<String, AttributeValue> more = new TreeMap<>(byName);
        more.put(name, value);
        return new Attributes(more);
    }

    /** Whether nothing is told. */
    public boolean isEmpty() {
        return byName.isEmpty();
    }

    /** The text of this name, empty where none is told. */
    public String text(String name) {
        return byName.get(name) instanceof AttributeValue.TextValue text ? text.value() : "";
    }

    /** The day of this name, where a text that is one is told. */
    public Optional<LocalDate> day(String name) {
        return AttributeValue.day(text(name));
    }

    /** The number of this name, where one is told. */
    public Optional<Integer> number(String name) {
        return byName.get(name) instanceof AttributeValue.NumberValue number ? Optional.of(number.value()) : Optional.empty();
    }

    /** Whether yes is told of this name. */
    public boolean flag(String name) {
        return byName.get(name) instanceof AttributeValue.FlagValue flag && flag.value();
    }
}
