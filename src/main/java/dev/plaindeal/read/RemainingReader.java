package dev.plaindeal.read;

import dev.plaindeal.basket.Remaining;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.Money;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what is left of limited promotions. */
final class RemainingReader {

    private static final List<String> KNOWN = List.of("uses", "usesByBuyer", "budget", "budgetByBuyer", "items", "itemsByBuyer", "usesByCode");

    private final ValueReader values;
    private final PriceReader prices;

    RemainingReader(ValueReader values, PriceReader prices) {
        this.values = values;
        this.prices = prices;
    }

    Remaining remaining(Node node) {
        return values.fields(node).map(fields -> remaining(new ObjectReader(values, fields, KNOWN))).orElse(Remaining.UNTOUCHED);
    }

    private Remaining remaining(ObjectReader shape) {
        Map<String, Long> uses = shape.get("uses", node -> byPromotion(node, this::count), Map.of());
        Map<String, Long> usesByBuyer = shape.get("usesByBuyer", node -> byPromotion(node, this::count), Map.of());
        Map<String, Money> budget = shape.get("budget", node -> byPromotion(node, prices::money), Map.of());
        Map<String, Money> budgetByBuyer = shape.get("budgetByBuyer", node -> byPromotion(node, prices::money), Map.of());
        Map<String, Long> items = shape.get("items", node -> byPromotion(node, this::count), Map.of());
        Map<String, Long> itemsByBuyer = shape.get("itemsByBuyer", node -> byPromotion(node, this::count), Map.of());
        Map<String, Long> usesByCode = shape.get("usesByCode", node -> byPromotion(node, this::count), Map.of());
        return new Remaining(uses, usesByBuyer, budget, budgetByBuyer, items, itemsByBuyer, usesByCode);
    }

    private long count(Node node) {
        return values.whole(node, 0, ValueReader.LARGEST);
    }

    private <T> Map<String, T> byPromotion(Node node, Function<Node, T> read) {
        Map<String, T> byId = new TreeMap<>();
        values.fields(node).ifPresent(fields -> fields.byName().forEach((promotion, left) -> {
            values.checkKey(left.spot());
            byId.put(promotion, read.apply(left));
        }));
        return byId;
    }
}
