package dev.plaindeal.json;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One object with the fields it may have; an unknown field is reported when it is made. */
public final class ObjectReader {

    private final ValueReader values;
    private final Node.Fields object;

    public ObjectReader(ValueReader values, Node.Fields object, List<String> known) {
        this(values, object, known, Map.of());
    }

    /** The same where some fields are known to be meant for another place, each with a sentence that says which. */
    public ObjectReader(ValueReader values, Node.Fields object, List<String> known, Map<String, String> elsewhere) {
        this.values = values;
        this.object = object;
        for (var field : object.byName().entrySet()) {
            if (!known.contains(field.getKey())) {
                reportUnknown(field.getValue().spot(), known, Optional.ofNullable(elsewhere.get(field.getKey())));
            }
        }
    }

    private void reportUnknown(JsonPosition spot, List<String> known, Optional<String> elsewhere) {
        values.findings().errorAtName("unknown-field", spot, "There is no field " + Excerpt.quoted(spot.name()) + " here",
                elsewhere.orElseGet(
                        () -> values.findings().nearest(spot.name(), known, "The fields here are " + String.join(", ", known))));
    }

    public JsonPosition spot() {
        return object.spot();
    }

    public Optional<Node> find(String name) {
        return Optional.ofNullable(object.byName().get(name));
    }

    /** What the field says, or the stand-in when it is missing. */
    public <T> T get(String name, Function<Node, T> read, T otherwise) {
        Node node = object.byName().get(name);
        return node == null ? otherwise : read.apply(node);
    }

    /** What the field says; when it is missing that is reported, where the object starts. */
    public <T> T require(String name, Function<Node, T> read, T standIn) {
        Node node = object.byName().get(name);
        if (node != null) {
            return read.apply(node);
        }
        values.findings().error("missing-field", object.spot(), object.spot().label() + " has no \"" + name + "\"", "");
        return standIn;
    }
}
