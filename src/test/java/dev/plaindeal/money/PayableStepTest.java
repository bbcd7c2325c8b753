package dev.plaindeal.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.RoundingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PayableStepTest {

    private static PayableStep step(String amount, RoundingMode mode) {
        return new PayableStep(money(amount), mode);
    }

    private static Money money(String amount) {
        return Money.of(amount.substring(4), Currency.of(amount.substring(0, 3)));
    }

    @ParameterizedTest
    @CsvSource({
        "TWD 1, HALF_UP, TWD 179.10, TWD 179.00, TWD -0.10",
        "TWD 1, HALF_UP, TWD 179.50, TWD 180.00, TWD 0.50",
        "TWD 1, HALF_EVEN, TWD 178.50, TWD 178.00, TWD -0.50",
        "HUF 5, HALF_UP, HUF 1799.10, HUF 1800.00, HUF 0.90",
        "HUF 5, DOWN, HUF 1799.10, HUF 1795.00, HUF -4.10",
        "HUF 5, UP, HUF 1796.00, HUF 1800.00, HUF 4.00",
        "CHF 0.05, HALF_UP, CHF 12.97, CHF 12.95, CHF -0.02",
        "CHF 0.05, HALF_UP, CHF 12.98, CHF 13.00, CHF 0.02",
        "CHF 0.05, UP, CHF 12.95, CHF 12.95, CHF 0.00",
        "JPY 10, HALF_UP, JPY 4, JPY 0, JPY -4"
    })
    void amountsGoToTheNearestStep(String step, RoundingMode mode, String exact, String payable, String rounding) {
        assertThat(step(step, mode).payable(money(exact))).hasToString(payable);
        assertThat(step(step, mode).rounding(money(exact))).hasToString(rounding);
    }

    @Test
    void whatIsNoStepIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> step("TWD 0", RoundingMode.HALF_UP));
        assertThatIllegalArgumentException().isThrownBy(() -> step("TWD 1", RoundingMode.UNNECESSARY));
        assertThatThrownBy(() -> step("TWD 1", RoundingMode.UP).payable(money("USD 1"))).isInstanceOf(ArithmeticException.class);
    }
}
