package dev.plaindeal.read;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.json.JsonPosition;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.Shown;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.Money;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the lines of a basket. */
final class LineReader {

    private static final List<String> KNOWN = List.of(
            "id", "sku", "store", "category", "brand", "unitPrice", "priorPrice", "minimumPrice", "quantity");

    private final ValueReader values;
    private final PriceReader prices;
    private final ListTotal total;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, JsonPosition> byId = new HashMap<>();
    private final Set<String> sellers = new LinkedHashSet<>();
    private int unsold;

    LineReader(ValueReader values, PriceReader prices, ListTotal total) {
        this.values = values;
        this.prices = prices;
        this.total = total;
    }

    List<Line> read(Node node) {
        List<Node> items = values.items(node);
        if (items.isEmpty() && node instanceof Node.Items) {
            values.findings().error("no-lines", node.spot(), "\"lines\" is empty", "A basket has at least one line");
        }
        if (items.size() > Basket.MOST_LINES) {
            values.findings().error("too-many-lines", node.spot(),
                    "\"lines\" has " + items.size() + " lines, more than " + Basket.MOST_LINES, "");
            return List.of();
        }
        for (Node item : items) {
            values.fields(item).ifPresentOrElse(fields -> add(line(new ObjectReader(values, fields, KNOWN))), () -> unsold++);
        }
        return lines;
    }

    private void add(Line line) {
        lines.add(line);
        if (line.store().isEmpty()) {
            unsold++;
        } else {
            sellers.add(line.store());
        }
    }

    /** The stores that sell something; empty when a line does not say who sells it, so that nobody can tell. */
    Optional<Set<String>> sellers() {
        return unsold > 0 || lines.isEmpty() ? Optional.empty() : Optional.of(sellers);
    }

    private Line line(ObjectReader shape) {
        Line line = new Line(
                id(shape),
                shape.require("sku", values::id, ""),
                shape.require("store", values::id, ""),
                shape.get("category", values::anyText, ""),
                shape.get("brand", values::anyText, ""),
                shape.require("unitPrice", prices::money, Money.zero(prices.currency())),
                shape.find("priorPrice").map(prices::money),
                shape.find("minimumPrice").map(prices::money),
                (int) (long) shape.get("quantity", node -> values.whole(node, 1, Line.MOST), 1L));
        shape.find("unitPrice").ifPresent(node -> total.add(line.listPrice(), node.spot()));
        return line;
    }

    private String id(ObjectReader shape) {
        String position = Integer.toString(shape.spot().index() + 1);
        String id = shape.get("id", values::id, position);
        JsonPosition spot = shape.find("id").map(Node::spot).orElse(shape.spot());
        JsonPosition first = byId.putIfAbsent(id, spot);
        if (first != null && !id.isEmpty()) {
            values.findings().error("line-twice", spot, "The line id " + Shown.quoted(id) + " is given twice",
                    "The first is on line " + values.findings().source().line(first.at()) + " of the file"
                            + (shape.find("id").isEmpty() ? "; a line without an id is named by its position" : ""));
        }
        return id;
    }
}
