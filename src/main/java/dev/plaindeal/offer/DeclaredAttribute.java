package dev.plaindeal.offer;

import dev.plaindeal.basket.AttributeOwner;
import dev.plaindeal.basket.AttributeValue;
import java.util.List;

/**
 * An attribute of the host's own, as a rule file declares it.
 *
 * @param field how rules ask for it
 * @param owner whose it is
 * @param allowed the texts it may hold, in the order written; empty where any would do, and for other types
 * @param words what the buyer reads of it, for instance {@code member tier}
 * @param buyerChooses whether the buyer can have it another way now, like a way of paying
 * @param form how its texts are written
 */
public record DeclaredAttribute(
        AttributeField field, AttributeOwner owner, List<String> allowed, String words, boolean buyerChooses, Form form) {

    /** How the texts of an attribute are written. */
    public enum Form {
        /** Any way. */
        FREE,
        /** Year-month-day: {@code 2026-11-27}. */
        DAY
    }

    /** One whose texts are written any way. */
    public DeclaredAttribute(
            AttributeField field, AttributeOwner owner, List<String> allowed, String words, boolean buyerChooses) {
        this(field, owner, allowed, words, buyerChooses, Form.FREE);
    }

    /** Copies the list. */
    public DeclaredAttribute {
        allowed = List.copyOf(allowed);
    }

    /** Its name. */
    public String name() {
        return field.name();
    }

    /** Whether it may hold this text, or be compared with it: an empty one asks whether it is told. */
    public boolean admits(String text) {
        return text.isEmpty() || switch (form) {
            case FREE -> allowed.isEmpty() || allowed.contains(text);
            case DAY -> AttributeValue.day(text).isPresent();
        };
    }
}
