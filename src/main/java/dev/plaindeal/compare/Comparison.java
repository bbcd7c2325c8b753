package dev.plaindeal.compare;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.model.Basket;
import dev.plaindeal.report.Receipt;
import dev.plaindeal.verify.Examiner;
import dev.plaindeal.verify.ReceiptDiff;
import dev.plaindeal.verify.Workers;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * Baskets priced with the rules as they were and as they are.
 *
 * @param pairs in the order of the baskets
 * @param totals one for each currency
 */
public record Comparison(List<Pair> pairs, List<Totals> totals) {

    /**
     * A basket to compare.
     *
     * @param name where it comes from
     * @param basket the basket
     */
    public record Named(String name, Basket basket) {}

    /** Copies the lists. */
    public Comparison {
        pairs = List.copyOf(pairs);
        totals = List.copyOf(totals);
    }

    /**
     * Prices every basket twice, on every core there is.
     *
     * @throws dev.plaindeal.problem.ProblemException when the amounts of a basket are too large to be priced
     */
    public static Comparison of(
            PromotionEngine before, PromotionEngine after, List<Named> baskets, IntConsumer progress) {
        try (Workers workers = new Workers()) {
            List<Pair> pairs = workers.all(baskets, basket -> pair(before, after, basket), progress);
            return new Comparison(pairs, Totals.of(pairs));
        }
    }

    private static Pair pair(PromotionEngine before, PromotionEngine after, Named basket) {
        Receipt was = Examiner.price(before, basket.basket());
        Receipt is = Examiner.price(after, basket.basket());
        return new Pair(basket.name(), was, is, ReceiptDiff.of(was, is));
    }

    /** The baskets about which anything changed. */
    public List<Pair> changed() {
        return pairs.stream().filter(Pair::isChanged).toList();
    }

    /** The baskets the buyer pays more for. */
    public List<Pair> dearer() {
        return pairs.stream().filter(pair -> pair.dearer().minor() > 0).toList();
    }

    /** The baskets the buyer pays less for. */
    public List<Pair> cheaper() {
        return pairs.stream().filter(pair -> pair.dearer().minor() < 0).toList();
    }

    /** The baskets that became harder to understand. */
    public List<Pair> harder() {
        return pairs.stream().filter(Pair::isHarder).toList();
    }
}
