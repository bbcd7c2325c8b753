package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Which of two stacks each strategy likes better, and what decides a tie. */
class SearchGoalsTest {

    private static final Currency USD = Currency.of("USD");
    private static final PricedBasket GOODS = PricedBasket.of(RandomDeals.basket(
            USD, List.of(Line.of("1", "p", "a", new Money(10_000, USD), 1)), Map.of(), Remaining.UNTOUCHED));
    private static final ToDoubleFunction<OfferStack> ALIKE = stack -> 0;

    /** A stack of these, "id" or "id@store"; "cup" is a gift. */
    private static OfferStack stack(long saved, String... names) {
        List<Kept> kept = new ArrayList<>();
        for (String name : names) {
            PromotionWords promise = new OfferBuilder(ChanceKind.STORE_BASKET, 0);
            String[] parts = name.split("@");
            Offer offer = new Offer(
                    parts[0], 0, (name.equals("cup") ? promise.gift("cup", "A cup") : promise.percentOff(10)).offer().terms(),
                    parts.length == 1 ? "" : parts[1], "");
            kept.add(new Kept(offer, Conventions.DEFAULT, new Taken(0, new long[1], new long[0], false, 0)));
        }
        return new OfferStack(kept, GOODS.open(), saved);
    }

    private static void better(OfferStack one, OfferStack other, ToDoubleFunction<OfferStack> simplicity) {
        assertThat(SearchGoals.better(one, other, simplicity)).isSameAs(one);
        assertThat(SearchGoals.better(other, one, simplicity)).isSameAs(one);
    }

    @Test
    void theMoneyThenGiftsThenFewerPromotionsThenSimplicityThenNames() {
        better(stack(2, "a", "b"), stack(1, "a", "cup"), ALIKE);
        better(stack(1, "b", "c", "cup"), stack(1, "a"), ALIKE);
        better(stack(1, "b", "cup"), stack(1, "a", "c", "cup"), stack -> stack.kept().size());
        better(stack(1, "b"), stack(1, "a"), stack -> stack.names().equals("b") ? 1 : 0);
        better(stack(1, "a", "c"), stack(1, "b", "c"), ALIKE);
        better(stack(1, "p@a"), stack(1, "p@b"), ALIKE);
    }

    @Test
    void namesAreSortedAndSayForWhichStore() {
        assertThat(stack(1, "z", "p@b", "p@a", "cup").names()).isEqualTo("cup p@a p@b z");
        assertThat(stack(1, "z", "p@b", "cup").gifts()).isEqualTo(1);
        assertThat(stack(1, "z", "p@b", "cup").discounts()).isEqualTo(2);
    }

    @Test
    void whoWeighsSimplicityTakesLongerToLook() {
        SearchGoal price = new SearchGoals.BestPrice(GOODS, ALIKE);
        SearchGoal simplest = new SearchGoals.Simplest(GOODS, ALIKE);
        SearchGoal balanced = new SearchGoals.Balanced(GOODS, ALIKE, 50);
        SearchGoal frontier = new SearchGoals.FrontierGoal(ALIKE);
        assertThat(List.of(price.seeing(), simplest.seeing(), balanced.seeing(), frontier.seeing())).containsExactly(1, 8, 1, 8);
        assertThat(List.of(
                        price.weighsSimplicity(), simplest.weighsSimplicity(), balanced.weighsSimplicity(),
                        frontier.weighsSimplicity()))
                .containsExactly(false, true, true, true);
    }

    @Test
    void whatCannotBeBetterIsHopeless() {
        SearchGoals.BestPrice price = new SearchGoals.BestPrice(GOODS, ALIKE);
        SearchGoals.Balanced balanced = new SearchGoals.Balanced(GOODS, ALIKE, 0);
        SearchGoals.Simplest simplest = new SearchGoals.Simplest(GOODS, ALIKE);
        SearchGoals.FrontierGoal frontier = new SearchGoals.FrontierGoal(ALIKE);
        assertThat(simplest.hopeless(0)).as("nothing is seen yet").isFalse();
        for (SearchGoal goal : List.of(price, balanced, simplest, frontier)) {
            goal.see(stack(5, "a"));
        }
        assertThat(List.of(price.hopeless(4), price.hopeless(5))).as("one that saves as much may win the tie").containsExactly(true, false);
        assertThat(List.of(balanced.hopeless(4), balanced.hopeless(5))).containsExactly(true, false);
        assertThat(List.of(simplest.hopeless(0), simplest.hopeless(1))).containsExactly(true, false);
        assertThat(frontier.hopeless(0)).isFalse();
    }

    @Test
    void theSimplestSavesSomething() {
        SearchGoals.Simplest goal = new SearchGoals.Simplest(GOODS, stack -> 10 - stack.kept().size());
        goal.see(stack(0));
        assertThat(goal.best.kept()).isEmpty();
        OfferStack two = stack(9, "a", "b");
        OfferStack one = stack(1, "b");
        OfferStack more = stack(2, "c");
        goal.see(two);
        assertThat(goal.best).isSameAs(two);
        goal.see(one);
        assertThat(goal.best).isSameAs(one);
        goal.see(more);
        assertThat(goal.best).as("as simple, and saves more").isSameAs(more);
        goal.see(one);
        goal.see(two);
        assertThat(goal.best).isSameAs(more);
    }

    @Test
    void balancedIsTheBestAtOrAboveTheFloor() {
        SearchGoals.Balanced goal = new SearchGoals.Balanced(GOODS, stack -> 100 - 10 * stack.kept().size(), 80);
        OfferStack two = stack(5, "a", "b");
        goal.see(stack(9, "a", "b", "c"));
        assertThat(goal.best.saved()).isZero();
        goal.see(two);
        goal.see(stack(4, "a"));
        assertThat(goal.best).as("80 is at the floor").isSameAs(two);
    }

    @Test
    void theFrontierKeepsWhatNoOtherBeatsOnBoth() {
        SearchGoals.FrontierGoal goal = new SearchGoals.FrontierGoal(stack -> 10 - stack.kept().size());
        OfferStack dear = stack(9, "a", "b", "c");
        OfferStack simple = stack(2, "b");
        goal.see(stack(1, "z"));
        goal.see(simple);
        goal.see(stack(8, "a", "b", "d"));
        goal.see(dear);
        goal.see(stack(2, "c"));
        assertThat(goal.edge()).extracting(SearchGoals.Scored::stack).as("equal ones by name").containsExactly(dear, simple);
        OfferStack earlier = stack(2, "a");
        goal.see(earlier);
        assertThat(goal.edge()).extracting(SearchGoals.Scored::stack).containsExactly(dear, earlier);
    }

    private static SearchResult found(long saved, DiscountDisplay shown) {
        return new SearchResult(stack(saved, "a"), shown, 0, 1);
    }

    private static boolean beats(SearchResult one, SearchResult other, Strategy strategy, Judge judge) {
        return one.beats(other, strategy, judge);
    }

    @Test
    void anotherRoundIsBetterForItsMoney() {
        for (Strategy strategy : List.of(Strategy.BEST_PRICE, Strategy.BALANCED, Strategy.IN_ORDER)) {
            assertThat(beats(found(5, DiscountDisplay.LAYERS), found(4, DiscountDisplay.LAYERS), strategy, Judge.INDIFFERENT)).isTrue();
            assertThat(beats(found(4, DiscountDisplay.LAYERS), found(4, DiscountDisplay.LAYERS), strategy, Judge.INDIFFERENT)).isFalse();
            assertThat(beats(found(1, DiscountDisplay.LAYERS), found(0, DiscountDisplay.LAYERS), strategy, Judge.INDIFFERENT)).isTrue();
            assertThat(beats(found(0, DiscountDisplay.LAYERS), found(0, DiscountDisplay.LAYERS), strategy, Judge.INDIFFERENT)).isFalse();
        }
    }

    @Test
    void anotherRoundIsBetterWhereItCanBeShownAsItIs() {
        SearchResult layers = found(1, DiscountDisplay.LAYERS);
        SearchResult amount = found(9, DiscountDisplay.ONE_AMOUNT);
        assertThat(beats(layers, amount, Strategy.BALANCED, Judge.INDIFFERENT)).isTrue();
        assertThat(beats(amount, layers, Strategy.BALANCED, Judge.INDIFFERENT)).isFalse();
        assertThat(beats(found(0, DiscountDisplay.LAYERS), amount, Strategy.BALANCED, Judge.INDIFFERENT)).isFalse();
    }

    @Test
    void anotherRoundIsBetterWhereItIsSimpler() {
        Judge even = new Judge(stack -> stack.saved() % 2 == 0 ? 1 : 0, 0);
        assertThat(beats(found(2, DiscountDisplay.LAYERS), found(9, DiscountDisplay.LAYERS), Strategy.SIMPLEST, even)).isTrue();
        assertThat(beats(found(9, DiscountDisplay.LAYERS), found(2, DiscountDisplay.LAYERS), Strategy.SIMPLEST, even)).isFalse();
        assertThat(beats(found(4, DiscountDisplay.LAYERS), found(2, DiscountDisplay.LAYERS), Strategy.SIMPLEST, even)).isTrue();
        assertThat(beats(found(2, DiscountDisplay.LAYERS), found(2, DiscountDisplay.LAYERS), Strategy.SIMPLEST, even)).isFalse();
        assertThat(beats(found(2, DiscountDisplay.LAYERS), found(4, DiscountDisplay.LAYERS), Strategy.SIMPLEST, even)).isFalse();
        assertThat(beats(found(0, DiscountDisplay.LAYERS), found(9, DiscountDisplay.LAYERS), Strategy.SIMPLEST, even)).isFalse();
    }

    private static long besides(long saved, long couldSave, long others, long most) {
        return new SearchResult(stack(saved, "a"), DiscountDisplay.LAYERS, couldSave, 1).besides(others, most).couldSave();
    }

    @Test
    void offersThatWereNotWeighedCouldSaveTheirsBesides() {
        assertThat(besides(500, 0, 0, 10_000)).isZero();
        assertThat(besides(500, 700, 0, 10_000)).isEqualTo(700);
        assertThat(besides(500, 0, 40, 10_000)).isEqualTo(540);
        assertThat(besides(500, 700, 40, 10_000)).isEqualTo(740);
        assertThat(besides(500, 700, 40, 600)).as("no more than may come off").isEqualTo(600);
        assertThat(besides(500, 0, 40, 500)).as("a gift may be left out").isEqualTo(501);
    }

    @Test
    void whatCouldBeSavedIsToldBeyondWhatIs() {
        SearchResult found = new SearchResult(stack(500, "a"), DiscountDisplay.LAYERS, 700, 1);
        assertThat(found.couldSave(stack(500, "a"), Strategy.BEST_PRICE)).isEqualTo(200);
        assertThat(found.couldSave(stack(800, "a"), Strategy.BEST_PRICE)).isZero();
        assertThat(found.couldSave(stack(800, "a"), Strategy.SIMPLEST)).as("a simpler one may be missed").isEqualTo(1);
        assertThat(found(500, DiscountDisplay.LAYERS).couldSave(stack(500, "a"), Strategy.SIMPLEST)).isZero();
    }
}
