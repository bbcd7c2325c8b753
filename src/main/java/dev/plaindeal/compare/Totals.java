package dev.plaindeal.compare;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Sums over all baskets of one currency; nothing is converted.
 *
 * @param currency of every amount
 * @param promotions what each promotion takes off, by id
 * @param platform what the platform pays
 * @param stores what the stores pay
 * @param buyers what the buyers pay
 */
public record Totals(
        Currency currency, Map<String, Change> promotions, Change platform, Change stores, Change buyers) {

    /** One for each currency, by its code. */
    static List<Totals> of(List<Pair> pairs) {
        Map<String, List<Pair>> byCurrency = new TreeMap<>();
        pairs.forEach(pair -> byCurrency
                .computeIfAbsent(pair.before().currency().code(), code -> new ArrayList<>())
                .add(pair));
        return byCurrency.values().stream().map(Totals::ofOneCurrency).toList();
    }

    private static Totals ofOneCurrency(List<Pair> pairs) {
        Currency currency = pairs.get(0).before().currency();
        Map<String, Change> promotions = new TreeMap<>();
        Money zero = Money.zero(currency);
        for (Pair pair : pairs) {
            pair.before().applied().forEach(applied -> promotions.merge(
                    applied.id(), new Change(applied.discount(), zero), Change::plus));
            pair.after().applied().forEach(applied -> promotions.merge(
                    applied.id(), new Change(zero, applied.discount()), Change::plus));
        }
        return new Totals(
                currency,
                promotions,
                sum(pairs, receipt -> receipt.funders().platform()),
                sum(pairs, receipt -> receipt.funders().store()),
                sum(pairs, Receipt::total));
    }

    private static Change sum(List<Pair> pairs, Function<Receipt, Money> what) {
        return pairs.stream()
                .map(pair -> new Change(what.apply(pair.before()), what.apply(pair.after())))
                .reduce(Change::plus)
                .orElseThrow();
    }
}
