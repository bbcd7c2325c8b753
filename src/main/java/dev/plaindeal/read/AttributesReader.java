package dev.plaindeal.read;

import dev.plaindeal.basket.AttributeValue;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.json.Excerpt;
import dev.plaindeal.json.JsonPosition;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.text.Blanks;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/** Reads what a host tells by names of its own; whether rule files declare the names is not known here. */
final class AttributesReader {

    /** The field they stand in, wherever they do. */
    static final String FIELD = "attributes";

    private static final String HINT = "An attribute is a text in quotes, a whole number, true or false";

    private final ValueReader values;

    AttributesReader(ValueReader values) {
        this.values = values;
    }

    /** Those of an object, none where it has none. */
    Attributes of(ObjectReader shape) {
        return shape.get(FIELD, this::read, Attributes.NONE);
    }

    private Attributes read(Node node) {
        return values.fields(node).map(this::read).orElse(Attributes.NONE);
    }

    /** Once anything is wrong no basket is made, and no attributes: the rest is read for what else is wrong. */
    private Attributes read(Node.Fields fields) {
        if (fields.byName().size() > Attributes.MOST) {
            values.findings().error("too-many-attributes", fields.spot(), fields.spot().label() + " has "
                    + fields.byName().size() + " attributes, more than " + Attributes.MOST, "");
            return Attributes.NONE;
        }
        Map<String, AttributeValue> byName = new TreeMap<>();
        fields.byName().forEach((name, value) -> {
            checkName(value.spot());
            value(value).ifPresent(told -> byName.put(name, told));
        });
        return values.findings().hasErrors() ? Attributes.NONE : Attributes.of(byName);
    }

    private void checkName(JsonPosition spot) {
        values.checkKey(spot);
        if (Blanks.areAround(spot.name()) && !Blanks.isOnly(spot.name())) {
            values.findings().errorAtName("blank-around", spot, spot.label() + " begins or ends with a blank",
                    "Maybe " + Excerpt.quoted(Blanks.strip(spot.name())) + "?");
        }
    }

    /** Empty where there is none, or anything was wrong before. */
    private Optional<AttributeValue> value(Node node) {
        if (node instanceof Node.Text) {
            String text = values.text(node);
            return sound(() -> new AttributeValue.TextValue(text));
        }
        if (node instanceof Node.Digits) {
            long number = values.whole(node, -AttributeValue.LARGEST, AttributeValue.LARGEST);
            return sound(() -> new AttributeValue.NumberValue((int) number));
        }
        if (node instanceof Node.Constant word && !word.written().equals("null")) {
            return sound(() -> new AttributeValue.FlagValue(values.flag(node)));
        }
        values.wrongType(node, "a text, a whole number, true or false", HINT);
        return Optional.empty();
    }

    private Optional<AttributeValue> sound(Supplier<AttributeValue> value) {
        return values.findings().hasErrors() ? Optional.empty() : Optional.of(value.get());
    }
}
