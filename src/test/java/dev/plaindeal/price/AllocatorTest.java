package dev.plaindeal.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.policy.Conventions.Spare;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AllocatorTest {

    private static final long SEED = 314_159;

    private static long[] weights(Random random, long largest) {
        long[] weights = new long[1 + random.nextInt(12)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(5) == 0 ? 0 : (long) (random.nextDouble() * largest) / weights.length;
        }
        return weights;
    }

    private static long total(Random random, long largest) {
        return random.nextInt(4) == 0 ? random.nextInt(30) : (long) (random.nextDouble() * largest);
    }

    @ParameterizedTest
    @EnumSource(Spare.class)
    void sharesSumAndAreThoseOfBigDecimals(Spare spare) {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            long largest = i % 2 == 0 ? 1_000 : Basket.LARGEST_TOTAL;
            long[] weights = weights(random, largest);
            long total = total(random, largest);
            long[] shares = Allocator.share(total, weights, spare);
            assertThat(shares).as("round %d", i).isEqualTo(NaivePricer.allocate(total, weights, spare));
            if (NaivePricer.sum(weights) > 0) {
                assertThat(NaivePricer.sum(shares)).as("round %d", i).isEqualTo(total);
            }
            for (int line = 0; line < shares.length; line++) {
                assertThat(shares[line]).isNotNegative();
                assertThat(weights[line] == 0 && shares[line] != 0).as("a weight of 0 gets 0").isFalse();
            }
        }
    }

    @Test
    void largestRemainderIsNeverAWholeUnitOff() {
        Random random = new Random(SEED);
        for (int i = 0; i < 5_000; i++) {
            long[] weights = weights(random, Basket.LARGEST_TOTAL);
            long total = total(random, Basket.LARGEST_TOTAL);
            long sum = NaivePricer.sum(weights);
            long[] shares = Allocator.share(total, weights, Spare.LARGEST_REMAINDER);
            for (int line = 0; line < shares.length && sum > 0; line++) {
                BigDecimal exact = BigDecimal.valueOf(total)
                        .multiply(BigDecimal.valueOf(weights[line]))
                        .divide(BigDecimal.valueOf(sum), 30, RoundingMode.HALF_EVEN);
                assertThat(exact.subtract(BigDecimal.valueOf(shares[line])).abs()).isLessThan(BigDecimal.ONE);
            }
        }
    }

    @Test
    void theWorkedNumberOfTheDocumentation() {
        assertThat(Allocator.share(300, new long[] {4300, 1400, 2300}, Spare.LARGEST_REMAINDER))
                .isEqualTo(new long[] {161, 53, 86});
    }

    @Test
    void moreMoneyThanAnyBasketIsSharedExactly() {
        long huge = 900_000_000_000_000_000L;
        long[] weights = {Basket.LARGEST_TOTAL - 2, 1, 1};
        for (Spare spare : Spare.values()) {
            assertThat(NaivePricer.sum(Allocator.share(huge, weights, spare))).isEqualTo(huge);
        }
    }

    @Test
    void aMillionSharesTakeNoTime() {
        long[] weights = new long[1_000_000];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = 1 + i % 7;
        }
        for (Spare spare : Spare.values()) {
            long[] shares = Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(5), () -> Allocator.share(123_456_789, weights, spare));
            assertThat(NaivePricer.sum(shares)).isEqualTo(123_456_789);
        }
    }

    /** So many lines are not asked one after the other who has the largest remainder; who gets a spare cent is the same. */
    @Test
    void manyLinesAreSharedAsFewAre() {
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            long[] weights = random.longs(300 + random.nextInt(300), 0, 2 + random.nextInt(50)).toArray();
            long total = 1 + random.nextInt(100_000);
            long sum = Arrays.stream(weights).sum();
            long[] expected = new long[weights.length];
            long left = total;
            for (int line = 0; line < weights.length; line++) {
                expected[line] = total * weights[line] / sum;
                left -= expected[line];
            }
            IntStream.range(0, weights.length)
                    .boxed()
                    .sorted(Comparator.comparingLong(line -> -(total * weights[line] % sum)))
                    .limit(left)
                    .forEach(line -> expected[line]++);
            assertThat(Allocator.share(total, weights, Spare.LARGEST_REMAINDER)).as("seed %d, case %d", SEED, i).isEqualTo(expected);
        }
    }

    /** 4 000 000 000 times 3 000 000 000 is beyond a long but within 64 bits, and looks negative there. */
    @Test
    void aProductJustBeyondALongIsExact() {
        for (Spare spare : Spare.values()) {
            assertThat(Allocator.share(4_000_000_000L, new long[] {3_000_000_000L, 1_000_000_000L}, spare))
                    .containsExactly(3_000_000_000L, 1_000_000_000L);
        }
    }

    @Test
    void nothingIsSharedAsNothing() {
        for (Spare spare : Spare.values()) {
            assertThat(Allocator.share(0, new long[] {3, 1}, spare)).containsExactly(0, 0);
            assertThat(Allocator.share(5, new long[] {0, 0}, spare)).containsExactly(0, 0);
        }
    }
}
