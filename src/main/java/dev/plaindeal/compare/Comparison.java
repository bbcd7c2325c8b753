package dev.plaindeal.compare;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.verify.Examiner;
import dev.plaindeal.verify.ReceiptDiff;
import dev.plaindeal.verify.Workers;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/**
 * Baskets priced with the rules as they were and as they are.
 *
 * @param pairs in the order of the baskets
 * @param totals one for each currency
 * @param problems why some baskets could not be read or priced; they are in no pair
 */
public record Comparison(List<Pair> pairs, List<Totals> totals, List<Problem> problems) {

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
        problems = List.copyOf(problems);
    }

    /** Prices every basket twice, on every core there is; one that cannot be priced does not stop the others. */
    public static Comparison of(
            PromotionEngine before, PromotionEngine after, List<Named> baskets, IntConsumer progress) {
        try (Workers workers = new Workers()) {
            List<Comparison> each = workers.all(baskets, basket -> one(before, after, basket), progress);
            List<Pair> pairs = each.stream().flatMap(one -> one.pairs().stream()).toList();
            return new Comparison(pairs, Totals.of(pairs), each.stream().flatMap(one -> one.problems().stream()).toList());
        }
    }

    private static Comparison one(PromotionEngine before, PromotionEngine after, Named basket) {
        try {
            Receipt was = Examiner.price(before, basket.basket());
            Receipt is = Examiner.price(after, basket.basket());
            return new Comparison(List.of(new Pair(basket.name(), was, is, ReceiptDiff.of(was, is))), List.of(), List.of());
        } catch (ProblemException tooLarge) {
            return new Comparison(List.of(), List.of(), tooLarge.problems());
        } catch (RuntimeException | StackOverflowError fault) {
            return new Comparison(List.of(), List.of(), List.of(Failure.unforeseen(basket.name(), fault)));
        }
    }

    /** The same with what was wrong with further baskets, before its own problems. */
    public Comparison besides(List<Problem> others) {
        return new Comparison(pairs, totals, Stream.concat(others.stream(), problems.stream()).toList());
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
