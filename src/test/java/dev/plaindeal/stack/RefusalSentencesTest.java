package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
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
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a refused offer is told, word by word, where something besides the money decides. */
class RefusalSentencesTest {

    private static final Currency USD = Currency.of("USD");
    private static final Policy ONE_OF_EACH_LAYER = RandomDeals.keeping(1);

    private static PricedBasket goods() {
        return goods(Line.of("1", "p", "a", new Money(10_000, USD), 1));
    }

    private static PricedBasket goods(Line... lines) {
        return PricedBasket.of(RandomDeals.basket(USD, List.of(lines), Map.of(), Remaining.UNTOUCHED));
    }

    /** The fewer dollars an offer is for, the simpler. */
    private static final Judge CHEAP_IS_SIMPLE = new Judge(stack -> 100 - stack.saved() / 100.0, 0);

    private static List<String> told(PricedBasket goods, Policy policy, Strategy strategy, Judge judge, Offer... offers) {
        return Planner.plan(goods, List.of(offers), policy, strategy, judge).refused().stream()
                .map(refusal -> refusal.promotion() + " " + refusal.reason().key() + ": " + refusal.message())
                .toList();
    }

    private static List<String> told(Policy policy, Strategy strategy, Offer... offers) {
        return told(goods(), policy, strategy, CHEAP_IS_SIMPLE, offers);
    }

    /** Nothing is left for it in the stack as it is; with it the price falls below what the free item asks for. */
    @Test
    void oneThatWouldTakeTheGroundFromAnotherSpoilsIt() {
        assertThat(told(
                        ONE_OF_EACH_LAYER, Strategy.BEST_PRICE,
                        offer("free", items().percentOff(100).whenSpending("USD 95").measuredOn("final price")),
                        offer("tenth", threshold().percentOff(10))))
                .containsExactly("tenth spoils-more: With it the buyer would pay USD 90.00 more, because it spoils another promotion.");
    }

    @Test
    void whereAllIsTakenAlreadyNothingIsLeftForIt() {
        assertThat(told(
                        ONE_OF_EACH_LAYER, Strategy.BEST_PRICE,
                        offer("free", items().percentOff(100)), offer("tenth", threshold().percentOff(10))))
                .containsExactly("tenth takes-nothing: It holds, but there is nothing left for it to take off.");
    }

    /** Only who reduces what it is for is named, not who reduces something else. */
    @Test
    void thePromotionThatReducesItsGoodsIsNamed() {
        PricedBasket two = goods(
                Line.of("1", "p", "a", new Money(10_000, USD), 1), Line.of("2", "q", "a", new Money(10_000, USD), 1));
        assertThat(told(
                        two, ONE_OF_EACH_LAYER, Strategy.BEST_PRICE, Judge.INDIFFERENT,
                        offer("on-p", items().percentOff(10).onlySkus("p")),
                        offer("on-q", items().percentOff(10).onlySkus("q")),
                        offer("fresh", coupon().percentOff(5).onlySkus("p").notOnReduced())))
                .containsExactly("fresh already-reduced: What it is for is already reduced by on-p, and it is not for reduced items.");
    }

    @Test
    void aSimplerOneInItsPlaceIsSaidToBeSimpler() {
        assertThat(told(
                        ONE_OF_EACH_LAYER, Strategy.SIMPLEST,
                        offer("five", coupon().amountOff("USD 5")), offer("ten", coupon().amountOff("USD 10"))))
                .containsExactly("ten too-complicated: Instead of five it would save USD 5.00 more, and make the price harder to work out.");
    }

    @Test
    void oneThatSavesAsMuchAsTheSimplerIsBeaten() {
        assertThat(told(
                        ONE_OF_EACH_LAYER, Strategy.SIMPLEST,
                        offer("a", coupon().amountOff("USD 5")), offer("b", coupon().amountOff("USD 5"))))
                .containsExactly("b beaten: Beaten by a, which saves as much.");
    }

    @Test
    void whatComesFirstIsNoMatterOfSimplicity() {
        assertThat(told(
                        ONE_OF_EACH_LAYER, Strategy.IN_ORDER,
                        offer("a", coupon().amountOff("USD 5")), offer("b", coupon().amountOff("USD 10"))))
                .containsExactly("b beaten: Left out for a, which comes first, although it would save USD 5.00 more.");
    }

    @Test
    void whatAlwaysHoldsIsSaidToHold() {
        Offer tag = offer("tag", items().amountOff("USD 5").alwaysHolds());
        assertThat(told(ONE_OF_EACH_LAYER, Strategy.BEST_PRICE, tag, offer("ten", coupon().amountOff("USD 10").notWith("tag"))))
                .containsExactly("ten not-together: Left out for tag, which always holds, although it would save USD 5.00 more; "
                        + "it is never kept together with tag.");
    }

    @Test
    void whereOneStandsAloneTheOthersAreNotCalledComplicated() {
        assertThat(told(
                        Records.with(ONE_OF_EACH_LAYER, "exclusive", Policy.Exclusive.ALWAYS), Strategy.SIMPLEST,
                        offer("alone", coupon().amountOff("USD 5").exclusive()), offer("ten", threshold().amountOff("USD 10"))))
                .containsExactly("ten exclusive-kept: alone stands alone, although this would save USD 5.00 more.");
    }

    @Test
    void oneBesideTheSimplestIsSaidToMakeItHarder() {
        assertThat(told(
                        ONE_OF_EACH_LAYER, Strategy.SIMPLEST,
                        offer("five", coupon().amountOff("USD 5")), offer("ten", threshold().amountOff("USD 10"))))
                .containsExactly("ten too-complicated: It would save USD 10.00 more, and make the price harder to work out.");
    }

    /** All that may come off, to the cent, is not too much. */
    @Test
    void theMostThatMayComeOffIsNoCeilingInTheWay() {
        Offer five = offer("five", coupon().amountOff("USD 5"));
        Offer ten = offer("ten", threshold().amountOff("USD 10"));
        assertThat(told(atMost(1_500), Strategy.SIMPLEST, five, ten))
                .containsExactly("ten too-complicated: It would save USD 10.00 more, and make the price harder to work out.");
        assertThat(told(atMost(1_499), Strategy.SIMPLEST, five, ten))
                .containsExactly("ten below-floor: With it USD 15.00 would come off, and no more than USD 14.99 may.");
    }

    private static Policy atMost(long cents) {
        Policy.MostOff ceiling = new Policy.MostOff(Optional.empty(), Optional.of(new Amounts(Map.of("USD", cents))));
        return Records.with(ONE_OF_EACH_LAYER, "mostOff", Optional.of(ceiling));
    }

    /** A gift that stands alone sends the others away and is itself no saving that could be simple. */
    @Test
    void oneLeftOutForAGiftThatStandsAloneIsToldSo() {
        assertThat(told(
                        Records.with(ONE_OF_EACH_LAYER, "exclusive", Policy.Exclusive.ALWAYS), Strategy.SIMPLEST,
                        offer("cup", threshold().gift("cup", "A cup").exclusive()), offer("ten", coupon().amountOff("USD 10"))))
                .contains("ten exclusive-kept: cup stands alone, although this would save USD 10.00 more.");
    }

    @Test
    void oneThatStandsAloneAndDoesNotComeFirstIsToldSo() {
        assertThat(told(
                        Records.with(ONE_OF_EACH_LAYER, "exclusive", Policy.Exclusive.IF_FIRST), Strategy.SIMPLEST,
                        offer("cup", threshold().gift("cup", "A cup")), offer("ten", coupon().amountOff("USD 10").exclusive())))
                .contains("ten exclusive-beaten: It stands alone and does not come first, although it would save USD 10.00 more.");
    }

    /** Where not all combinations were tried nothing is said of what a refused one would have made of the price. */
    @Test
    void amongTooManyCombinationsNothingIsCalledComplicated() {
        List<Offer> offers = new ArrayList<>();
        for (int i = 10; i < 30; i++) {
            offers.add(offer("p" + i, threshold().amountOff("USD 1." + i)));
        }
        offers.add(offer("a", new OfferBuilder(ChanceKind.STORE_COUPON, 4).amountOff("USD 1").onlyStores("a")));
        offers.add(offer("b", new OfferBuilder(ChanceKind.STORE_COUPON, 4).amountOff("USD 1").onlyStores("a")));
        offers.add(offer("c", new OfferBuilder(ChanceKind.STORE_COUPON, 4).amountOff("USD 9").onlyStores("a")));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            lines.add(Line.of("l" + i, "p", "a", new Money(1_000, USD), 1));
        }
        Policy policy = Records.with(ONE_OF_EACH_LAYER, "layers", layers());
        Judge judge = new Judge(stack -> stack.kept().get(0).offer().promotion().equals("a") ? 100 - stack.kept().size() : 0, 0);
        List<String> told = told(goods(lines.toArray(Line[]::new)), policy, Strategy.SIMPLEST, judge, offers.toArray(Offer[]::new));
        assertThat(told).hasSize(22).contains(
                "b beaten: Beaten by a, which saves as much.",
                "c not-tried: There were too many combinations to try them all.",
                "p10 not-tried: There were too many combinations to try them all.");
    }

    /** One of each layer, and any number of the platform's thresholds. */
    private static Map<Layer, Policy.LayerPolicy> layers() {
        var layers = new EnumMap<>(ONE_OF_EACH_LAYER.layers());
        layers.put(
                Layer.PLATFORM_THRESHOLD,
                RandomDeals.keeping(100).in(Layer.PLATFORM_THRESHOLD));
        return layers;
    }
}
