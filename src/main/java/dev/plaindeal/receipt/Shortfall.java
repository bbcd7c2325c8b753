package dev.plaindeal.receipt;

import dev.plaindeal.money.Money;
import dev.plaindeal.stack.LazyList;
import dev.plaindeal.stack.Plan;
import dev.plaindeal.stack.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How near a promotion came that gave nothing: what {@link Receipt.Rejected} says in figures, for those who count refusals and read none.
 *
 * @param promotion its id
 * @param gap what more to spend to get it, where money mends it
 * @param itemsGap how many more items to buy to get it, where items mend it
 */
public record Shortfall(String promotion, Optional<Money> gap, OptionalLong itemsGap) {

    /** Of each promotion that a plan gives nothing of; worked out when first looked at. */
    public static List<Shortfall> of(Plan plan) {
        return new LazyList<>(() -> {
            List<Shortfall> all = new ArrayList<>();
            new RefusedPromotions(plan).forEach(refusals -> all.add(of(RefusedPromotions.nearest(refusals))));
            return all;
        });
    }

    /** Of each promotion and code that a receipt refuses; worked out when first looked at. */
    public static List<Shortfall> of(Receipt receipt) {
        return new LazyList<>(() -> receipt.rejected().stream()
                .map(refused -> new Shortfall(refused.id(), refused.gap(), refused.itemsGap()))
                .toList());
    }

    private static Shortfall of(Rejection refusal) {
        return new Shortfall(refusal.promotion(), refusal.gap(), refusal.itemsGap());
    }
}
