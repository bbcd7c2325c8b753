package dev.plaindeal.basket;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Who sells a line.
 *
 * @param id the store's id
 * @param crossBorder whether it ships from another country
 * @param fullManaged whether the platform runs the shop for the seller
 * @param attributes what else the host tells of the store
 */
public record Store(String id, boolean crossBorder, boolean fullManaged, Attributes attributes) {

    /** A store of which the host tells nothing of its own. */
    public Store(String id, boolean crossBorder, boolean fullManaged) {
        this(id, crossBorder, fullManaged, Attributes.NONE);
    }

    /** Refuses an id that nobody could read. */
    public Store {
        NameChecks.require("a store's id", id);
        Objects.requireNonNull(attributes, "attributes");
    }

    /** A store in the buyer's own country that runs itself. */
    public static Store local(String id) {
        return new Store(id, false, false);
    }

    /** The same store with other things told by the host's own names. */
    public Store withAttributes(Attributes others) {
        return new Store(id, crossBorder, fullManaged, others);
    }

    /** These stores, then those that only lines name: local ones. */
    static List<Store> all(List<Store> given, List<Line> lines) {
        Map<String, Store> sellers = new LinkedHashMap<>();
        given.forEach(store -> sellers.put(store.id(), store));
        lines.forEach(line -> sellers.computeIfAbsent(line.store(), Store::local));
        return List.copyOf(sellers.values());
    }
}
