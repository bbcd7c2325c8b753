package dev.plaindeal.jmh;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The baskets measured: two stores, three presented codes, so many lines. */
final class Baskets {

    private static final Currency USD = Currency.of("USD");
    private static final long[] CENTS = {4_799, 3_000, 3_441, 1_299, 2_250};

    private Baskets() {}

    static Basket of(int lines, List<String> codes) {
        List<Line> all = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            String store = i % 5 < 3 ? Catalog.PEARL : Catalog.CEDAR;
            all.add(Line.of("line-" + i, "sku-" + i, store, new Money(CENTS[i % CENTS.length], USD), 1 + i % 2));
        }
        return new Basket(
                "measured",
                Catalog.MARKET,
                USD,
                "en-US",
                Channel.SHELF,
                Instant.parse("2026-11-22T20:00:00Z"),
                Buyer.unknown(),
                List.of(new Store(Catalog.PEARL, true, false), Store.local(Catalog.CEDAR)),
                all,
                Map.of(Catalog.PEARL, new Money(499, USD), Catalog.CEDAR, new Money(399, USD)),
                "",
                codes,
                Remaining.UNTOUCHED);
    }
}
