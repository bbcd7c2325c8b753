package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.price.PriceSteps.basket;
import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.offer;
import static dev.plaindeal.price.PriceSteps.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.policy.Conventions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an offer could save at most: two cups of 10.01 and a pot of 5.00 are 25.02 of three items, shipping is 4.99 and 3.00. */
class OfferBoundsTest {

    /** Not static: mutation testing would go on with the goods that unbroken code has laid out. */
    private final PricedBasket goods =
            PriceSteps.goods(Map.of("a", usd(499), "b", usd(300)), line("cup", 1_001, 2), line("pot", 500, 1));

    private OfferBound bound(PromotionWords promise) {
        return OfferBounds.of(goods, offer(promise), promise.offer().terms().choices().over(Conventions.DEFAULT));
    }

    private static PromotionWords shipping() {
        return new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0);
    }

    @Test
    void aPercentageIsRoundedUpAndGoesByTheRunningPrice() {
        assertThat(bound(items().percentOff(10))).isEqualTo(new OfferBound(251, Optional.of(Percent.of("10")), 0));
    }

    @Test
    void aPercentageRoundedInPartsMayBeOneMoreForEach() {
        assertThat(bound(items().percentOff(10).roundEachItem())).isEqualTo(new OfferBound(254, Optional.of(Percent.of("10")), 3));
        assertThat(bound(items().percentOff(10).roundEachLine())).isEqualTo(new OfferBound(254, Optional.of(Percent.of("10")), 3));
    }

    @Test
    void aPercentageOfAnEarlierPriceDoesNotFallWithTheRunningPrice() {
        assertThat(bound(items().percentOff(10).percentOf("list price"))).isEqualTo(new OfferBound(251, Optional.empty(), 0));
        assertThat(bound(items().percentOff(10).percentOf("price before item-price")).share()).isEmpty();
        assertThat(bound(items().percentOff(10).percentOf("price so far")).share()).contains(Percent.of("10"));
    }

    @Test
    void anAmountIsItselfButNeverMoreThanThePrice() {
        assertThat(bound(items().amountOff("USD 5"))).isEqualTo(new OfferBound(500, Optional.empty(), 0));
        assertThat(bound(items().amountOff("USD 99"))).isEqualTo(new OfferBound(2_502, Optional.empty(), 0));
    }

    @Test
    void aCapIsTheMost() {
        assertThat(bound(items().percentOff(10).atMost("USD 2")).most()).isEqualTo(200);
        assertThat(bound(items().percentOff(10).atMost("USD 3")).most()).isEqualTo(251);
    }

    @Test
    void onlyLinesInScopeCount() {
        assertThat(bound(items().amountOff("USD 99").exceptSkus("cup")).most()).isEqualTo(500);
        assertThat(bound(items().percentOff(10).onlySkus("cup").roundEachItem()))
                .isEqualTo(new OfferBound(203, Optional.of(Percent.of("10")), 2));
    }

    @Test
    void whatIsTakenOffEachItemOrEachLineMayBeAllOfIt() {
        assertThat(bound(items().amountOffEach("USD 1"))).as("three items").isEqualTo(new OfferBound(300, Optional.empty(), 3));
        assertThat(bound(items().nowPrice("USD 1")).most()).isEqualTo(2_502);
        assertThat(bound(items().forPrice("USD 1")).most()).isEqualTo(2_502);
        assertThat(bound(items().amountOff("USD 1").eachLineAlone())).isEqualTo(new OfferBound(2_502, Optional.empty(), 3));
        assertThat(bound(items().buyGet(1, 1)).most()).isEqualTo(2_502);
    }

    @Test
    void aLadderIsWorthItsBestStep() {
        assertThat(bound(basket().tier("USD 10", "USD 1").tier("USD 20", "USD 4")).most()).isEqualTo(400);
        assertThat(bound(basket().tier("USD 10", "USD 1").tier("USD 20", "10%"))).isEqualTo(new OfferBound(254, Optional.empty(), 3));
    }

    @Test
    void everyIsWorthAllItsTimes() {
        assertThat(bound(basket().every("USD 10", "USD 2"))).as("25.02 is 10 twice").isEqualTo(new OfferBound(400, Optional.empty(), 3));
        assertThat(bound(basket().every("USD 5", "USD 2").upTo(3)).most()).isEqualTo(600);
        assertThat(bound(basket().every("USD 30", "USD 2")).most()).isZero();
    }

    @Test
    void aGiftTakesNothingOff() {
        assertThat(bound(basket().gift("mug", "a mug")).most()).isZero();
    }

    /** A fee is rounded by itself, so two fees may be two cents more. */
    @Test
    void shippingIsWhatTheFeesInScopeAre() {
        assertThat(bound(shipping().freeShipping())).isEqualTo(new OfferBound(799, Optional.empty(), 2));
        assertThat(bound(shipping().shippingOff("50%")).most()).isEqualTo(402);
        assertThat(bound(shipping().shippingOff("USD 2")).most()).isEqualTo(200);
        assertThat(bound(shipping().shippingFor("USD 2")).most()).isEqualTo(799);
        assertThat(bound(shipping().freeShipping().onlyStores("b"))).isEqualTo(new OfferBound(300, Optional.empty(), 1));
    }

    @Test
    void whatIsLeftToPayLowersAPercentageAlone() {
        assertThat(new OfferBound(480, Optional.of(Percent.of("10")), 3).most(1_001)).isEqualTo(104);
        assertThat(new OfferBound(480, Optional.of(Percent.of("10")), 3).most(9_000)).isEqualTo(480);
        assertThat(new OfferBound(480, Optional.empty(), 3).most(1_001)).isEqualTo(480);
    }
}
