package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.score.Fix.Edit;
import dev.plaindeal.score.Fix.Opens;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FixesTest {

    private static Numeral n(String number) {
        return Numeral.of(number);
    }

    /** Platform 5 and store 3, both collected, and percent tiers with a cap: 62.25 s. */
    private static final PresentedTerms CROWDED = new PresentedTerms(PresentedContext.of("112.40", "USD"), List.of(
            LayerTerms.of(LayerKind.AMOUNT, "5").activation(LayerActivation.CLAIM).build(),
            LayerTerms.of(LayerKind.AMOUNT, "3").activation(LayerActivation.CLAIM).name("Pearl House").build(),
            LayerTerms.of(LayerKind.PERCENT)
                    .tiers(List.of(
                            new TierTerms(n("50"), n("5")),
                            new TierTerms(n("100"), n("10")),
                            new TierTerms(n("150"), n("15"))))
                    .cap(n("12"))
                    .build()));

    private static List<Fix> fixes() {
        return Fixes.of(CROWDED, Optional.of(n("18.44")), SimplicityRules.WEIGHTS, 1);
    }

    private static Fix fix(Edit edit) {
        return fixes().stream().filter(fix -> fix.edit() == edit).findFirst().orElseThrow();
    }

    @Test
    void realEditsComeFirstAndGivingUpLast() {
        List<Fix> fixes = fixes();
        assertThat(fixes).allMatch(fix -> fix.gains() > 0);
        assertThat(fixes.get(0).edit()).isNotEqualTo(Edit.DROP_LAYER);
        assertThat(fixes.get(fixes.size() - 1).edit()).isEqualTo(Edit.DROP_LAYER);
        assertThat(fix(Edit.ONE_AMOUNT).after().score()).isBetween(82.9, 83.1);
        assertThat(fix(Edit.ONE_AMOUNT).message()).isEqualTo("take USD 18.44 off at once, by itself");
        assertThat(fix(Edit.KEEP_ONE_TIER).message()).isEqualTo("keep one tier of layer 3, from USD 100.00");
    }

    /** One amount gains 70 points here: what gains 60 % of that comes before it, what gains less behind. */
    @Test
    void oneAmountComesBehindWhatGainsNearlyAsMuch() {
        List<Fix> fixes = fixes();
        double amount = fix(Edit.ONE_AMOUNT).gains();
        int at = fixes.indexOf(fix(Edit.ONE_AMOUNT));
        assertThat(fixes.subList(0, at)).allMatch(fix -> fix.gains() >= 0.6 * amount);
        PresentedTerms code = new PresentedTerms(PresentedContext.of("47.99", "USD"), List.of(
                LayerTerms.of(LayerKind.AMOUNT, "10").activation(LayerActivation.CODE).build()));
        assertThat(Fixes.of(code, Optional.of(n("10")), SimplicityRules.WEIGHTS, 1).get(0).edit()).isEqualTo(Edit.MAKE_AUTOMATIC);
    }

    @Test
    void aCodeThatIsTheOnlyGateOpensToEveryone() {
        LayerTerms coded = LayerTerms.of(LayerKind.AMOUNT, "10").activation(LayerActivation.CODE).build();
        assertThat(opens(coded)).isEqualTo(Opens.EVERYONE);
        assertThat(opens(coded.edit().eligibility(1).build())).isEqualTo(Opens.CONDITION);
    }

    private static Opens opens(LayerTerms layer) {
        PresentedTerms terms = new PresentedTerms(PresentedContext.of("47.99", "USD"), List.of(layer));
        return Fixes.of(terms, Optional.empty(), SimplicityRules.WEIGHTS, 1).stream()
                .filter(fix -> fix.edit() == Edit.MAKE_AUTOMATIC)
                .findFirst()
                .orElseThrow()
                .opens();
    }

    @Test
    void everyKindOfEditIsTried() {
        LayerTerms seventeen = LayerTerms.of(LayerKind.PERCENT, "17").exclusions(2).build();
        List<Fix> more = Fixes.of(new PresentedTerms(PresentedContext.of("47.99", "USD"), List.of(seventeen)), Optional.empty(), SimplicityRules.WEIGHTS, 1);
        assertThat(Stream.concat(fixes().stream(), more.stream())).extracting(Fix::edit).contains(Edit.values());
    }

    /** Showing the price gains 18 and giving everyone the code 23; who has a code for some does not want to give it to all for five points. */
    @Test
    void whatReachesFarComesBehindWhatGainsNearlyAsMuch() {
        LayerTerms coded = LayerTerms.of(LayerKind.PERCENT, "12").activation(LayerActivation.CODE).build();
        assertThat(first(coded)).isEqualTo(Edit.SHOW_PRICE);
        assertThat(first(coded.edit().eligibility(1).activation(LayerActivation.CLAIM).build())).isEqualTo(Edit.SHOW_PRICE);
        assertThat(first(LayerTerms.of(LayerKind.AMOUNT, "10").activation(LayerActivation.CODE).build())).isEqualTo(Edit.MAKE_AUTOMATIC);
        LayerTerms tiers = LayerTerms.of(LayerKind.AMOUNT).tiers(List.of(new TierTerms(n("20"), n("5")), new TierTerms(n("40"), n("12")))).build();
        List<Fix> fixes = Fixes.of(new PresentedTerms(PresentedContext.of("47.99", "USD"), List.of(tiers)), Optional.empty(), SimplicityRules.WEIGHTS, 0.85);
        assertThat(fixes).extracting(Fix::edit).startsWith(Edit.SHOW_PRICE).contains(Edit.KEEP_ONE_TIER);
    }

    private static Edit first(LayerTerms layer) {
        PresentedTerms terms = new PresentedTerms(PresentedContext.of("47.99", "USD").withSubtotalShown(), List.of(layer));
        return Fixes.of(terms, Optional.empty(), SimplicityRules.WEIGHTS, 0.85).get(0).edit();
    }

    /** The buyer never loses by it, and what is round stays as it is. */
    @ParameterizedTest
    @CsvSource({"17, 20", "8, 10", "22.5, 25", "13, ", "12, ", "11, ", "7, ", "3, ", "20, ", "15, ", "99, "})
    void thePercentageIsMadeTheNextRounderOne(String percent, String rounder) {
        for (LayerTerms layer : List.of(
                LayerTerms.of(LayerKind.PERCENT, percent).build(), LayerTerms.of(LayerKind.PERCENT, percent).threshold(n("40")).build())) {
            PresentedTerms terms = new PresentedTerms(PresentedContext.of("47.99", "USD"), List.of(layer));
            List<String> found = Fixes.of(terms, Optional.empty(), SimplicityRules.WEIGHTS, 1).stream()
                    .filter(fix -> fix.edit() == Edit.ROUND_PERCENT)
                    .map(fix -> fix.edited().layers().get(0).percentage().toString())
                    .toList();
            assertThat(found).isEqualTo(rounder == null ? List.of() : List.of(rounder));
        }
    }

    @Test
    void theTierThatAppliesIsKept() {
        Fix fix = fix(Edit.KEEP_ONE_TIER);
        assertThat(fix.layer()).isEqualTo(OptionalInt.of(2));
        assertThat(fix.edited().layers().get(2).tiers()).containsExactly(new TierTerms(n("100"), n("10")));
    }

    @Test
    void aLayerWithANameIsCalledByIt() {
        assertThat(fixes()).extracting(Fix::message).contains("let Pearl House come off by itself, for all who meet its conditions", "drop layer 1");
    }

    @Test
    void showingThePriceIsTheKnownFigure() {
        assertThat(fix(Edit.SHOW_PRICE).after().seconds()).isBetween(27.18, 27.20);
        assertThat(fix(Edit.SHOW_PRICE).layer()).isEmpty();
    }

    @Test
    void whatIsPlainHasNothingToFix() {
        PresentedTerms plain = new PresentedTerms(PresentedContext.of("47.99", "USD"), List.of(LayerTerms.of(LayerKind.NOW_PRICE, "39.99").build()));
        assertThat(Fixes.of(plain, Optional.of(n("8")), SimplicityRules.WEIGHTS, 1)).isEmpty();
    }

    @Test
    void writtenFixesNameTheirLayer() {
        String json = JsonWriter.line(out -> SimplicityWriter.fixes(out, List.of(fix(Edit.DROP_CAP))));
        assertThat(json)
                .startsWith("{\"fixes\":[{\"code\":\"DROP_CAP\",\"kind\":\"rule\",\"layer\":2,\"message\":\"drop the cap of layer 3\",\"gains\":");
    }

    @Test
    void aWrittenScoreHasAFixedShape() {
        PresentedTerms ten = new PresentedTerms(PresentedContext.of("47.99", "USD"), List.of(LayerTerms.of(LayerKind.AMOUNT, "10").build()));
        assertThat(JsonWriter.line(out -> SimplicityWriter.fields(out, Scorer.score(ten, SimplicityRules.WEIGHTS, 1))))
                .isEqualTo("{\"score\":96.12609284,\"seconds\":3.54,\"band\":\"plain\",\"range\":{\"low\":88.82086241,\"high\":100,\"band\":\"plain\"},\"reasons\":["
                        + "{\"code\":\"READ_PRICE\",\"seconds\":1.2,\"message\":\"reading the price\"},"
                        + "{\"code\":\"READ_TERM\",\"seconds\":1.2,\"message\":\"reading the terms\"},"
                        + "{\"code\":\"SUBTRACT\",\"seconds\":1.14,\"message\":\"taking the amount off\"}]}");
    }
}
