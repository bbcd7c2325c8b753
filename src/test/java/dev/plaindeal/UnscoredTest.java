package dev.plaindeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.receipt.SimplicityView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What can be priced is priced, also where it cannot be scored: two million million yen stopped every basket behind them. */
class UnscoredTest {

    private static final String HUGE = "2000000000000";

    private static PromotionEngine engine(String... sayings) {
        Map<String, String> files = new TreeMap<>();
        for (String saying : sayings) {
            String id = "p" + files.size();
            files.put("promotions/" + id + ".drl", """
                    // A promotion.
                    package promotions
                    import dev.plaindeal.model.*

                    rule "%s"
                    when
                        $basket : PlatformBasket( market in ("JP", "DE") )
                    then
                        $basket.%s;
                    end
                    """.formatted(id, saying));
        }
        return PromotionEngine.load(files);
    }

    private static Basket basket(String market, String currency, String... lines) {
        return BasketReader.read("b", ("{\"basket\": \"b\", \"market\": \"" + market + "\", \"currency\": \"" + currency
                        + "\", \"lines\": [" + String.join(", ", lines) + "]}").getBytes(UTF_8), Instant.EPOCH)
                .orThrow();
    }

    private static String line(String id, String price, String more) {
        return "{\"id\": \"" + id + "\", \"sku\": \"" + id + "\", \"store\": \"s\", \"unitPrice\": \"" + price + "\"" + more + "}";
    }

    private static void isPricedAndSaysThatItIsNotScored(PromotionEngine engine, Receipt receipt, String total) {
        assertThat(receipt.total().text()).isEqualTo(total);
        SimplicityView simplicity = receipt.look().simplicity();
        assertThat(simplicity.isScored()).isFalse();
        assertThat(simplicity.score()).isZero();
        assertThat(simplicity.fixes()).isEmpty();
        assertThat(receipt.applied()).isNotEmpty().noneMatch(one -> one.simplicity().isScored());
        String json = ReceiptJson.line(receipt);
        assertThat(json).contains("\"simplicity\":{\"unscored\":\"An amount of a million million or more is not scored\"}");
        Receipt again = ReceiptReader.read("r", json).orThrow();
        assertThat(again.look().simplicity()).isEqualTo(simplicity);
        assertThat(ReceiptJson.line(again)).isEqualTo(json);
        assertThat(engine.text(receipt, "en-US"))
                .contains("To pay")
                .contains("\nSimplicity not scored: An amount of a million million or more is not scored.\n");
    }

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void aBasketTooLargeToBeScoredIsPricedWithEveryStrategy(Strategy strategy) {
        PromotionEngine engine = engine("percentOff(10)", "amountOff(\"JPY 500\")");
        Basket basket = basket("JP", "JPY", line("x", HUGE, ""));
        isPricedAndSaysThatItIsNotScored(engine, engine.evaluate(basket, strategy), "1800000000000");
        assertThat(engine.frontier(basket).choices()).extracting(choice -> choice.score().orElse(0)).containsExactly(0.0, 100.0);
    }

    @Test
    void aPromotionTooLargeToBeScoredHidesNoOther() {
        PromotionEngine engine = engine("percentOff(10).whenSpending(\"JPY 999999999999\")", "percentOff(10)");
        assertThat(engine.scores(Optional.of("JP"))).extracting(PromotionScore::id).containsExactly("p1");
        assertThat(engine.unscored(Optional.of("JP"))).isEqualTo(List.of("p0 in JP"));
    }

    /** Two of them together are more than fits 64 bits; what they once cost stopped what they cost now. */
    @Test
    void priorPricesTooLargeToBeAddedUpAnnounceNothing() {
        String once = ", \"quantity\": 1000000, \"priorPrice\": \"90000000000.00\"";
        PromotionEngine engine = engine("percentOff(10)");
        Receipt receipt = engine.evaluate(basket("DE", "EUR", line("x", "1.00", once), line("y", "1.00", once)));
        assertThat(receipt.total().text()).isEqualTo("1800000.00");
        assertThat(receipt.look().headline().saving().isZero()).isTrue();
        assertThat(receipt.look().headline().text()).contains("1.800.000,00").doesNotContain("90");
        assertThat(ReceiptReader.read("r", ReceiptJson.line(receipt)).orThrow().total()).isEqualTo(receipt.total());
    }
}
