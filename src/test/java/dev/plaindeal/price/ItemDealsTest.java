package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.open;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import org.junit.jupiter.api.Test;

/** Deals in which items get a price, a place of a set or a set of several sizes, and items that are earned. */
class ItemDealsTest {

    @Test
    void anItemIsGotForAPriceThatNeverRaisesIt() {
        Ledger open = open(line("a", 2_000, 2), line("b", 800, 1), line("c", 50, 1));
        assertThat(PriceSteps.off(open, items().buyGet(1, 1, "for USD 1"))).containsExactly(0, 700, 0);
        assertThat(PriceSteps.off(open, items().nthItem(2, "for USD 1"))).containsExactly(1_900, 0, 0);
        assertThat(PriceSteps.off(open, items().cheapestOff(2, "for USD 1"))).containsExactly(0, 700, 0);
    }

    @Test
    void placesOfASetAreCountedFromTheDearestInCompleteSets() {
        Ledger open = open(line("a", 2_000, 1), line("b", 1_500, 1), line("c", 1_000, 2));
        assertThat(PriceSteps.off(open, items().nthOfSet(2, "50%").nthOfSet(3, "30%"))).containsExactly(0, 750, 300);
        assertThat(PriceSteps.off(open, items().nthOfSet(2, "50%").nthOfSet(3, "30%").dearestFirst())).containsExactly(0, 450, 500);
        assertThat(PriceSteps.off(open, items().nthOfSet(1, "USD 2").nthOfSet(2, "for USD 3"))).containsExactly(200, 1_200, 900);
        assertThat(PriceSteps.off(open, items().nthOfSet(1, "USD 2").nthOfSet(2, "for USD 3").upTo(1))).containsExactly(200, 1_200, 0);
    }

    @Test
    void ofEqualItemsThoseThatCanSaveMostTakeTheBestPlaces() {
        Ledger open = open(line("a", 1_000, 1, 900), line("b", 1_000, 1));
        assertThat(PriceSteps.off(open, items().nthOfSet(1, "10%").nthOfSet(2, "80%"))).containsExactly(100, 800);
    }

    @Test
    void placesOfASetThatIsBegunAreTold() {
        assertThat(PriceSteps.ahead(open(line("a", 1_000, 4)), items().nthOfSet(2, "50%").nthOfSet(3, "30%")))
                .contains(new Missed(Measure.ITEMS, 6, 4));
        assertThat(PriceSteps.ahead(open(line("a", 1_000, 3)), items().nthOfSet(2, "50%").nthOfSet(3, "30%"))).isEmpty();
    }

    @Test
    void theLargestSetsAreMadeFirstAndTheRestCostsWhatItCosts() {
        Ledger open = open(line("a", 1_500, 4));
        assertThat(PriceSteps.off(open, items().setTier(2, "for USD 25").setTier(3, "for USD 33"))).containsExactly(1_200);
        assertThat(PriceSteps.off(open, items().setTier(2, "for USD 25"))).containsExactly(1_000);
        assertThat(PriceSteps.off(open, items().setTier(2, "for USD 25").upTo(1))).containsExactly(500);
        assertThat(PriceSteps.off(open, items().setTier(1, "10%").setTier(3, "20%"))).containsExactly(1_050);
        assertThat(PriceSteps.off(open, items().setTier(4, "USD 10"))).containsExactly(1_000);
    }

    @Test
    void theNextSizeOfASetIsTold() {
        Ledger open = open(line("a", 1_500, 4));
        assertThat(PriceSteps.ahead(open, items().setTier(2, "for USD 25").setTier(3, "for USD 33"))).contains(new Missed(Measure.ITEMS, 5, 4));
        assertThat(PriceSteps.ahead(open, items().setTier(2, "for USD 25").setTier(5, "for USD 50"))).contains(new Missed(Measure.ITEMS, 5, 4));
        assertThat(PriceSteps.ahead(open, items().setTier(3, "for USD 33").upTo(1))).isEmpty();
        assertThat(PriceSteps.ahead(open, items().setTier(2, "for USD 25"))).isEmpty();
    }

    @Test
    void setsOfPercentagesAndOfMoneyAreNotMixed() {
        assertThatThrownBy(() -> items().setTier(2, "10%").setTier(3, "USD 5").offer().terms())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("all at a percentage");
    }

    @Test
    void soManyItemsOfTheOrderGetIt() {
        Ledger open = open(line("a", 1_200, 2), line("b", 1_000, 1));
        assertThat(PriceSteps.off(open, items().nowPrice("USD 5").itemsPerOrder(2))).containsExactly(700, 500);
        assertThat(PriceSteps.off(open, items().nowPrice("USD 5").itemsPerOrder(2).dearestFirst())).containsExactly(1_400, 0);
        assertThat(PriceSteps.off(open, items().percentOff(10).itemsPerOrder(1))).containsExactly(0, 100);
        assertThatThrownBy(() -> items().forPrice("USD 5").itemsPerOrder(2).offer().terms())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itemsAreEarnedByWhatIsSpentOnOthers() {
        Ledger open = open(line("coat", 6_500, 1), line("promo", 999, 3));
        assertThat(PriceSteps.off(open, items().nowPrice("USD 2.99").onlySkus("promo").itemsPer("USD 30", 1).countingOthers()))
                .containsExactly(0, 1_400);
        assertThat(PriceSteps.outcome(open, items().nowPrice("USD 2.99").onlySkus("promo").itemsPer("USD 30", 1)))
                .isEqualTo(new Missed(Measure.MONEY, 3_000, 2_997));
        assertThat(PriceSteps.off(open, items().nowPrice("USD 2.99").onlySkus("promo").itemsPer("USD 30", 1).countingEverything()))
                .containsExactly(0, 2_100);
        assertThat(PriceSteps.ahead(open, items().nowPrice("USD 2.99").onlySkus("promo").itemsPer("USD 30", 1).countingOthers()))
                .contains(new Missed(Measure.MONEY, 9_000, 6_500));
        assertThat(PriceSteps.ahead(open, items().nowPrice("USD 2.99").onlySkus("promo").itemsPer("USD 30", 2).countingOthers())).isEmpty();
    }

    @Test
    void othersAreNotCountedWhereTheOfferIsForEverything() {
        assertThatThrownBy(() -> items().percentOff(10).whenSpending("USD 5").countingOthers().offer().terms())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("for everything");
    }

    @Test
    void theWholeOrderIsAskedForBesideEachLine() {
        Ledger open = open(line("a", 20_000, 10), line("b", 10_000, 3));
        assertThat(PriceSteps.off(open, items().percentOff(40).whenBuying(10).eachLineAlone().whenOrderSpends("USD 2300")))
                .containsExactly(80_000, 0);
        assertThat(PriceSteps.outcome(open, items().percentOff(40).whenBuying(10).eachLineAlone().whenOrderSpends("USD 2301")))
                .isEqualTo(new Missed(Measure.MONEY, 230_100, 230_000));
        assertThat(PriceSteps.outcome(open, items().percentOff(40).onlySkus("a").whenOrderBuys(14)))
                .isEqualTo(new Missed(Measure.ITEMS, 14, 13));
    }

    @Test
    void aTierHasAMostOfItsOwn() {
        Ledger open = open(line("a", 20_000, 1), line("b", 15_000, 1));
        assertThat(PriceSteps.taken(open, items().tier(1, "10%").tier(2, "15%", "USD 40")).discount()).isEqualTo(4_000);
        assertThat(PriceSteps.taken(open, items().tier(1, "10%").tier(2, "15%", "USD 40")).capped()).isTrue();
        assertThat(PriceSteps.taken(open, items().tier(1, "10%").tier(2, "15%", "USD 60")).discount()).isEqualTo(5_250);
        assertThat(PriceSteps.taken(open, items().tier(1, "10%").tier(2, "15%", "USD 60")).capped()).isFalse();
        assertThat(PriceSteps.taken(open, items().tier(1, "10%", "USD 17").eachLineAlone()).byLine()).containsExactly(1_700, 1_500);
        assertThatThrownBy(() -> items().tier(1, "USD 5", "USD 4")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUpperEndIsIncluded() {
        Ledger open = open(line("a", 1_000, 10));
        assertThat(PriceSteps.off(open, items().percentOff(15).whenBuyingAtMost(10))).containsExactly(1_500);
        assertThat(PriceSteps.outcome(open, items().percentOff(15).whenBuyingAtMost(9))).isEqualTo(new Missed(Measure.ITEMS_AT_MOST, 9, 10));
        assertThat(PriceSteps.off(open, items().percentOff(15).whenSpendingAtMost("USD 100"))).containsExactly(1_500);
        assertThat(PriceSteps.outcome(open, items().percentOff(15).whenSpendingAtMost("USD 99.99")))
                .isEqualTo(new Missed(Measure.MONEY_AT_MOST, 9_999, 10_000));
        assertThatThrownBy(() -> items().percentOff(15).whenBuying(5).whenBuyingAtMost(4).offer().terms())
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void allItemsOfADealBearItsSaving() {
        Ledger pair = open(line("a", 3_000, 1), line("b", 2_000, 1));
        assertThat(PriceSteps.off(pair, items().buyGet(1, 1, "50%"))).containsExactly(0, 1_000);
        assertThat(PriceSteps.off(pair, items().buyGet(1, 1, "50%").spread("equally"))).containsExactly(500, 500);
        assertThat(PriceSteps.off(pair, items().buyGet(1, 1, "50%").spread("by price"))).containsExactly(600, 400);
        assertThat(PriceSteps.off(pair, items().setOf(2).forPrice("USD 40").spread("equally"))).containsExactly(500, 500);
        assertThat(PriceSteps.off(pair, items().nthItem(2, "USD 0.01").spread("equally")))
                .as("a cent is on one of them").containsExactly(1, 0);

        Ledger three = open(line("a", 600, 2), line("b", 400, 1), line("c", 300, 1));
        assertThat(PriceSteps.off(three, items().buyGet(2, 1).onlySkus("a, b").spread("by price"))).containsExactly(300, 100, 0);
        assertThat(PriceSteps.off(three, items().buyGet(2, 1).onlySkus("a, b").spread("equally"))).containsExactly(267, 133, 0);
    }

    @Test
    void noItemBearsMoreThanItCosts() {
        Ledger uneven = open(line("a", 3_000, 1), line("b", 200, 1));
        assertThat(PriceSteps.off(uneven, items().buyGet(1, 1).dearestFirst().spread("equally"))).containsExactly(2_800, 200);
        assertThat(PriceSteps.off(uneven, items().setOf(2).forPrice("USD 10").spread("equally"))).containsExactly(2_000, 200);
        assertThat(PriceSteps.off(uneven, items().setOf(2).forPrice("USD 10").neverBelow("USD 1").spread("equally")))
                .containsExactly(2_100, 100);
    }

    @Test
    void linesAlikeCountTogetherAndApartFromOthers() {
        Ledger open = open(line("a", 1_000, 2), line("b", 2_000, 3), line("c", 500, 1));
        assertThat(PriceSteps.off(open, items().percentOff(10).whenBuying(3).eachAlone("sku"))).containsExactly(0, 600, 0);
        assertThat(PriceSteps.off(open, items().percentOff(10).whenBuying(3).eachAlone("store"))).containsExactly(200, 600, 50);
        assertThat(PriceSteps.off(open, items().amountOff("USD 7.50").eachAlone("store"))).containsExactly(177, 529, 44);
        assertThat(PriceSteps.off(open, items().amountOff("USD 7.50").eachAlone("brand"))).containsExactly(750, 750, 500);
        assertThat(PriceSteps.off(open, items().nthItem(2, "100%").eachAlone("store"))).containsExactly(1_000, 2_000, 500);
    }
}
