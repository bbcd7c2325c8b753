package dev.plaindeal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    /** The quick way has to give what the decimal that the number prints as gives, ties and their neighbours too. */
    @Test
    void aRoundedNumberIsThatOfItsDecimal() {
        Random random = new Random(15);
        for (int i = 0; i < 20_000; i++) {
            double tie = random.nextInt(200_000) / 1_000.0 + random.nextInt(2) * 0.005;
            for (double value : new double[] {tie, Math.nextUp(tie), Math.nextDown(tie), -tie, random.nextDouble() * 1e12}) {
                for (int decimals = 0; decimals <= 3; decimals++) {
                    BigDecimal exact = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP);
                    int wanted = decimals;
                    assertThat(JsonWriter.line(out -> out.rounded("n", value, wanted))).isEqualTo("{\"n\":" + exact + "}");
                }
            }
        }
    }

    @Test
    void whatCannotBeSeenIsWrittenWhereverItStands() {
        assertThat(JsonWriter.line(out -> out.text("a\u200bb", "\u202ex: #y\u00e9\ud83d\ude00\u200b")))
                .isEqualTo("{\"a\\u200bb\":\"\\u202ex: #y\u00e9\ud83d\ude00\\u200b\"}");
    }
}
