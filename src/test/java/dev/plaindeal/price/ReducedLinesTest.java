package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.basket;
import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.offer;
import static dev.plaindeal.price.PriceSteps.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Line;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Outcome.NothingInScope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What counts as reduced: the seller's own reduction, an earlier layer's, and a price shown in the shop. */
class ReducedLinesTest {

    private static final Line CUP = line("cup", 1_000, 1);
    private static final Line SALE =
            new Line("sale", "sale", "a", "", "", usd(1_000), Optional.of(usd(1_500)), Optional.empty(), 1);

    private static PromotionWords noReduced() {
        return basket().percentOff(10).notOnReduced();
    }

    @Test
    void theSellersReductionIsLeftOut() {
        Ledger open = PriceSteps.open(CUP, SALE);
        assertThat(ReducedLines.leftOut(open, offer(noReduced()))).containsExactly(false, true);
        assertThat(ReducedLines.leavesOutSome(open, offer(noReduced()))).isTrue();
        assertThat(PriceSteps.off(open, noReduced())).containsExactly(100, 0);
    }

    @Test
    void nothingIsLeftOutOfAnOfferForReducedItemsToo() {
        Ledger open = PriceSteps.open(CUP, SALE);
        assertThat(ReducedLines.leavesOutSome(open, offer(basket().percentOff(10)))).isFalse();
    }

    @Test
    void aLineTheOfferIsNotForIsNotLeftOut() {
        assertThat(ReducedLines.leavesOutSome(PriceSteps.open(CUP, SALE), offer(noReduced().onlySkus("cup")))).isFalse();
    }

    @Test
    void whatAnEarlierLayerReducedIsLeftOutOfTheNext() {
        Ledger after = PriceSteps.after(PriceSteps.open(CUP, line("pot", 500, 1)), offer(items().percentOff(10).onlySkus("cup")));
        assertThat(ReducedLines.leftOut(after, offer(noReduced()))).containsExactly(true, false);
    }

    @Test
    void whatTheSameLayerReducedIsStillFullPriced() {
        Ledger after = PriceSteps.after(PriceSteps.open(CUP), offer(items().percentOff(10)));
        assertThat(ReducedLines.leavesOutSome(after, offer(items().percentOff(10).notOnReduced()))).isFalse();
    }

    @Test
    void nothingIsReducedBeforeTheFirstPromotion() {
        assertThat(PriceSteps.open(CUP).reduced(0)).isFalse();
        assertThat(PriceSteps.open(SALE).reduced(0)).isTrue();
    }

    /** A price the shop shows counts for layers after item prices, also where the stack leaves it out. */
    @Test
    void aPriceShownInTheShopCountsForLaterLayersAlone() {
        Ledger shown = PriceSteps.open(CUP, line("pot", 500, 1)).onSale(new boolean[] {true, false});
        assertThat(ReducedLines.leftOut(shown, offer(noReduced()))).containsExactly(true, false);
        assertThat(ReducedLines.leavesOutSome(shown, offer(items().percentOff(10).notOnReduced()))).isFalse();
        assertThat(shown.reduced(0)).isFalse();
        assertThat(ReducedLines.leftOut(shown.reopened(), offer(noReduced()))).containsExactly(true, false);
    }

    @Test
    void aPriceShownInTheShopDoesNotCountWhereItemPricesComeLast() {
        List<Layer> order = List.of(
                Layer.STORE_THRESHOLD, Layer.STORE_COUPON, Layer.PLATFORM_THRESHOLD, Layer.PLATFORM_COUPON, Layer.ITEM_PRICE,
                Layer.SHIPPING);
        Ledger shown = PriceSteps.goods(Map.of(), CUP).open(order).onSale(new boolean[] {true});
        assertThat(ReducedLines.leavesOutSome(shown, offer(noReduced()))).isFalse();
    }

    @Test
    void aLineAskedAboutAloneKnowsItsOwnPriceShown() {
        Ledger shown = PriceSteps.open(CUP, line("pot", 500, 1)).onSale(new boolean[] {false, true}).entering(Layer.PLATFORM_THRESHOLD);
        assertThat(shown.only(new int[] {0}).reduced(0)).isFalse();
        assertThat(shown.only(new int[] {1}).reduced(0)).isTrue();
    }

    @Test
    void anOfferWithNothingLeftIsForNothingInTheBasket() {
        assertThat(PriceSteps.outcome(PriceSteps.open(SALE), noReduced())).isEqualTo(new NothingInScope());
    }
}
