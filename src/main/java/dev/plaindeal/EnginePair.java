package dev.plaindeal;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.receipt.Receipt;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two engines, for somebody who prices many baskets with both to see what differs. Most baskets get no offer of a promotion that differs,
 * and those are priced once. Thread-safe, as engines are.
 */
public final class EnginePair {

    private final PromotionEngine before;
    private final PromotionEngine after;
    /** Promotions that one of them has not, or has otherwise; empty where something else differs, so that everything is priced twice. */
    private final Optional<Set<String>> others;

    private EnginePair(PromotionEngine before, PromotionEngine after) {
        this.before = before;
        this.after = after;
        this.others = before.promotionsNotOf(after);
    }

    /** Those two. */
    public static EnginePair of(PromotionEngine before, PromotionEngine after) {
        return new EnginePair(before, after);
    }

    /**
     * One basket under both.
     *
     * @param before its receipt of the one
     * @param after its receipt of the other; the very same where nothing that differs could move a price, a promise, a score or a refusal
     *     of an offer. What is said of codes that no offer came from is of the rules before then, and so is the hash of the rules
     */
    public record Receipts(Receipt before, Receipt after) {}

    /**
     * Prices a basket.
     *
     * @throws ArithmeticException as {@link PromotionEngine#evaluate(Basket)}
     * @throws dev.plaindeal.problem.ProblemException likewise
     */
    public Receipts evaluate(Basket basket) {
        return others.map(some -> once(basket, some)).orElseGet(() -> new Receipts(before.evaluate(basket), after.evaluate(basket)));
    }

    private Receipts once(Basket basket, Set<String> some) {
        PromotionEngine.Matched then = before.match(basket);
        PromotionEngine.Matched now = after.match(basket);
        Receipt receipt = before.priced(then);
        boolean same = then.basket().codes().equals(now.basket().codes()) && areNone(then, some) && areNone(now, some);
        return new Receipts(receipt, same ? receipt : after.priced(now));
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
