package dev.plaindeal.price;

import static dev.plaindeal.price.PriceSteps.items;
import static dev.plaindeal.price.PriceSteps.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Line;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Sets by hand: which units make each, and what the sets take off together. */
class SetDealsTest {

    /** 8.00 twice is 16.00 and 10.00 twice is 20.00: 1.00 and 5.00 more than a set costs, shared over 16.00 and 20.00. */
    @Test
    void eachSetCostsItsPrice() {
        Ledger open = PriceSteps.open(line("pot", 1_000, 3), line("cup", 800, 2));
        PromotionWords deal = items().setOf(2).forPrice("USD 15");
        assertThat(PriceSteps.off(open, deal)).containsExactly(333, 267);
        Ledger after = PriceSteps.after(open, PriceSteps.offer(deal));
        assertThat(after.free(0)).isEqualTo(1);
        assertThat(after.free(1)).isZero();
    }

    /** 26.00 is 11.00 more than 15.00, of which the cups bear 16 in 26 and the pot 10. */
    @Test
    void theUnitsOfASetBearItByWhatTheyCostTogether() {
        Ledger open = PriceSteps.open(line("pot", 1_000, 3), line("cup", 800, 2));
        assertThat(PriceSteps.off(open, items().setOf(3).forPrice("USD 15"))).containsExactly(423, 677);
    }

    @Test
    void aSetAcrossTwoPricesIsTheirSum() {
        Ledger two = PriceSteps.open(line("pot", 1_000, 3), line("cup", 800, 2));
        assertThat(PriceSteps.taken(two, items().setOf(3).forPrice("USD 15")).discount()).isEqualTo(1_100);
        Ledger one = PriceSteps.open(line("cup", 800, 1), line("pot", 1_000, 4));
        assertThat(PriceSteps.taken(one, items().setOf(2).forPrice("USD 15")).discount()).isEqualTo(800);
    }

    /** 10+8+8, 12+8+9 and 12+9+9 are 6.00, 9.00 and 10.00 more than 20.00; the fourth t is over. */
    @Test
    void eachPartTakesItsUnitsInOrder() {
        Ledger open = PriceSteps.open(line("p", 1_000, 1), line("r", 1_200, 2), line("q", 800, 3), line("t", 900, 4));
        PromotionWords deal = items().setOf(1, "p,r").setOf(2, "q,t").forPrice("USD 20");
        assertThat(PriceSteps.taken(open, deal).discount()).isEqualTo(2_500);
        Ledger after = PriceSteps.after(open, PriceSteps.offer(deal));
        assertThat(after.free(3)).isEqualTo(1);
        assertThat(after.free(0) + after.free(1) + after.free(2)).isZero();
    }

    private static Line of(String sku, long cents, int quantity, String... categories) {
        return new Line(sku, sku, "a", List.of(categories), "", Set.of(), PriceSteps.usd(cents), Optional.empty(), Optional.empty(), quantity, Attributes.NONE);
    }

    @Test
    void partsByCategoryTakeAnyOfALinesCategories() {
        Ledger open = PriceSteps.open(of("aster", 9_000, 1, "android", "phone"), of("cover", 1_000, 1, "case"), of("soap", 500, 3, "bath"));
        PromotionWords deal = items().setOfCategories(1, "phone").setOfCategories(1, "case, bag").forPrice("USD 95");
        assertThat(PriceSteps.off(open, deal)).containsExactly(450, 50, 0);
    }

    /** The cup is a gift too; taken as the gift it would leave no cup, and no set. */
    @Test
    void aUnitThatFitsTwoPartsGoesWhereItIsNeeded() {
        Ledger open = PriceSteps.open(of("cup", 500, 1, "gift", "cup"), of("card", 900, 1, "gift"));
        PromotionWords deal = items().setOfCategories(1, "gift").setOfCategories(1, "cup").percentOff(10);
        assertThat(PriceSteps.off(open, deal)).containsExactly(50, 90);
        Ledger one = PriceSteps.open(of("cup", 500, 1, "gift", "cup"), of("soap", 900, 1, "bath"));
        assertThat(PriceSteps.outcome(one, deal)).isEqualTo(new Missed(Measure.ITEMS, 2, 1));
    }

    /** Four fit both parts, one each only one of them: three sets. */
    @Test
    void asManySetsAsCanBe() {
        Ledger open = PriceSteps.open(of("both", 500, 4, "gift", "cup"), of("gift", 900, 1, "gift"), of("cup", 950, 1, "cup"));
        PromotionWords deal = items().setOfCategories(1, "gift").setOfCategories(1, "cup").amountOff("USD 1");
        assertThat(PriceSteps.taken(open, deal).discount()).isEqualTo(300);
    }

    @Test
    void setsAlikeTakeAlike() {
        Ledger open = PriceSteps.open(line("p", 1_000, 3), line("q", 800, 6));
        assertThat(PriceSteps.taken(open, items().setOf(1, "p").setOf(2, "q").forPrice("USD 20")).discount()).isEqualTo(1_800);
        assertThat(PriceSteps.taken(open, items().setOf(1, "p").setOf(2, "q").forPrice("USD 20").upTo(2)).discount()).isEqualTo(1_200);
        assertThat(PriceSteps.taken(open, items().setOf(1, "p").setOf(2, "q").amountOff("USD 3")).discount()).isEqualTo(900);
    }

    /** Sets alike on both sides of one that is not: (8,8), (8,8), (8,10), (10,10), (10,10). */
    @Test
    void setsAlikeAreCountedAroundOneThatIsNot() {
        Ledger open = PriceSteps.open(line("cup", 800, 5), line("pot", 1_000, 5));
        assertThat(PriceSteps.taken(open, items().setOf(2).forPrice("USD 15")).discount()).isEqualTo(100 + 100 + 300 + 500 + 500);
    }

    /** Units 8,8,10,10,10,10: a part of one and a part of two take turns, so the sets are 26.00 and 30.00. */
    @Test
    void partsThatDrawOnTheSameUnitsTakeTurns() {
        Ledger open = PriceSteps.open(line("cup", 800, 2), line("pot", 1_000, 4));
        assertThat(PriceSteps.taken(open, items().setOf(1).setOf(2).forPrice("USD 20")).discount()).isEqualTo(1_600);
        PromotionWords named = items().setOf(1, "cup,pot").setOf(2, "cup,pot").forPrice("USD 20");
        assertThat(PriceSteps.taken(open, named).discount()).isEqualTo(1_600);
    }

    /** 24.00, 24.00 and 28.00. */
    @Test
    void partsTakeTurnsAlsoWithinOneLine() {
        Ledger open = PriceSteps.open(line("cup", 800, 7), line("pot", 1_000, 2));
        assertThat(PriceSteps.taken(open, items().setOf(1).setOf(2).forPrice("USD 20")).discount()).isEqualTo(1_600);
        assertThat(PriceSteps.taken(open, items().setOf(2).setOf(1).forPrice("USD 20")).discount()).isEqualTo(1_600);
        Ledger after = PriceSteps.after(open, PriceSteps.offer(items().setOf(1).setOf(2).forPrice("USD 20").upTo(2)));
        assertThat(after.free(0)).isEqualTo(1);
        assertThat(after.free(1)).isEqualTo(2);
    }

    @Test
    void aPartForAnythingLeavesNamedSkusToTheirPart() {
        Ledger open = PriceSteps.open(line("p", 500, 3), line("q", 800, 1));
        assertThat(PriceSteps.off(open, items().setOf(1, "p").setOf(1).percentOff(50))).containsExactly(250, 400);
    }

    @Test
    void whatASetLacksIsCountedOverItsParts() {
        PromotionWords deal = items().setOf(2, "p").setOf(1, "q").percentOff(10);
        assertThat(PriceSteps.outcome(PriceSteps.open(line("p", 500, 5)), deal)).isEqualTo(new Missed(Measure.ITEMS, 3, 2));
        assertThat(PriceSteps.outcome(PriceSteps.open(line("p", 500, 1), line("q", 500, 4)), deal))
                .isEqualTo(new Missed(Measure.ITEMS, 3, 2));
    }

    @Test
    void aSetBegunIsToldUntilItsLast() {
        PromotionWords deal = items().setOf(2, "p").setOf(1, "q").percentOff(10);
        Ledger begun = PriceSteps.open(line("p", 500, 5), line("q", 500, 2));
        assertThat(PriceSteps.ahead(begun, deal)).contains(new Missed(Measure.ITEMS, 9, 7));
        assertThat(PriceSteps.ahead(PriceSteps.open(line("p", 500, 4), line("q", 500, 2)), deal)).isEmpty();
        assertThat(PriceSteps.ahead(begun, items().setOf(2, "p").setOf(1, "q").percentOff(10).upTo(2))).isEmpty();
        assertThat(PriceSteps.ahead(begun, items().setOf(2, "p").setOf(1, "q").percentOff(10).upTo(3))).isPresent();
    }

    /** The unit with a floor comes last among equals, or the sets would save less. */
    @Test
    void unitsThatCanSaveMoreMakeTheSetFirst() {
        Ledger open = PriceSteps.open(line("a", 1_000, 1, 900), line("b", 1_000, 1), line("c", 1_000, 1));
        assertThat(PriceSteps.off(open, items().setOf(2).forPrice("USD 15"))).containsExactly(0, 250, 250);
        assertThat(PriceSteps.off(open, items().setOf(2).amountOffEach("USD 2"))).containsExactly(0, 200, 200);
        assertThat(PriceSteps.off(open, items().setOf(2).percentOff(20))).containsExactly(0, 200, 200);
    }
}
