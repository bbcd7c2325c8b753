package dev.plaindeal.read;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.json.JsonPosition;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.Excerpt;
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
            "id", "sku", "store", "category", "categories", "brand", "tags", "unitPrice", "priorPrice", "minimumPrice",
            "quantity", AttributesReader.FIELD);

    private final ValueReader values;
    private final PriceReader prices;
    private final ListTotal total;
    private final LineNames names;
    private final AttributesReader own;
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, JsonPosition> byId = new HashMap<>();
    private final Set<String> sellers = new LinkedHashSet<>();
    private int unsold;
    private int sold;

    LineReader(ValueReader values, PriceReader prices, ListTotal total) {
        this.values = values;
        this.prices = prices;
        this.total = total;
        this.names = new LineNames(values);
        this.own = new AttributesReader(values);
    }

    List<Line> read(Node node) {
        List<Node> items = values.items(node);
        if (items.isEmpty() && node instanceof Node.Elements) {
            values.findings().error("no-lines", node.spot(), "\"lines\" is empty", "A basket has at least one line");
        }
        if (items.size() > Basket.MOST_LINES) {
            values.findings().error("too-many-lines", node.spot(),
                    "\"lines\" has " + items.size() + " lines, more than " + Basket.MOST_LINES, "");
            return List.of();
        }
        for (Node item : items) {
            values.fields(item).ifPresentOrElse(fields -> read(new ObjectReader(values, fields, KNOWN)), () -> unsold++);
        }
        return lines;
    }

    private void sold(String store) {
        if (store.isEmpty()) {
            unsold++;
        } else {
            sold++;
            sellers.add(store);
        }
    }

    /** The stores that sell something; empty when a line does not say who sells it, so that nobody can tell. */
    Optional<Set<String>> sellers() {
        return unsold > 0 || sold == 0 ? Optional.empty() : Optional.of(sellers);
    }

    /** Once anything is wrong no basket is made, and no line: the rest is read for what else is wrong. */
    private void read(ObjectReader shape) {
        String id = id(shape);
        String sku = shape.require("sku", values::id, "");
        String store = shape.require("store", values::id, "");
        List<String> categories = names.categories(shape);
        String brand = shape.get("brand", values::anyText, "");
        Set<String> tags = names.tags(shape);
        Money unitPrice = shape.require("unitPrice", prices::money, Money.zero(prices.currency()));
        Optional<Money> priorPrice = shape.find("priorPrice").map(prices::money);
        Optional<Money> minimumPrice = shape.find("minimumPrice").map(prices::money);
        long quantity = shape.get("quantity", node -> values.whole(node, 1, Line.MOST), 1L);
        Attributes attributes = own.of(shape);
        shape.find("unitPrice").ifPresent(node -> total.add(unitPrice.minor() * quantity, node.spot()));
        sold(store);
        if (!values.findings().hasErrors()) {
            lines.add(new Line(
                    id, sku, store, categories, brand, tags, unitPrice, priorPrice, minimumPrice, (int) quantity, attributes));
        }
    }

    private String id(ObjectReader shape) {
        String position = Integer.toString(shape.spot().index() + 1);
        String id = shape.get("id", values::id, position);
        JsonPosition spot = shape.find("id").map(Node::spot).orElse(shape.spot());
        JsonPosition first = byId.putIfAbsent(id, spot);
        if (first != null && !id.isEmpty()) {
            values.findings().error("line-twice", spot, "The line id " + Excerpt.quoted(id) + " is given twice",
                    "The first is on line " + values.findings().source().line(first.at()) + " of the file"
                            + (shape.find("id").isEmpty() ? "; a line without an id is named by its position" : ""));
        }
        return id;
    }
}
