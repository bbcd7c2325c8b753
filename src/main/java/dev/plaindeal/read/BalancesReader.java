package dev.plaindeal.read;

import dev.plaindeal.basket.Balance;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.ObjectReader;
import dev.plaindeal.json.ValueReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Reads what the buyer wishes to pay with. */
final class BalancesReader {

    private static final List<String> KNOWN = List.of("name", "units", "use");

    private final ValueReader values;
    private final Set<String> names = new HashSet<>();

    BalancesReader(ValueReader values) {
        this.values = values;
    }

    List<Balance> read(Node node) {
        List<Balance> balances = new ArrayList<>();
        List<Node> items = values.items(node);
        if (items.size() > Balance.MOST_BALANCES) {
            values.findings().error("too-many-balances", node.spot(),
                    "\"balances\" has " + items.size() + " balances, more than " + Balance.MOST_BALANCES, "");
            return List.of();
        }
        for (Node item : items) {
            values.fields(item).ifPresent(fields -> {
                ObjectReader shape = new ObjectReader(values, fields, KNOWN);
                String name = shape.require("name", values::id, "");
                long units = shape.require("units", this::units, 0L);
                OptionalLong use = shape.get("use", one -> OptionalLong.of(units(one)), OptionalLong.empty());
                if (!name.isEmpty() && !names.add(name)) {
                    values.findings().error("balance-twice", item.spot(), "The balance " + name + " is given twice", "");
                } else if (!name.isEmpty()) {
                    balances.add(new Balance(name, units, use));
                }
            });
        }
        return balances;
    }

    private long units(Node node) {
        return values.whole(node, 0, Balance.MOST);
    }
}
