package dev.plaindeal.returns;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.returns.Refund.GiftBack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The gifts the buyer holds: those sent along, less those asked back. Immutable.
 *
 * @param quantities how many of each, in the order of the receipt; at least 1 each
 */
record Gifts(Map<HeldGift, Integer> quantities) {

    static final Gifts NONE = new Gifts(Map.of());

    /** One promotion's gift; a cup of one store is not the cup of another. */
    record HeldGift(String promotion, String store, String sku, String name) {

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

    private static HeldGift gift(Receipt.Applied applied, Reward.Gift gift) {
        return new HeldGift(applied.id(), applied.store(), gift.sku(), gift.name());
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

    /** Those of these that the others lack. */
    List<GiftBack> lackingIn(Gifts others) {
        return rows(GiftBack.State.NO_LONGER_EARNED, others.quantities);
    }

    List<GiftBack> notChecked() {
        return rows(GiftBack.State.NOT_CHECKED, Map.of());
    }

    private List<GiftBack> rows(GiftBack.State state, Map<HeldGift, Integer> less) {
        List<GiftBack> rows = new ArrayList<>();
        quantities.forEach((gift, held) -> {
            int quantity = held - less.getOrDefault(gift, 0);
            if (quantity > 0) {
                rows.add(new GiftBack(gift.promotion(), gift.store(), gift.sku(), gift.name(), quantity, state));
            }
        });
        return rows;
    }
}
