package dev.plaindeal.backtest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The orders of each currency that changed most, no more than a hundred of them. For one thread. */
final class MostChanged {

    static final int MOST = 100;

    private final Map<String, TreeSet<ChangedOrder>> byCurrency = new TreeMap<>();

    void add(ChangedOrder order) {
        TreeSet<ChangedOrder> most = byCurrency.computeIfAbsent(order.currency(), first -> new TreeSet<>(ChangedOrder.MOST_FIRST));
        if (most.size() < MOST || ChangedOrder.MOST_FIRST.compare(order, most.last()) < 0) {
            most.add(order);
        }
        if (most.size() > MOST) {
            most.pollLast();
        }
    }

    void addAll(MostChanged others) {
        others.byCurrency.values().forEach(some -> some.forEach(this::add));
    }

    /** By currency, most first. */
    List<ChangedOrder> all() {
        List<ChangedOrder> all = new ArrayList<>();
        byCurrency.values().forEach(all::addAll);
        return all;
    }
}
