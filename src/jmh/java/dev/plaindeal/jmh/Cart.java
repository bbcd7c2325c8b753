package dev.plaindeal.jmh;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import java.util.HashMap;
import java.util.Map;

/** The changeable basket that rivals keep their running totals in; public because their rules reach into it. */
public final class Cart {

    private final String market;
    private final Map<String, Long> stores = new HashMap<>();
    private final long fees;
    private long total;

    Cart(Basket basket) {
        this.market = basket.market();
        this.fees = basket.shippingFees();
        this.total = basket.subtotal();
        for (Line line : basket.lines()) {
            stores.merge(line.store(), line.listPrice(), Long::sum);
        }
    }

    /** A code the buyer presented, as a fact. */
    public record Presented(String code) {
        /** For rules that read properties. */
        public String getCode() {
            return code;
        }
    }

    /** A store that sells something, as a fact. */
    public record Seller(String store) {
        /** For rules that read properties. */
        public String getStore() {
            return store;
        }
    }

    /** A promotion that has had its turn, as a fact. */
    public record Done(String id) {
        /** For rules that read properties. */
        public String getId() {
            return id;
        }
    }

    /** Country of the buyer. */
    public String getMarket() {
        return market;
    }

    /** Running price of a store's goods in cents, or of all goods for the empty name; -1 for a store not here. */
    public long spent(String store) {
        return store.isEmpty() ? total : stores.getOrDefault(store, -1L);
    }

    /** Takes a percentage or an amount off a store's goods, or off everything for the empty name. */
    public void take(String store, int percent, long cents, long most) {
        long base = spent(store);
        long off = Math.min(base, Math.min(most, percent > 0 ? (base * percent + 50) / 100 : cents));
        if (!store.isEmpty()) {
            stores.put(store, base - off);
        }
        total -= off;
    }

    /** Applies a deal when enough is spent. */
    void apply(Deal deal) {
        String store = deal.found().store();
        if (spent(store) >= deal.from()) {
            take(store, deal.percent(), deal.cents(), deal.most());
        }
    }

    /** What is to pay with shipping, in cents. */
    public long pay() {
        return total + fees;
    }
}
