package dev.plaindeal.backtest;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What is known of the orders priced so far. Two summaries put together are that of all their orders, whichever orders came to which
 * and whichever comes first; only the problems shown are those that came first. For one thread.
 */
final class Summary {

    /** So many bad lines are shown with what is wrong; all are counted. */
    static final int MOST_SHOWN = 100;

    private final Map<String, CurrencySums> byCurrency = new TreeMap<>();
    private final MostChanged mostChanged = new MostChanged();
    private final Map<String, Long> badByCode = new TreeMap<>();
    private final List<Problem> shown = new ArrayList<>();
    private long orders;
    private long bad;
    private long withoutMoment;

    private void count() {
        orders++;
    }

    /** An order that does not say when it was placed. */
    void countWithoutMoment() {
        withoutMoment++;
    }

    CurrencySums of(String currency) {
        return byCurrency.computeIfAbsent(currency, first -> new CurrencySums());
    }

    /**
     * One order more.
     *
     * @param before the order as it was priced with the rules before, in JSON
     * @param after the same with those after
     */
    void add(RuleBooks books, PricedTwice priced, byte[] before, byte[] after) {
        String currency = priced.basket().currency().code();
        OrderTally.add(books, of(currency), priced);
        count();
        if (priced.isTouched()) {
            long score = tenths(priced.after()) - tenths(priced.before());
            changed(new ChangedOrder(priced.basket().id(), currency, priced.morePaid().minor(), score, before, after));
        }
    }

    private static long tenths(Receipt receipt) {
        return Tenths.of(receipt.look().simplicity().score());
    }

    void changed(ChangedOrder order) {
        mostChanged.add(order);
    }

    void refused(BadLine line) {
        bad++;
        Problem problem = line.first();
        badByCode.merge(problem.code(), 1L, Long::sum);
        show(problem);
    }

    private void show(Problem problem) {
        if (shown.size() < MOST_SHOWN) {
            shown.add(problem);
        }
    }

    void addAll(Summary other) {
        orders = Math.addExact(orders, other.orders);
        bad = Math.addExact(bad, other.bad);
        withoutMoment += other.withoutMoment;
        other.byCurrency.forEach((currency, sums) -> of(currency).addAll(sums));
        mostChanged.addAll(other.mostChanged);
        other.badByCode.forEach((code, lines) -> badByCode.merge(code, lines, Long::sum));
        other.shown.forEach(this::show);
    }

    long orders() {
        return orders;
    }

    long bad() {
        return bad;
    }

    long withoutMoment() {
        return withoutMoment;
    }

    Map<String, CurrencySums> byCurrency() {
        return byCurrency;
    }

    MostChanged mostChanged() {
        return mostChanged;
    }

    Map<String, Long> badByCode() {
        return badByCode;
    }

    List<Problem> shown() {
        return shown;
    }

    /** As it was when it was written, see {@link SummaryBytes}. */
    void restore(long ordersThen, long badThen, long withoutMomentThen) {
        orders = ordersThen;
        bad = badThen;
        withoutMoment = withoutMomentThen;
    }
}
