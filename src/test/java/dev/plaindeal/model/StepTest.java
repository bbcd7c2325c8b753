package dev.plaindeal.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.plaindeal.weights.Factor;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.StepWeight;
import dev.plaindeal.weights.Weights;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StepTest {

    private static Step step() {
        return new Step(StepKind.CODE, "ID", "live");
    }

    @Test
    void theWordsAreReadOut() {
        StepWeight weight = step().takes("6.15").says("typing").adds("APP_LINK", "0.5", "following").toWeight().orElseThrow();
        assertThat(weight).isEqualTo(new StepWeight(
                StepKind.CODE, 6.15, "typing", List.of(new Factor("APP_LINK", StepKind.CODE, 0.5, "following"))));
    }

    @Test
    void aSpecialCaseGoesFirstInAnyOrder() {
        assertThat(step().takesInstead("1.30").takes("6.15").says("a").toWeight().orElseThrow().seconds())
                .isEqualTo(step().takes("6.15").takesInstead("1.30").says("a").toWeight().orElseThrow().seconds())
                .isCloseTo(1.3, within(0.0));
    }

    @Test
    void twoSpecialCasesMustNotDisagree() {
        assertThat(step().takesInstead("1.30").takesInstead("1.3").says("a").toWeight()).isPresent();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> step().takesInstead("1.30").takesInstead("1.40"))
                .withMessage("step CODE already takes instead 1.3 seconds; two rules disagree");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "30.01", "999", "1e1", "NaN", "six", "1,5", "٣"})
    void secondsOutOfBoundsAreRefused(String seconds) {
        assertThatIllegalArgumentException().isThrownBy(() -> step().takes(seconds));
    }

    @Test
    void aStepNobodyWeighedHasNoWeight() {
        assertThat(step().toWeight()).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> step().takes("1").toWeight());
        assertThatIllegalArgumentException().isThrownBy(() -> step().adds("app link", "1", "x"));
    }

    @Test
    void aTableIsCompleteAndWithoutDoubles() {
        List<StepWeight> all = Arrays.stream(StepKind.values())
                .map(kind -> new StepWeight(kind, 1, "x", List.of()))
                .toList();
        assertThat(Weights.of(all).seconds(StepKind.READ)).isEqualTo(1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Weights.of(all.subList(1, all.size())))
                .withMessageContaining("READ");
        StepWeight taken = new StepWeight(StepKind.CODE, 1, "x", List.of(new Factor("CLAIM", StepKind.CODE, 1, "y")));
        assertThatIllegalArgumentException().isThrownBy(() -> Weights.of(all).with(taken)).withMessageContaining("CLAIM");
    }
}
