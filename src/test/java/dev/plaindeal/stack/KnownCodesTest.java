package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.model.Chances;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Nearest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a code that promises nothing is told: what was meant, or which of the rule's conditions is not met. */
class KnownCodesTest {

    private static final long SEED = 404_404;
    private static final Currency USD = Currency.of("USD");

    private static Condition is(String field, Object value) {
        return new Condition(field, Condition.Operator.IS, List.of(value));
    }

    private static Promotion promotion(String id, ChanceKind kind, boolean announced, Condition... conditions) {
        PromotionWords promise = new OfferBuilder(kind, 4).amountOff("USD 1");
        return new Promotion(
                id, kind, List.of(conditions), List.of((announced ? promise.announced() : promise).offer().terms()), "");
    }

    private static Promotion announced(String code) {
        return promotion("p-" + code, ChanceKind.PLATFORM_COUPON, true, is("code", code));
    }

    private static Optional<String> meant(String typed, String... codes) {
        return KnownCodes.of(Arrays.stream(codes).map(KnownCodesTest::announced).toList()).meant(typed);
    }

    @ParameterizedTest
    @CsvSource({
        "TEA10, TEA100", "TEA10, TEA1", "TEA10, EA10", "TEA10, TEEA10", "TEA10, TEA11", "TEA10, XEA10", "TEA10, TEA01",
        "TEA10, ETA10"
    })
    void oneSlipIsForgiven(String code, String typed) {
        assertThat(meant(typed, code)).contains(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TEA10", "TEA", "TEA1000", "AET10", ""})
    void theCodeItselfAndTwoSlipsAreNot(String typed) {
        assertThat(meant(typed, "TEA10")).isEmpty();
    }

    @Test
    void withoutAnAnnouncedCodeNoneIsMeant() {
        assertThat(meant("TEA10")).isEmpty();
        assertThat(KnownCodes.of(List.of(promotion("p", ChanceKind.PLATFORM_COUPON, false, is("code", "TEA10")))).meant("TEA1"))
                .isEmpty();
    }

    /** A small i keeps its dot as a capital in Turkish, and what is printed so is found where a rule file lost the dot. */
    @Test
    void aCodeIsFoundWhereOnlyTheDotOfAnIIsBetween() {
        KnownCodes known = KnownCodes.of(List.of(
                promotion("dotted", ChanceKind.PLATFORM_COUPON, false, is("code", "\u0130ND\u0130R\u0130M")),
                promotion("plain", ChanceKind.PLATFORM_COUPON, false, is("code", "TIME10"))));
        assertThat(spelled(known, "tr-TR", "indirim")).isEqualTo("\u0130nd\u0130r\u0130m");
        assertThat(spelled(known, "en-US", "indirim")).isEqualTo("indirim");
        assertThat(spelled(known, "tr-TR", "time10")).isEqualTo("time10");
        assertThat(spelled(known, "en-US", "T\u0130ME10")).isEqualTo("TIME10");
        assertThat(spelled(known, "tr-TR", "nothing")).isEqualTo("nothing");
    }

    private static String spelled(KnownCodes known, String locale, String typed) {
        return known.spelledAsKnown(Basket.builder("b", "TR", "TRY", Instant.EPOCH).locale(locale).line("cup", "pearl", "1", 1).code(typed).build())
                .codes()
                .get(0);
    }

    /** Of several the first by name, found by looking at each of them. */
    @Test
    void theFirstThatIsOneSlipAwayIsMeant() {
        Random random = new Random(SEED);
        int found = 0;
        for (int i = 0; i < 300; i++) {
            TreeSet<String> codes = new TreeSet<>();
            for (int n = 0; n < 8; n++) {
                codes.add(word(random));
            }
            KnownCodes known = KnownCodes.of(codes.stream().map(KnownCodesTest::announced).toList());
            String typed = word(random);
            Optional<String> expected = codes.stream().filter(code -> Nearest.slips(typed, code) == 1).findFirst();
            assertThat(known.meant(typed)).as("%s among %s", typed, codes).isEqualTo(expected);
            found += expected.isPresent() ? 1 : 0;
        }
        assertThat(found).isBetween(100, 299);
    }

    private static String word(Random random) {
        StringBuilder word = new StringBuilder();
        for (int length = 1 + random.nextInt(4); length > 0; length--) {
            word.append("ABC".charAt(random.nextInt(3)));
        }
        return word.toString();
    }

    private static Basket basket(Buyer buyer) {
        return new Basket(
                "b", "US", USD, "en-US", Channel.SHELF, RandomDeals.AT, buyer, List.of(Store.local("a"), Store.local("b")),
                List.of(Line.of("1", "p", "a", new Money(500, USD), 1), Line.of("2", "q", "b", new Money(500, USD), 1)),
                Map.of(), "", List.of("TEA"), Remaining.UNTOUCHED);
    }

    private static List<String> told(Buyer buyer, Promotion... promotions) {
        Basket basket = basket(buyer);
        return UnansweredCodes.codes(basket, Chances.in(basket).all(), List.of(), KnownCodes.of(List.of(promotions))).stream()
                .map(refusal -> refusal.promotion() + " " + refusal.reason().key() + ": " + refusal.message())
                .toList();
    }

    private static Promotion coupon(Condition.Operator operator, String field, Object... values) {
        return promotion(
                "tea", ChanceKind.PLATFORM_COUPON, false, is("code", "TEA"), new Condition(field, operator, List.of(values)));
    }

    /** Each is asked as the chance it is for: neither as a chance of the platform nor of a store where it is of the other. */
    @Test
    void aCodeOfThePlatformAndOfAStoreIsToldWhatEachOfThemMisses() {
        assertThat(told(
                        Buyer.unknown(),
                        promotion("all", ChanceKind.PLATFORM_COUPON, false, is("code", "TEA"), is("market", "JP")),
                        promotion("far", ChanceKind.STORE_COUPON, false, is("code", "TEA"), is("store", "c"))))
                .containsExactly(
                        "all wrong-market: It needs market JP, the basket has US.",
                        "far wrong-store: It is for c, which sells nothing in this basket.");
    }

    @Test
    void ofSeveralReasonsTheFirstIsTheReason() {
        assertThat(told(
                        Buyer.unknown(),
                        promotion(
                                "tea", ChanceKind.PLATFORM_COUPON, false, is("code", "TEA"), is("newBuyer", true),
                                is("channel", "live"))))
                .containsExactly(
                        "tea wrong-channel: It needs \"new buyer\" to be true. It needs channel live, the basket has shelf.");
    }

    @Test
    void aListIsToldAsItIsAndAnEmptyOneAsNone() {
        Promotion vip = coupon(Condition.Operator.CONTAINS, "segments", "vip");
        assertThat(told(Buyer.unknown(), vip))
                .containsExactly("tea wrong-buyer: It needs segments with vip, the basket has none.");
        assertThat(told(new Buyer("", false, 0, new TreeSet<>(List.of("f", "b", "e", "d", "c", "a"))), vip))
                .containsExactly("tea wrong-buyer: It needs segments with vip, the basket has a, b, c, d, e.");
        assertThat(told(Buyer.unknown(), coupon(Condition.Operator.NOT_CONTAINS, "skus", "p")))
                .containsExactly("tea condition-not-met: It needs skus without p, the basket has p, q.");
    }

    @Test
    void whatIsNotToldIsSaidToBeNotTold() {
        assertThat(told(Buyer.unknown(), coupon(Condition.Operator.IN, "shippingMethod", "air", "sea")))
                .containsExactly("tea condition-not-met: It needs shipping method air or sea, the basket has not told.");
    }

    @Test
    void aNumberIsToldWithWhatItIsComparedTo() {
        List<String> told = new ArrayList<>();
        Buyer third = new Buyer("", false, 3, Set.of());
        told.addAll(told(third, coupon(Condition.Operator.BELOW, "priorOrders", 3)));
        told.addAll(told(third, coupon(Condition.Operator.AT_MOST, "priorOrders", 2)));
        told.addAll(told(third, coupon(Condition.Operator.ABOVE, "priorOrders", 3)));
        told.addAll(told(third, coupon(Condition.Operator.AT_LEAST, "priorOrders", 4)));
        told.addAll(told(third, coupon(Condition.Operator.IS_NOT, "priorOrders", 3)));
        assertThat(told).containsExactly(
                "tea wrong-buyer: It needs prior orders below 3, the basket has 3.",
                "tea wrong-buyer: It needs prior orders at most 2, the basket has 3.",
                "tea wrong-buyer: It needs prior orders above 3, the basket has 3.",
                "tea wrong-buyer: It needs prior orders at least 4, the basket has 3.",
                "tea wrong-buyer: It needs prior orders other than 3, the basket has 3.");
    }

    @Test
    void whereNoStoreSellsAnythingItsCouponIsToldSo() {
        Promotion far = promotion("far", ChanceKind.STORE_COUPON, false, is("code", "TEA"), is("store", "c"));
        assertThat(UnansweredCodes.codes(basket(Buyer.unknown()), List.of(), List.of(), KnownCodes.of(List.of(far))))
                .singleElement()
                .satisfies(refusal -> assertThat(refusal.reason()).isEqualTo(Reason.WRONG_STORE))
                .satisfies(refusal -> assertThat(refusal.message()).isEqualTo("No store sells anything."));
    }
}
