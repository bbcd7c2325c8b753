package dev.plaindeal.read;

import dev.plaindeal.json.JsonPosition;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.Excerpt;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.Money;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Reads the shipping fees by store. */
final class FeeReader {

    private final ValueReader values;
    private final PriceReader prices;
    private final ListTotal total;

    FeeReader(ValueReader values, PriceReader prices, ListTotal total) {
        this.values = values;
        this.prices = prices;
        this.total = total;
    }

    Map<String, Money> read(Node node, Optional<Set<String>> sellers) {
        Map<String, Money> fees = new TreeMap<>();
        values.fields(node).ifPresent(fields -> fields.byName().forEach((store, value) -> {
            values.checkKey(value.spot());
            sellers.filter(ids -> !ids.contains(store)).ifPresent(ids -> refuseIdle(value.spot(), ids));
            Money fee = prices.money(value);
            total.add(fee.minor(), value.spot());
            fees.put(store, fee);
        }));
        return fees;
    }

    private void refuseIdle(JsonPosition spot, Set<String> sellers) {
        values.findings().errorAtName("shipping-without-lines", spot,
                "No line is sold by the store " + Excerpt.quoted(spot.name()) + ", but it has a shipping fee",
                values.findings().nearest(spot.name(), sellers, "Remove the fee, or name the store in a line"));
    }
}
