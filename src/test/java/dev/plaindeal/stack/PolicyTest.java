package dev.plaindeal.stack;

import static dev.plaindeal.stack.Offers.coupon;
import static dev.plaindeal.stack.Offers.items;
import static dev.plaindeal.stack.Offers.offer;
import static dev.plaindeal.stack.Offers.threshold;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.Records;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a policy says of order, of promotions that stand alone, of ceilings and of item prices, with exact stacks. */
class PolicyTest {

    private static final Currency USD = Currency.of("USD");
    private static final Policy USUAL = RandomDeals.keeping(1);

    /** A line of 100.00, one of 50.00. */
    private static final PricedBasket GOODS = goods(List.of(
            Line.of("1", "p", "a", new Money(10_000, USD), 1), Line.of("2", "q", "b", new Money(5_000, USD), 1)));

    private static PricedBasket goods(List<Line> lines) {
        return PricedBasket.of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED));
    }

    private static Plan plan(Policy policy, Strategy strategy, Offer... offers) {
        return Planner.plan(GOODS, List.of(offers), policy, strategy, Judge.INDIFFERENT);
    }

    private static List<String> kept(Policy policy, Strategy strategy, Offer... offers) {
        return kept(plan(policy, strategy, offers));
    }

    private static List<String> kept(Plan plan) {
        return plan.stack().kept().stream().map(one -> one.offer().key() + " " + one.taken().discount()).toList();
    }

    private static final Policy IF_FIRST = Records.with(USUAL, "exclusive", Policy.Exclusive.IF_FIRST);

    /** First is the one of the lowest order, whichever layer applies before the other. */
    @Test
    void theFirstInOrderDecidesWhetherItStandsAlone() {
        Offer early = offer("a", threshold().amountOff("USD 7").order(2));
        assertThat(kept(IF_FIRST, Strategy.BEST_PRICE, early, offer("b", coupon().amountOff("USD 5").order(1).exclusive())))
                .containsExactly("b 500");
        assertThat(kept(IF_FIRST, Strategy.BEST_PRICE, early, offer("b", coupon().amountOff("USD 9").order(3).exclusive())))
                .containsExactly("a 700");
    }

    @Test
    void oneThatGivesNothingDoesNotComeFirst() {
        assertThat(kept(
                        IF_FIRST, Strategy.BEST_PRICE, offer("far", threshold().amountOff("USD 7").whenSpending("USD 999")),
                        offer("alone", coupon().amountOff("USD 5").order(1).exclusive()),
                        offer("other", threshold().amountOff("USD 9").order(2))))
                .containsExactly("alone 500");
    }

    @Test
    void oneThatStandsAloneIsLeftOutWhereItsLayerKeepsNothing() {
        assertThat(kept(
                        Records.with(Records.with(USUAL, "exclusive", Policy.Exclusive.ALWAYS), "layers", Map.of(
                                Layer.PLATFORM_COUPON,
                                new Policy.LayerPolicy(0, Conventions.DEFAULT))),
                        Strategy.BEST_PRICE, offer("alone", coupon().amountOff("USD 5").exclusive()),
                        offer("other", threshold().amountOff("USD 3"))))
                .containsExactly("other 300");
    }

    private static long mostOff(Optional<String> percent, Optional<Long> cents, Optional<Long> least) {
        Policy.MostOff ceiling = new Policy.MostOff(percent.map(Percent::of), cents.map(PolicyTest::usd));
        Policy policy = Records.with(USUAL, "mostOff", Optional.of(ceiling));
        return StackLimits.mostOff(GOODS, Records.with(policy, "leastToPay", least.map(PolicyTest::usd)));
    }

    private static Amounts usd(long cents) {
        return new Amounts(Map.of("USD", cents));
    }

    @Test
    void theLeastOfAllCeilingsHolds() {
        assertThat(StackLimits.mostOff(GOODS, USUAL)).isEqualTo(15_000);
        assertThat(mostOff(Optional.of("30"), Optional.empty(), Optional.empty())).isEqualTo(4_500);
        assertThat(mostOff(Optional.empty(), Optional.of(2_000L), Optional.empty())).isEqualTo(2_000);
        assertThat(mostOff(Optional.empty(), Optional.empty(), Optional.of(14_000L))).isEqualTo(1_000);
        assertThat(mostOff(Optional.empty(), Optional.of(900L), Optional.of(14_000L))).isEqualTo(900);
        assertThat(mostOff(Optional.empty(), Optional.of(1_100L), Optional.of(14_000L))).isEqualTo(1_000);
        assertThat(mostOff(Optional.empty(), Optional.empty(), Optional.of(16_000L))).as("dearer than the basket").isZero();
    }

    @Test
    void aBudgetIsWhatAllStatementsTakeTogether() {
        Plan plan = plan(
                USUAL, Strategy.BEST_PRICE, offer("p", 0, threshold().amountOff("USD 7").budget("USD 10")),
                offer("p", 1, coupon().amountOff("USD 5")));
        assertThat(kept(plan)).containsExactly("p 700");
        assertThat(plan.refused()).extracting(Rejection::message)
                .containsExactly("With it p would take USD 12.00 off, and only USD 10.00 is left to give away.");
    }

    @Test
    void refusalsComeByPromotionAndCode() {
        Offer[] offers = {
            offer("z", items().amountOff("USD 1").whenSpending("USD 999")), offer("a", coupon().amountOff("USD 1").whenSpending("USD 999")),
            new Offer("m", 0, threshold().amountOff("USD 1").whenSpending("USD 999").offer().terms(), "", "2"),
            new Offer("m", 0, threshold().amountOff("USD 1").whenSpending("USD 999").offer().terms(), "", "1")
        };
        assertThat(plan(USUAL, Strategy.BEST_PRICE, offers).refused()).extracting(one -> one.promotion() + one.code())
                .containsExactly("a", "m1", "m2", "z");
    }

    @ParameterizedTest
    @CsvSource({"1, 262144", "32, 262144", "33, 254200", "5000, 1677"})
    void aSearchWalksFewerStepsWhereEachTakesLonger(int lines, int steps) {
        assertThat(Planner.budget(goods(many(lines)))).isEqualTo(steps);
    }

    private static List<Line> many(int count) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            lines.add(Line.of("l" + i, "sku" + i, "a", new Money(1_000, USD), 1));
        }
        return lines;
    }

    private static final Policy BY_LINE = Records.with(USUAL, "rivals", Policy.Rivals.LINE_BY_LINE);

    @Test
    void ofTwoThatTakeAsMuchOffALineTheEarlierPlaceWins() {
        PromotionWords tenth = items().percentOff(10).onlySkus("p");
        assertThat(kept(BY_LINE, Strategy.BEST_PRICE, offer("b", tenth), offer("a", tenth))).containsExactly("a 1000");
        Offer first = offer("z", items().percentOff(10).onlySkus("p").order(-1));
        assertThat(kept(BY_LINE, Strategy.BEST_PRICE, offer("a", tenth), first)).containsExactly("z 1000");
    }

    @Test
    void eachLineGoesToTheOneThatTakesMostOffIt() {
        Plan plan = plan(
                BY_LINE, Strategy.BEST_PRICE, offer("all", items().percentOff(10)), offer("p", items().amountOff("USD 12").onlySkus("p")));
        assertThat(kept(plan)).containsExactly("all 500", "p 1200");
    }

    /** A promotion kept apart from one of its rivals competes with all its lines. */
    @Test
    void thoseKeptApartCompeteAsAWhole() {
        assertThat(kept(
                        BY_LINE, Strategy.BEST_PRICE, offer("all", items().percentOff(10).notWith("p")),
                        offer("p", items().percentOff(12).onlySkus("p"))))
                .containsExactly("all 1500");
    }

    /** With it the final price falls to 98.00, below what the later one asks for. */
    @Test
    void inOrderALaterFinalPriceIsThatOfAllKeptBefore() {
        assertThat(kept(
                        USUAL, Strategy.IN_ORDER, offer("two", items().amountOff("USD 2")),
                        offer("from-149", coupon().amountOff("USD 3").whenSpending("USD 149").measuredOn("final price"))))
                .containsExactly("two 200");
        assertThat(kept(
                        USUAL, Strategy.IN_ORDER, offer("two", items().amountOff("USD 2")),
                        offer("from-148", coupon().amountOff("USD 3").whenSpending("USD 148").measuredOn("final price"))))
                .containsExactly("two 200", "from-148 300");
    }

    /** The final price stays what it was before one that could not be kept. */
    @Test
    void inOrderOneThatIsTooMuchDoesNotCountForThoseAfterIt() {
        Policy ceiling = Records.with(
                USUAL, "mostOff", Optional.of(new Policy.MostOff(Optional.empty(), Optional.of(usd(1_000)))));
        assertThat(kept(
                        ceiling, Strategy.IN_ORDER, offer("much", items().amountOff("USD 20")),
                        offer("from-149", coupon().amountOff("USD 3").whenSpending("USD 149").measuredOn("final price"))))
                .containsExactly("from-149 300");
    }

    /** It is for both lines and takes money off the first alone, so the second line's price is another's. */
    @Test
    void inOrderAnItemPriceSitsWhereItTakesMoneyOff() {
        assertThat(kept(
                        USUAL, Strategy.IN_ORDER, offer("a", items().nowPrice("USD 60")),
                        offer("b", items().amountOff("USD 5").onlySkus("q")), offer("c", items().amountOff("USD 5").onlySkus("p"))))
                .containsExactly("a 4000", "b 500");
    }

    /** Pricing 1, 2, 3, ... offers anew comes to 1,677 with the 58th; what the others could save is said. */
    @Test
    void inOrderEndsWhereItsStepsDo() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            PromotionWords promise = threshold().amountOff("USD 1");
            offers.add(offer("p" + (10 + i), i == 0 ? promise.whenSpending("USD 5").measuredOn("final price") : promise));
        }
        Plan plan = Planner.plan(
                goods(many(Basket.MOST_LINES)), offers, RandomDeals.keeping(80), Strategy.IN_ORDER, Judge.INDIFFERENT);
        assertThat(plan.stack().kept()).hasSize(58);
        assertThat(plan.couldSave()).isEqualTo(2_200);
        assertThat(plan.refused()).hasSize(22).allMatch(refusal -> refusal.reason() == Reason.NOT_TRIED);
    }
}
