package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small baskets in dollars and offers asked for their money on them, for tests of one rule of the arithmetic each. */
final class PriceSteps {

    static final Currency USD = Currency.of("USD");

    private PriceSteps() {}

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

    static PricedBasket goods(Map<String, Money> fees, Line... lines) {
        return PricedBasket.of(RandomDeals.basket(USD, List.of(lines), fees, Remaining.UNTOUCHED));
    }

    /** Off the price of an item. */
    static PromotionWords items() {
        return new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0);
    }

    /** Off the whole basket, a later layer. */
    static PromotionWords basket() {
        return new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0);
    }

    static Offer offer(PromotionWords promise) {
        return named("deal", promise);
    }

    /** Of another promotion, or one more statement of the same. */
    static Offer named(String promotion, PromotionWords promise) {
        return new Offer(promotion, 0, promise.offer().terms(), "", "");
    }

    static Pricer.PricedStep step(Ledger before, Offer offer) {
        return Pricer.apply(before, offer, offer.terms().choices().over(Conventions.DEFAULT), before.linePrices());
    }

    static Ledger after(Ledger before, Offer offer) {
        return step(before, offer).ledger();
    }

    static Taken taken(Ledger before, PromotionWords promise) {
        return (Taken) step(before, offer(promise)).outcome();
    }

    /** What it takes off each line. */
    static long[] off(Ledger before, PromotionWords promise) {
        return taken(before, promise).byLine();
    }

    static Outcome outcome(Ledger before, PromotionWords promise) {
        return step(before, offer(promise)).outcome();
    }

    static Optional<Missed> ahead(Ledger before, PromotionWords promise) {
        Offer offer = offer(promise);
        return Pricer.ahead(before, offer, offer.terms().choices().over(Conventions.DEFAULT), before.linePrices());
    }
}
