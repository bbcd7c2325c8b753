package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumeralTest {

    @ParameterizedTest
    @CsvSource({
        "47.99, 1, -2, 4, 4",
        "50, 1, 1, 1, 2",
        "112.4, 2, -1, 4, 5",
        "100, 2, 2, 1, 3",
        "0.05, -2, -2, 1, 3",
        "479900, 5, 2, 4, 6",
        "105, 2, 0, 2, 3"
    })
    void digitsAreWhereTheyAre(String number, int highest, int lowest, int nonZero, int printed) {
        Numeral numeral = Numeral.of(number);
        assertThat(numeral.highest()).isEqualTo(highest);
        assertThat(numeral.lowest()).isEqualTo(lowest);
        assertThat(numeral.nonZero()).isEqualTo(nonZero);
        assertThat(numeral.printed(2)).isEqualTo(printed);
    }

    @Test
    void theWritingOfANumberDoesNotMatter() {
        assertThat(Numeral.of("5.00")).isEqualTo(Numeral.of("5")).hasSameHashCodeAs(Numeral.of("5"));
        assertThat(Numeral.of("50")).isNotEqualTo(Numeral.of("5")).hasToString("50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "1000000000000", "0.0000001"})
    void whatNoShopPrintsIsRefused(String number) {
        assertThatIllegalArgumentException().isThrownBy(() -> Numeral.of(number));
    }
}
