package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The golden table: seconds and reasons to the hundredth, scores to the tenth. */
class WorkedExamplesTest {

    @TestFactory
    Stream<DynamicTest> everyExample() {
        JsonNode examples = Cases.file("examples.json");
        assertThat(examples.size()).isEqualTo(19);
        return StreamSupport.stream(examples.spliterator(), false)
                .map(example -> DynamicTest.dynamicTest(example.path("label").asText(), () -> check(example)));
    }

    private static void check(JsonNode example) {
        Simplicity result = Scorer.score(Cases.terms(example.path("terms")), SimplicityRules.WEIGHTS, 1.0);
        Map<String, BigDecimal> expected = new TreeMap<>();
        example.path("reasons").forEach(r -> expected.put(
                r.path("code").asText(), hundredths(r.path("seconds").asDouble())));
        Map<String, BigDecimal> actual = new TreeMap<>();
        result.reasons().forEach(r -> actual.put(r.code(), hundredths(r.seconds())));
        assertThat(actual).isEqualTo(expected);
        // Some published totals are sums of rounded halves (8.605 printed as 8.61), so a hundredth either way.
        assertThat(result.seconds()).isCloseTo(example.path("seconds").asDouble(), within(0.0051));
        example.path("score").fields().forEachRemaining(score -> {
            double tolerance = score.getKey().equals("1.0")
                    ? 1.0
                    : SimplicityRules.MARKETS.of(score.getKey()).tolerance();
            assertThat(Scorer.score(result.seconds(), tolerance))
                    .as(score.getKey())
                    .isCloseTo(score.getValue().asDouble(), within(0.0501));
        });
    }

    private static BigDecimal hundredths(double seconds) {
        return BigDecimal.valueOf(seconds).setScale(2, RoundingMode.HALF_UP);
    }
}
