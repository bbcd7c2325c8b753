package dev.plaindeal.receipt;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt.StoreTotal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Adds up what each store sells, ships and takes off; stores in the order in which the lines name them. For one thread. */
final class StoreTotals {

    private final Currency currency;
    private final Map<String, Sums> byStore = new LinkedHashMap<>();
    private final Map<String, Sums> byLine = new HashMap<>();

    private StoreTotals(Currency currency) {
        this.currency = currency;
    }

    /** The sums of one store in minor units; of a basket that can be priced none of them overflows. */
    private static final class Sums {
        private long goods;
        private long shipping;
        private long discount;
        private long platform;
    }

    static List<StoreTotal> of(Basket basket, List<LinePrice> lines, List<Applied> applied) {
        StoreTotals totals = new StoreTotals(basket.currency());
        lines.forEach(totals::line);
        basket.shipping().forEach((store, fee) -> totals.store(store).shipping += fee.minor());
        applied.forEach(one -> one.allocations().forEach(totals::share));
        return totals.byStore.entrySet().stream().map(entry -> totals.total(entry.getKey(), entry.getValue())).toList();
    }

    private Sums store(String store) {
        return byStore.computeIfAbsent(store, first -> new Sums());
    }

    private void line(LinePrice line) {
        Sums sums = store(line.store());
        sums.goods += line.list().minor();
        byLine.put(line.line(), sums);
    }

    private void share(Allocation share) {
        Sums sums = switch (share.on()) {
            case LINE -> byLine.get(share.name());
            case SHIPPING -> store(share.name());
        };
        sums.discount += share.amount().minor();
        sums.platform += share.platform().minor();
    }

    private StoreTotal total(String store, Sums sums) {
        return new StoreTotal(
                store,
                money(sums.goods),
                money(sums.shipping),
                money(sums.discount),
                money(sums.goods + sums.shipping - sums.discount),
                new Funders(money(sums.platform), money(sums.discount - sums.platform)));
    }

    private Money money(long minor) {
        return new Money(minor, currency);
    }
}
