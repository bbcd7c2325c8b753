package dev.plaindeal.receipt;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.stack.Kept;
import dev.plaindeal.stack.Plan;
import dev.plaindeal.stack.Rejection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a plan refused, put together by promotion: for one with several statements, or of several stores' coupons, once for each store and code. */
final class RefusedPromotions {

    /** The statement that lacks least, or holds soonest, tells how far the promotion is. */
    private static final Comparator<Rejection> NEAREST = Comparator
            .<Rejection>comparingLong(refusal -> refusal.gap().map(gap -> gap.minor()).orElse(Long.MAX_VALUE))
            .thenComparingLong(refusal -> refusal.itemsGap().orElse(Long.MAX_VALUE))
            .thenComparing(refusal -> refusal.holdsFrom().orElse(Instant.MAX));

    private static final Comparator<Rejection> IN_TURN = Comparator.comparing(Rejection::promotion)
            .thenComparing(Rejection::code)
            .thenComparing(Rejection::store)
            .thenComparingInt(refusal -> refusal.offer().map(Offer::part).orElse(0));

    private final Set<Whose> applied = new HashSet<>();
    private final Map<Whose, List<Rejection>> refused = new LinkedHashMap<>();

    /** What a verdict is about. */
    private record Whose(String promotion, String store, String code) {
        static Whose of(Offer offer) {
            return new Whose(offer.promotion(), offer.store(), offer.code());
        }

        static Whose of(Rejection refusal) {
            return new Whose(refusal.promotion(), refusal.store(), refusal.code());
        }
    }

    RefusedPromotions(Plan plan) {
        List<Rejection> refusals = new ArrayList<>(plan.refused());
        refusals.sort(IN_TURN);
        for (Kept kept : refusals.isEmpty() ? List.<Kept>of() : plan.givenAndPaid()) {
            applied.add(Whose.of(kept.offer()));
        }
        for (Rejection refusal : refusals) {
            refused.computeIfAbsent(Whose.of(refusal), whose -> new ArrayList<>(1)).add(refusal);
        }
    }

    /** What gave nothing of the same promotion, told once: with the first of its statements that are applied. */
    List<Rejection> beside(Kept kept) {
        List<Rejection> beside = refused.isEmpty() ? null : refused.remove(Whose.of(kept.offer()));
        return beside == null ? List.of() : beside;
    }

    /** Of each promotion that gave nothing at all its refusals, in the order of the names. */
    void forEach(Consumer<List<Rejection>> each) {
        refused.forEach((whose, refusals) -> {
            if (!applied.contains(whose)) {
                each.accept(refusals);
            }
        });
    }

    /** The refusal that tells how far the promotion is. */
    static Rejection nearest(List<Rejection> refusals) {
        return Collections.min(refusals, NEAREST);
    }
}
