package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.basket;
import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static dev.plaindeal.price.PriceSteps.offer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is asked, what is lacking, and what the next step would need. */
class ThresholdCheckTest {

    private static Ledger cups(int count) {
        return PriceSteps.open(line("cup", 1_000, count));
    }

    private static Missed money(long needed, long have) {
        return new Missed(Measure.MONEY, needed, have);
    }

    private static Missed count(long needed, long have) {
        return new Missed(Measure.ITEMS, needed, have);
    }

    @Test
    void aSpendIsMetAtItsLevelAndMoreThanItOnlyAbove() {
        assertThat(PriceSteps.outcome(cups(2), basket().percentOff(10).whenSpending("USD 20"))).isInstanceOf(Taken.class);
        assertThat(PriceSteps.outcome(cups(2), basket().percentOff(10).whenSpending("USD 20.01"))).isEqualTo(money(2_001, 2_000));
        assertThat(PriceSteps.outcome(cups(2), basket().percentOff(10).whenSpendingMoreThan("USD 20")))
                .isEqualTo(new Missed(Measure.MONEY_ABOVE, 2_000, 2_000));
        assertThat(PriceSteps.outcome(cups(2), basket().percentOff(10).whenSpendingMoreThan("USD 19.99"))).isInstanceOf(Taken.class);
        assertThat(PriceSteps.outcome(cups(2), basket().percentOff(10).whenBuying(3))).isEqualTo(count(3, 2));
        assertThat(PriceSteps.outcome(cups(3), basket().percentOff(10).whenBuying(3))).isInstanceOf(Taken.class);
    }

    @Test
    void theFirstOfTwoThresholdsLackingIsTold() {
        assertThat(PriceSteps.outcome(cups(2), basket().percentOff(10).whenSpending("USD 10").whenBuying(3))).isEqualTo(count(3, 2));
        assertThat(PriceSteps.outcome(cups(2), basket().percentOff(10).whenSpending("USD 30").whenBuying(3)))
                .isEqualTo(money(3_000, 2_000));
    }

    @Test
    void theHighestTierReachedCounts() {
        PromotionWords ladder = basket().tier("USD 10", "USD 1").tier("USD 20", "USD 3").tier("USD 30", "USD 6");
        assertThat(PriceSteps.taken(cups(2), ladder).tier()).isEqualTo(2);
        assertThat(PriceSteps.taken(cups(2), ladder).discount()).isEqualTo(300);
        assertThat(PriceSteps.taken(cups(2), basket().percentOff(10)).tier()).isZero();
        assertThat(PriceSteps.outcome(cups(1), basket().tier("USD 15", "USD 1").tier("USD 20", "USD 3"))).isEqualTo(money(1_500, 1_000));
    }

    @Test
    void theNextTierIsTheOneNotReached() {
        PromotionWords ladder = basket().tier("USD 10", "USD 1").tier("USD 20", "USD 3").tier("USD 30", "USD 6");
        assertThat(PriceSteps.ahead(cups(2), ladder)).contains(money(3_000, 2_000));
        assertThat(PriceSteps.ahead(cups(3), ladder)).isEmpty();
    }

    @Test
    void theNextStepIsOneMoreUnlessThatIsTooMany() {
        assertThat(PriceSteps.taken(cups(7), basket().every("USD 30", "USD 4")).discount()).isEqualTo(800);
        assertThat(PriceSteps.ahead(cups(7), basket().every("USD 30", "USD 4"))).contains(money(9_000, 7_000));
        assertThat(PriceSteps.ahead(cups(7), basket().every("USD 30", "USD 4").upTo(3))).contains(money(9_000, 7_000));
        assertThat(PriceSteps.ahead(cups(7), basket().every("USD 30", "USD 4").upTo(2))).isEmpty();
        assertThat(PriceSteps.ahead(cups(7), basket().every(3, "USD 4"))).contains(count(9, 7));
        assertThat(PriceSteps.outcome(cups(2), basket().every("USD 30", "USD 4"))).isEqualTo(money(3_000, 2_000));
    }

    @Test
    void linesThatCountAloneTellNoNextStep() {
        assertThat(PriceSteps.ahead(cups(7), basket().every("USD 30", "USD 4").eachLineAlone())).isEmpty();
        assertThat(PriceSteps.ahead(cups(7), basket().percentOff(10))).isEmpty();
    }

    /** Seven cups are three pairs and one more, so one is lacking to the fourth pair. */
    @Test
    void aDealBegunIsTold() {
        assertThat(PriceSteps.ahead(cups(7), items().nthItem(2, "50%"))).contains(count(8, 7));
        assertThat(PriceSteps.ahead(cups(6), items().nthItem(2, "50%"))).isEmpty();
        assertThat(PriceSteps.ahead(cups(7), items().nthItem(2, "50%").upTo(3))).isEmpty();
        assertThat(PriceSteps.ahead(cups(7), items().nthItem(2, "50%").upTo(4))).contains(count(8, 7));
        assertThat(PriceSteps.ahead(cups(7), items().buyGet(2, 1))).contains(count(9, 7));
        assertThat(PriceSteps.ahead(cups(6), items().buyGet(2, 1))).isEmpty();
        assertThat(PriceSteps.ahead(cups(7), items().buyGet(2, 1).upTo(2))).isEmpty();
        assertThat(PriceSteps.ahead(cups(7), items().cheapestOff("50%"))).isEmpty();
    }

    @Test
    void aDealOnTooFewUnitsTellsHowManyItNeeds() {
        assertThat(PriceSteps.outcome(cups(2), items().nthItem(3, "50%"))).isEqualTo(count(3, 2));
        assertThat(PriceSteps.outcome(cups(2), items().setOf(3).percentOff(50))).isEqualTo(count(3, 2));
        assertThat(PriceSteps.outcome(cups(2), items().buyGet(2, 1))).isEqualTo(count(3, 2));
        Ledger allUsed = PriceSteps.after(cups(2), PriceSteps.named("pair", items().buyGet(1, 1)));
        assertThat(PriceSteps.outcome(allUsed, items().cheapestOff(2, "50%"))).isEqualTo(count(2, 0));
    }

    /** Three cups and one saucer: the kind that lacks is the one told. */
    @Test
    void ofBuyAndGetTheKindThatLacksIsTold() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 3), line("saucer", 200, 1));
        assertThat(PriceSteps.outcome(open, items().buyGet(4, 1).buyingSkus("cup").gettingSkus("saucer"))).isEqualTo(count(4, 3));
        assertThat(PriceSteps.outcome(open, items().buyGet(3, 2).buyingSkus("cup").gettingSkus("saucer"))).isEqualTo(count(2, 1));
        assertThat(PriceSteps.outcome(open, items().buyGet(5, 2).buyingSkus("cup").gettingSkus("saucer"))).isEqualTo(count(7, 4));
        assertThat(PriceSteps.outcome(open, items().buyGet(3, 2).buyingSkus("cup"))).isEqualTo(count(5, 4));
    }

    /** A cup to spare is no saucer. */
    @Test
    void moreThanEnoughOfOneKindDoesNotMakeUpForTheOther() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 4), line("saucer", 200, 1));
        assertThat(PriceSteps.outcome(open, items().buyGet(3, 2).buyingSkus("cup").gettingSkus("saucer"))).isEqualTo(count(2, 1));
    }

    /** Two of three cups are bought and two are got, so one more is needed; spoons do not help. */
    @Test
    void unitsThatNeitherBuyNorGetDoNotHelp() {
        Ledger open = PriceSteps.open(line("cup", 1_000, 3), line("spoon", 100, 5));
        assertThat(PriceSteps.outcome(open, items().buyGet(2, 2).buyingSkus("cup").gettingSkus("cup"))).isEqualTo(count(4, 3));
    }

    @Test
    void anOfferNarrowedToALineStillCountsAllItIsFor() {
        Ledger open = PriceSteps.open(line("p", 1_000, 1), line("q", 1_000, 1));
        Offer narrowed = offer(items().percentOff(10).whenSpending("USD 20")).narrowedTo(Set.of("p"));
        assertThat(((Taken) PriceSteps.step(open, narrowed).outcome()).byLine()).containsExactly(100, 0);
    }

    @Test
    void ofLinesThatCountAloneTheNearestIsTold() {
        PromotionWords alone = items().percentOff(10).whenSpending("USD 20").eachLineAlone();
        assertThat(PriceSteps.outcome(PriceSteps.open(line("p", 500, 1), line("q", 800, 1)), alone)).isEqualTo(money(2_000, 800));
        assertThat(PriceSteps.outcome(PriceSteps.open(line("q", 800, 1), line("p", 500, 1)), alone)).isEqualTo(money(2_000, 800));
    }

    /** Two cents are lacking to the spend on one line, two items on the other. */
    @Test
    void ofLinesEquallyNearTheFirstIsTold() {
        PromotionWords alone = items().percentOff(10).whenSpending("USD 20").whenBuying(3).eachLineAlone();
        assertThat(PriceSteps.outcome(PriceSteps.open(line("p", 1_998, 1), line("q", 3_000, 1)), alone)).isEqualTo(money(2_000, 1_998));
        assertThat(PriceSteps.outcome(PriceSteps.open(line("q", 3_000, 1), line("p", 1_998, 1)), alone)).isEqualTo(count(3, 1));
    }

    @Test
    void aDealOnEachLineAloneUsesUpUnitsOfEach() {
        Ledger open = PriceSteps.open(line("p", 1_000, 3), line("q", 500, 1));
        PromotionWords deal = items().nthItem(2, "50%").eachLineAlone();
        assertThat(PriceSteps.off(open, deal)).containsExactly(500, 0);
        Ledger after = PriceSteps.after(open, offer(deal));
        assertThat(after.free(0)).isEqualTo(1);
        assertThat(after.free(1)).isEqualTo(1);
        Ledger tenth = PriceSteps.after(open, offer(items().percentOff(10).eachLineAlone()));
        assertThat(tenth.claimsMoreThan(open)).isFalse();
        assertThat(tenth.free(0)).isEqualTo(3);
    }

    /** A tier that one line alone reaches is told, though another reaches only the first. */
    @Test
    void ofLinesThatCountAloneTheHighestTierIsTold() {
        PromotionWords ladder = items().tier("USD 5", "USD 1").tier("USD 10", "USD 3").eachLineAlone();
        Taken taken = PriceSteps.taken(PriceSteps.open(line("p", 1_000, 1), line("q", 500, 1)), ladder);
        assertThat(taken.byLine()).containsExactly(300, 100);
        assertThat(taken.tier()).isEqualTo(2);
    }
}
