package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.score.LayerKind;
import dev.plaindeal.score.LayerTerms;
import dev.plaindeal.score.SimplicityRules;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A plan asks what can be answered either way, and is the same each time. */
class PlanMakerTest {

    private static final Money REFERENCE = SimplicityRules.MARKETS.of("US").reference();
    private static final WeightTable TABLE = new WeightTable(SimplicityRules.WEIGHTS);

    private static CalibrationPlan plan(int choices, long seed) {
        return PlanMaker.plan("US", REFERENCE, SimplicityRules.WEIGHTS, choices, seed);
    }

    static void fits(String schema, String json) {
        try (InputStream in = PlanMaker.class.getResourceAsStream("/dev/plaindeal/" + schema)) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                            .validate(json, InputFormat.JSON))
                    .isEmpty();
        } catch (IOException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void theSameSeedGivesTheSamePlanAndAnotherAnother() {
        assertThat(plan(60, 1)).isEqualTo(plan(60, 1));
        assertThat(plan(60, 1).id()).isNotEqualTo(plan(60, 2).id());
    }

    @Test
    void aFormHasTwentyChoicesTwoRepeatsOneCheckAndSixPrices() {
        CalibrationPlan plan = plan(41, 2);
        assertThat(plan.choices()).isEqualTo(60);
        for (QuestionForm form : plan.forms()) {
            assertThat(form.items().stream().filter(PlannedItem.PairChoice.class::isInstance)).hasSize(20);
            assertThat(form.items().stream().filter(PlannedItem.RepeatedChoice.class::isInstance)).hasSize(2);
            assertThat(form.items().stream().filter(PlannedItem.AttentionCheck.class::isInstance)).hasSize(1);
            assertThat(form.items().stream().filter(PlannedItem.TimedPrice.class::isInstance)).hasSize(6);
        }
    }

    @Test
    void aCardWithATermMoreContainsTheOther() {
        List<Card> cards = new CardPool("US", REFERENCE, 3).draw(200);
        for (Card card : cards) {
            CardWork less = TABLE.work(card.terms());
            CardWork more = TABLE.work(card.terms().with(0, card.terms().layers().get(0).edit().exclusions(3).build()));
            assertThat(more.contains(less)).as(card.toString()).isTrue();
            assertThat(less.contains(more)).as(card.toString()).isFalse();
        }
    }

    @Test
    void noPairIsOneAndMoreOrAskedOfOnePersonTwice() {
        CalibrationPlan plan = plan(400, 3);
        for (QuestionForm form : plan.forms()) {
            Set<String> shown = new HashSet<>();
            for (PlannedItem item : form.items()) {
                if (item instanceof PlannedItem.PairChoice choice) {
                    CardWork a = TABLE.work(plan.cardsById().get(choice.a()).terms());
                    CardWork b = TABLE.work(plan.cardsById().get(choice.b()).terms());
                    assertThat(isOther(a, b) || isOther(b, a)).as(item.id()).isFalse();
                    assertThat(shown.add(choice.a()) && shown.add(choice.b())).as(item.id()).isTrue();
                }
            }
        }
    }

    /** Whether one has each step at least as long as the other has. */
    private static boolean isOther(CardWork more, CardWork less) {
        return IntStream.range(0, TABLE.size()).allMatch(i -> more.seconds()[i] >= less.seconds()[i] - 1e-9);
    }

    @Test
    void whoeverLooksKnowsTheAttentionCheck() {
        CalibrationPlan plan = plan(400, 4);
        for (PlannedItem item : plan.items().values()) {
            if (item instanceof PlannedItem.AttentionCheck check) {
                double a = TABLE.work(plan.cardsById().get(check.a()).terms()).total();
                double b = TABLE.work(plan.cardsById().get(check.b()).terms()).total();
                assertThat(check.easier() == Side.A ? b / a : a / b).as(item.id()).isGreaterThan(5);
            }
        }
    }

    @Test
    void thePriceToPayIsRight() {
        List<Card> cards = new CardPool("US", REFERENCE, 9).draw(2_000);
        assertThat(cards.stream().filter(card -> card.pay().isPresent())).hasSizeGreaterThan(200);
        for (Card card : cards) {
            card.pay().ifPresent(pay -> assertThat(pay).as(card.toString())
                    .isPositive()
                    .isLessThanOrEqualTo(card.terms().context().price().value().multiply(BigDecimal.valueOf(card.terms().context().quantity()))));
        }
        List<Card> percentages = cards.stream().filter(PlanMakerTest::isOnePercentage).toList();
        assertThat(percentages).hasSizeGreaterThan(20);
        for (Card card : percentages) {
            BigDecimal price = card.terms().context().price().value();
            BigDecimal off = price.multiply(card.terms().layers().get(0).value().value()).movePointLeft(2).setScale(2, RoundingMode.HALF_UP);
            // Half a cent may go either way.
            assertThat(card.pay().orElseThrow()).as(card.toString()).isCloseTo(price.subtract(off), within(new BigDecimal("0.01")));
        }
    }

    /** A percentage of one thing, and nothing that changes what it comes to. */
    private static boolean isOnePercentage(Card card) {
        LayerTerms layer = card.terms().layers().get(0);
        return card.pay().isPresent() && card.terms().layers().size() == 1 && card.terms().context().quantity() == 1
                && layer.kind() == LayerKind.PERCENT && layer.tiers().isEmpty() && layer.cap().isEmpty() && !layer.deferred();
    }

    @Test
    void aPlanComesBackFromItsFile() {
        CalibrationPlan plan = plan(40, 5);
        String json = PlanJson.of(plan);
        fits("calibration-plan.schema.json", json);
        assertThat(PlanReader.read(json, "plan.json")).isEqualTo(plan);
    }

    @Test
    void whatIsWrongWithAPlanIsToldWithItsPlace() {
        String json = PlanJson.of(plan(20, 5))
                .replaceFirst("\"pay\" : \"[0-9.]+\"", "\"pay\" : \"10,5\"")
                .replaceFirst("\"ask\" : \"price\"", "\"ask\" : \"prize\"")
                .replaceFirst("\"kind\" : \"percent\"", "\"kind\" : \"precent\"");
        assertThatThrownBy(() -> PlanReader.read(json, "plan.json"))
                .isInstanceOfSatisfying(ProblemException.class, told -> assertThat(told.problems())
                        .extracting(problem -> problem.place().pointer().replaceAll("\\d+", "N"))
                        .contains("/cards/N/pay", "/cards/N/terms/layers/N/kind", "/forms/N/items/N/ask"));
    }
}
