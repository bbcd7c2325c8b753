package dev.plaindeal.studio;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.pages.StudioSections.ImpactByCurrency;
import dev.plaindeal.pages.StudioSections.Mover;
import dev.plaindeal.pages.StudioSections.SumRow;
import dev.plaindeal.pages.StudioSections.ImpactTotals;
import dev.plaindeal.studio.Impact.Cost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;

/** Adds up what an edit does to baskets; nothing is converted, so each currency has sums of its own. */
final class ImpactSums {

    private static final int MOVERS = 10;

    private final BasketShelf.ShelfBaskets read;
    private final List<Cost> before;
    private final List<Cost> after;

    private ImpactSums(BasketShelf.ShelfBaskets read, Impact.ImpactAnswer.Compared known) {
        this.read = read;
        this.before = known.before();
        this.after = known.after();
    }

    static ImpactTotals of(BasketShelf.ShelfBaskets read, Impact.ImpactAnswer.Compared known) {
        return new ImpactSums(read, known).sums();
    }

    private ImpactTotals sums() {
        int[] priced = IntStream.range(0, before.size()).filter(i -> before.get(i).isPriced() && after.get(i).isPriced()).toArray();
        return new ImpactTotals(
                read.source(),
                priced.length,
                count(priced, i -> more(i) > 0),
                count(priced, i -> more(i) < 0),
                count(priced, i -> !before.get(i).isBelow() && after.get(i).isBelow()),
                count(priced, i -> before.get(i).isBelow() && !after.get(i).isBelow()),
                before.size() - priced.length,
                read.leftOut(),
                currencies(priced),
                movers(priced));
    }

    private static int count(int[] priced, java.util.function.IntPredicate which) {
        return (int) IntStream.of(priced).filter(which).count();
    }

    private long more(int i) {
        return after.get(i).paid() - before.get(i).paid();
    }

    private boolean differs(int i) {
        Cost was = before.get(i);
        Cost is = after.get(i);
        return was.paid() != is.paid() || was.store() != is.store() || was.platform() != is.platform();
    }

    private List<ImpactByCurrency> currencies(int[] priced) {
        Map<String, List<Integer>> byCurrency = new TreeMap<>();
        IntStream.of(priced).forEach(i -> byCurrency.computeIfAbsent(currency(i).code(), code -> new ArrayList<>()).add(i));
        return byCurrency.values().stream()
                .filter(some -> some.stream().anyMatch(this::differs))
                .map(some -> new ImpactByCurrency(currency(some.get(0)).code(), List.of(
                        row("the buyers pay", some, Cost::paid),
                        row("the stores pay", some, Cost::store),
                        row("the platform pays", some, Cost::platform))))
                .toList();
    }

    private Currency currency(int i) {
        return read.baskets().get(i).currency();
    }

    private SumRow row(String what, List<Integer> some, ToLongFunction<Cost> part) {
        return new SumRow(what, sum(some, before, part), sum(some, after, part));
    }

    private Money sum(List<Integer> some, List<Cost> costs, ToLongFunction<Cost> part) {
        Money sum = Money.zero(currency(some.get(0)));
        for (int i : some) {
            sum = sum.plus(new Money(part.applyAsLong(costs.get(i)), sum.currency()));
        }
        return sum;
    }

    /** By what share of what was paid they move, whichever way: amounts of several currencies cannot be compared. */
    private List<Mover> movers(int[] priced) {
        return IntStream.of(priced)
                .filter(this::differs)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(i -> -Math.abs(share(i))).thenComparing(i -> read.baskets().get(i).id()))
                .limit(MOVERS)
                .map(this::mover)
                .toList();
    }

    private double share(int i) {
        return more(i) / (double) Math.max(1, before.get(i).paid());
    }

    private Mover mover(int i) {
        Basket basket = read.baskets().get(i);
        return new Mover(
                basket.id(),
                new Money(before.get(i).paid(), basket.currency()),
                new Money(after.get(i).paid(), basket.currency()),
                share(i),
                String.format(Locale.ROOT, "%.1f to %.1f", before.get(i).score(), after.get(i).score()));
    }
}
