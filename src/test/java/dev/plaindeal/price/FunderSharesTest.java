package dev.plaindeal.price;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Funding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who pays for a discount, to the minor unit. */
class FunderSharesTest {

    private static long[] platform(String percent, long... shares) {
        return FunderShares.platform(shares, new Funding(Percent.of(percent)), Currency.of("USD"));
    }

    /** Half even and half down would leave the platform's half a cent with the store. */
    @Test
    void halfAMinorUnitIsThePlatforms() {
        assertThat(platform("50", 1)).containsExactly(1);
        assertThat(platform("50", 5)).containsExactly(3);
        assertThat(platform("50", 3)).containsExactly(2);
        assertThat(platform("25", 2)).containsExactly(1);
    }

    @Test
    void lessThanHalfIsTheStores() {
        assertThat(platform("49.9", 1)).containsExactly(0);
        assertThat(platform("33", 1)).containsExactly(0);
        assertThat(platform("33", 2)).containsExactly(1);
    }

    @Test
    void theWholeIsRoundedOnceAndSharedOut() {
        assertThat(platform("40", 214, 133, 153)).containsExactly(86, 53, 61);
        assertThat(platform("50", 1, 1, 1)).containsExactly(1, 1, 0);
        assertThat(platform("50", 0, 5)).containsExactly(0, 3);
    }

    private static long[] platformUpTo(String most, long... shares) {
        return FunderShares.platform(shares, Funding.platformUpTo(Amounts.of(most)), Currency.of("USD"));
    }

    /** A fee of 7.50: 6.00 and 1.50; of 4.00 the platform pays all. */
    @Test
    void thePlatformMayPayAnAmountAtMost() {
        assertThat(platformUpTo("USD 6", 750)).containsExactly(600);
        assertThat(platformUpTo("USD 6", 600)).containsExactly(600);
        assertThat(platformUpTo("USD 6", 400)).containsExactly(400);
        assertThat(platformUpTo("JPY 700, USD 5", 214, 133, 353)).containsExactly(153, 95, 252);
    }

    @Test
    void aShareMayHaveAnAmountAtMost() {
        Funding half = new Funding(Percent.of("50"), Optional.of(Amounts.of("USD 2")));
        assertThat(FunderShares.platform(new long[] {600}, half, Currency.of("USD"))).containsExactly(200);
        assertThat(FunderShares.platform(new long[] {300}, half, Currency.of("USD"))).containsExactly(150);
    }

    @Test
    void onePartyMayPayAll() {
        assertThat(platform("100", 7, 8)).containsExactly(7, 8);
        assertThat(platform("0", 7, 8)).containsExactly(0, 0);
    }
}
