package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.stack.Offers.coupon;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.Records;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which offers are weighed where there are more than can be. */
class CrowdTest {

    private static final Currency USD = Currency.of("USD");
    private static final Policy USUAL = RandomDeals.keeping(1);
    private static final PricedBasket GOODS = PricedBasket.of(RandomDeals.basket(
            USD,
            List.of(Line.of("1", "p", "a", new Money(10_000, USD), 1), Line.of("2", "q", "b", new Money(5_000, USD), 1)),
            Map.of(),
            Remaining.UNTOUCHED));

    private static Offer offer(String id, PromotionWords promise, String store) {
        return new Offer(id, 0, promise.offer().terms(), store, "");
    }

    private static Offer offer(String id, PromotionWords promise) {
        return offer(id, promise, "");
    }

    /** So many of 2.00, c0000 and on; these before them. */
    private static List<Offer> crowd(int count, Offer... first) {
        List<Offer> offers = new ArrayList<>(List.of(first));
        for (int i = 0; i < count; i++) {
            offers.add(offer(String.format("c%04d", i), coupon().amountOff("USD 2")));
        }
        return offers;
    }

    private final List<Rejection> refused = new ArrayList<>();

    private Crowd of(List<Offer> offers, Policy policy, Strategy strategy) {
        return Crowd.of(GOODS, offers, policy, strategy, refused);
    }

    private List<String> refused() {
        return refused.stream().map(one -> one.promotion() + " " + one.reason().key()).toList();
    }

    @Test
    void asManyAsCanBeAreAllWeighed() {
        List<Offer> offers = crowd(Crowd.MOST - 1, offer("far", coupon().amountOff("USD 1").whenSpending("USD 999")));
        Crowd crowd = of(offers, USUAL, Strategy.BEST_PRICE);
        assertThat(crowd.weighed()).isEqualTo(offers);
        assertThat(crowd.others()).isZero();
        assertThat(refused).isEmpty();
    }

    /** Gifts before all, then what takes most alone, then by name. */
    @Test
    void ofMoreTheLargestAre() {
        Offer small = offer("a-small", coupon().amountOff("USD 0.50"));
        Offer large = offer("z-large", coupon().amountOff("USD 3"));
        Offer gift = offer("z-gift", coupon().gift("cup", "A cup"));
        Crowd crowd = of(crowd(Crowd.MOST, small, large, gift), USUAL, Strategy.BEST_PRICE);
        assertThat(crowd.weighed()).hasSize(Crowd.MOST).startsWith(gift, large).doesNotContain(small);
        assertThat(refused()).containsExactly("c4998 not-tried", "c4999 not-tried", "a-small not-tried");
        assertThat(refused.get(0).message()).isEqualTo("More offers meet this basket than can be weighed.");
        assertThat(crowd.others()).isEqualTo(200 + 200 + 50);
    }

    /** What cannot hold takes nobody's place, and is told why. */
    @Test
    void whatDoesNotHoldAloneIsRefused() {
        Crowd crowd = of(
                crowd(
                        Crowd.MOST, offer("far", coupon().amountOff("USD 9").whenSpending("USD 151")),
                        offer("kettle", coupon().percentOff(50).onlySkus("kettle")),
                        offer("yen", coupon().amountOff("JPY 900")),
                        offer("far-b", new OfferBuilder(ChanceKind.STORE_BASKET, 0).amountOff("USD 9").whenSpending("USD 51"), "b")),
                USUAL, Strategy.BEST_PRICE);
        assertThat(crowd.weighed()).hasSize(Crowd.MOST);
        assertThat(crowd.others()).isZero();
        assertThat(refused()).containsExactly(
                "far threshold-not-met", "kettle nothing-in-scope", "yen no-amount-in-currency", "far-b threshold-not-met");
        assertThat(refused.get(3).message()).isEqualTo("It needs USD 51.00, USD 50.00 counts towards it; USD 1.00 more would do.");
    }

    /** A store's offer is asked at its own lines: a tenth of 100.00 is more than 6.00, a tenth of 50.00 less. */
    @Test
    void aStoresOfferIsWorthWhatItTakesOffItsLines() {
        PromotionWords tenth = new OfferBuilder(ChanceKind.STORE_BASKET, 0).percentOff(10);
        Offer six = offer("six", coupon().amountOff("USD 6"));
        Crowd crowd = of(crowd(Crowd.MOST, offer("b", tenth, "b"), six, offer("a", tenth, "a")), USUAL, Strategy.BEST_PRICE);
        assertThat(crowd.weighed()).extracting(Offer::promotion).startsWith("a", "six", "b");
    }

    @Test
    void aGiftThatIsLeftOutCountsAsOneCent() {
        List<Offer> gifts = new ArrayList<>();
        for (int i = 0; i <= Crowd.MOST; i++) {
            gifts.add(offer("g" + i, coupon().gift("cup", "A cup")));
        }
        assertThat(of(gifts, USUAL, Strategy.BEST_PRICE).others()).isEqualTo(1);
    }

    private List<String> firstAndLeftOut(Policy policy, Strategy strategy) {
        Offer late = offer("late", coupon().amountOff("USD 9").order(1));
        Offer alone = offer("alone", coupon().amountOff("USD 1").exclusive().order(-1));
        Crowd crowd = of(crowd(Crowd.MOST - 1, late, alone), policy, strategy);
        return List.of(crowd.weighed().get(0).promotion(), refused.get(0).promotion());
    }

    @Test
    void theMoneyDecidesWhereNothingElseDoes() {
        assertThat(firstAndLeftOut(USUAL, Strategy.BEST_PRICE)).containsExactly("late", "alone");
    }

    @Test
    void whereThePlaceDecidesThoseThatComeFirstAreWeighed() {
        assertThat(firstAndLeftOut(USUAL, Strategy.IN_ORDER)).containsExactly("alone", "late");
    }

    @Test
    void whereTheFirstMayStandAloneThoseThatComeFirstAreWeighed() {
        assertThat(firstAndLeftOut(Records.with(USUAL, "exclusive", Policy.Exclusive.IF_FIRST), Strategy.BEST_PRICE))
                .containsExactly("alone", "late");
    }

    @Test
    void oneThatAlwaysStandsAloneIsWeighedBeforeAll() {
        assertThat(firstAndLeftOut(Records.with(USUAL, "exclusive", Policy.Exclusive.ALWAYS), Strategy.BEST_PRICE))
                .containsExactly("alone", "c4998");
    }
}
