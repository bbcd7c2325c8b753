package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A store's coupon that promises nothing is told why by the store that comes nearest, wherever it stands in the basket. */
class NearestChanceTest {

    private static final Currency USD = Currency.of("USD");

    private static Rejected refusal(String conditions, Channel channel, Store... stores) {
        List<Line> lines = new ArrayList<>();
        for (Store store : stores) {
            lines.add(Line.of("l" + lines.size(), "p", store.id(), new Money(5_000, USD), 1));
        }
        Basket basket = new Basket(
                "b", "US", USD, "en-US", channel, RandomDeals.AT, Buyer.unknown(), List.of(stores), lines, Map.of(), "",
                List.of("TEA"), Remaining.UNTOUCHED);
        PromotionEngine engine = PromotionEngine.load(Map.of("promotions/tea.drl", """
                // Five off.
                package promotions
                import dev.plaindeal.model.*

                rule "tea"
                when
                    $c : StoreCoupon( code == "TEA", %s )
                then
                    $c.amountOff("USD 5");
                end
                """.formatted(conditions)));
        List<Rejected> rejected = engine.evaluate(basket).rejected();
        assertThat(rejected).hasSize(1);
        return rejected.get(0);
    }

    private static final Store FAR = new Store("far", false, false);
    private static final Store NEAR = new Store("near", true, false);

    /** One condition fails in one store, three in another. */
    @Test
    void theStoreWithFewestConditionsThatFailTells() {
        String conditions = "store in (\"near\", \"other\"), crossBorder == true, channel == \"live\"";
        for (Store[] stores : List.of(new Store[] {FAR, NEAR}, new Store[] {NEAR, FAR})) {
            Rejected refusal = refusal(conditions, Channel.SHELF, stores);
            assertThat(refusal.reason()).isEqualTo("wrong-channel");
            assertThat(refusal.message()).contains("channel").contains("live").doesNotContain("cross-border").doesNotContain("far");
        }
    }

    /** Two conditions fail in one store, three in another: neither is just one, and the nearer tells all the same. */
    @Test
    void theNearerOfTwoThatFailMoreThanOnceTells() {
        String conditions = "store in (\"near\", \"other\"), channel == \"live\", fullManaged == true";
        for (Store[] stores : List.of(new Store[] {FAR, NEAR}, new Store[] {NEAR, FAR})) {
            Rejected refusal = refusal(conditions, Channel.SHELF, stores);
            assertThat(refusal.message()).contains("channel").contains("full-managed").doesNotContain("the basket has far");
        }
    }

    @Test
    void ofTwoAsNearTheFirstTells() {
        Store other = new Store("other", false, false);
        String conditions = "store in (\"near\", \"nearer\"), channel == \"live\"";
        assertThat(refusal(conditions, Channel.SHELF, FAR, other).message()).contains("far").doesNotContain("basket has other");
        assertThat(refusal(conditions, Channel.SHELF, other, FAR).message()).contains("other").doesNotContain("basket has far");
    }
}
