package dev.plaindeal.money;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DecimalTextTest {

    private static final long SEED = 20261127;

    @Test
    void itWritesWhatBigDecimalDoes() {
        Random random = new Random(SEED);
        for (int i = 0; i < 10_000; i++) {
            written(random.nextLong() >> random.nextInt(64), random.nextInt(7));
        }
    }

    @Test
    void theLargestNumbersAndTheMostDecimalsFit() {
        for (long units : new long[] {Long.MIN_VALUE, Long.MAX_VALUE, -1, 0, 1, 10, -10, 100}) {
            for (int decimals = 0; decimals <= 30; decimals++) {
                written(units, decimals);
            }
        }
    }

    private static void written(long units, int decimals) {
        String expected = BigDecimal.valueOf(units, decimals).toPlainString();
        assertEquals(expected, DecimalText.of(units, decimals), () -> "seed " + SEED + ": " + units + " of " + decimals + " decimals");
    }
}
