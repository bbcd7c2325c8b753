package dev.plaindeal.basket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Who sells a line.
 *
 * @param id the store's id
 * @param crossBorder whether it ships from another country
 * @param fullManaged whether the platform runs the shop for the seller
 */
public record Store(String id, boolean crossBorder, boolean fullManaged) {

    /** Refuses an id that nobody could read. */
    public Store {
        NameChecks.require("a store's id", id);
    }

    /** A store in the buyer's own country that runs itself. */
    public static Store local(String id) {
        return new Store(id, false, false);
    }

    /** These stores, then those that only lines name: local ones. */
    static List<Store> all(List<Store> given, List<Line> lines) {
        Map<String, Store> sellers = new LinkedHashMap<>();
        given.forEach(store -> sellers.put(store.id(), store));
        lines.forEach(line -> sellers.computeIfAbsent(line.store(), Store::local));
        return List.copyOf(sellers.values());
    }
}
