package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.score.LayerBuilder;
import dev.plaindeal.score.LayerKind;
import dev.plaindeal.score.LayerTerms;
import dev.plaindeal.score.PresentedContext;
import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.Scorer;
import dev.plaindeal.score.Simplicity;
import dev.plaindeal.score.SimplicityRules;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The page for marketers says what is so. */
class SimplicityPageTest {

    private static String page = "";

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("rules/simplicity/README.md"));
    }

    private static Simplicity score(PresentedContext context, String market, LayerBuilder... layers) {
        List<LayerTerms> all = Arrays.stream(layers).map(LayerBuilder::build).toList();
        return Scorer.score(new PresentedTerms(context, all), SimplicityRules.WEIGHTS, SimplicityRules.MARKETS.of(market).tolerance());
    }

    private static LayerBuilder percent(String value) {
        return LayerTerms.of(LayerKind.PERCENT, value);
    }

    private static LayerBuilder ten() {
        return LayerTerms.of(LayerKind.AMOUNT, "10");
    }

    private static String row(String deal, Simplicity score) {
        return String.format(Locale.ROOT, "| %s | %.1f s | %.0f |", deal, score.seconds(), score.score());
    }

    private static String range(Simplicity score) {
        return String.format(Locale.ROOT, "%.0f [%.0f, %.0f]", score.score(), score.range().low(), score.range().high());
    }

    @Test
    void itsExamplesAreScoredSo() {
        PresentedContext price = PresentedContext.of("47.99", "USD");
        assertThat(page).contains(
                row("10 dollars off", score(price, "US", ten())),
                row("10 % off", score(price, "US", percent("10"))),
                row("17 % off", score(price, "US", percent("17"))),
                row("20 % off, then 25 % off", score(price, "US", percent("20"), percent("25"))),
                row("17 % off where the price to pay is shown, as in Britain", score(price.withFinalPriceShown(), "GB", percent("17"))));
        assertThat(page).contains(
                "10 dollars off 47.99 has " + range(score(price, "US", ten())), "17 % off " + range(score(price, "US", percent("17"))));
    }

    @Test
    void itsTableSaysTheSecondsOfTheRules() {
        assertThat(page).contains(
                "| read a number or a term | 1.20 |", "| a word of conditions | 0.252 |", "| multiply one digit | 2.23 |", "| one decision | 1.35 |");
        assertThat(SimplicityRules.WEIGHTS.seconds(dev.plaindeal.weights.StepKind.READ)).isEqualTo(1.20);
        assertThat(SimplicityRules.WEIGHTS.seconds(dev.plaindeal.weights.StepKind.WORD)).isEqualTo(0.252);
        assertThat(SimplicityRules.WEIGHTS.seconds(dev.plaindeal.weights.StepKind.PRODUCT)).isEqualTo(2.23);
        assertThat(SimplicityRules.WEIGHTS.seconds(dev.plaindeal.weights.StepKind.DECIDE)).isEqualTo(1.35);
    }

    @Test
    void itSaysThatWeightsArePriorsAndHowToAskOnesOwnBuyers() {
        assertThat(page).contains("## Priors, not measurements", "**No shopper was\ntimed.**", "calibrate plan --market US --n 400",
                "calibrate fit calibration/plan.json answers", "calibrate write calibration/report.json --out calibrated");
    }
}
