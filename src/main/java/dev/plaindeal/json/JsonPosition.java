package dev.plaindeal.json;

import org.jspecify.annotations.Nullable;

/**
 * Where a value is: in the text, and in the tree.
 *
 * @param parent the value around it, null for the outermost
 * @param name its field name, empty for an item of an array; for the outermost what it is
 * @param index its index in an array
 * @param keyAt offset of its field name's opening quote; of the value itself where there is no name
 * @param at offset of its first character
 */
public record JsonPosition(@Nullable JsonPosition parent, String name, int index, int keyAt, int at) {

    static JsonPosition outermost(String what, int at) {
        return new JsonPosition(null, what, -1, at, at);
    }

    JsonPosition field(String key, int keyOffset, int valueOffset) {
        return new JsonPosition(this, key, -1, keyOffset, valueOffset);
    }

    JsonPosition item(int position, int offset) {
        return new JsonPosition(this, "", position, offset, offset);
    }

    /** JSON pointer, RFC 6901; empty for the outermost value. */
    String pointer() {
        StringBuilder text = new StringBuilder();
        for (JsonPosition spot = this; spot.parent != null; spot = spot.parent) {
            text.insert(0, spot.step());
        }
        return text.toString();
    }

    private String step() {
        return index >= 0 ? "/" + index : PointedNode.step(Excerpt.bare(name));
    }

    /** How a sentence names it: {@code "quantity"}, or {@code "codes" item 2}. */
    public String label() {
        if (parent == null) {
            return "The " + name;
        }
        return index >= 0 ? parent.label() + " item " + (index + 1) : Excerpt.quoted(name);
    }
}
