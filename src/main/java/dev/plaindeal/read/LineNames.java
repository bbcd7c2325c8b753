package dev.plaindeal.read;

import dev.plaindeal.basket.Line;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.Excerpt;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.text.Blanks;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the categories and tags of a line. A line may say {@code category}, {@code categories} or both; with both,
 * {@code category} is the main one of them, wherever it stands among them.
 */
final class LineNames {

    private final ValueReader values;

    LineNames(ValueReader values) {
        this.values = values;
    }

    /** The main one first, then the others as they are given. */
    List<String> categories(ObjectReader shape) {
        String main = shape.get("category", values::anyText, "");
        Set<String> given = shape.get("categories", node -> names(node, "category", "categories"), Set.of());
        if (Blanks.isOnly(main)) {
            return List.copyOf(given);
        }
        if (shape.find("categories").isPresent()) {
            requireAmong(given, main, shape);
        }
        Set<String> all = new LinkedHashSet<>();
        all.add(main);
        all.addAll(given);
        return List.copyOf(all);
    }

    private void requireAmong(Set<String> given, String main, ObjectReader shape) {
        if (!given.contains(main)) {
            shape.find("category").ifPresent(node -> values.findings().error("category-not-among", node.spot(),
                    "The category " + Excerpt.quoted(main) + " is none of the line's \"categories\"",
                    values.findings().nearest(main, given, "Add it to them, or leave \"category\" out")));
        }
    }

    Set<String> tags(ObjectReader shape) {
        return shape.get("tags", node -> names(node, "tag", "tags"), Set.of());
    }

    private Set<String> names(Node node, String one, String many) {
        List<Node> items = values.items(node);
        if (items.size() > Line.MOST_NAMES) {
            values.findings().error("too-many-" + many, node.spot(),
                    node.spot().label() + " has " + items.size() + " " + many + ", more than " + Line.MOST_NAMES, "");
            return Set.of();
        }
        Set<String> names = new LinkedHashSet<>();
        for (Node item : items) {
            String name = values.text(item);
            if (!names.add(name) && !name.isEmpty()) {
                values.findings().error(one + "-twice", item.spot(),
                        "The " + one + " " + Excerpt.quoted(name) + " is given twice", "Remove one of the two");
            }
        }
        return names;
    }
}
