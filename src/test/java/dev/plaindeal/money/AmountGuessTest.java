package dev.plaindeal.money;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountGuessTest {

    @ParameterizedTest
    @CsvSource({"50.000, 0, 50000", "'50,000', 0, 50000", "1.000, 2, 1000", "'1,000', 2, 1000", "'1.000,50', 2, 1000.50",
            "'1,000.50', 2, 1000.50", "'12,99', 2, 12.99", "1.250.000, 0, 1250000", "'1,00,000', 2, 100000", "1 000, 2, 1000",
            "1\u202f000, 2, 1000", "1\u00a0000, 2, 1000", "1'000, 2, 1000", "1\u2019000, 2, 1000", "50.00, 0, 50", "12.3400, 2, 12.34",
            "1.2500, 3, 1.250", "'1,250', 3, 1250", "٥٠٠, 0, 500", "\u0665\u0660\u066c\u0660\u0660\u0660, 0, 50000", "５００, 0, 500",
            "$12.99, 2, 12.99", "007, 0, 7", "5, 2, 5"})
    void guessesWhatWasMeant(String written, int decimals, String meant) {
        assertThat(AmountGuess.of(written, decimals)).hasValue(meant);
    }

    @ParameterizedTest
    @CsvSource({"5.55, 0", "1.2345, 2", "ten, 2", "'1,2,3', 2", "1.00.00, 2", "-5, 2", "5., 2", "'', 2", "1e5, 2",
            "1.0000000000000000000000000000000000000000001, 2"})
    void guessesNothingWhereAnyNumberCouldBeMeant(String written, int decimals) {
        assertThat(AmountGuess.of(written, decimals)).isEmpty();
    }
}
