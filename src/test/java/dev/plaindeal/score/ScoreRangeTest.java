package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.score.Sureness.SimplerOne;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges are those of the specification; reasons were numbered among the steps once, which moved them by a point. */
class ScoreRangeTest {

    private static ScoreRange range(String label) {
        return StreamSupport.stream(Cases.file("examples.json").spliterator(), false)
                .filter(example -> example.path("label").asText().startsWith(label))
                .map(example -> Scorer.score(Cases.terms(example.path("terms")), SimplicityRules.WEIGHTS, SimplicityRules.MARKETS.of("US").tolerance()).range())
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            $10 off, automatic, $47.99                    | 87 | 100
            17% off, automatic, $47.99                    | 41 | 63
            Platform $5 + store $3 (both claimed)         | 4  | 14
            """)
    void isThePublishedOne(String label, long low, long high) {
        assertThat(Math.round(range(label).low())).isEqualTo(low);
        assertThat(Math.round(range(label).high())).isEqualTo(high);
    }

    @Test
    void aCodeBesideSeventeenPercentIsTooCloseToCall() {
        Sureness sure = new Sureness(range("$10 off with").simplerThan(range("17% off")).orElseThrow());
        assertThat(sure.draws()).isEqualTo("in 68 % of the draws: too close to call");
        assertThat(sure.simplerOne()).isEqualTo(SimplerOne.TOO_CLOSE);
    }

    /** One less 0.9 is a little less than a tenth as a binary fraction, so 20 of 200 draws were too close to call. */
    @Test
    void nineOfTenDrawsAreEnoughEitherWay() {
        assertThat(new Sureness(0.9).simplerOne()).isEqualTo(SimplerOne.FIRST);
        assertThat(new Sureness(0.1).simplerOne()).isEqualTo(SimplerOne.SECOND);
        assertThat(new Sureness(0.895).simplerOne()).isEqualTo(SimplerOne.TOO_CLOSE);
        assertThat(new Sureness(0.105).simplerOne()).isEqualTo(SimplerOne.TOO_CLOSE);
    }
}
