package dev.plaindeal.read;

import dev.plaindeal.model.Money;
import dev.plaindeal.model.Remaining;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Reads what is left of limited promotions. */
final class Stock {

    private static final List<String> KNOWN = List.of("uses", "usesByBuyer", "budget");

    private final Values values;
    private final Prices prices;

    Stock(Values values, Prices prices) {
        this.values = values;
        this.prices = prices;
    }

    Remaining remaining(Node node) {
        return values.fields(node).map(fields -> remaining(new Shape(values, fields, KNOWN))).orElse(Remaining.UNTOUCHED);
    }

    private Remaining remaining(Shape shape) {
        Map<String, Long> uses = shape.get("uses", node -> byPromotion(node, this::count), Map.of());
        Map<String, Long> usesByBuyer = shape.get("usesByBuyer", node -> byPromotion(node, this::count), Map.of());
        Map<String, Money> budget = shape.get("budget", node -> byPromotion(node, prices::money), Map.of());
        return new Remaining(uses, usesByBuyer, budget);
    }

    private long count(Node node) {
        return values.whole(node, 0, Values.LARGEST);
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
