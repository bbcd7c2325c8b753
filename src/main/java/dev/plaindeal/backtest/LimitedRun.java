package dev.plaindeal.backtest;

import dev.plaindeal.backtest.LimitLedger.LimitedOrder;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.read.BasketJson;
import dev.plaindeal.read.BasketReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Prices orders one after the other in the order of time, so that limits run out on the way. For one thread. */
final class LimitedRun {

    private final RuleBooks books;
    private final List<OrderFile> files;
    private final Instant now;
    private final LimitLedger before;
    private final LimitLedger after;
    private final Summary summary = new Summary();

    LimitedRun(RuleBooks books, List<OrderFile> files, Instant now) {
        this.books = books;
        this.files = files;
        this.now = now;
        this.before = new LimitLedger(books.before());
        this.after = new LimitLedger(books.after());
    }

    /** The order, unless it is bad; then that is told. */
    Optional<BadLine> add(ArrivalOrder order) {
        Basket basket = BasketReader.readLine(file(order), order.line(), order.json(), now).orThrow();
        return RefusedOrder.tried(file(order), order.line(), order.json(), () -> add(basket));
    }

    private String file(ArrivalOrder order) {
        return files.get(order.file()).name();
    }

    /** Booked last and under both rule books, so that an order that either refuses takes nothing. */
    private void add(Basket basket) {
        LimitedOrder then = before.price(basket);
        LimitedOrder later = after.price(basket);
        PricedTwice priced = PricedTwice.of(basket, then.receipt(), later.receipt());
        summary.add(books, priced, bytes(then.basket()), bytes(later.basket()));
        before.book(then);
        after.book(later);
    }

    private static byte[] bytes(Basket basket) {
        return BasketJson.line(basket).getBytes(StandardCharsets.UTF_8);
    }

    Summary summary() {
        return summary;
    }

    /** Each limit that either rule book has, by name. */
    List<LimitReport> limits() {
        TreeSet<LimitName> names = new TreeSet<>(before.uses().keySet());
        names.addAll(after.uses().keySet());
        List<LimitReport> limits = new ArrayList<>();
        for (LimitName name : names) {
            limits.add(new LimitReport(name.name(), name.unit(), before.uses().getOrDefault(name, new LimitUse()),
                    after.uses().getOrDefault(name, new LimitUse())));
        }
        return limits;
    }
}
