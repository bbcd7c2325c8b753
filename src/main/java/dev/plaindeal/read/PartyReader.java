package dev.plaindeal.read;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Store;
import dev.plaindeal.json.JsonPosition;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.Excerpt;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.text.Blanks;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads who buys and who sells. */
final class PartyReader {

    private static final List<String> OF_BUYER = List.of("id", "new", "priorOrders", "segments", AttributesReader.FIELD);
    /** What is looked for in the buyer, and is the basket's. */
    private static final Map<String, String> OF_BASKET = Map.of(
            "balances", "It belongs at the top of the basket, beside \"buyer\"",
            "codes", "It belongs at the top of the basket, beside \"buyer\"",
            "paymentMethod", "It belongs at the top of the basket, beside \"buyer\"");
    private static final List<String> OF_STORE = List.of("id", "origin", "fullManaged", AttributesReader.FIELD);
    private static final List<String> ORIGINS = List.of("local", "cross-border");
    private static final int MOST_ORDERS = 1_000_000;

    /** What a basket says of a store; whether its id can be one is told apart. */
    private record Seller(boolean crossBorder, boolean fullManaged, Attributes attributes) {}

    private final ValueReader values;
    private final AttributesReader own;

    PartyReader(ValueReader values) {
        this.values = values;
        this.own = new AttributesReader(values);
    }

    Buyer buyer(Node node) {
        return values.fields(node).map(fields -> buyer(new ObjectReader(values, fields, OF_BUYER, OF_BASKET))).orElse(Buyer.unknown());
    }

    private Buyer buyer(ObjectReader shape) {
        String id = shape.get("id", values::id, "");
        boolean isNew = shape.get("new", values::flag, false);
        int orders = (int) (long) shape.get("priorOrders", node -> values.whole(node, 0, MOST_ORDERS), 0L);
        if (isNew && orders > 0) {
            shape.find("priorOrders").ifPresent(node -> values.findings().error("new-buyer-with-orders", node.spot(),
                    "A new buyer has no orders before this one, but \"priorOrders\" is " + orders,
                    "Maybe \"new\" is false?"));
        }
        Set<String> segments = shape.get("segments", this::segments, Set.of());
        Attributes attributes = own.of(shape);
        return values.findings().hasErrors() ? Buyer.unknown() : new Buyer(id, isNew, orders, segments, attributes);
    }

    private Set<String> segments(Node node) {
        Set<String> segments = new LinkedHashSet<>();
        for (Node item : values.items(node)) {
            String segment = values.id(item);
            if (!segments.add(segment) && !segment.isEmpty()) {
                values.findings().error("segment-twice", item.spot(),
                        "The segment " + Excerpt.quoted(segment) + " is given twice", "Remove one of the two");
            }
        }
        return segments;
    }

    /** The stores given, then those that only lines name: local ones. */
    List<Store> stores(List<Node> given, Optional<Set<String>> sellers) {
        Map<String, Seller> stores = new LinkedHashMap<>();
        for (Node node : given) {
            values.fields(node).ifPresent(fields -> addStore(new ObjectReader(values, fields, OF_STORE), stores, sellers));
        }
        if (values.findings().hasErrors()) {
            return List.of();
        }
        List<Store> all = new ArrayList<>();
        stores.forEach((id, seller) -> all.add(new Store(id, seller.crossBorder(), seller.fullManaged(), seller.attributes())));
        sellers.ifPresent(ids -> ids.stream().filter(id -> !stores.containsKey(id)).map(Store::local).forEach(all::add));
        return all;
    }

    private void addStore(ObjectReader shape, Map<String, Seller> stores, Optional<Set<String>> sellers) {
        String id = shape.require("id", values::id, "");
        boolean crossBorder = shape.get("origin", this::isCrossBorder, false);
        boolean fullManaged = shape.get("fullManaged", values::flag, false);
        Attributes attributes = own.of(shape);
        JsonPosition spot = shape.find("id").map(Node::spot).orElse(shape.spot());
        if (id.isEmpty()) {
            return;
        }
        if (stores.putIfAbsent(id, new Seller(crossBorder, fullManaged, attributes)) != null) {
            values.findings().error("store-twice", spot, "The store " + Excerpt.quoted(id) + " is given twice",
                    "Keep one of the two");
        } else {
            sellers.filter(ids -> !ids.contains(id)).ifPresent(ids -> values.findings().warning("idle-store", spot,
                    "No line is sold by the store " + Excerpt.quoted(id),
                    values.findings().nearest(id, ids, "Remove it, or name it in a line")));
        }
    }

    private boolean isCrossBorder(Node node) {
        String text = values.text(node);
        if (!Blanks.isOnly(text) && !ORIGINS.contains(text)) {
            values.findings().error("unknown-origin", node.spot(), "\"origin\" is " + Excerpt.quoted(text) + ", no origin",
                    values.findings().nearest(text, ORIGINS, "The origins are local and cross-border"));
        }
        return text.equals("cross-border");
    }
}
