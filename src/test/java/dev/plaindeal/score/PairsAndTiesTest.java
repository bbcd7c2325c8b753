package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What evidence or judgement says about which of two is simpler, and what must not matter. */
class PairsAndTiesTest {

    @TestFactory
    Stream<DynamicTest> pairsAreOrdered() {
        JsonNode pairs = Cases.file("pairs.json");
        assertThat(pairs.size()).isEqualTo(79);
        return StreamSupport.stream(pairs.spliterator(), false)
                .map(pair -> DynamicTest.dynamicTest(
                        pair.path("id").asText() + " " + pair.path("why").asText(),
                        () -> assertThat(seconds(pair.path("simpler"))).isLessThan(seconds(pair.path("harder")))));
    }

    @TestFactory
    Stream<DynamicTest> tiesTie() {
        JsonNode ties = Cases.file("ties.json");
        assertThat(ties.size()).isEqualTo(10);
        return StreamSupport.stream(ties.spliterator(), false)
                .map(tie -> DynamicTest.dynamicTest(
                        tie.path("id").asText() + " " + tie.path("why").asText(),
                        () -> assertThat(Scorer.score(Cases.terms(tie.path("a")), SimplicityRules.WEIGHTS, 1))
                                .isEqualTo(Scorer.score(Cases.terms(tie.path("b")), SimplicityRules.WEIGHTS, 1))));
    }

    private static double seconds(JsonNode terms) {
        return Scorer.seconds(Cases.terms(terms), SimplicityRules.WEIGHTS);
    }
}
