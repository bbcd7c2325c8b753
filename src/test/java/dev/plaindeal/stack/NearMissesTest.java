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
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.stack.NearMisses.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NearMissesTest {

    private static final long SEED = 270_270;
    private static final int CASES = Integer.getInteger("random", 3_000);
    private static final Currency USD = Currency.of("USD");

    private static Function<PricedBasket, Plan> planned(List<Offer> offers, Policy policy) {
        return goods -> Planner.plan(goods, offers, policy, Strategy.BEST_PRICE, Judge.INDIFFERENT);
    }

    private static List<NearMiss> of(Basket basket, Offer... offers) {
        Function<PricedBasket, Plan> planned = planned(List.of(offers), RandomDeals.keeping(1));
        PricedBasket goods = PricedBasket.of(basket);
        return misses(goods, planned.apply(goods), planned);
    }

    private static Basket basket(long... cents) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < cents.length; i++) {
            lines.add(Line.of("l" + i, "p", "a", new Money(cents[i], USD), 1));
        }
        return RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED);
    }

    private static Offer offer(String id, ChanceKind kind, PromotionWords promise) {
        return new Offer(id, 0, promise.offer().terms(), kind.ofStore() ? "a" : "", kind.ofCode() ? id.toUpperCase(java.util.Locale.ROOT) : "");
    }

    private static PromotionWords promise(ChanceKind kind) {
        return new OfferBuilder(kind, 4);
    }

    private static String told(NearMiss miss) {
        String items = miss.items().map(more -> more.count() + " " + more.of().sku() + " for ").orElse("");
        return miss.offer().key() + ": " + items + miss.gap() + " saves " + miss.saves() + ", pay " + miss.pay();
    }

    @Test
    void theNextTierOfAKeptLadderIsTold() {
        PromotionWords ladder = promise(ChanceKind.STORE_BASKET)
                .tier("USD 50", "USD 5").tier("USD 100", "USD 12").tier("USD 150", "USD 20");
        Basket article = basket(11_240);
        assertThat(of(article, offer("ladder", ChanceKind.STORE_BASKET, ladder)))
                .singleElement()
                .satisfies(miss -> assertThat(told(miss)).isEqualTo("ladder: USD 37.60 saves USD 8.00, pay USD 130.00"))
                .satisfies(miss -> assertThat(miss.costsMore()).isTrue());
        assertThat(of(basket(15_000), offer("ladder", ChanceKind.STORE_BASKET, ladder))).isEmpty();
    }

    @Test
    void theNextStepOfAnEveryOfferIsToldUnlessItWasTheLast() {
        PromotionWords every = promise(ChanceKind.PLATFORM_BASKET).every("USD 30", "USD 4").upTo(3);
        Offer offer = offer("every", ChanceKind.PLATFORM_BASKET, every);
        assertThat(of(basket(8_900), offer)).singleElement().extracting(NearMissesTest::told)
                .isEqualTo("every: USD 1.00 saves USD 4.00, pay USD 78.00");
        assertThat(of(basket(9_100), offer)).isEmpty();
    }

    @Test
    void aNextTierBeyondTheCapIsNotTold() {
        PromotionWords ladder = promise(ChanceKind.PLATFORM_BASKET).tier("USD 50", "USD 5").tier("USD 100", "USD 12").atMost("USD 5");
        assertThat(of(basket(9_900), offer("ladder", ChanceKind.PLATFORM_BASKET, ladder))).isEmpty();
    }

    /** An earlier percentage takes its share of the extra too, so more than the plain gap is needed. */
    @Test
    void theGapGrowsWhereEarlierDiscountsShareInIt() {
        PromotionWords tenth = promise(ChanceKind.STORE_BASKET).percentOff(10);
        PromotionWords coupon = promise(ChanceKind.PLATFORM_COUPON).amountOff("USD 5").whenSpending("USD 60");
        List<NearMiss> found = of(
                basket(6_000), offer("tenth", ChanceKind.STORE_BASKET, tenth), offer("c", ChanceKind.PLATFORM_COUPON, coupon));
        assertThat(found).singleElement().extracting(NearMissesTest::told)
                .isEqualTo("c: USD 6.67 saves USD 5.67, pay USD 55.00");
    }

    /** With a little more it is kept instead of another, which is less than what it lacks beside that one. */
    @Test
    void theGapIsNoLargerThanWhatWinsItsPlace() {
        PromotionWords tenth = promise(ChanceKind.STORE_BASKET).percentOff(10);
        PromotionWords coupon = promise(ChanceKind.PLATFORM_COUPON).amountOff("USD 20").whenSpending("USD 60");
        List<NearMiss> found = of(
                basket(5_900), offer("tenth", ChanceKind.STORE_BASKET, tenth), offer("c", ChanceKind.PLATFORM_COUPON, coupon));
        assertThat(found).singleElement().extracting(NearMissesTest::told)
                .isEqualTo("c: USD 1.00 saves USD 14.10, pay USD 40.00");
    }

    @Test
    void ofTwoStoresTheOneThatMissedIsTold() {
        PromotionWords ladder = promise(ChanceKind.STORE_BASKET).amountOff("USD 5").whenSpending("USD 50");
        Offer a = new Offer("each", 0, ladder.offer().terms(), "a", "");
        Offer b = new Offer("each", 0, ladder.offer().terms(), "b", "");
        List<Line> lines = List.of(
                Line.of("1", "p", "a", new Money(6_000, USD), 1), Line.of("2", "q", "b", new Money(4_800, USD), 1));
        List<NearMiss> found = of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED), a, b);
        assertThat(found).singleElement().satisfies(miss -> {
            assertThat(miss.offer().store()).isEqualTo("b");
            assertThat(told(miss)).isEqualTo("each: USD 2.00 saves USD 5.00, pay USD 100.00");
        });
    }

    private static Basket cupsAndPots(int cups, int pots) {
        List<Line> lines = new ArrayList<>();
        if (pots > 0) {
            lines.add(Line.of("p", "pot", "a", new Money(2_000, USD), pots));
        }
        lines.add(Line.of("c", "cup", "a", new Money(500, USD), cups));
        return RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED);
    }

    private static List<String> told(Basket basket, ChanceKind kind, PromotionWords promise) {
        return of(basket, offer("p", kind, promise)).stream().map(NearMissesTest::told).toList();
    }

    /** The cheapest goods that count, at their own price. */
    @Test
    void itemsThatLackAreTriedAsItems() {
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        assertThat(told(cupsAndPots(2, 0), kind, promise(kind).tier(3, "10%")))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 1.50, pay USD 13.50");
        assertThat(told(cupsAndPots(1, 1), kind, promise(kind).amountOff("USD 3").whenBuying(4)))
                .containsExactly("p: 2 cup for USD 10.00 saves USD 3.00, pay USD 32.00");
        assertThat(told(cupsAndPots(1, 1), kind, promise(kind).amountOff("USD 3").onlySkus("pot").whenBuying(2)))
                .containsExactly("p: 1 pot for USD 20.00 saves USD 3.00, pay USD 42.00");
    }

    @Test
    void theNextStepByItemsIsTold() {
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        assertThat(told(cupsAndPots(4, 0), kind, promise(kind).tier(3, "10%").tier(5, "20%")))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 3.00, pay USD 20.00");
        assertThat(told(cupsAndPots(5, 0), kind, promise(kind).every(3, "USD 2")))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 2.00, pay USD 26.00");
        assertThat(told(cupsAndPots(5, 0), kind, promise(kind).every(3, "USD 2").upTo(1))).isEmpty();
    }

    @Test
    void oneMoreUnitThatCompletesADealIsTold() {
        ChanceKind kind = ChanceKind.PLATFORM_ITEMS;
        assertThat(told(cupsAndPots(1, 0), kind, promise(kind).nthItem(2, "50%")))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 2.50, pay USD 7.50");
        assertThat(told(cupsAndPots(2, 0), kind, promise(kind).buyGet(2, 1)))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 5.00, pay USD 10.00");
        assertThat(told(cupsAndPots(1, 1), kind, promise(kind).setOf(2, "cup").setOf(1, "pot").amountOff("USD 6")))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 6.00, pay USD 24.00");
        assertThat(told(cupsAndPots(1, 1), kind, promise(kind).setOf(1, "cup").setOf(2, "pot").amountOff("USD 6")))
                .as("one more of what is dearer, where the cheaper would not do")
                .containsExactly("p: 1 pot for USD 20.00 saves USD 6.00, pay USD 39.00");
        assertThat(told(cupsAndPots(2, 0), kind, promise(kind).setOf(1, "cup").setOf(1, "pot").amountOff("USD 6")))
                .as("of a kind that is not in the basket")
                .isEmpty();
    }

    /** A deal that is given already is told again only where it is begun. */
    @Test
    void aDealThatIsGivenIsToldOnceMoreWhereItIsBegun() {
        ChanceKind kind = ChanceKind.PLATFORM_ITEMS;
        assertThat(told(cupsAndPots(3, 0), kind, promise(kind).nthItem(2, "50%")))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 2.50, pay USD 15.00");
        assertThat(told(cupsAndPots(2, 0), kind, promise(kind).nthItem(2, "50%"))).isEmpty();
        assertThat(told(cupsAndPots(3, 0), kind, promise(kind).nthItem(2, "50%").upTo(1))).isEmpty();
        assertThat(told(cupsAndPots(5, 0), kind, promise(kind).buyGet(2, 1)))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 5.00, pay USD 20.00");
        assertThat(told(cupsAndPots(3, 0), kind, promise(kind).setOf(2).forPrice("USD 8")))
                .containsExactly("p: 1 cup for USD 5.00 saves USD 2.00, pay USD 16.00");
    }

    /** Where both lack, more items may bring the money as well. */
    @Test
    void itemsAreAddedUntilTheMoneyIsEnoughToo() {
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        assertThat(told(cupsAndPots(1, 0), kind, promise(kind).amountOff("USD 3").whenSpending("USD 15").whenBuying(2)))
                .containsExactly("p: USD 10.00 saves USD 3.00, pay USD 12.00");
        assertThat(told(cupsAndPots(1, 0), kind, promise(kind).amountOff("USD 3").whenSpending("USD 15").whenBuying(5)))
                .as("one thing more would be enough money, but not enough items")
                .containsExactly("p: 4 cup for USD 20.00 saves USD 3.00, pay USD 22.00");
    }

    @Test
    void aNearMissByItemsHasToSurviveTheStack() {
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        Offer pack = offer("pack", kind, promise(kind).amountOff("USD 1").whenBuying(3));
        Offer ten = offer("ten", kind, promise(kind).amountOff("USD 2"));
        assertThat(of(cupsAndPots(2, 0), pack, ten)).isEmpty();
    }

    @Test
    void eachKindOfGoodsIsTriedOnce() {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            lines.add(Line.of("c" + i, "cup", "a", new Money(500, USD), 1));
        }
        lines.add(Line.of("p", "pot", "a", new Money(2_000, USD), 1));
        ChanceKind kind = ChanceKind.PLATFORM_ITEMS;
        assertThat(told(
                        RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED), kind,
                        promise(kind).setOf(1, "cup").setOf(2, "pot").amountOff("USD 6")))
                .containsExactly("p: 1 pot for USD 20.00 saves USD 6.00, pay USD 49.00");
    }

    /** The money first; where that is not all, as many items as that money buys, and not one more. */
    @Test
    void noMoreItemsAreAddedThanTheMoneyAsksFor() {
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        assertThat(told(cupsAndPots(1, 0), kind, promise(kind).amountOff("USD 3").whenSpending("USD 30").whenBuying(5)))
                .containsExactly("p: 5 cup for USD 25.00 saves USD 3.00, pay USD 27.00");
    }

    /** Seven lack something, and the nearest is the last by name. */
    @Test
    void theNearestAreTried() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            PromotionWords promise = promise(ChanceKind.PLATFORM_BASKET).amountOff("USD 1").whenSpending("USD " + (170 - 10 * i));
            offers.add(offer("p" + i, ChanceKind.PLATFORM_BASKET, promise));
        }
        assertThat(of(basket(10_000), offers.toArray(Offer[]::new))).extracting(NearMissesTest::told).containsExactly(
                "p6: USD 10.00 saves USD 1.00, pay USD 109.00",
                "p5: USD 20.00 saves USD 1.00, pay USD 119.00",
                "p4: USD 30.00 saves USD 1.00, pay USD 129.00");
        Function<PricedBasket, Plan> all = planned(offers, RandomDeals.keeping(7));
        PricedBasket goods = PricedBasket.of(basket(10_000));
        assertThat(misses(goods, all.apply(goods), all)).extracting(NearMissesTest::told).containsExactly(
                "p6: USD 10.00 saves USD 1.00, pay USD 109.00",
                "p5: USD 20.00 saves USD 2.00, pay USD 118.00",
                "p4: USD 30.00 saves USD 3.00, pay USD 127.00");
    }

    /** Kept then for its name alone: the buyer would save nothing more. */
    @Test
    void oneThatOnlyTakesThePlaceOfAsMuchIsNotTold() {
        ChanceKind kind = ChanceKind.PLATFORM_COUPON;
        assertThat(of(
                        basket(10_000), offer("a", kind, promise(kind).amountOff("USD 5").whenSpending("USD 110")),
                        offer("b", kind, promise(kind).amountOff("USD 5"))))
                .isEmpty();
    }

    @Test
    void whatIsAddedHasAnIdOfItsOwn() {
        List<Line> lines = List.of(
                Line.of("more", "p", "a", new Money(2_000, USD), 1), Line.of("more+", "p", "a", new Money(2_000, USD), 1));
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        assertThat(told(
                        RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED), kind,
                        promise(kind).amountOff("USD 5").whenSpending("USD 50")))
                .containsExactly("p: USD 10.00 saves USD 5.00, pay USD 45.00");
    }

    @Test
    void noMoreUnitsAreAddedThanALineMayHave() {
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        assertThat(told(cheap(Line.MOST - 1), kind, promise(kind).tier(Line.MOST, "10%")))
                .containsExactly("p: 1 cup for USD 0.01 saves USD 1000.00, pay USD 9000.00");
        assertThat(told(cheap(Line.MOST - 1), kind, promise(kind).every(Line.MOST - 1, "USD 2"))).isEmpty();
        assertThat(told(cheap(Line.MOST), kind, promise(kind).every(3, "USD 0.01"))).isEmpty();
    }

    private static Basket cheap(int cups) {
        return RandomDeals.basket(
                USD, List.of(Line.of("c", "cup", "a", new Money(1, USD), cups)), Map.of(), Remaining.UNTOUCHED);
    }

    /** With 10.00 more the basket is as large as one may be, shipping and all. */
    @Test
    void noMoreIsAddedThanCanBePriced() {
        long goods = Basket.LARGEST_TOTAL - 1_000 - 500;
        Basket largest = RandomDeals.basket(
                USD, List.of(Line.of("1", "p", "a", new Money(goods, USD), 1)), Map.of("a", new Money(500, USD)), Remaining.UNTOUCHED);
        ChanceKind kind = ChanceKind.PLATFORM_BASKET;
        String enough = new Money(goods + 1_000, USD).toString();
        String more = new Money(goods + 1_001, USD).toString();
        assertThat(told(largest, kind, promise(kind).amountOff("USD 20").whenSpending(enough)))
                .containsExactly("p: USD 10.00 saves USD 20.00, pay " + new Money(Basket.LARGEST_TOTAL - 2_000, USD));
        assertThat(told(largest, kind, promise(kind).amountOff("USD 20").whenSpending(more))).isEmpty();
    }

    /** What the next step lacks goes by the price that the ladder itself is measured on. */
    @Test
    void theNextStepOfALadderOnTheFinalPriceIsTold() {
        PromotionWords ladder = promise(ChanceKind.PLATFORM_COUPON).tier("USD 50", "USD 5").tier("USD 95", "USD 12").measuredOn("final price");
        PromotionWords ten = promise(ChanceKind.PLATFORM_BASKET).amountOff("USD 10");
        assertThat(of(
                        basket(10_000), offer("ladder", ChanceKind.PLATFORM_COUPON, ladder),
                        offer("ten", ChanceKind.PLATFORM_BASKET, ten)))
                .extracting(NearMissesTest::told)
                .containsExactly("ladder: USD 5.00 saves USD 7.00, pay USD 83.00");
    }

    /** Really spent and planned again, each near miss is what it said. */
    @Test
    void everyNearMissSurvivesWhenTheMoneyIsReallySpent() {
        int told = 0;
        int upgrades = 0;
        int costly = 0;
        int items = 0;
        for (int i = 0; i < CASES; i++) {
            RandomDeals deals = new RandomDeals(SEED + i);
            Basket basket = deals.basket(4);
            List<Offer> offers = deals.offers(basket, 3 + deals.random().nextInt(4));
            Function<PricedBasket, Plan> planned = planned(offers, deals.policy());
            Plan plan = planned.apply(PricedBasket.of(basket));
            List<NearMiss> misses = misses(PricedBasket.of(basket), plan, planned);
            assertThat(misses).as("seed %d", SEED + i).hasSizeLessThanOrEqualTo(3);
            assertThat(misses)
                    .as("seed %d, best first", SEED + i)
                    .isSortedAccordingTo((a, b) -> Long.compare(cost(a), cost(b)));
            for (NearMiss miss : misses) {
                survives("seed " + (SEED + i), basket, plan, planned, miss);
                told++;
                upgrades += plan.stack().kept().stream().anyMatch(kept -> kept.offer() == miss.offer()) ? 1 : 0;
                items += miss.items().isPresent() ? 1 : 0;
                costly += miss.costsMore() ? 1 : 0;
            }
        }
        System.out.printf(
                "near misses: seed %d, %d baskets, %d told, %d of them next steps, %d by items, %d cost more than they save%n",
                SEED, CASES, told, upgrades, items, costly);
        assertThat(told).isGreaterThan(CASES / 10);
        assertThat(upgrades).isGreaterThan(CASES / 150);
        assertThat(items).isGreaterThan(CASES / 30);
    }

    private static long cost(NearMiss miss) {
        return miss.gap().minor() - miss.saves().minor();
    }

    private static void survives(String about, Basket basket, Plan plan, Function<PricedBasket, Plan> planned, NearMiss miss) {
        Optional<Basket> spent = spent(basket, miss);
        assertThat(spent).as(about).isPresent();
        Plan then = planned.apply(PricedBasket.of(spent.get()));
        long pay = then.stack().end().goodsTotal() + then.stack().end().feesTotal();
        assertThat(pay).as("%s, %s", about, told(miss)).isEqualTo(miss.pay().minor());
        assertThat(then.stack().saved() - plan.stack().saved()).as("%s, %s", about, told(miss)).isEqualTo(miss.saves().minor());
        assertThat(then.stack().kept()).as("%s, %s", about, told(miss)).anyMatch(kept -> kept.offer() == miss.offer());
        long now = plan.stack().end().goodsTotal() + plan.stack().end().feesTotal();
        assertThat(miss.costsMore()).as(about).isEqualTo(pay > now);
        boolean gift = miss.offer().terms().reward() instanceof Reward.Gift;
        assertThat(miss.saves().minor() > 0 || gift).as(about).isTrue();
    }

    /** One more thing like the first that counts for the offer. */
    private static Optional<Basket> spent(Basket basket, NearMiss miss) {
        if (miss.items().isPresent()) {
            Line of = miss.items().get().of();
            assertThat(miss.gap().minor()).isEqualTo(of.unitPrice().minor() * miss.items().get().count());
            List<Line> lines = new ArrayList<>(basket.lines());
            lines.replaceAll(line -> line == of ? of.times((int) (of.quantity() + miss.items().get().count())) : line);
            return Optional.of(basket.with(lines));
        }
        return basket.lines().stream().filter(miss.offer()::counts).findFirst().map(like -> {
            List<Line> lines = new ArrayList<>(basket.lines());
            lines.add(like.like("more", miss.gap()));
            return basket.with(lines);
        });
    }

    private static List<NearMiss> misses(PricedBasket goods, Plan plan, Function<PricedBasket, Plan> planned) {
        return NearMisses.of(goods, plan, (any, asked) -> planned.apply(any), new NearMisses.AtCheckout(
                CheckoutPromotions.of(List.of()), List.of(), planned));
    }
}
