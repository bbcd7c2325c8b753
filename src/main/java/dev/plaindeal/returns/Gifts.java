package dev.plaindeal.returns;

import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.returns.Refund.GiftBack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The gifts the buyer holds: those sent along, less those asked back. Immutable.
 *
 * @param quantities how many of each, in the order of the receipt; at least 1 each
 */
record Gifts(Map<HeldGift, Integer> quantities) {

    static final Gifts NONE = new Gifts(Map.of());

    /** One promotion's gift; a cup of one store is not the cup of another. What one is worth is told where the promotion says it. */
    record HeldGift(String promotion, String store, String sku, String name, Optional<Money> worth) {

        boolean isTheSameThingAs(HeldGift other) {
            return store.equals(other.store) && sku.equals(other.sku);
        }
    }

    Gifts {
        quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    }

    static Gifts of(Receipt receipt) {
        Map<HeldGift, Integer> quantities = new LinkedHashMap<>();
        for (Receipt.Applied applied : receipt.applied()) {
            applied.gift().ifPresent(gift -> quantities.merge(gift(applied, gift), gift.quantity(), Math::addExact));
        }
        return new Gifts(quantities);
    }

    private static HeldGift gift(Receipt.Applied applied, Receipt.AddedGift gift) {
        return new HeldGift(applied.id(), applied.store(), gift.sku(), gift.name(), gift.worth());
    }

    /** How many of this sku there are. */
    int count(String sku) {
        return quantities.entrySet().stream().filter(one -> one.getKey().sku().equals(sku)).mapToInt(Map.Entry::getValue).sum();
    }

    /** Those of stores that still sell something here, and of the platform. */
    Gifts ofStores(Set<String> stores) {
        Map<HeldGift, Integer> left = new LinkedHashMap<>(quantities);
        left.keySet().removeIf(gift -> !gift.store().isEmpty() && !stores.contains(gift.store()));
        return new Gifts(left);
    }

    /**
     * What of these is still earned. A thing that another promotion gives now need not come back; one asked back before is not
     * held any more, whatever is earned now.
     */
    Gifts keptBy(Gifts earned) {
        Map<HeldGift, Integer> kept = new LinkedHashMap<>();
        Map<HeldGift, Integer> spare = new LinkedHashMap<>(earned.quantities);
        quantities.forEach((gift, held) -> take(gift, held, List.of(gift), spare, kept));
        quantities.forEach((gift, held) -> {
            List<HeldGift> same = spare.keySet().stream().filter(gift::isTheSameThingAs).toList();
            take(gift, held - kept.getOrDefault(gift, 0), same, spare, kept);
        });
        return new Gifts(kept);
    }

    private static void take(HeldGift gift, int wanted, List<HeldGift> from, Map<HeldGift, Integer> spare, Map<HeldGift, Integer> kept) {
        int open = wanted;
        for (HeldGift one : from) {
            int taken = Math.min(open, spare.getOrDefault(one, 0));
            if (taken > 0) {
                kept.merge(gift, taken, Integer::sum);
                spare.merge(one, -taken, Integer::sum);
                open -= taken;
            }
        }
    }

    /**
     * Those of these that the others lack.
     *
     * @param back how many of which sku came back, less those that are counted here
     */
    List<GiftBack> lackingIn(Gifts others, Map<String, Integer> back) {
        List<GiftBack> rows = new ArrayList<>();
        quantities.forEach((gift, held) -> {
            int lacking = held - others.quantities.getOrDefault(gift, 0);
            int came = Math.min(lacking, back.getOrDefault(gift.sku(), 0));
            back.computeIfPresent(gift.sku(), (sku, left) -> left - came);
            add(rows, gift, came, GiftBack.State.CAME_BACK);
            add(rows, gift, lacking - came, GiftBack.State.NO_LONGER_EARNED);
        });
        return rows;
    }

    List<GiftBack> notChecked() {
        List<GiftBack> rows = new ArrayList<>();
        quantities.forEach((gift, held) -> add(rows, gift, held, GiftBack.State.NOT_CHECKED));
        return rows;
    }

    /** What it is worth is taken off where it is kept and not earned. */
    private static void add(List<GiftBack> rows, HeldGift gift, int quantity, GiftBack.State state) {
        if (quantity > 0) {
            Optional<Money> worth = gift.worth()
                    .filter(each -> state == GiftBack.State.NO_LONGER_EARNED)
                    .map(each -> new Money(Math.multiplyExact(each.minor(), quantity), each.currency()));
            rows.add(new GiftBack(gift.promotion(), gift.store(), gift.sku(), gift.name(), quantity, state, worth));
        }
    }
}
