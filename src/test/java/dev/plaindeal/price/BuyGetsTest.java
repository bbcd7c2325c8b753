package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.named;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import org.junit.jupiter.api.Test;

/** Which units are bought and which are got, where some are fit for both. */
class BuyGetsTest {

    private static int[] free(Ledger open, PromotionWords promise) {
        Ledger after = PriceSteps.after(open, named("deal", promise));
        int[] free = new int[after.goods.size()];
        for (int i = 0; i < free.length; i++) {
            free[i] = after.free(i);
        }
        return free;
    }

    @Test
    void theUnitsBoughtLimitHowOften() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 3), line("saucer", 200, 20));
        PromotionWords deal = items().buyGet(2, 3).buyingSkus("cup").gettingSkus("saucer");
        assertThat(PriceSteps.off(open, deal)).containsExactly(0, 600);
        assertThat(free(open, deal)).containsExactly(1, 17);
    }

    @Test
    void theUnitsGotLimitHowOften() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 20), line("saucer", 200, 5));
        PromotionWords deal = items().buyGet(2, 3).buyingSkus("cup").gettingSkus("saucer");
        assertThat(PriceSteps.off(open, deal)).containsExactly(0, 600);
        assertThat(free(open, deal)).containsExactly(18, 2);
    }

    @Test
    void unitsFitForBothCountOnce() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 8));
        assertThat(PriceSteps.off(open, items().buyGet(2, 2))).containsExactly(4_000);
        assertThat(PriceSteps.off(open, items().buyGet(3, 2))).containsExactly(2_000);
        assertThat(free(open, items().buyGet(3, 2))).containsExactly(3);
    }

    /** The cheap cups are the only units that can be bought, so the free one is a pot. */
    @Test
    void unitsNeededToBeBoughtAreNotGivenAway() {
        Ledger open = PriceSteps.open(line("cup", 100, 2), line("pot", 900, 2));
        PromotionWords deal = items().buyGet(2, 1).buyingSkus("cup");
        assertThat(PriceSteps.off(open, deal)).containsExactly(0, 900);
        assertThat(free(open, deal)).containsExactly(0, 1);
    }

    /** One of three cups can be spared, not one of each kind. */
    @Test
    void whatCanBeSparedIsSparedOnce() {
        Ledger open = PriceSteps.open(line("cup", 100, 1), line("mug", 150, 2), line("pot", 900, 2));
        PromotionWords deal = items().buyGet(2, 2).buyingSkus("cup,mug");
        assertThat(PriceSteps.off(open, deal)).containsExactly(100, 0, 900);
        assertThat(free(open, deal)).containsExactly(0, 0, 1);
    }

    /** A unit got that could not be bought leaves as many to spare as before. */
    @Test
    void unitsThatCannotBeBoughtSpareNothing() {
        Ledger open = PriceSteps.open(line("spoon", 50, 1), line("cup", 100, 3), line("pot", 900, 2));
        assertThat(PriceSteps.off(open, items().buyGet(2, 2).buyingSkus("cup"))).containsExactly(50, 100, 0);
    }

    @Test
    void theDearestUnitsNotGotAreTheOnesBought() {
        Ledger open = PriceSteps.open(line("bowl", 200, 5), line("saucer", 300, 1), line("cup", 500, 2));
        PromotionWords deal = items().buyGet(2, 1).upTo(1).dearestFirst();
        assertThat(PriceSteps.off(open, deal)).containsExactly(0, 0, 500);
        assertThat(free(open, deal)).containsExactly(5, 0, 0);
    }

    @Test
    void unitsThatDoNotCountAsBoughtStayFree() {
        Ledger open = PriceSteps.open(line("pot", 900, 2), line("cup", 500, 4));
        assertThat(free(open, items().buyGet(2, 1).upTo(1).buyingSkus("cup").gettingSkus("cup"))).containsExactly(2, 1);
    }
}
