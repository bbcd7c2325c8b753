package dev.plaindeal.returns;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.returns.Refund.PromiseBack;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What is still promised for later: that of the receipt, less what returns have withdrawn. Immutable.
 *
 * @param amounts minor units of each, in the order of the receipt; more than 0 each
 */
record HeldPromises(Map<HeldPromise, Long> amounts) {

    static final HeldPromises NOTHING = new HeldPromises(Map.of());

    /** One promotion's promise; {@code unit} is what one point is worth in minor units, and 1 where money is promised. */
    record HeldPromise(String promotion, String store, String code, Payout.Kind kind, long unit) {

        static HeldPromise of(Receipt.Later promise) {
            long unit = promise.points().isPresent() ? promise.amount().minor() / promise.points().getAsLong() : 1;
            return new HeldPromise(promise.id(), promise.store(), promise.code(), promise.kind(), unit);
        }

        private long whole(long amount) {
            return amount - amount % unit;
        }
    }

    HeldPromises {
        amounts = Collections.unmodifiableMap(new LinkedHashMap<>(amounts));
    }

    static HeldPromises of(Receipt receipt) {
        Map<HeldPromise, Long> amounts = new LinkedHashMap<>();
        receipt.later().forEach(promise -> amounts.merge(HeldPromise.of(promise), promise.amount().minor(), Math::addExact));
        return new HeldPromises(amounts);
    }

    /** By what was paid for the things kept: of each line's share the part of the units kept, and of these whole points. */
    static HeldPromises byPaidShare(Receipt receipt, Map<String, Integer> returned) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        receipt.lines().forEach(line -> quantities.put(line.line(), line.quantity()));
        Map<HeldPromise, Long> kept = new LinkedHashMap<>();
        for (Receipt.Later promise : receipt.later()) {
            long amount = 0;
            for (Receipt.Allocation share : promise.allocations()) {
                long whole = share.amount().minor();
                int units = returned.getOrDefault(share.name(), 0);
                amount += whole - PaidShare.share(whole, units, quantities.get(share.name()));
            }
            HeldPromise held = HeldPromise.of(promise);
            kept.merge(held, held.whole(amount), Math::addExact);
        }
        return new HeldPromises(kept);
    }

    /** What of these is still earned; what is kept never promises more than was promised. */
    HeldPromises keptBy(HeldPromises earned) {
        Map<HeldPromise, Long> kept = new LinkedHashMap<>();
        amounts.forEach((promise, held) -> kept.put(promise, Math.min(held, earned.amounts.getOrDefault(promise, 0L))));
        return new HeldPromises(kept);
    }

    /** What of these the others lack. */
    List<PromiseBack> lackingIn(HeldPromises others, Currency currency) {
        List<PromiseBack> rows = new ArrayList<>();
        amounts.forEach((promise, held) -> {
            long less = held - others.amounts.getOrDefault(promise, 0L);
            if (less > 0) {
                OptionalLong points = promise.kind() == Payout.Kind.POINTS
                        ? OptionalLong.of(less / promise.unit())
                        : OptionalLong.empty();
                rows.add(new PromiseBack(
                        promise.promotion(), promise.store(), promise.code(), promise.kind(), new Money(less, currency), points));
            }
        });
        return rows;
    }
}
