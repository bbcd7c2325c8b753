package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.stack.Offers.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.price.PricedBasket;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Who finds a slot, and the most that those could save who may still come in: never too little, and no more than need be. */
class UpperBoundTest {

    private static final Currency USD = Currency.of("USD");

    /** A line of 100.00 of store a, one of 50.00 of store b. */
    private static final PricedBasket GOODS = PricedBasket.of(RandomDeals.basket(
            USD,
            List.of(Line.of("1", "p", "a", new Money(10_000, USD), 1), Line.of("2", "q", "b", new Money(5_000, USD), 1)),
            Map.of(),
            Remaining.UNTOUCHED));

    private static Offer offer(ChanceKind kind, String id, int part, int dollars) {
        return of(id, part, new OfferBuilder(kind, 4).amountOff("USD " + dollars), kind.ofStore() ? "a" : "");
    }

    private static Offer of(String id, int part, PromotionWords promise, String store) {
        return new Offer(id, part, promise.offer().terms(), store, "");
    }

    private static Offer coupon(String id, int part, int dollars) {
        return offer(ChanceKind.PLATFORM_COUPON, id, part, dollars);
    }

    private static Offer threshold(String id, int part, int dollars) {
        return offer(ChanceKind.PLATFORM_BASKET, id, part, dollars);
    }

    private static Offer ofStore(String id, int part, int dollars) {
        return offer(ChanceKind.STORE_COUPON, id, part, dollars);
    }

    private static Candidates candidates(int keeps, Offer... offers) {
        return Candidates.of(GOODS, List.of(offers), RandomDeals.keeping(keeps));
    }

    private static long[] atList(int keeps, Offer... offers) {
        return UpperBound.fromEachPlace(candidates(keeps, offers));
    }

    @Test
    void inALayerOfTheWholeBasketOnlyTheLargestThatFitCount() {
        assertThat(atList(1, coupon("a", 0, 5), coupon("b", 0, 9), coupon("c", 0, 7))).containsExactly(900, 900, 700, 0);
        assertThat(atList(2, coupon("a", 0, 5), coupon("b", 0, 9), coupon("c", 0, 7))).containsExactly(1_600, 1_600, 700, 0);
        assertThat(atList(3, coupon("a", 0, 5), coupon("b", 0, 9), coupon("c", 0, 7))).containsExactly(2_100, 1_600, 700, 0);
        assertThat(atList(1, threshold("a", 0, 5), threshold("b", 0, 9))).containsExactly(900, 900, 0);
    }

    @Test
    void layersAreAddedUp() {
        assertThat(atList(1, threshold("a", 0, 5), threshold("b", 0, 9), coupon("c", 0, 4), coupon("d", 0, 3)))
                .containsExactly(1_300, 1_300, 400, 300, 0);
    }

    @Test
    void elsewhereAllCount() {
        assertThat(atList(1, ofStore("a", 0, 4), ofStore("b", 0, 3))).containsExactly(700, 300, 0);
    }

    @Test
    void theStatementsOfAPromotionCountTogether() {
        assertThat(atList(1, coupon("p", 0, 4), coupon("p", 1, 3), coupon("q", 0, 6))).containsExactly(700, 600, 600, 0);
        assertThat(atList(1, coupon("a", 0, 2), coupon("a", 1, 1), coupon("b", 0, 9), coupon("b", 1, 3)))
                .containsExactly(1_200, 1_200, 1_200, 300, 0);
        assertThat(atList(2, coupon("p", 0, 4), coupon("p", 1, 3), coupon("q", 0, 6), coupon("r", 0, 5)))
                .containsExactly(1_300, 1_100, 1_100, 500, 0);
    }

    private static long most(Candidates candidates, int... joined) {
        TakenSlots takenSlots = new TakenSlots(candidates);
        for (int index : joined) {
            takenSlots.join(index, candidates.get(index).slots());
        }
        UpperBound outlook = new UpperBound(candidates);
        long most = outlook.most(joined.length, candidates.open(), takenSlots);
        assertThat(outlook.most(joined.length, candidates.open(), takenSlots)).as("asked again").isEqualTo(most);
        return most;
    }

    @Test
    void ofThoseThatWantTheLastSlotOnlyTheLargestCounts() {
        Offer[] three = {ofStore("a", 0, 3), ofStore("b", 0, 4), ofStore("c", 0, 2)};
        assertThat(most(candidates(1, three))).isEqualTo(400);
        assertThat(most(candidates(2, three))).as("two slots, the two largest").isEqualTo(700);
        assertThat(most(candidates(2, three), 0)).as("two slots, one taken").isEqualTo(400);
        assertThat(most(candidates(1, three), 0)).as("none left").isZero();
        assertThat(most(candidates(0, three))).isZero();
    }

    @Test
    void statementsOfOnePromotionDoNotWantItFromEachOther() {
        Offer[] offers = {ofStore("p", 0, 4), ofStore("p", 1, 3), ofStore("q", 0, 2)};
        assertThat(most(candidates(1, offers))).isEqualTo(700);
        assertThat(most(candidates(1, offers), 0)).as("with the first of them on the slot").isEqualTo(300);
        Offer[] two = {ofStore("p", 0, 4), ofStore("p", 1, 3), ofStore("r", 0, 5), ofStore("r", 1, 1)};
        assertThat(most(candidates(1, two))).as("the larger of two such promotions").isEqualTo(700);
        assertThat(most(candidates(1, two), 0, 1)).as("the other cannot come in").isZero();
    }

    @Test
    void norTheFirstLineOfTheBasket() {
        Offer[] offers = {
            of("p", 0, items().amountOff("USD 3").onlySkus("p"), ""), of("p", 1, items().amountOff("USD 2").onlySkus("p"), "")
        };
        assertThat(most(candidates(1, offers))).isEqualTo(500);
    }

    @Test
    void oneForSeveralStoresWantsASlotInEachOfThem() {
        PromotionWords both = new OfferBuilder(ChanceKind.STORE_COUPON, 4).amountOff("USD 4");
        assertThat(most(candidates(1, of("both", 0, both, ""), ofStore("one", 0, 3)))).isEqualTo(400);
    }

    /** An item price sits where it takes money off, which nobody knows before. */
    @Test
    void oneForSeveralLinesCountsAsLongAsOneOfThemIsFree() {
        Candidates two = candidates(1, of("a", 0, items().percentOff(10), ""), of("b", 0, items().amountOff("USD 5"), ""));
        assertThat(most(two)).isEqualTo(2_000);
        TakenSlots takenSlots = new TakenSlots(two);
        UpperBound outlook = new UpperBound(two);
        takenSlots.join(0, new int[] {0});
        assertThat(outlook.most(1, two.open(), takenSlots)).isEqualTo(500);
        takenSlots.leave(0, new int[] {0});
        takenSlots.join(0, new int[] {0, 1});
        assertThat(outlook.most(1, two.open(), takenSlots)).isZero();
        assertThat(most(candidates(0, of("a", 0, items().percentOff(10), "")))).isZero();
    }

    @Test
    void oneForOneLineWantsThatSlot() {
        Candidates two = candidates(
                1, of("a", 0, items().amountOff("USD 3").onlySkus("p"), ""), of("b", 0, items().amountOff("USD 5").onlySkus("p"), ""));
        assertThat(most(two)).isEqualTo(500);
    }

    @Test
    void whoIsKeptApartFromOneThatIsKeptCountsNothing() {
        Candidates two = candidates(1, threshold("a", 0, 3), of("b", 0, new OfferBuilder(ChanceKind.PLATFORM_COUPON, 4).amountOff("USD 5").notWith("a"), ""));
        assertThat(most(two)).isEqualTo(800);
        assertThat(most(two, 0)).isZero();
    }

    private static boolean hasRivals(int keeps, Offer... offers) {
        return new UpperBound(candidates(keeps, offers)).hasRivals();
    }

    @Test
    void rivalsAreThoseOfWhomSomeHaveToGiveWay() {
        assertThat(hasRivals(1, coupon("a", 0, 1))).isFalse();
        assertThat(hasRivals(1, coupon("a", 0, 1), threshold("b", 0, 1))).isFalse();
        assertThat(hasRivals(1, coupon("a", 0, 1), coupon("b", 0, 1))).isTrue();
        assertThat(hasRivals(2, coupon("a", 0, 1), coupon("b", 0, 1))).isFalse();
        assertThat(hasRivals(2, coupon("a", 0, 1), coupon("b", 0, 1), coupon("c", 0, 1))).isTrue();
        Offer apart = of("b", 0, new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0).amountOff("USD 1").notWith("a"), "");
        assertThat(hasRivals(1, coupon("a", 0, 1), apart)).as("for another reason than a slot").isTrue();
        assertThat(hasRivals(
                        1, of("a", 0, items().percentOff(1).onlySkus("p"), ""), of("b", 0, items().percentOff(1).onlySkus("q"), "")))
                .as("each on its own line")
                .isFalse();
    }

    @Test
    void aPromotionSharesASlotWithItsOwnStatementsOnly() {
        Candidates all = candidates(1, ofStore("p", 0, 4), ofStore("p", 1, 3), ofStore("q", 0, 2), ofStore("q", 1, 1), threshold("p", 2, 1));
        TakenSlots takenSlots = new TakenSlots(all);
        assertThat(List.of(takenSlots.holds(0, 0), takenSlots.holds(1, 0), takenSlots.holds(2, 0))).containsOnly(false);
        takenSlots.join(0, new int[] {0});
        assertThat(takenSlots.holds(1, 0)).isTrue();
        assertThat(takenSlots.holds(1, 1)).as("the slot of another store").isFalse();
        assertThat(takenSlots.holds(2, 0)).as("of another promotion").isFalse();
        assertThat(takenSlots.holds(3, 0)).as("of another promotion").isFalse();
        assertThat(List.of(takenSlots.mayJoin(1), takenSlots.mayJoin(2), takenSlots.mayJoin(3))).containsExactly(true, false, false);
        assertThat(List.of(takenSlots.room(1, 0), takenSlots.room(2, 0), takenSlots.room(2, 1))).containsExactly(1, 0, 1);
        takenSlots.join(1, new int[] {0});
        takenSlots.leave(0, new int[] {0});
        assertThat(takenSlots.mayJoin(2)).as("one of its statements is still there").isFalse();
        takenSlots.leave(1, new int[] {0});
        assertThat(takenSlots.mayJoin(2)).isTrue();
        assertThat(takenSlots.holds(0, 0)).isFalse();
    }

    @Test
    void statementsInDifferentLayersSitOnDifferentSlots() {
        Candidates all = candidates(1, threshold("p", 0, 1), coupon("p", 1, 1), coupon("q", 0, 1));
        TakenSlots takenSlots = new TakenSlots(all);
        takenSlots.join(0, new int[] {0});
        assertThat(takenSlots.holds(0, 0)).isTrue();
        assertThat(takenSlots.holds(1, 0)).isFalse();
        takenSlots.join(2, new int[] {0});
        assertThat(takenSlots.mayJoin(1)).isFalse();
    }

    /** An item price that wants a line already taken is asked all the same: it may take its money elsewhere. */
    @Test
    void whoSitsByMoneyIsAskedFirst() {
        Candidates all = candidates(
                1, of("a", 0, items().percentOff(10).onlySkus("p"), ""), of("b", 0, items().percentOff(10), ""), coupon("c", 0, 1),
                coupon("d", 0, 1));
        TakenSlots takenSlots = new TakenSlots(all);
        takenSlots.join(0, new int[] {0});
        assertThat(takenSlots.mayJoin(1)).isTrue();
        assertThat(takenSlots.hasRoom(1, new int[] {0, 1})).isFalse();
        assertThat(takenSlots.hasRoom(1, new int[] {1})).isTrue();
        assertThat(takenSlots.hasRoomSomewhere(1)).isTrue();
        takenSlots.join(1, new int[] {1});
        assertThat(takenSlots.hasRoomSomewhere(1)).isFalse();
        takenSlots.join(2, new int[] {0});
        assertThat(takenSlots.mayJoin(3)).isFalse();
    }

    @Test
    void nobodyMayComeInWhereALayerKeepsNothing() {
        assertThat(new TakenSlots(candidates(0, of("a", 0, items().percentOff(10), ""))).mayJoin(0)).isFalse();
    }

    @Test
    void whoIsKeptApartIsShutOutAsLongAsTheOtherIsThere() {
        Candidates all = candidates(
                3, threshold("a", 0, 3), of("b", 0, new OfferBuilder(ChanceKind.PLATFORM_COUPON, 4).amountOff("USD 5").notWith("a"), ""),
                coupon("c", 0, 1));
        TakenSlots takenSlots = new TakenSlots(all);
        takenSlots.join(0, new int[] {0});
        assertThat(List.of(takenSlots.isShut(0), takenSlots.isShut(1), takenSlots.isShut(2))).containsExactly(false, true, false);
        assertThat(List.of(takenSlots.mayJoin(1), takenSlots.mayJoin(2))).containsExactly(false, true);
        takenSlots.leave(0, new int[] {0});
        assertThat(takenSlots.isShut(1)).isFalse();
        assertThat(takenSlots.mayJoin(1)).isTrue();
    }

    /** Who has to go for a newcomer: those that fill the slots it needs and does not share. */
    @Test
    void whoFillsTheSlotANewcomerNeedsBlocksIt() {
        assertThat(blocking(1, 2, new int[] {0}, ofStore("a", 0, 4), ofStore("b", 0, 3), ofStore("c", 0, 2))).containsExactly(0, 1);
        assertThat(blocking(2, 2, new int[] {0}, ofStore("a", 0, 4), ofStore("b", 0, 3), ofStore("c", 0, 2)))
                .as("of two slots the second is the one that is missing")
                .containsExactly(1);
        assertThat(blocking(3, 2, new int[] {0}, ofStore("a", 0, 4), ofStore("b", 0, 3), ofStore("c", 0, 2))).isEmpty();
        assertThat(blocking(1, 1, new int[] {0}, ofStore("p", 0, 4), ofStore("p", 1, 3))).as("its own promotion").isEmpty();
        assertThat(blocking(1, 2, new int[] {0}, ofStore("p", 0, 4), ofStore("p", 1, 3), ofStore("q", 0, 2)))
                .as("the first of a promotion is the one that takes the slot")
                .containsExactly(0, 1);
        assertThat(blocking(2, 2, new int[] {0}, ofStore("p", 0, 4), ofStore("p", 1, 3), ofStore("q", 0, 2)))
                .as("a promotion of two statements takes one slot of two")
                .isEmpty();
    }

    private static List<Integer> blocking(int keeps, int newcomer, int[] wanted, Offer... offers) {
        Candidates all = candidates(keeps, offers);
        boolean[] held = new boolean[offers.length];
        int[][] taken = new int[offers.length][];
        for (int i = 0; i < offers.length; i++) {
            held[i] = i != newcomer;
            taken[i] = held[i] ? all.get(i).slots() : new int[0];
        }
        return SlotHolders.blocking(all, held, taken, newcomer, wanted);
    }
}
