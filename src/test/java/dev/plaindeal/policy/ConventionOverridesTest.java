package dev.plaindeal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.policy.Conventions.Grain;
import dev.plaindeal.policy.Conventions.Rounds;
import dev.plaindeal.policy.Conventions.Spare;
import java.math.RoundingMode;
import org.junit.jupiter.api.Test;

class ConventionOverridesTest {

    private static final ConventionOverrides ALL = ConventionOverrides.NONE
            .with(Rounds.PRICE)
            .with(Grain.UNIT)
            .with(RoundingMode.UP)
            .with(Spare.LAST_LINE)
            .percentOf(Basis.LIST)
            .thresholdOn(Basis.FINAL)
            .with(Conventions.Spread.EQUALLY);

    @Test
    void whatIsSaidHoldsAndTheRestIsTheMarkets() {
        assertThat(ConventionOverrides.NONE.over(Conventions.DEFAULT)).isEqualTo(Conventions.DEFAULT);
        assertThat(ALL.over(Conventions.DEFAULT)).isEqualTo(new Conventions(
                Rounds.PRICE, Grain.UNIT, RoundingMode.UP, Spare.LAST_LINE, Basis.LIST, Basis.FINAL,
                Conventions.Spread.EQUALLY));
        assertThat(ConventionOverrides.NONE.with(Grain.LINE).over(Conventions.DEFAULT)).isEqualTo(new Conventions(
                Rounds.DISCOUNT, Grain.LINE, RoundingMode.HALF_UP, Spare.LARGEST_REMAINDER, Basis.RUNNING, Basis.RUNNING));
    }

    /** What one statement says stands over what is said once for all statements. */
    @Test
    void theNearerWordStands() {
        ConventionOverrides own = ConventionOverrides.NONE.with(Grain.LINE).thresholdOn(Basis.LIST);
        assertThat(own.over(ALL)).isEqualTo(ALL.with(Grain.LINE).thresholdOn(Basis.LIST));
        assertThat(ALL.over(own)).isEqualTo(ALL);
        assertThat(ConventionOverrides.NONE.over(ALL)).isEqualTo(ALL);
    }
}
