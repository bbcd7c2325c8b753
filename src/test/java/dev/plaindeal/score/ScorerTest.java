package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.weights.Factor;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.StepWeight;
import dev.plaindeal.weights.Weights;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is between layers, and what changing a weight changes. */
class ScorerTest {

    private static final Weights WEIGHTS = SimplicityRules.WEIGHTS;

    private static PresentedTerms stack(String price, LayerTerms... layers) {
        return new PresentedTerms(PresentedContext.of(price, "USD"), List.of(layers));
    }

    private static LayerTerms amount(String value) {
        return LayerTerms.of(LayerKind.AMOUNT, value).build();
    }

    private static LayerTerms percent(String value) {
        return LayerTerms.of(LayerKind.PERCENT, value).build();
    }

    private static double seconds(PresentedTerms terms, StepKind matter) {
        return Scorer.score(terms, WEIGHTS, 1).reasons().stream()
                .filter(reason -> reason.code().equals(matter.name()))
                .mapToDouble(ScoreReason::seconds)
                .sum();
    }

    @Test
    void aSecondAmountIsJoinedWithOneDecisionAndFourHeldDigits() {
        PresentedTerms two = stack("47.99", amount("5"), amount("3"));
        assertThat(seconds(two, StepKind.JOIN)).isEqualTo(1.35);
        assertThat(seconds(two, StepKind.HOLD)).isCloseTo(1.2, within(1e-9));
    }

    @Test
    void theEndsOfARangeAreTheEleventhOfItsDraws() {
        ScoreRange range = Scorer.score(stack("47.99", percent("17"), amount("5")), WEIGHTS, 1).range();
        List<Double> draws = range.draws().stream().sorted().toList();
        assertThat(draws).hasSize(200);
        assertThat(range.low()).isEqualTo(draws.get(10)).isLessThan(draws.get(11));
        assertThat(range.high()).isEqualTo(draws.get(189));
    }

    @Test
    void anAmountWithCentsWidensWhatIsHeldForTheOther() {
        // 100 less 4 and 3 is known to three digits: two results of three are held, 6 x 0.30.
        assertThat(seconds(stack("100", amount("5"), amount("4"), amount("3")), StepKind.HOLD))
                .isCloseTo(1.8, within(1e-9));
        // With 4.75 one of the two is held to the cents: 5 + 3 digits.
        assertThat(seconds(stack("100", amount("5"), amount("4.75"), amount("3")), StepKind.HOLD))
                .isCloseTo(2.4, within(1e-9));
    }

    @Test
    void freeShippingIsJoinedWithoutHolding() {
        PresentedTerms two = stack("47.99", amount("5"), LayerTerms.of(LayerKind.FREE_SHIPPING).build());
        assertThat(seconds(two, StepKind.JOIN)).isEqualTo(1.35);
        assertThat(seconds(two, StepKind.HOLD)).isZero();
    }

    @Test
    void aDigitTakenFromItselfIsEasyOnlyFromTheListPrice() {
        assertThat(seconds(stack("47.99", amount("7.99")), StepKind.SUBTRACT))
                .isCloseTo(3 * 0.444 + 0.3, within(1e-9));
        assertThat(seconds(stack("47.99", amount("7.99"), amount("5")), StepKind.SUBTRACT))
                .isCloseTo(3 * 0.444 + 0.3 + 1.11 + 0.3, within(1e-9));
    }

    @Test
    void halfOfFiftyIsEasierThanTwentyFiveOff() {
        assertThat(Scorer.seconds(stack("50", percent("50")), WEIGHTS))
                .isLessThan(Scorer.seconds(stack("47.99", amount("25")), WEIGHTS));
    }

    @Test
    void threeQuartersAreTwoHalvingsAndOneAddition() {
        // 25 % off a price of two digits: of what and which way (1.35), halved twice; that is easier than the three quarters.
        assertThat(seconds(stack("48", percent("25")), StepKind.PERCENT)).isCloseTo(1.35 + 4 * 0.84, within(1e-9));
        // 75 % off is the rest at once: decided once more, two halvings of two digits.
        assertThat(seconds(stack("48", percent("75")), StepKind.PERCENT)).isCloseTo(2 * 1.35 + 4 * 0.84, within(1e-9));
    }

    @Test
    void aMissedThresholdCostsTheGap() {
        LayerTerms from50 = LayerTerms.of(LayerKind.AMOUNT, "5").threshold(Numeral.of("50")).build();
        // Read and compare, 4.02 % below: 0.4 s of nearness; then decide, read and subtract.
        assertThat(seconds(stack("47.99", from50), StepKind.THRESHOLD))
                .isCloseTo(1.7 + 0.5 * (1 - 0.0402 / 0.2) + 3.66, within(1e-9));
    }

    @Test
    void doublingTheWeightOfACodeLowersExactlyWhatHasACode() {
        StepWeight code = WEIGHTS.entry(StepKind.CODE);
        Weights harder = WEIGHTS.with(
                new StepWeight(StepKind.CODE, 2 * code.seconds(), code.sentence(), code.factors()));
        int changed = 0;
        for (JsonNode pair : Cases.file("pairs.json")) {
            for (String side : List.of("simpler", "harder")) {
                PresentedTerms terms = Cases.terms(pair.path(side));
                long codes = terms.layers().stream()
                        .filter(layer -> layer.activation() == LayerActivation.CODE)
                        .count();
                assertThat(Scorer.seconds(terms, harder) - Scorer.seconds(terms, WEIGHTS))
                        .isCloseTo(codes * 6.15, within(1e-7));
                changed += codes > 0 ? 1 : 0;
            }
        }
        assertThat(changed).isGreaterThan(5);
    }

    @Test
    void aFactorIsAReasonOfItsOwn() {
        Weights more = WEIGHTS.with(new StepWeight(StepKind.CODE, 6.15, "typing", List.of(
                new Factor("APP_LINK", StepKind.CODE, 0.5, "following the link"))));
        LayerTerms typed = LayerTerms.of(LayerKind.AMOUNT, "10").activation(LayerActivation.CODE).codeLength(8).build();
        Simplicity result = Scorer.score(stack("47.99", typed), more, 1);
        assertThat(result.reasons()).contains(new ScoreReason("APP_LINK", 0.5, "following the link"));
        assertThat(result.seconds()).isCloseTo(15.69 + 0.5, within(1e-7));
    }

    @Test
    void theBestAutomaticLayerCostsTheHardestAndALook() {
        PresentedTerms terms = stack("47.99", amount("10"), percent("10"));
        assertThat(Scorer.seconds(terms.with(terms.context().withSelect(Select.BEST_AUTO)), WEIGHTS))
                .isCloseTo(8.21 + 0.5, within(1e-7));
    }

    @Test
    void choosingCostsAllLayersAndHoldingTwoResults() {
        PresentedTerms terms = stack("47.99", amount("10"), percent("10"));
        // 3.54 + 8.21 with the price read once, then 1.35 + 0.50 + 8 digits held.
        assertThat(Scorer.seconds(terms.with(terms.context().withSelect(Select.CHOOSE)), WEIGHTS))
                .isCloseTo(3.54 + 8.21 - 1.2 + 1.35 + 0.5 + 2.4, within(1e-7));
    }

    @Test
    void reasonsComeLargestFirst() {
        List<ScoreReason> reasons = Scorer.score(stack("47.99", percent("17"), amount("3")), WEIGHTS, 1).reasons();
        assertThat(reasons).isSortedAccordingTo((a, b) -> a.seconds() == b.seconds()
                ? a.code().compareTo(b.code())
                : Double.compare(b.seconds(), a.seconds()));
        assertThat(reasons).extracting(ScoreReason::message).doesNotContain("").contains("working out the percent");
    }

    @Test
    void bandsStartWhereTheySay() {
        assertThat(Band.of(80)).isEqualTo(Band.PLAIN);
        assertThat(Band.of(79.99)).isEqualTo(Band.FINE);
        assertThat(Band.of(40)).isEqualTo(Band.EXPLAIN_OR_FIX);
        assertThat(Band.of(39.99)).isEqualTo(Band.DO_NOT_SHOW);
    }

    @Test
    void withoutABasketTheHighestThresholdIsReached() {
        LayerTerms layer = LayerTerms.of(LayerKind.AMOUNT, "5").threshold(Numeral.of("50")).build();
        Numeral reference = Numeral.of("47.99");
        assertThat(ReferencePrice.of(reference, List.of(layer))).isEqualTo(Numeral.of("62.5"));
        assertThat(ReferencePrice.of(reference, List.of(amount("5")))).isEqualTo(reference);
    }
}
