package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.price.PriceSteps.basket;
import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.price.Outcome.Taken;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** No price falls below its floor: what one line cannot take goes to the others, and what none can is given up. */
class LineMinimumTest {

    @Test
    void whatIsMoreThanThePriceIsGivenUp() {
        Taken taken = PriceSteps.taken(PriceSteps.open(line("p", 1_000, 3)), items().amountOff("USD 50"));
        assertThat(taken.discount()).isEqualTo(3_000);
        assertThat(taken.givenUp()).isEqualTo(2_000);
    }

    @Test
    void anAmountOnSomeItemsIsNoMoreThanTheyCost() {
        Taken taken = PriceSteps.taken(PriceSteps.open(line("p", 1_000, 3)), items().amountOff("USD 50").itemsPerLine(1));
        assertThat(taken.discount()).isEqualTo(1_000);
        assertThat(taken.givenUp()).isZero();
    }

    /** 3.00 each would be fair; p can only take 1.00, so q and r take one more each. */
    @Test
    void whatALineCannotTakeGoesToTheOthers() {
        Ledger open = PriceSteps.open(line("p", 1_000, 1, 900), line("q", 1_000, 1), line("r", 1_000, 1));
        Taken taken = PriceSteps.taken(open, items().amountOff("USD 9"));
        assertThat(taken.byLine()).containsExactly(100, 400, 400);
        assertThat(taken.givenUp()).isZero();
    }

    @Test
    void whatNobodyCanTakeIsGivenUp() {
        Ledger open = PriceSteps.open(line("p", 1_000, 1, 900), line("q", 1_000, 2, 900));
        Taken taken = PriceSteps.taken(open, items().amountOff("USD 9"));
        assertThat(taken.byLine()).containsExactly(100, 200);
        assertThat(taken.givenUp()).isEqualTo(600);
    }

    @Test
    void aRulesOwnFloorIsForEachItem() {
        Ledger open = PriceSteps.open(line("p", 1_000, 2), line("q", 300, 1));
        assertThat(PriceSteps.off(open, items().percentOff(50).neverBelow("USD 6").roundEachLine())).containsExactly(800, 0);
        assertThat(PriceSteps.off(open, items().amountOff("USD 9").neverBelow("USD 6"))).containsExactly(800, 0);
    }

    @Test
    void aFixedShareThatDoesNotFitIsCut() {
        Taken taken = PriceSteps.taken(PriceSteps.open(line("p", 1_000, 1, 900), line("q", 1_000, 1)), items().amountOffEach("USD 2"));
        assertThat(taken.byLine()).containsExactly(100, 200);
        assertThat(taken.givenUp()).isEqualTo(100);
    }

    /** 6.00 over three lines by the cap of 3.00, one of which can take 0.50 alone. */
    @Test
    void aCapComesBeforeTheFloor() {
        Ledger open = PriceSteps.open(line("p", 1_000, 1, 950), line("q", 1_000, 1), line("r", 1_000, 1));
        Taken each = PriceSteps.taken(open, items().amountOffEach("USD 2").atMost("USD 3"));
        assertThat(each.capped()).isTrue();
        assertThat(each.byLine()).containsExactly(50, 100, 100);
        Taken once = PriceSteps.taken(open, basket().amountOff("USD 6").atMost("USD 3"));
        assertThat(once.byLine()).containsExactly(50, 125, 125);
    }

    private static Taken shipping(PromotionWords promise) {
        return PriceSteps.taken(PriceSteps.goods(Map.of("a", usd(500), "b", usd(300), "c", usd(200)), line("p", 1_000, 1)).open(), promise);
    }

    private static PromotionWords fees() {
        return new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0);
    }

    @Test
    void feesAreSharedByWhatTheyAre() {
        assertThat(shipping(fees().shippingOff("USD 2")).byFee()).containsExactly(100, 60, 40);
        assertThat(shipping(fees().shippingOff("USD 99")).byFee()).containsExactly(500, 300, 200);
        assertThat(shipping(fees().shippingFor("USD 2.50")).byFee()).containsExactly(250, 50, 0);
        assertThat(shipping(fees().shippingFor("USD 2.50").atMost("USD 1.50")).byFee()).containsExactly(125, 25, 0);
        assertThat(shipping(fees().shippingOff("USD 2").exceptStores("b")).byFee()).containsExactly(143, 0, 57);
    }

    /** 33 % of 5.00, 3.00 and 2.00: 3.30 once, or 1.65, 0.99 and 0.66 each. */
    @Test
    void aPercentageOfFeesIsRoundedOnceOrForEachFee() {
        assertThat(shipping(fees().shippingOff("33%")).byFee()).containsExactly(165, 99, 66);
        assertThat(shipping(fees().shippingOff("0.1%")).byFee()).containsExactly(1, 0, 0);
        assertThat(shipping(fees().shippingOff("0.1%").roundEachLine()).byFee()).containsExactly(1, 0, 0);
        assertThat(shipping(fees().shippingOff("0.3%").roundEachItem()).byFee()).containsExactly(2, 1, 1);
        assertThat(shipping(fees().shippingOff("0.3%")).byFee()).containsExactly(1, 1, 1);
        assertThat(shipping(fees().shippingOff("0.3%").roundEachItem().atMost("USD 0.03")).byFee()).containsExactly(1, 1, 1);
    }
}
