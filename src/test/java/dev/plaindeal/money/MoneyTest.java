package dev.plaindeal.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {

    @ParameterizedTest
    @CsvSource({"12.4, USD, 1240", "12.40, USD, 1240", "1.24e1, USD, 1240", "0e99999999, USD, 0", "-3, JPY, -3", "0.001, KWD, 1"})
    void anAmountThatFitsIsRead(String text, String currency, long minor) {
        assertThat(Money.of(text, Currency.of(currency)).minor()).isEqualTo(minor);
    }

    /** The first took minutes, writing out a hundred million zeros. */
    @ParameterizedTest
    @ValueSource(strings = {"1e99999999", "1e-99999999", "1.234", "99999999999999999999"})
    void anAmountThatDoesNotFitIsRefused(String text) {
        assertThatThrownBy(() -> Money.of(text, Currency.of("USD")))
                .isInstanceOf(ArithmeticException.class)
                .hasMessage(text + " is too large or has more than 2 decimals, as USD has");
    }

    @Test
    void whatIsNoNumberIsNoAmount() {
        assertThatThrownBy(() -> Money.of("ten", Currency.of("USD"))).isInstanceOf(NumberFormatException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, 9, 10, -10, 99, 100, -100, 999, -999, 1_000, 123_456, Long.MAX_VALUE, Long.MIN_VALUE})
    void theTextIsThatOfTheExactDecimal(long minor) {
        for (String currency : new String[] {"JPY", "USD", "KWD"}) {
            Money money = new Money(minor, Currency.of(currency));
            assertThat(money.text()).isEqualTo(money.major().toPlainString());
        }
    }
}
