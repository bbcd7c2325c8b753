package dev.plaindeal.receipt;

import static dev.plaindeal.language.TestWords.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plaindeal.language.TestWords;
import dev.plaindeal.weights.ComparisonPrice;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BargainTest {

    /** Worked by hand from the formula. */
    @ParameterizedTest
    @CsvSource({
        "USD 12.00, USD 80.00, 50.0000", // p = 15
        "USD 21.00, USD 100.00, 73.1059", // p = 21: 1 / (1 + 1/e)
        "USD 9.00, USD 100.00, 26.8941", // p = 9: 1 / (1 + e)
        "USD 12.34, USD 80.00, 49.1816", // p = 15.425, four digits: x 0.95
        "USD 10.50, USD 70.00, 50.0000", // zeros inside and behind do not count
        "USD 11.10, USD 74.00, 47.5000", // three ones do
        "IDR 50000, IDR 500000, 30.2941", // p = 10
        "USD 0.00, USD 47.99, 7.5858",
        "USD 0.00, USD 0.00, 7.5858",
        "USD 50.00, USD 50.00, 99.9999"
    })
    void followsTheCurve(String saving, String base, double expected) {
        assertThat(Bargain.of(money(saving), money(base))).isCloseTo(expected, within(0.0001));
    }

    @Test
    void usesThePercentageBeforeRounding() {
        assertThat(Bargain.of(money("USD 12.00"), money("USD 93.00")))
                .isGreaterThan(Bargain.of(money("USD 12.00"), money("USD 99.00")));
    }

    @Test
    void ofAHeadlineIsMeasuredFromItsBasis() {
        Headline headline = Headline.of(
                money("EUR 100.00"), money("EUR 68.00"), Optional.of(money("EUR 80.00")), ComparisonPrice.LOWEST_OF_30_DAYS, TestWords.MESSAGES.in("de"));
        assertThat(headline.bargain()).isCloseTo(50, within(1e-9));
    }

    @Test
    void refusesToSaveMoreThanThereIs() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bargain.of(money("USD 2.00"), money("USD 1.00")))
                .withMessage("cannot save USD 2.00 of USD 1.00");
        assertThatIllegalArgumentException().isThrownBy(() -> Bargain.of(money("USD -2.00"), money("USD 1.00")));
    }
}
