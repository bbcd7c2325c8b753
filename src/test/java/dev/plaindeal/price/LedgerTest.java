package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.price.PriceSteps.after;
import static dev.plaindeal.price.PriceSteps.basket;
import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.named;
import static dev.plaindeal.price.PriceSteps.step;
import static dev.plaindeal.price.PriceSteps.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a ledger knows after some offers: what deals have used up, what is left to pay, who took what. */
class LedgerTest {

    private static final Offer PAIR = named("pair", items().buyGet(1, 1).upTo(1));

    @Test
    void aDealUsesUpItsUnitsAndWhatIsPaidForThem() {
        Ledger after = after(PriceSteps.open(line("cup", 1_000, 3)), PAIR);
        assertThat(after.free(0)).isEqualTo(1);
        assertThat(after.freePrice(0)).isEqualTo(1_000);
    }

    @Test
    void twoDealsUseUpTheirUnitsTogether() {
        Ledger after = after(after(PriceSteps.open(line("cup", 1_000, 5)), PAIR), named("another", items().buyGet(1, 1).upTo(1)));
        assertThat(after.free(0)).isEqualTo(1);
        assertThat(after.freePrice(0)).isEqualTo(1_000);
        assertThat(after.goodsTotal()).isEqualTo(3_000);
    }

    /** 10.00 is paid for the pair and 10.00 for the third cup, so 2.00 off falls evenly on both. */
    @Test
    void anAmountAfterADealFallsOnUsedUnitsAndFreeOnes() {
        Ledger after = after(after(PriceSteps.open(line("cup", 1_000, 3)), PAIR), named("two", items().amountOff("USD 2")));
        assertThat(after.freePrice(0)).isEqualTo(900);
        assertThat(after.free(0)).isEqualTo(1);
        assertThat(PriceSteps.off(after, items().cheapestOff("100%"))).containsExactly(900);
    }

    @Test
    void anAmountAfterADealLeavesLinesWithoutUsedUnitsTheirPrice() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 2), line("pot", 3_000, 1));
        Ledger pair = after(open, named("pair", items().buyGet(1, 1).onlySkus("cup")));
        Ledger after = after(pair, named("two", items().amountOff("USD 4")));
        assertThat(after.freePrice(1)).isEqualTo(2_700);
        assertThat(after.freePrice(0)).isZero();
    }

    @Test
    void claimsEndWithTheLayer() {
        Ledger after = after(PriceSteps.open(line("cup", 1_000, 3)), PAIR).entering(Layer.PLATFORM_THRESHOLD);
        assertThat(after.free(0)).isEqualTo(3);
        assertThat(after.freePrice(0)).isEqualTo(2_000);
    }

    /** Three units of 10.01 are 3.33, 3.34 and 3.34. */
    @Test
    void theCheaperUnitsAreCountedFirst() {
        Ledger ledger = after(PriceSteps.open(line("cup", 334, 3)), named("cent", items().amountOff("USD 0.01")));
        assertThat(ledger.priceOfFree(0, 0)).isZero();
        assertThat(ledger.priceOfFree(0, 1)).isEqualTo(333);
        assertThat(ledger.priceOfFree(0, 2)).isEqualTo(667);
        assertThat(ledger.priceOfFree(0, 3)).isEqualTo(1_001);
    }

    @Test
    void whatIsTakenOffShippingLeavesClaimsAlone() {
        Ledger pair = after(PriceSteps.goods(Map.of("a", usd(499)), line("cup", 1_000, 3)).open(), PAIR);
        Ledger after = pair.less(new long[0], new long[] {99}, Ledger.NONE_USED, PAIR);
        assertThat(after.feesTotal()).isEqualTo(400);
        assertThat(after.freePrice(0)).isEqualTo(1_000);
    }

    @Test
    void aDealClaimsMoreThanTheLedgerBeforeIt() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 5));
        Ledger tenth = after(open, named("tenth", items().percentOff(10)));
        Ledger pair = after(tenth, PAIR);
        assertThat(pair.claimsMoreThan(tenth)).isTrue();
        assertThat(pair.claimsMoreThan(open)).isTrue();
        assertThat(tenth.claimsMoreThan(open)).isFalse();
        assertThat(after(pair, named("two", items().amountOff("USD 2"))).claimsMoreThan(pair)).isFalse();
    }

    @Test
    void aLedgerIsInTheLayerOfItsLastOffer() {
        Ledger pair = after(PriceSteps.open(line("cup", 1_000, 5)), PAIR);
        assertThat(pair.isIn(Layer.ITEM_PRICE)).isTrue();
        assertThat(pair.isIn(Layer.PLATFORM_THRESHOLD)).isFalse();
    }

    @Test
    void aProductBeyondAnyBasketIsTheLargestTotal() {
        assertThat(Ledger.product(Basket.LARGEST_TOTAL, 1)).isEqualTo(Basket.LARGEST_TOTAL);
        assertThat(Ledger.product(Basket.LARGEST_TOTAL / 2, 2)).isEqualTo(Basket.LARGEST_TOTAL);
        assertThat(Ledger.product(Basket.LARGEST_TOTAL, 2)).isEqualTo(Basket.LARGEST_TOTAL);
        assertThat(Ledger.product(Long.MAX_VALUE, 0)).isZero();
        assertThat(Ledger.product(12, 12)).isEqualTo(144);
        assertThat(Ledger.product(Basket.LARGEST_TOTAL / 7, 7)).isEqualTo(Basket.LARGEST_TOTAL - 2);
    }

    private static Outcome second(Ledger open, PromotionWords first, PromotionWords second) {
        return step(after(open, named("both", first)), named("both", second)).outcome();
    }

    private static PromotionWords asking() {
        return basket().amountOff("USD 2").whenSpending("USD 10");
    }

    @Test
    void whatAPromotionTookDoesNotStandInItsOwnWay() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 1));
        assertThat(second(open, items().amountOff("USD 1"), asking())).isInstanceOf(Taken.class);
        assertThat(step(after(open, named("another", items().amountOff("USD 1"))), named("both", asking())).outcome())
                .isEqualTo(new Missed(Outcome.Measure.MONEY, 1_000, 900));
    }

    @Test
    void soItIsOfALadderAndOfEveryStep() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 1));
        assertThat(second(open, items().amountOff("USD 1"), basket().tier("USD 10", "USD 2"))).isInstanceOf(Taken.class);
        assertThat(second(open, items().amountOff("USD 1"), basket().every("USD 10", "USD 2"))).isInstanceOf(Taken.class);
    }

    @Test
    void whatTwoStatementsTookIsPutBackForTheThird() {
        Ledger first = after(PriceSteps.open(line("cup", 1_000, 1)), named("all", items().amountOff("USD 1")));
        Ledger both = after(first, named("all", items().amountOff("USD 2")));
        assertThat(both.takenByItsOwn(named("all", asking()), Basis.SO_FAR)).containsExactly(300);
        assertThat(step(both, named("all", asking())).outcome()).isInstanceOf(Taken.class);
    }

    /** The running price is that before the layer, so what the layer itself took is in it already. */
    @Test
    void whatTheSameLayerTookIsNotPutBackTwice() {
        Ledger open = PriceSteps.open(line("cup", 950, 1));
        assertThat(second(open, basket().amountOff("USD 0.50"), asking()))
                .isEqualTo(new Missed(Outcome.Measure.MONEY, 1_000, 950));
        assertThat(second(open, basket().amountOff("USD 0.50"), asking().measuredOn("price so far")))
                .isEqualTo(new Missed(Outcome.Measure.MONEY, 1_000, 950));
        assertThat(second(open, items().amountOff("USD 0.50"), asking().measuredOn("list price")))
                .isEqualTo(new Missed(Outcome.Measure.MONEY, 1_000, 950));
    }

    @Test
    void aPriceBeforeALayerHasWhatEarlierLayersTookPutBack() {
        Ledger open = PriceSteps.open(line("cup", 950, 1));
        Missed lacks = new Missed(Outcome.Measure.MONEY, 1_000, 950);
        PromotionWords item = items().amountOff("USD 0.50");
        assertThat(second(open, item, asking().measuredOn("price before item-price"))).isEqualTo(lacks);
        assertThat(second(open, item, asking().measuredOn("price before store-coupon"))).isEqualTo(lacks);
        assertThat(second(open, item, asking().measuredOn("price before platform-coupon"))).isEqualTo(lacks);
        assertThat(second(PriceSteps.open(line("cup", 1_000, 1)), item, asking().measuredOn("price before store-coupon")))
                .isInstanceOf(Taken.class);
    }

    @Test
    void aFeeIsTakenAtTheStageTheRuleSays() {
        Ledger open = PriceSteps.goods(Map.of("a", usd(500)), line("cup", 1_000, 1)).open();
        Ledger after = after(open, named("half", new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0).shippingOff("50%")));
        assertThat(after.fees(Basis.SO_FAR)).containsExactly(250);
        assertThat(after.fees(Basis.RUNNING)).containsExactly(500);
        assertThat(after.fees(Basis.LIST)).containsExactly(500);
        assertThat(after.feesTotal()).isEqualTo(250);
    }
}
