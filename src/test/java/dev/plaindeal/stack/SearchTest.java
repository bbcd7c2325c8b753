package dev.plaindeal.stack;

import static dev.plaindeal.stack.Offers.coupon;
import static dev.plaindeal.stack.Offers.items;
import static dev.plaindeal.stack.Offers.offer;
import static dev.plaindeal.stack.Offers.threshold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.Records;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What one search sees with very few steps, how many it takes, and what it says of those it did not see. */
class SearchTest {

    private static final Currency USD = Currency.of("USD");
    private static final int NONE = 0;
    private static final int AMPLE = 1_000;
    private static final ToDoubleFunction<OfferStack> ALIKE = stack -> 0;

    /** One line of 100.00. */
    private static final PricedBasket GOODS = PricedBasket.of(RandomDeals.basket(
            USD, List.of(Line.of("1", "p", "a", new Money(10_000, USD), 1)), Map.of(), Remaining.UNTOUCHED));

    private static Candidates candidates(Policy policy, Offer... offers) {
        return Candidates.of(GOODS, List.of(offers), policy);
    }

    private static Search run(Candidates candidates, SearchGoal goal, int budget) {
        Search search = new Search(candidates, goal, budget);
        search.run();
        return search;
    }

    private static String told(OfferStack stack) {
        return String.join(" ", stack.kept().stream().map(one -> one.offer().key() + " " + one.taken().discount()).toList());
    }

    private static String best(int budget, Policy policy, Offer... offers) {
        SearchGoals.BestPrice goal = new SearchGoals.BestPrice(GOODS, ALIKE);
        run(candidates(policy, offers), goal, budget);
        assertThat(goal.best.saved()).isEqualTo(goal.best.kept().stream().mapToLong(one -> one.taken().discount()).sum());
        return told(goal.best);
    }

    private static String simplest(int budget, ToDoubleFunction<OfferStack> simplicity, Policy policy, Offer... offers) {
        SearchGoals.Simplest goal = new SearchGoals.Simplest(GOODS, simplicity);
        run(candidates(policy, offers), goal, budget);
        return told(goal.best);
    }

    private static Policy atMost(Policy policy, long cents) {
        Policy.MostOff ceiling = new Policy.MostOff(Optional.empty(), Optional.of(new Amounts(Map.of("USD", cents))));
        return Records.with(policy, "mostOff", Optional.of(ceiling));
    }

    private static final Offer FIVE = offer("five", coupon().amountOff("USD 5"));
    private static final Offer NINE = offer("nine", coupon().amountOff("USD 9"));
    private static final Offer SEVEN = offer("seven", coupon().amountOff("USD 7"));
    private static final Offer TENTH = offer("tenth", threshold().percentOff(10));

    /** The largest first, whatever they are called; then in the order they apply: a tenth of 100.00 before the coupon. */
    @Test
    void ofRivalsTheLargestIsSeenBeforeAnyStep() {
        assertThat(best(NONE, RandomDeals.keeping(1), FIVE, NINE, SEVEN, TENTH)).isEqualTo("tenth 1000 nine 900");
        assertThat(best(NONE, RandomDeals.keeping(2), FIVE, NINE, SEVEN, TENTH)).isEqualTo("tenth 1000 nine 900 seven 700");
    }

    @Test
    void whereNobodyHasToGiveWayNothingIsSeenBeforeTheFirstStep() {
        SearchGoals.BestPrice goal = new SearchGoals.BestPrice(GOODS, ALIKE);
        Search search = run(candidates(RandomDeals.keeping(1), NINE, TENTH), goal, NONE);
        assertThat(told(goal.best)).isEmpty();
        assertThat(search.steps()).isEqualTo(1);
        assertThat(search.cutShort()).isTrue();
        assertThat(search.couldSave()).isEqualTo(1_900);
    }

    /** A step for each offer to see the largest of them, and one more that is not granted. */
    @Test
    void whatIsNotSeenCouldSaveWhatTheBoundsSay() {
        SearchGoals.BestPrice goal = new SearchGoals.BestPrice(GOODS, ALIKE);
        Search search = run(candidates(RandomDeals.keeping(1), FIVE, NINE, SEVEN), goal, NONE);
        assertThat(search.steps()).isEqualTo(4);
        assertThat(search.cutShort()).isTrue();
        assertThat(search.couldSave()).isEqualTo(900);
        Search limited = run(candidates(atMost(RandomDeals.keeping(1), 600), FIVE, NINE, SEVEN), goal(), NONE);
        assertThat(limited.couldSave()).as("no stack takes more than may come off").isEqualTo(600);
    }

    private static SearchGoals.BestPrice goal() {
        return new SearchGoals.BestPrice(GOODS, ALIKE);
    }

    @Test
    void aGiftThatMayHaveBeenMissedCountsAsOneCent() {
        Search search = run(candidates(RandomDeals.keeping(1), FIVE, offer("cup", threshold().gift("cup", "A cup"))), goal(), NONE);
        assertThat(search.couldSave()).isEqualTo(501);
    }

    @Test
    void aGiftComesBeforeAllMoney() {
        assertThat(best(NONE, RandomDeals.keeping(1), FIVE, NINE, offer("cup", coupon().gift("cup", "A cup")))).isEqualTo("cup 0");
    }

    @Test
    void withStepsEnoughAllIsSeen() {
        SearchGoals.BestPrice goal = goal();
        Search search = run(candidates(RandomDeals.keeping(1), FIVE, NINE, SEVEN, offer("cup", coupon().gift("cup", "A cup"))), goal, AMPLE);
        assertThat(told(goal.best)).isEqualTo("nine 900");
        assertThat(search.cutShort()).isFalse();
        assertThat(search.couldSave()).isZero();
    }

    /** Nine steps to look at it alone, one to take it, one to come to the end; seeing it there is counted behind that. */
    @ParameterizedTest
    @CsvSource({"11, 18, false", "10, 11, true"})
    void theLastStepOfTheBudgetIsGranted(int budget, int steps, boolean cutShort) {
        Search search = run(candidates(RandomDeals.keeping(1), FIVE), new SearchGoals.Simplest(GOODS, ALIKE), budget);
        assertThat(search.steps()).isEqualTo(steps);
        assertThat(search.cutShort()).isEqualTo(cutShort);
    }

    private static Offer[] eightSixFourTwo() {
        List<Offer> offers = new ArrayList<>();
        for (int dollars : new int[] {2, 4, 8, 6}) {
            offers.add(offer("p" + dollars, threshold().amountOff("USD " + dollars)));
        }
        return offers.toArray(Offer[]::new);
    }

    private static ToDoubleFunction<OfferStack> likes(int promotions) {
        return stack -> stack.kept().size() == promotions ? 1 : 0;
    }

    @ParameterizedTest
    @CsvSource({"1, p8 800", "2, p6 600 p8 800", "3, p4 400 p6 600 p8 800", "4, p2 200 p4 400 p6 600 p8 800"})
    void aGoalThatWeighsSimplicitySeesTheLargestFewBeforeAnyStep(int count, String kept) {
        assertThat(simplest(NONE, likes(count), RandomDeals.keeping(9), eightSixFourTwo())).isEqualTo(kept);
    }

    /** For each alone, for each few, for the first step. Scoring takes eight where it decides. */
    @Test
    void seeingThemIsCounted() {
        Candidates four = candidates(RandomDeals.keeping(9), eightSixFourTwo());
        assertThat(run(four, new SearchGoals.Simplest(GOODS, ALIKE), NONE).steps()).isEqualTo(4 + 4 * 8 + 3 * 8 + 1);
        assertThat(run(four, new SearchGoals.Balanced(GOODS, ALIKE, 0), NONE).steps()).isEqualTo(4 + 4 + 3 + 1);
    }

    /** Sixteen are more than any buyer follows; then all at once. */
    @ParameterizedTest
    @CsvSource({"15, 15", "16, 16", "17, 18", "18, 18"})
    void upToSixteenAreSeenAsFew(int liked, int kept) {
        Offer[] offers = new Offer[18];
        for (int i = 0; i < offers.length; i++) {
            offers[i] = offer("p" + i, threshold().amountOff("USD 1"));
        }
        SearchGoals.Simplest goal = new SearchGoals.Simplest(GOODS, likes(liked));
        run(candidates(RandomDeals.keeping(18), offers), goal, NONE);
        assertThat(goal.best.kept()).hasSize(kept);
    }

    private static Offer[] withTwoStatements() {
        return new Offer[] {
            offer("p", 0, threshold().amountOff("USD 10")), offer("p", 1, threshold().amountOff("USD 1")),
            offer("q", threshold().amountOff("USD 5")), offer("r", threshold().amountOff("USD 3"))
        };
    }

    /** A promotion is kept whole, so of two promotions there are three statements; alone only one of a single statement is. */
    @ParameterizedTest
    @CsvSource({"1, q 500", "2, p 1000 p+1 100", "3, p 1000 p+1 100 q 500", "4, p 1000 p+1 100 q 500 r 300"})
    void theStatementsOfAPromotionAreSeenTogether(int liked, String kept) {
        assertThat(simplest(AMPLE, likes(liked), RandomDeals.keeping(9), withTwoStatements())).isEqualTo(kept);
    }

    @ParameterizedTest
    @CsvSource({"1, q 500", "3, p 1000 p+1 100 q 500", "4, p 1000 p+1 100 q 500 r 300"})
    void theyAreSeenTogetherBeforeAnyStepToo(int liked, String kept) {
        assertThat(simplest(NONE, likes(liked), RandomDeals.keeping(9), withTwoStatements())).isEqualTo(kept);
    }

    /** The order of groups: the second promotion with several statements. */
    @Test
    void theSecondOfTwoSuchPromotionsIsSeenWholeToo() {
        Offer[] offers = {
            offer("a", 0, threshold().amountOff("USD 2")), offer("a", 1, threshold().amountOff("USD 1")),
            offer("b", 0, threshold().amountOff("USD 9")), offer("b", 1, threshold().amountOff("USD 3")),
            offer("c", threshold().amountOff("USD 7"))
        };
        assertThat(simplest(NONE, likes(3), RandomDeals.keeping(9), offers)).isEqualTo("b 900 b+1 300 c 700");
    }

    @Test
    void whatMayNotBeKeptIsNotSeenAlone() {
        assertThat(simplest(NONE, likes(1), atMost(RandomDeals.keeping(1), 600), FIVE, TENTH)).isEqualTo("five 500");
        assertThat(simplest(NONE, likes(1), RandomDeals.keeping(1), FIVE, offer("b", threshold().amountOff("USD 9").budget("USD 8"))))
                .isEqualTo("five 500");
        assertThat(simplest(NONE, likes(1), RandomDeals.keeping(0), FIVE)).isEmpty();
    }

    /** However much the buyer likes promotions: one that takes nothing is none. */
    @Test
    void oneWithNothingLeftToTakeIsNotKept() {
        ToDoubleFunction<OfferStack> many = stack -> stack.kept().size();
        assertThat(simplest(AMPLE, many, RandomDeals.keeping(1), offer("free", items().percentOff(100)), TENTH))
                .isEqualTo("free 10000");
    }

    /** One statement is kept apart from another promotion: left out it leaves nothing out that could be kept. */
    @Test
    void aStatementKeptApartFromWhatIsKeptIsNotMissing() {
        assertThat(best(
                        AMPLE, RandomDeals.keeping(9),
                        offer("p", 0, threshold().amountOff("USD 10")),
                        offer("p", 1, threshold().amountOff("USD 1").notWith("q")),
                        offer("q", threshold().amountOff("USD 5"))))
                .isEqualTo("p 1000 q 500");
    }

    private static final Offer IF_95_ARE_LEFT =
            offer("a-left", items().amountOff("USD 1").whenSpending("USD 95").measuredOn("final price"));

    /** What does not hold beside the others at the final price is left out of the first look. */
    @Test
    void theLargestThatHoldTogetherAtTheFinalPriceAreSeenFirst() {
        assertThat(best(NONE, RandomDeals.keeping(9), IF_95_ARE_LEFT, TENTH)).isEqualTo("tenth 1000");
        assertThat(best(NONE, RandomDeals.keeping(9), IF_95_ARE_LEFT, offer("free", items().percentOff(100)), TENTH))
                .as("a tenth of nothing is nothing")
                .isEqualTo("free 10000");
        assertThat(best(NONE, RandomDeals.keeping(9), IF_95_ARE_LEFT, TENTH, offer("cup", coupon().gift("cup", "A cup"))))
                .isEqualTo("tenth 1000 cup 0");
    }

    private static final Offer LAST =
            offer("last", threshold().amountOff("USD 1").whenSpending("USD 50").measuredOn("final price"));

    @Test
    void whereThoseAreTooMuchAsManyAreSeenAsMayBe() {
        Offer item = offer("item", items().amountOff("USD 10"));
        Offer eight = offer("eight", coupon().amountOff("USD 8"));
        assertThat(best(NONE, atMost(RandomDeals.keeping(9), 1_500), LAST, item, eight)).isEqualTo("item 1000 last 100");
    }

    /** What would be too much, and what a layer that keeps nothing would have to keep, is not missing. */
    @Test
    void aStatementThatMayNotBeKeptIsNotMissing() {
        Offer first = offer("p", 0, threshold().amountOff("USD 7").budget("USD 10"));
        assertThat(best(AMPLE, RandomDeals.keeping(9), LAST, first, offer("p", 1, coupon().amountOff("USD 5"))))
                .isEqualTo("last 100 p 700");
        Map<Layer, Policy.LayerPolicy> layers = new EnumMap<>(RandomDeals.keeping(9).layers());
        layers.put(Layer.ITEM_PRICE, new Policy.LayerPolicy(0, Conventions.DEFAULT));
        Offer gift = offer("p", 1, items().gift("cup", "A cup"));
        assertThat(best(AMPLE, Records.with(RandomDeals.keeping(9), "layers", layers), LAST, first, gift)).isEqualTo("last 100 p 700");
    }

    /** Where a final price is measured, slots count as everywhere: two prices of one line, two coupons of one basket. */
    @Test
    void aPlaceIsTakenOnceWhereTheFinalPriceIsMeasured() {
        assertThat(best(
                        AMPLE, RandomDeals.keeping(1), LAST, offer("item-a", items().percentOff(10)),
                        offer("item-b", items().percentOff(20))))
                .isEqualTo("item-b 2000 last 100");
        assertThat(best(AMPLE, RandomDeals.keeping(1), LAST, FIVE, NINE)).isEqualTo("last 100 nine 900");
    }

    /** Each to see the largest, each to take it, one to see it; sixteen priced as a whole are another. */
    @ParameterizedTest
    @CsvSource({"15, 31", "16, 34", "32, 67"})
    void aWholeStackOfManyTakesMoreThanAStep(int count, int steps) {
        Offer[] offers = new Offer[count];
        for (int i = 0; i < offers.length; i++) {
            PromotionWords promise = threshold().amountOff("USD 1");
            offers[i] = offer("p" + i, i == 0 ? promise.whenSpending("USD 1").measuredOn("final price") : promise);
        }
        assertThat(run(candidates(RandomDeals.keeping(count), offers), goal(), AMPLE).steps()).isEqualTo(steps);
    }

    /** A walk over more than a thousand is too deep: those that fit are kept, and that this is not all is said. */
    @Test
    void moreThanAThousandAreNotWalked() {
        SearchGoals.BestPrice walked = goal();
        Search thousand = run(cents(1_000), walked, NONE);
        assertThat(walked.best.kept()).isEmpty();
        assertThat(thousand.steps()).isEqualTo(1);
        SearchGoals.BestPrice looked = goal();
        Search more = run(cents(1_001), looked, NONE);
        assertThat(looked.best.kept()).hasSize(1_001);
        assertThat(more.steps()).isEqualTo(1_001);
        assertThat(more.cutShort()).isTrue();
        assertThat(more.couldSave()).isEqualTo(1_001);
    }

    private static Candidates cents(int count) {
        Offer[] offers = new Offer[count];
        for (int i = 0; i < count; i++) {
            offers[i] = offer("p" + i, threshold().amountOff("USD 0.01"));
        }
        return candidates(RandomDeals.keeping(count), offers);
    }
}
