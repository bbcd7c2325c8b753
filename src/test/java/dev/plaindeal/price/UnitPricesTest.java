package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.after;
import static dev.plaindeal.price.PriceSteps.basket;
import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.named;
import static dev.plaindeal.price.PriceSteps.off;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import org.junit.jupiter.api.Test;

/** Lines whose price does not divide by their quantity: the units are one cent apart, and each is rounded by itself. */
class UnitPricesTest {

    /** Three cups of 3.34, after an earlier layer took so many cents. */
    private static Ledger cups(int cents) {
        return after(PriceSteps.open(line("cup", 334, 3)), named("earlier", items().amountOff("USD 0.0" + cents)));
    }

    private static Ledger andSameLayer(Ledger before, int cents) {
        return after(before, named("same", basket().amountOff("USD 0.0" + cents)));
    }

    private static PromotionWords half() {
        return basket().rounding("down").roundEachItem();
    }

    /** Of 3.33, 3.34 and 3.34. */
    @Test
    void theCheaperUnitsOfALineTakePart() {
        assertThat(PriceSteps.off(cups(1), basket().percentOff(100).itemsPerLine(1))).containsExactly(333);
        assertThat(PriceSteps.off(cups(1), basket().percentOff(100).itemsPerLine(2))).containsExactly(667);
        assertThat(PriceSteps.off(cups(1), basket().percentOff(100).itemsPerLine(3))).containsExactly(1_001);
    }

    /** Half of 3.33 is 1.66, half of 3.34 is 1.67. */
    @Test
    void eachUnitGotIsRoundedAtItsOwnPrice() {
        assertThat(PriceSteps.off(cups(1), half().cheapestOff(1, "50%"))).containsExactly(166);
        assertThat(PriceSteps.off(cups(1), half().cheapestOff(2, "50%"))).containsExactly(333);
        assertThat(PriceSteps.off(cups(1), half().cheapestOff(3, "50%"))).containsExactly(500);
        assertThat(PriceSteps.off(cups(1), half().cheapestOff(2, "50%").dearestFirst())).containsExactly(334);
    }

    /** They cost 3.32, 3.33 and 3.33 now, but the percentage is of 3.33, 3.33 and 3.34: of the dear two, one has each price. */
    @Test
    void theDearUnitsNowHaveTheDearPricesOfBefore() {
        Ledger before = andSameLayer(cups(2), 2);
        assertThat(before.goodsTotal()).isEqualTo(998);
        assertThat(PriceSteps.off(before, half().cheapestOff(2, "50%").dearestFirst())).containsExactly(333);
        assertThat(PriceSteps.off(before, half().cheapestOff(3, "50%").dearestFirst())).containsExactly(499);
        assertThat(PriceSteps.off(before, half().cheapestOff(1, "50%"))).containsExactly(166);
    }

    /** They cost 3.33 each now, and cost 3.33, 3.34 and 3.34 before. */
    @Test
    void unitsAlikeNowHadTwoPrices() {
        Ledger before = andSameLayer(cups(1), 2);
        assertThat(PriceSteps.off(before, half().cheapestOff(3, "50%"))).containsExactly(500);
        assertThat(PriceSteps.off(before, half().cheapestOff(1, "50%"))).containsExactly(166);
        assertThat(PriceSteps.off(before, basket().cheapestOff(2, "100%"))).containsExactly(666);
    }

    /** A tenth of 1.05 is 0.105: 0.11 for each of three, 0.32 for the line, 0.63 for two lines and 0.64 line by line. */
    @Test
    void aPercentageIsRoundedOverItsGrain() {
        assertThat(PriceSteps.taken(PriceSteps.open(line("p", 105, 3)), items().percentOff(10).roundEachItem()).discount()).isEqualTo(33);
        assertThat(PriceSteps.taken(PriceSteps.open(line("p", 105, 3)), items().percentOff(10).roundEachLine()).discount()).isEqualTo(32);
        Ledger two = PriceSteps.open(line("p", 105, 3), line("q", 105, 3));
        assertThat(PriceSteps.taken(two, items().percentOff(10)).discount()).isEqualTo(63);
        assertThat(PriceSteps.taken(two, items().percentOff(10).roundEachLine()).discount()).isEqualTo(64);
        assertThat(PriceSteps.taken(two, items().percentOff(10).roundEachItem()).discount()).isEqualTo(66);
    }

    /** Units of 3.33, 3.34 and 3.34 down to 3.33 are 0.02 off. */
    @Test
    void aPriceForEachItemIsMeasuredOnEach() {
        assertThat(PriceSteps.off(cups(1), basket().nowPrice("USD 3.33"))).containsExactly(2);
        assertThat(PriceSteps.off(cups(1), basket().amountOffEach("USD 3.33"))).containsExactly(999);
        assertThat(PriceSteps.off(cups(1), basket().amountOffEachLine("USD 3.33"))).containsExactly(333);
    }

    @Test
    void aDealsPercentageIsRoundedOverItsGrain() {
        Ledger open = PriceSteps.open(line("p", 105, 3), line("q", 105, 1));
        assertThat(PriceSteps.taken(open, items().cheapestOff(4, "10%")).discount()).isEqualTo(42);
        assertThat(PriceSteps.off(open, items().cheapestOff(4, "10%").roundEachLine())).containsExactly(32, 11);
        assertThat(PriceSteps.off(open, items().cheapestOff(4, "10%").roundEachItem())).containsExactly(33, 11);
    }

    /** 6 % of 30.91 is 1.8546, whether or not a floor of 29.00 leaves just 1.86 to be taken off 30.86. */
    @Test
    void aFloorThatHoldsNothingBackChangesNothing() {
        assertThat(off(afterTwo(1), basket().cheapestOff(10, "6%"))).containsExactly(185);
        assertThat(off(afterTwo(290), basket().cheapestOff(10, "6%"))).containsExactly(185);
    }

    private static Ledger afterTwo(long min) {
        Ledger earlier = after(PriceSteps.open(line("cup", 310, 10, min)), named("earlier", items().amountOff("USD 0.09")));
        return after(earlier, named("same", basket().amountOff("USD 0.05")));
    }
}
