package dev.plaindeal.backtest;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.read.BasketReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a change of rules would have done to orders of the past. Immutable; money is in minor units, and exact.
 *
 * <p>Worked number: a coupon of 10 % that becomes one of 12 % costs 2.40 more on two orders of 60.00.
 *
 * @param rulesBefore hash of the rule book as it was
 * @param rulesAfter hash of the rule book as it would be
 * @param orders that were priced
 * @param bad lines that no order could be made of, or that cannot be priced
 * @param badByCode how many of them by the code of their first error
 * @param problems the first errors of the first hundred of them, in the order of the input
 * @param withoutMoment orders that do not say when they were placed; they are priced for {@code now}
 * @param now the moment for those
 * @param byCurrency the sums of the orders in each currency, by its code
 * @param mostChanged the hundred orders of each currency that changed most, those that changed most first
 * @param limits what became of each limit, by name; empty where none ran out on the way
 */
public record BacktestReport(
        String rulesBefore,
        String rulesAfter,
        long orders,
        long bad,
        Map<String, Long> badByCode,
        List<Problem> problems,
        long withoutMoment,
        Instant now,
        Map<String, CurrencySums> byCurrency,
        List<PricedTwice> mostChanged,
        List<LimitReport> limits) {

    /** Copies the lists and maps. */
    public BacktestReport {
        badByCode = Collections.unmodifiableSortedMap(new TreeMap<>(badByCode));
        problems = List.copyOf(problems);
        byCurrency = Collections.unmodifiableSortedMap(new TreeMap<>(byCurrency));
        mostChanged = List.copyOf(mostChanged);
        limits = List.copyOf(limits);
    }

    /** Of all that was added up; the orders that changed most are priced once more, for their receipts. */
    static BacktestReport of(RuleBooks books, Instant now, Summary summary, List<LimitReport> limits) {
        List<PricedTwice> most = new ArrayList<>();
        for (ChangedOrder order : summary.mostChanged().all()) {
            Basket before = basket(order, order.before(), now);
            Basket after = basket(order, order.after(), now);
            most.add(PricedTwice.of(before, books.before().evaluate(before), books.after().evaluate(after)));
        }
        return new BacktestReport(
                books.before().rules(), books.after().rules(), summary.orders(), summary.bad(), summary.badByCode(), summary.shown(),
                summary.withoutMoment(), now, summary.byCurrency(), most, limits);
    }

    private static Basket basket(ChangedOrder order, byte[] json, Instant now) {
        return BasketReader.readLine(order.order(), 1, json, now).orThrow();
    }
}
