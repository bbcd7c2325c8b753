package dev.plaindeal;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Chances;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Shortfall;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Two engines, for somebody who prices many baskets with both to see what differs. Most baskets get no offer of a promotion that differs,
 * and those are priced once. Thread-safe, as engines are.
 */
public final class EnginePair {

    private final PromotionEngine before;
    private final PromotionEngine after;
    /** Empty where something else than promotions differs, so that everything is priced twice. */
    private final Optional<Others> others;

    /**
     * The promotions that one of the engines has not, or has otherwise.
     *
     * @param promotions of both
     * @param after whether one is promised by the other engine
     */
    private record Others(Set<String> promotions, Predicate<Chances> after) {}

    private EnginePair(PromotionEngine before, PromotionEngine after) {
        this.before = before;
        this.after = after;
        this.others = before.promotionsNotOf(after).map(promotions -> new Others(promotions, after.promises(promotions)));
    }

    /** Those two. */
    public static EnginePair of(PromotionEngine before, PromotionEngine after) {
        return new EnginePair(before, after);
    }

    /**
     * A basket as one of them prices it.
     *
     * @param receipt of the basket
     * @param shortfalls how near the promotions came that gave nothing, without the sentences of the receipt
     */
    public record CountedReceipt(Receipt receipt, List<Shortfall> shortfalls) {

        /** As a receipt says it. */
        public static CountedReceipt of(Receipt receipt) {
            return new CountedReceipt(receipt, Shortfall.of(receipt));
        }
    }

    /**
     * One basket under both.
     *
     * @param before as the one prices it
     * @param after as the other does; the very same where nothing that differs could move a price, a promise, a score or a refusal
     *     of an offer. What is said of codes that no offer came from is of the rules before then, and so is the hash of the rules
     */
    public record Receipts(CountedReceipt before, CountedReceipt after) {}

    /**
     * Prices a basket.
     *
     * @throws ArithmeticException as {@link PromotionEngine#evaluate(Basket)}
     * @throws dev.plaindeal.problem.ProblemException likewise
     */
    public Receipts evaluate(Basket basket) {
        return others.map(some -> once(basket, some))
                .orElseGet(() -> new Receipts(before.counted(basket), after.counted(basket)));
    }

    private Receipts once(Basket basket, Others some) {
        PromotionEngine.Matched matched = before.match(basket);
        CountedReceipt priced = before.priced(matched);
        return new Receipts(priced, isSame(basket, matched, some) ? priced : after.priced(after.match(basket)));
    }

    private boolean isSame(Basket basket, PromotionEngine.Matched matched, Others some) {
        return areNone(matched, some.promotions())
                && matched.basket().codes().equals(after.codesAsKnown(basket))
                && !some.after().test(matched.chances());
    }

    private static boolean areNone(PromotionEngine.Matched matched, Set<String> some) {
        List<Offer> offers = matched.promised().offers();
        for (Offer offer : offers) {
            if (some.contains(offer.promotion())) {
                return false;
            }
        }
        return true;
    }
}
