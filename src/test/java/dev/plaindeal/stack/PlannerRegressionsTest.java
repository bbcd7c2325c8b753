package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What once broke, each by the name of what broke. */
class PlannerRegressionsTest {

    private static final Currency USD = Currency.of("USD");

    private static Basket basket() {
        List<Line> lines = List.of(
                Line.of("1", "p", "a", new Money(5_000, USD), 1), Line.of("2", "q", "b", new Money(3_000, USD), 2));
        Map<String, Money> fees = Map.of("a", new Money(400, USD), "b", new Money(600, USD));
        return RandomDeals.basket(USD, lines, fees, Remaining.UNTOUCHED);
    }

    private static Offer offer(String id, ChanceKind kind, PromotionWords promise) {
        return new Offer(id, 0, promise.offer().terms(), "", kind.ofCode() ? id : "");
    }

    private static PromotionWords promise(ChanceKind kind) {
        return new OfferBuilder(kind, 3);
    }

    private static Plan plan(Policy policy, Strategy strategy, Offer... offers) {
        return Planner.plan(PricedBasket.of(basket()), List.of(offers), policy, strategy, Judge.INDIFFERENT);
    }

    private static Policy exclusive(Policy.Exclusive mode) {
        Policy usual = RandomDeals.keeping(1);
        return new Policy(
                usual.order(), usual.layers(), usual.apart(), mode, usual.mostOff(), usual.leastToPay(), usual.strategy(),
                usual.simplicityFloor(), usual.idle(), usual.rivals());
    }

    private static Policy closed(Layer layer) {
        Policy usual = RandomDeals.keeping(1);
        Map<Layer, Policy.LayerPolicy> layers = new EnumMap<>(usual.layers());
        layers.put(layer, new Policy.LayerPolicy(0, usual.in(layer).conventions()));
        return new Policy(
                usual.order(), layers, usual.apart(), usual.exclusive(), usual.mostOff(), Optional.empty(), usual.strategy(),
                usual.simplicityFloor(), usual.idle(), usual.rivals());
    }

    @Test
    void freeShippingOfOneStoreStoodInTheWayOfAnothers() {
        ChanceKind kind = ChanceKind.PLATFORM_SHIPPING;
        Plan plan = plan(
                RandomDeals.keeping(1), Strategy.BEST_PRICE,
                offer("ship-a", kind, promise(kind).freeShipping().onlyStores("a")),
                offer("ship-b", kind, promise(kind).freeShipping().onlyStores("b")));
        assertThat(plan.stack().saved()).isEqualTo(1_000);
    }

    @Test
    void anExclusivePromotionBeyondItsBudgetSentTheOthersAway() {
        ChanceKind kind = ChanceKind.PLATFORM_COUPON;
        Plan plan = plan(
                exclusive(Policy.Exclusive.ALWAYS), Strategy.BEST_PRICE,
                offer("alone", kind, promise(kind).amountOff("USD 20").exclusive().budget("USD 10")),
                offer("other", kind, promise(kind).amountOff("USD 3")));
        assertThat(plan.stack().saved()).isEqualTo(300);
        assertThat(plan.refused()).extracting(Rejection::reason).containsExactly(Reason.BUDGET_SPENT);
    }

    @Test
    void anExclusivePromotionLostItsGift() {
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        Offer off = offer("alone", kind, promise(kind).amountOff("USD 20").exclusive());
        Offer gift = new Offer("alone", 1, promise(kind).gift("cup", "A cup").inLayer("platform-coupon").exclusive().offer().terms(), "", "");
        assertThat(plan(exclusive(Policy.Exclusive.ALWAYS), Strategy.BEST_PRICE, off, gift).stack().kept()).hasSize(2);
    }

    @Test
    void nothingSavedWasShownAsOneAmount() {
        ChanceKind kind = ChanceKind.PLATFORM_COUPON;
        Plan plan = plan(
                RandomDeals.keeping(1), Strategy.BALANCED,
                offer("far", kind, promise(kind).amountOff("USD 20").whenSpending("USD 999")));
        assertThat(plan.shown()).isEqualTo(DiscountDisplay.LAYERS);
    }

    @Test
    void aGiftCameWithALayerThatKeepsNothing() {
        ChanceKind kind = ChanceKind.PLATFORM_COUPON;
        Plan plan = plan(
                closed(Layer.PLATFORM_COUPON), Strategy.BEST_PRICE,
                offer("gift", kind, promise(kind).gift("cup", "A cup")), offer("off", kind, promise(kind).amountOff("USD 1")));
        assertThat(plan.stack().kept()).isEmpty();
        assertThat(plan.refused()).extracting(Rejection::reason).containsOnly(Reason.CONDITION_NOT_MET);
    }

    @Test
    void aGiftForThingsNotInTheBasketWasGiven() {
        ChanceKind kind = ChanceKind.PLATFORM_COUPON;
        Plan plan = plan(
                RandomDeals.keeping(1), Strategy.BEST_PRICE,
                offer("gift", kind, promise(kind).gift("cup", "A cup").onlySkus("kettle")));
        assertThat(plan.stack().kept()).isEmpty();
        assertThat(plan.refused()).extracting(Rejection::reason).containsExactly(Reason.NOTHING_IN_SCOPE);
    }

    @Test
    void onePromotionForTwoStoresHadTwoEqualStacksOnTheFrontier() {
        PromotionWords each = promise(ChanceKind.STORE_BASKET).amountOff("USD 5").group("one");
        List<Offer> offers = List.of(new Offer("each", 0, each.offer().terms(), "a", ""), new Offer("each", 0, each.offer().terms(), "b", ""));
        List<OfferStack> edge = Planner.frontier(
                        PricedBasket.of(basket()), offers, RandomDeals.keeping(1), stack -> 100 - 10.0 * stack.kept().size())
                .stacks();
        assertThat(edge).extracting(OfferStack::saved).containsExactly(1_000L, 500L, 0L);
    }

    @Test
    void aCoupleOfHugeNumbersStoppedTheWholeBasket() {
        ChanceKind kind = ChanceKind.PLATFORM_COUPON;
        Plan plan = plan(
                RandomDeals.keeping(2), Strategy.BEST_PRICE,
                offer("every", kind, promise(kind).every("USD 0.01", "USD 999999999999")),
                offer("floor", kind, promise(kind).percentOff(10).neverBelow("USD 999999999999")));
        assertThat(plan.stack().saved()).isEqualTo(11_000);
    }
}
