package dev.plaindeal.verify;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.read.BasketReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How another project verifies its promotions; reads as it would there. */
class PromotionVerifierTest {

    private static final String SUMMER =
            """
            // 10 % off in the US from USD 40, until the end of August. Paid by the platform.
            package promotions
            import dev.plaindeal.model.*

            rule "summer-10"
            when
                $basket : PlatformBasket( market == "US" )
            then
                $basket.percentOff(10).whenSpending("USD 40").until("2026-09-01", "America/New_York");
            end
            """;

    private final PromotionVerifier desk =
            PromotionVerifier.of(PromotionEngine.load(Map.of("promotions/us/summer-10.drl", SUMMER)));

    private static Basket basket(String market, String day, String... prices) {
        StringBuilder lines = new StringBuilder();
        for (String price : prices) {
            lines.append(lines.isEmpty() ? "" : ",").append(
                    "{ \"id\": \"%d\", \"sku\": \"cup\", \"store\": \"s\", \"unitPrice\": \"%s\", \"quantity\": 1 }"
                            .formatted(lines.length(), price));
        }
        String json = "{ \"basket\": \"b\", \"market\": \"%s\", \"currency\": \"USD\", \"locale\": \"en-US\","
                + " \"channel\": \"live\", \"at\": \"%sT12:00:00Z\", \"lines\": [%s] }";
        byte[] bytes = json.formatted(market, day, lines).replace("\"id\": \"0\"", "\"id\": \"first\"").getBytes(UTF_8);
        return BasketReader.read("b", bytes, Instant.EPOCH).orThrow();
    }

    @Test
    void summerTakesATenthOff() {
        desk.verifyThat("summer-10").given(basket("US", "2026-08-01", "48.00")).takesOff("4.80").isApplied();
        desk.verifyThat("summer-10")
                .given(basket("US", "2026-08-01", "48.00"))
                .takesOff(Map.of("first", "4.80"));
    }

    @Test
    void summerIsRefusedWhereItShouldBe() {
        desk.verifyThat("summer-10").given(basket("US", "2026-08-01", "39.99")).isRefusedBecause("threshold-not-met");
        desk.verifyThat("summer-10").given(basket("US", "2026-09-02", "48.00")).isRefusedBecause("ended");
        desk.verifyThat("summer-10").given(basket("CA", "2026-08-01", "48.00")).hasNoImpact("it is for the US alone");
    }

    @Test
    void aFailureShowsExpectedAndActualPerLine() {
        PromotionAssert claim = desk.verifyThat("summer-10").given(basket("US", "2026-08-01", "48.00"));
        assertThatThrownBy(() -> claim.takesOff(Map.of("first", "4.00", "second", "0.80")))
                .isInstanceOf(AssertionError.class)
                .hasMessage(
                        """
                        summer-10 in basket b
                          expected: these shares
                          actual:   4.80 off
                          line                            list         net    expected   takes off
                          first cup                      48.00       43.20        4.00        4.80
                        """);
        assertThatThrownBy(() -> claim.takesOff("5.00")).hasMessage(
                """
                summer-10 in basket b
                  expected: 5.00 off
                  actual:   4.80 off
                  line                            list         net               takes off
                  first cup                      48.00       43.20                    4.80
                """);
        assertThatThrownBy(() -> claim.isRefusedBecause("ended")).hasMessageContaining("expected: to be refused, ended");
        assertThatThrownBy(() -> claim.hasNoImpact("it is winter"))
                .hasMessageContaining("expected: no impact, because it is winter\n  actual:   4.80 off");
    }

    @Test
    void aFailureSaysWhyItDidNothing() {
        assertThatThrownBy(() -> desk.verifyThat("summer-10").given(basket("US", "2026-08-01", "30.00")).takesOff("3.00"))
                .hasMessageContaining("actual:   refused, threshold-not-met: It needs USD 40.00");
        assertThatThrownBy(() -> desk.verifyThat("summer-10").given(basket("CA", "2026-08-01", "48.00")).isApplied())
                .hasMessageContaining("actual:   it does not come up");
        assertThatThrownBy(() -> desk.verifyThat("summer-10").given(basket("CA", "2026-08-01", "48.00")).takesOff("0"))
                .as("nothing off is not 0 off")
                .isInstanceOf(AssertionError.class);
    }

    @Test
    void slipsAreToldFromFailures() {
        assertThatThrownBy(() -> desk.verifyThat("sumer-10"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("There is no promotion sumer-10. Maybe summer-10?");
        PromotionAssert claim = desk.verifyThat("summer-10").given(basket("US", "2026-08-01", "30.00"));
        assertThatThrownBy(() -> claim.isRefusedBecause("end"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("there is no reason end");
    }

    @Test
    void aBasketFileAndARulesFolder() {
        PromotionVerifier.of(Path.of("rules"))
                .verifyThat("us-plat5")
                .given(Path.of("fixtures/article/us-live-three-layers.basket.json"))
                .takesOff("5.00");
    }
}
