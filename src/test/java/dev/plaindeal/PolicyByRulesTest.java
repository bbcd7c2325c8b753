package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.stack.Plan;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What marketing says in rules/stacking/ is what happens, and a policy that contradicts itself is refused by name. */
class PolicyByRulesTest {

    private static final Currency USD = Currency.of("USD");

    private final Map<String, String> texts = new TreeMap<>();

    private void promotion(String id, String when, String then) {
        texts.put("promotions/" + id + ".drl", """
                // A promotion.
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    $chance : %s
                then
                    $chance.%s;
                end
                """.formatted(id, when, then));
    }

    private void stacking(String rule, String when, String then) {
        String head = "package stacking\nimport dev.plaindeal.model.*\n";
        texts.merge("stacking/policy.drl", head + rule(rule, when, then), (old, now) -> old + rule(rule, when, then));
    }

    private static String rule(String rule, String when, String then) {
        return "\nrule \"%s\"\nwhen\n    $it : %s\nthen\n    $it.%s;\nend\n".formatted(rule, when, then);
    }

    private static Basket basket(String price, String... codes) {
        return new Basket(
                "b", "US", USD, "en-US", Channel.SHELF, Instant.parse("2026-11-22T12:00:00Z"), Buyer.unknown(),
                List.of(Store.local("s")), List.of(Line.of("1", "tea", "s", Money.of(price, USD), 1)), Map.of(), "",
                List.of(codes), Remaining.UNTOUCHED);
    }

    private Receipt evaluate(Basket basket) {
        return PromotionEngine.load(texts).evaluate(basket);
    }

    private static List<String> ids(Receipt receipt) {
        return receipt.applied().stream().map(Receipt.Applied::id).toList();
    }

    private static Receipt.Rejected refusal(Receipt receipt, String id) {
        return receipt.rejected().stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void twoRulesThatDisagreeAreBothNamed() {
        promotion("a", "PlatformBasket( market == \"US\" )", "amountOff(\"USD 1\")");
        stacking("one", "LayerStacking( layer == \"platform-coupon\", market == \"US\" )", "keeps(1)");
        stacking("two", "LayerStacking( layer == \"platform-coupon\", market == \"US\" )", "keeps(2)");
        assertThatThrownBy(() -> PromotionEngine.load(texts))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("stacking/policy.drl")
                .hasMessageContaining("two")
                .hasMessageContaining("one");
    }

    @Test
    void theMarketsOwnWordBeatsTheFallback() {
        promotion("a", "PlatformCoupon( code == \"A\", market == \"US\" )", "amountOff(\"USD 1\")");
        promotion("b", "PlatformCoupon( code == \"B\", market == \"US\" )", "amountOff(\"USD 2\")");
        stacking("one", "LayerStacking( layer == \"platform-coupon\", market == \"any\" )", "keeps(1)");
        assertThat(ids(evaluate(basket("50", "A", "B")))).containsExactly("b");
        stacking("two", "LayerStacking( layer == \"platform-coupon\", market == \"US\" )", "keeps(2)");
        assertThat(ids(evaluate(basket("50", "A", "B")))).containsExactly("a", "b");
    }

    @Test
    void theLayersApplyInTheOrderSaid() {
        promotion("half", "PlatformBasket( market == \"US\" )", "percentOff(50)");
        promotion("ten", "StoreBasket( store == \"s\" )", "amountOff(\"USD 10\")");
        assertThat(evaluate(basket("100")).total()).hasToString("USD 45.00");
        stacking("platform-first", "Stacking( market == \"any\" )",
                "layerOrder(\"platform-threshold, platform-coupon, item-price, store-threshold, store-coupon, shipping\")");
        assertThat(evaluate(basket("100")).total()).hasToString("USD 40.00");
    }

    @Test
    void layersThatTheOrderDoesNotNameKeepTheirPlace() {
        assertThat(order("US")).containsExactly(Layer.values());
        stacking("swapped", "Stacking( market == \"any\" )", "layerOrder(\"platform-coupon, store-threshold\")");
        assertThat(order("US")).as("the two change places").containsExactly(
                Layer.ITEM_PRICE, Layer.PLATFORM_COUPON, Layer.STORE_COUPON,
                Layer.PLATFORM_THRESHOLD, Layer.STORE_THRESHOLD, Layer.SHIPPING);
        stacking("own", "Stacking( market == \"DE\" )", "layerOrder(\"store-coupon, item-price\")");
        assertThat(order("DE")).as("over what holds in any market").containsExactly(
                Layer.STORE_COUPON, Layer.PLATFORM_COUPON, Layer.ITEM_PRICE,
                Layer.PLATFORM_THRESHOLD, Layer.STORE_THRESHOLD, Layer.SHIPPING);
    }

    private List<Layer> order(String market) {
        return RuleBook.load(RuleFiles.of(texts)).policy(market, Channel.SHELF).order();
    }

    @Test
    void anEarlierDiscountThatBreaksALaterThresholdIsSeen() {
        promotion("five", "StoreBasket( store == \"s\" )", "amountOff(\"USD 5\")");
        promotion("big", "PlatformBasket( market == \"US\" )", "amountOff(\"USD 30\").whenSpending(\"USD 100\")");
        Receipt receipt = evaluate(basket("100"));
        assertThat(ids(receipt)).as("5 off first would lose 30").containsExactly("big");
        assertThat(refusal(receipt, "five").reason()).isEqualTo("spoils-more");
        assertThat(refusal(receipt, "five").message()).contains("USD 25.00 more");
    }

    @Test
    void anExclusivePromotionStandsAloneOnlyWhereItSavesMore() {
        promotion("alone", "PlatformBasket( market == \"US\" )", "amountOff(\"USD 10\").exclusive()");
        promotion("store", "StoreBasket( store == \"s\" )", "amountOff(\"USD 8\")");
        promotion("coupon", "PlatformCoupon( code == \"C\" )", "amountOff(\"USD 3\")");
        assertThat(ids(evaluate(basket("100")))).containsExactly("alone");
        Receipt both = evaluate(basket("100", "C"));
        assertThat(ids(both)).containsExactly("store", "coupon");
        assertThat(refusal(both, "alone").reason()).isEqualTo("exclusive-beaten");
        assertThat(refusal(both, "alone").message()).contains("USD 1.00 more");
        stacking("always", "Stacking( market == \"any\" )", "exclusive(\"always\")");
        assertThat(ids(evaluate(basket("100", "C")))).containsExactly("alone");
    }

    @Test
    void theLargestDiscountOfAllHolds() {
        promotion("store", "StoreBasket( store == \"s\" )", "amountOff(\"USD 30\")");
        promotion("platform", "PlatformBasket( market == \"US\" )", "amountOff(\"USD 40\")");
        stacking("most", "Stacking( market == \"any\" )", "mostOff(\"50%\")");
        Receipt receipt = evaluate(basket("100"));
        assertThat(ids(receipt)).containsExactly("platform");
        assertThat(refusal(receipt, "store").reason()).isEqualTo("below-floor");
    }

    @Test
    void promotionsKeptApartAreNeverTogether() {
        promotion("store", "StoreBasket( store == \"s\" )", "amountOff(\"USD 30\").group(\"autumn\")");
        promotion("platform", "PlatformBasket( market == \"US\" )", "amountOff(\"USD 40\")");
        stacking("apart", "Stacking( market == \"any\" )", "apart(\"autumn, platform\")");
        Receipt receipt = evaluate(basket("100"));
        assertThat(ids(receipt)).containsExactly("platform");
        assertThat(refusal(receipt, "store").message()).contains("Beaten by platform, which saves USD 10.00 more");
    }

    @Test
    void balancedKeepsTheLargestSavingAboveTheFloorAndNeverTakesADiscountAway() {
        promotion("coupon", "PlatformCoupon( code == \"LONGCODE\", market == \"US\" )", "percentOff(17).atMost(\"USD 9\")");
        promotion("store", "StoreBasket( store == \"s\" )", "amountOff(\"USD 5\")");
        PromotionEngine engine = PromotionEngine.load(texts);
        Basket basket = basket("47.99", "LONGCODE");
        assertThat(ids(engine.evaluate(basket, Strategy.BEST_PRICE))).containsExactly("store", "coupon");
        Receipt balanced = engine.evaluate(basket, Strategy.BALANCED);
        assertThat(ids(balanced)).containsExactly("store");
        assertThat(refusal(balanced, "coupon").reason()).isEqualTo("too-complicated");
        assertThat(ids(engine.evaluate(basket, Strategy.SIMPLEST))).containsExactly("store");

        texts.remove("promotions/store.drl");
        stacking("strict", "Stacking( market == \"any\" )", "simplicityFloor(90).strategy(\"balanced\")");
        Receipt fallback = evaluate(basket);
        assertThat(ids(fallback)).containsExactly("coupon");
        assertThat(fallback.look().shown()).isEqualTo(DiscountDisplay.ONE_AMOUNT);
        assertThat(fallback.look().simplicity().score()).isGreaterThan(80);
    }

    @Test
    void theFrontierGoesFromCheapestToSimplest() {
        promotion("coupon", "PlatformCoupon( code == \"LONGCODE\", market == \"US\" )", "percentOff(17)");
        promotion("store", "StoreBasket( store == \"s\" )", "amountOff(\"USD 5\")");
        PromotionEngine engine = PromotionEngine.load(texts);
        Basket basket = basket("47.99", "LONGCODE");
        var frontier = engine.frontier(basket).choices();
        assertThat(frontier).hasSizeGreaterThanOrEqualTo(3);
        for (int i = 1; i < frontier.size(); i++) {
            assertThat(frontier.get(i).saves()).isLessThan(frontier.get(i - 1).saves());
            assertThat(frontier.get(i).score().orElse(0)).isGreaterThan(frontier.get(i - 1).score().orElse(0));
        }
    }

    @Test
    void aHintNeverHelpsToGuessACodeThatIsNotAnnounced() {
        promotion("open", "PlatformCoupon( code == \"PLAT5\" )", "amountOff(\"USD 5\").announced()");
        promotion("secret", "PlatformCoupon( code == \"VIPX9\" )", "amountOff(\"USD 50\")");
        Receipt receipt = evaluate(basket("100", "PLAT6", "VIPX8"));
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::message)
                .containsExactly("No promotion has this code. Did you mean PLAT5?", "No promotion has this code.");
    }
}
