package dev.plaindeal.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sums are exact where 64 bits are not enough, in any order and any grouping. */
class ExactSumsTest {

    @Test
    void whatDoesNotFitIsCarriedOn() {
        ExactSums sums = new ExactSums(2);
        sums.add(1, Long.MAX_VALUE);
        sums.add(1, Long.MAX_VALUE);
        sums.add(1, Long.MIN_VALUE);
        assertThat(sums.get(1)).isEqualTo(BigInteger.valueOf(Long.MAX_VALUE).subtract(BigInteger.ONE));
        assertThat(sums.get(0)).isZero();
    }

    @Test
    void theSameNumbersGiveTheSameSumHoweverTheyAreGrouped() throws IOException {
        Random random = new Random(7);
        BigInteger expected = BigInteger.ZERO;
        ExactSums[] groups = {new ExactSums(1), new ExactSums(1), new ExactSums(1)};
        for (int i = 0; i < 10_000; i++) {
            long value = random.nextLong() >> random.nextInt(3);
            expected = expected.add(BigInteger.valueOf(value));
            groups[random.nextInt(3)].add(0, value);
        }
        ExactSums all = new ExactSums(1);
        for (ExactSums group : groups) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            group.write(new DataOutputStream(bytes));
            all.read(new DataInputStream(new ByteArrayInputStream(bytes.toByteArray())));
        }
        ExactSums other = new ExactSums(1);
        other.addAll(groups[2]);
        other.addAll(groups[0]);
        other.addAll(groups[1]);
        assertThat(all.get(0)).isEqualTo(expected);
        assertThat(other.get(0)).isEqualTo(expected);
    }
}
