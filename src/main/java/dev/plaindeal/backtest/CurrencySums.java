package dev.plaindeal.backtest;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The sums of all orders in one currency, by everything they are told apart by. Nothing is converted. */
public final class CurrencySums {

    private final Map<Breakdown, Map<String, RowSums>> rows = new EnumMap<>(Breakdown.class);

    CurrencySums() {
        for (Breakdown by : Breakdown.values()) {
            rows.put(by, new HashMap<>());
        }
    }

    RowSums row(Breakdown by, String name) {
        return rows.get(by).computeIfAbsent(name, first -> new RowSums());
    }

    void addAll(CurrencySums others) {
        others.rows.forEach((by, more) -> more.forEach((name, sums) -> row(by, name).addAll(sums)));
    }

    /** The rows of a breakdown by name, in the order of the names. */
    public SortedMap<String, RowSums> by(Breakdown by) {
        return Collections.unmodifiableSortedMap(new TreeMap<>(rows.get(by)));
    }

    /** The one row of everything. */
    public RowSums all() {
        return row(Breakdown.ALL, "");
    }
}
