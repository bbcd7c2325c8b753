package dev.plaindeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A ladder whose tiers take off amounts and percentages can be priced and scored. */
class MixedLadderTest {

    private static final String RULE =
            """
            // Batik Bay: spend 200,000 save 20,000; 400,000 saves 12 %.
            package promotions
            import dev.plaindeal.model.*

            rule "batik-tiers"
            when
                $store : StoreBasket( store == "batik-bay", market == "ID" )
            then
                $store.tier("IDR 200000", "IDR 20000").tier("IDR 400000", "12%");
            end
            """;

    private static Receipt receipt(String price) {
        String basket =
                """
                { "basket": "b", "market": "ID", "currency": "IDR", "locale": "id-ID", "channel": "live",
                  "at": "2026-11-22T20:00:00Z",
                  "lines": [{ "id": "1", "sku": "s", "store": "batik-bay", "unitPrice": "%s", "quantity": 1 }] }
                """
                        .formatted(price);
        return PromotionEngine.load(Map.of("promotions/batik-bay/batik-tiers.drl", RULE))
                .evaluate(BasketReader.read("b", basket.getBytes(UTF_8), Instant.EPOCH).orThrow());
    }

    @Test
    void eachTierTakesOffWhatItSaysAndHasAScore() {
        assertThat(receipt("200000").discount().text()).isEqualTo("20000");
        assertThat(receipt("400000").discount().text()).isEqualTo("48000");
        assertThat(receipt("400000").look().simplicity().score()).isBetween(1.0, 99.0);
    }

    @Test
    void aReceiptKnowsTheTier() {
        assertThat(receipt("200000").applied().get(0).tier()).isEqualTo(1);
        assertThat(receipt("400000").applied().get(0).tier()).isEqualTo(2);
    }
}
