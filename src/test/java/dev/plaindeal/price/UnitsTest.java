package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.after;
import static dev.plaindeal.price.PriceSteps.basket;
import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.named;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Which units a deal takes: by price, among equals by what their floor lets go, then by what they are. */
class UnitsTest {

    @Test
    void aTieGoesToTheUnitThatCanSaveMore() {
        Ledger open = PriceSteps.open(line("a", 1_000, 1, 900), line("b", 1_000, 1));
        assertThat(PriceSteps.off(open, items().cheapestOff("100%"))).containsExactly(0, 1_000);
        assertThat(PriceSteps.off(open, items().nthItem(2, "100%"))).containsExactly(0, 1_000);
        assertThat(PriceSteps.off(open, items().buyGet(1, 1))).containsExactly(0, 1_000);
    }

    /** Two of a's four units can be 2.00 cheaper, one of b's 1.00; the rest cannot be cheaper at all. */
    @Test
    void aFloorLetsGoOfSoManyUnitsOfALine() {
        Ledger open = PriceSteps.open(line("a", 1_000, 4, 900), line("b", 1_000, 2, 950));
        assertThat(PriceSteps.off(open, items().cheapestOff(2, "USD 2"))).containsExactly(400, 0);
        assertThat(PriceSteps.off(open, items().cheapestOff(3, "USD 2"))).containsExactly(400, 100);
    }

    @Test
    void whatIsLeftAboveTheFloorIsOneUnitsSaving() {
        Ledger open = PriceSteps.open(line("a", 1_000, 3, 800), line("b", 1_000, 2));
        assertThat(PriceSteps.off(open, items().cheapestOff(3, "100%"))).containsExactly(600, 2_000);
    }

    @Test
    void aDealOnMoreUnitsThanThereAreUsesThoseThereAre() {
        Ledger open = PriceSteps.open(line("a", 1_000, 4, 900));
        assertThat(after(open, named("deal", items().cheapestOff(9, "USD 2"))).free(0)).isZero();
        Ledger whole = PriceSteps.open(line("b", 1_000, 1));
        assertThat(PriceSteps.off(whole, items().cheapestOff(3, "USD 2"))).containsExactly(200);
        assertThat(after(whole, named("deal", items().cheapestOff(3, "USD 2"))).free(0)).isZero();
    }

    /** Units of 10.00 and 10.01 may together save 10.01: cheapest first it is the one of 10.00 that does. */
    @Test
    void theUnitThatComesFirstHasTheFirstClaimOnItsLinesFloor() {
        Ledger open = PriceSteps.open(line("a", 1_001, 2, 500), line("b", 1_000, 1, 500));
        Ledger cent = after(open, named("cent", items().amountOff("USD 0.01").onlySkus("a")));
        assertThat(PriceSteps.off(cent, items().cheapestOff("100%"))).containsExactly(1_000, 0);
    }

    @Test
    void inBasketOrderEveryPlaceIsItsOwn() {
        Ledger open = PriceSteps.open(line("q", 500, 1), line("p", 500, 1), line("r", 100, 2));
        assertThat(PriceSteps.off(open, items().nthItem(2, "100%").firstInBasket())).containsExactly(0, 500, 100);
    }

    /** 9, 9, 5, 5, 5 and 1: the third is a 5.00 and the sixth the 1.00. */
    @Test
    void placesAreCountedThroughAllLines() {
        Ledger open = PriceSteps.open(line("a", 900, 2), line("b", 500, 3), line("c", 100, 1));
        assertThat(PriceSteps.off(open, items().nthItem(3, "100%"))).containsExactly(0, 500, 100);
        assertThat(PriceSteps.off(open, items().nthItem(3, "100%").upTo(1))).containsExactly(0, 500, 0);
        assertThat(PriceSteps.off(open, items().nthItem(3, "100%").dearestFirst())).containsExactly(900, 500, 0);
    }

    @Test
    void onlySoManyItemsOfALineTakePart() {
        Ledger open = PriceSteps.open(line("a", 900, 5), line("b", 500, 1));
        assertThat(PriceSteps.off(open, items().cheapestOff(4, "100%").itemsPerLine(2))).containsExactly(1_800, 500);
    }

    /** Half of a list price of 16.00 is more than half of 10.00, and both cost 10.00 now. */
    @Test
    void aTieGoesByThePriceThePercentageIsTakenOf() {
        Ledger sale = after(
                PriceSteps.open(line("b", 1_000, 2), line("a", 1_600, 1)), named("sale", items().amountOff("USD 6").onlySkus("a")));
        assertThat(PriceSteps.off(sale, basket().cheapestOff("50%").percentOf("list price"))).containsExactly(0, 800);
    }
}
