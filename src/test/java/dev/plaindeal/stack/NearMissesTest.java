package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.model.Basket;
import dev.plaindeal.model.ChanceKind;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Policy;
import dev.plaindeal.model.Promise;
import dev.plaindeal.model.Remaining;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Strategy;
import dev.plaindeal.price.Goods;
import dev.plaindeal.stack.NearMisses.NearMiss;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class NearMissesTest {

    private static final long SEED = 270_270;
    private static final int CASES = 3_000;
    private static final Currency USD = Currency.of("USD");

    private static Function<Goods, Plan> planned(List<Offer> offers, Policy policy) {
        return goods -> Planner.plan(goods, offers, policy, Strategy.BEST_PRICE, Judge.INDIFFERENT);
    }

    private static List<NearMiss> of(Basket basket, Offer... offers) {
        Function<Goods, Plan> planned = planned(List.of(offers), RandomDeals.keeping(1));
        Goods goods = Goods.of(basket);
        return NearMisses.of(goods, planned.apply(goods), planned);
    }

    private static Basket basket(long... cents) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < cents.length; i++) {
            lines.add(Line.of("l" + i, "p", "a", new Money(cents[i], USD), 1));
        }
        return RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED);
    }

    private static Offer offer(String id, ChanceKind kind, Promise promise) {
        return new Offer(id, 0, promise.terms(), kind.ofStore() ? "a" : "", kind.ofCode() ? id.toUpperCase(java.util.Locale.ROOT) : "");
    }

    private static Promise promise(ChanceKind kind) {
        return new Promise(kind, 4);
    }

    private static String told(NearMiss miss) {
        return miss.offer().key() + ": " + miss.gap() + " saves " + miss.saves() + ", pay " + miss.pay();
    }

    @Test
    void theNextTierOfAKeptLadderIsTold() {
        Promise ladder = promise(ChanceKind.STORE_BASKET)
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
        Promise every = promise(ChanceKind.PLATFORM_BASKET).every("USD 30", "USD 4").upTo(3);
        Offer offer = offer("every", ChanceKind.PLATFORM_BASKET, every);
        assertThat(of(basket(8_900), offer)).singleElement().extracting(NearMissesTest::told)
                .isEqualTo("every: USD 1.00 saves USD 4.00, pay USD 78.00");
        assertThat(of(basket(9_100), offer)).isEmpty();
    }

    @Test
    void aNextTierBeyondTheCapIsNotTold() {
        Promise ladder = promise(ChanceKind.PLATFORM_BASKET).tier("USD 50", "USD 5").tier("USD 100", "USD 12").atMost("USD 5");
        assertThat(of(basket(9_900), offer("ladder", ChanceKind.PLATFORM_BASKET, ladder))).isEmpty();
    }

    /** An earlier percentage takes its share of the extra too, so more than the plain gap is needed. */
    @Test
    void theGapGrowsWhereEarlierDiscountsShareInIt() {
        Promise tenth = promise(ChanceKind.STORE_BASKET).percentOff(10);
        Promise coupon = promise(ChanceKind.PLATFORM_COUPON).amountOff("USD 5").whenSpending("USD 60");
        List<NearMiss> found = of(
                basket(6_000), offer("tenth", ChanceKind.STORE_BASKET, tenth), offer("c", ChanceKind.PLATFORM_COUPON, coupon));
        assertThat(found).singleElement().extracting(NearMissesTest::told)
                .isEqualTo("c: USD 6.67 saves USD 5.67, pay USD 55.00");
    }

    /** With a little more it is kept instead of another, which is less than what it lacks beside that one. */
    @Test
    void theGapIsNoLargerThanWhatWinsItsPlace() {
        Promise tenth = promise(ChanceKind.STORE_BASKET).percentOff(10);
        Promise coupon = promise(ChanceKind.PLATFORM_COUPON).amountOff("USD 20").whenSpending("USD 60");
        List<NearMiss> found = of(
                basket(5_900), offer("tenth", ChanceKind.STORE_BASKET, tenth), offer("c", ChanceKind.PLATFORM_COUPON, coupon));
        assertThat(found).singleElement().extracting(NearMissesTest::told)
                .isEqualTo("c: USD 1.00 saves USD 14.10, pay USD 40.00");
    }

    @Test
    void ofTwoStoresTheOneThatMissedIsTold() {
        Promise ladder = promise(ChanceKind.STORE_BASKET).amountOff("USD 5").whenSpending("USD 50");
        Offer a = new Offer("each", 0, ladder.terms(), "a", "");
        Offer b = new Offer("each", 0, ladder.terms(), "b", "");
        List<Line> lines = List.of(
                Line.of("1", "p", "a", new Money(6_000, USD), 1), Line.of("2", "q", "b", new Money(4_800, USD), 1));
        List<NearMiss> found = of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED), a, b);
        assertThat(found).singleElement().satisfies(miss -> {
            assertThat(miss.offer().store()).isEqualTo("b");
            assertThat(told(miss)).isEqualTo("each: USD 2.00 saves USD 5.00, pay USD 100.00");
        });
    }

    /** Really spent and planned again, each near miss is what it said. */
    @Test
    void everyNearMissSurvivesWhenTheMoneyIsReallySpent() {
        int told = 0;
        int upgrades = 0;
        int costly = 0;
        for (int i = 0; i < CASES; i++) {
            RandomDeals deals = new RandomDeals(SEED + i);
            Basket basket = deals.basket(4);
            List<Offer> offers = deals.offers(basket, 3 + deals.random().nextInt(4));
            Function<Goods, Plan> planned = planned(offers, deals.policy());
            Plan plan = planned.apply(Goods.of(basket));
            List<NearMiss> misses = NearMisses.of(Goods.of(basket), plan, planned);
            assertThat(misses).as("seed %d", SEED + i).hasSizeLessThanOrEqualTo(3);
            assertThat(misses)
                    .as("seed %d, best first", SEED + i)
                    .isSortedAccordingTo((a, b) -> Long.compare(cost(a), cost(b)));
            for (NearMiss miss : misses) {
                survives("seed " + (SEED + i), basket, plan, planned, miss);
                told++;
                upgrades += plan.stack().kept().stream().anyMatch(kept -> kept.offer() == miss.offer()) ? 1 : 0;
                costly += miss.costsMore() ? 1 : 0;
            }
        }
        System.out.printf(
                "near misses: seed %d, %d baskets, %d told, %d of them next steps, %d cost more than they save%n",
                SEED, CASES, told, upgrades, costly);
        assertThat(told).isGreaterThan(300);
        assertThat(upgrades).isGreaterThan(20);
    }

    private static long cost(NearMiss miss) {
        return miss.gap().minor() - miss.saves().minor();
    }

    private static void survives(String about, Basket basket, Plan plan, Function<Goods, Plan> planned, NearMiss miss) {
        Optional<Basket> spent = spent(basket, miss);
        assertThat(spent).as(about).isPresent();
        Plan then = planned.apply(Goods.of(spent.get()));
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
        return basket.lines().stream().filter(miss.offer()::counts).findFirst().map(like -> {
            List<Line> lines = new ArrayList<>(basket.lines());
            lines.add(new Line(
                    "more", like.sku(), like.store(), like.category(), like.brand(), miss.gap(), Optional.empty(),
                    Optional.empty(), 1));
            return basket.with(lines);
        });
    }
}
