package dev.plaindeal.price;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.model.ChanceKind;
import dev.plaindeal.model.Conventions;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Promise;
import dev.plaindeal.model.Remaining;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small baskets in dollars and offers asked for their money on them, for tests of one rule of the arithmetic each. */
final class Till {

    static final Currency USD = Currency.of("USD");

    private Till() {}

    static Money usd(long cents) {
        return new Money(cents, USD);
    }

    /** So many of one sku at a unit price in cents; the line goes by the sku. */
    static Line line(String sku, long cents, int quantity) {
        return Line.of(sku, sku, "a", usd(cents), quantity);
    }

    /** The same with a price of one that nothing may go below. */
    static Line line(String sku, long cents, int quantity, long minimum) {
        return new Line(sku, sku, "a", "", "", usd(cents), Optional.empty(), Optional.of(usd(minimum)), quantity);
    }

    static Ledger open(Line... lines) {
        return goods(Map.of(), lines).open();
    }

    static Goods goods(Map<String, Money> fees, Line... lines) {
        return Goods.of(RandomDeals.basket(USD, List.of(lines), fees, Remaining.UNTOUCHED));
    }

    /** Off the price of an item. */
    static Promise items() {
        return new Promise(ChanceKind.PLATFORM_ITEMS, 0);
    }

    /** Off the whole basket, a later layer. */
    static Promise basket() {
        return new Promise(ChanceKind.PLATFORM_BASKET, 0);
    }

    static Offer offer(Promise promise) {
        return named("deal", promise);
    }

    /** Of another promotion, or one more statement of the same. */
    static Offer named(String promotion, Promise promise) {
        return new Offer(promotion, 0, promise.terms(), "", "");
    }

    static Pricer.Step step(Ledger before, Offer offer) {
        return Pricer.apply(before, offer, offer.terms().choices().over(Conventions.DEFAULT), before.linePrices());
    }

    static Ledger after(Ledger before, Offer offer) {
        return step(before, offer).ledger();
    }

    static Taken taken(Ledger before, Promise promise) {
        return (Taken) step(before, offer(promise)).outcome();
    }

    /** What it takes off each line. */
    static long[] off(Ledger before, Promise promise) {
        return taken(before, promise).byLine();
    }

    static Outcome outcome(Ledger before, Promise promise) {
        return step(before, offer(promise)).outcome();
    }

    static Optional<Missed> ahead(Ledger before, Promise promise) {
        Offer offer = offer(promise);
        return Pricer.ahead(before, offer, offer.terms().choices().over(Conventions.DEFAULT), before.linePrices());
    }
}
