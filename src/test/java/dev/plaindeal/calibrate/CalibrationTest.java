package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plaindeal.money.Money;
import dev.plaindeal.score.SimplicityRules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Simulated buyers with known weights answer a plan, and the fit finds them. */
class CalibrationTest {

    private static final WeightTable TABLE = new WeightTable(SimplicityRules.WEIGHTS);

    private static final Money REFERENCE = SimplicityRules.MARKETS.of("US").reference();
    private static final int SEEDS = 3;

    @ParameterizedTest
    @ValueSource(ints = {0, 20})
    void fourHundredAnswersFindTheWeightsOfSimulatedBuyers(int carelessOfHundred) {
        double before = 0;
        double after = 0;
        List<String> leftOut = new ArrayList<>();
        for (int seed = 1; seed <= SEEDS; seed++) {
            CalibrationPlan plan = PlanMaker.plan("US", REFERENCE, SimplicityRules.WEIGHTS, 400, seed);
            SimulatedBuyers buyers = new SimulatedBuyers(TABLE, seed * 77L);
            String answers = SimulatedBuyers.csv(plan, buyers.answer(plan, carelessOfHundred));
            CalibrationReport report = Calibration.fit(plan, SimplicityRules.WEIGHTS, Map.of("answers.csv", answers));
            before += right(ones(), buyers.truth(), seed + 1000) / SEEDS;
            after += right(times(report), buyers.truth(), seed + 1000) / SEEDS;
            leftOut.addAll(report.people().careless());
        }
        assertThat(after).as("share of clear held-out pairs right, %.3f with the priors, seeds 1 to %d", before, SEEDS)
                .isGreaterThanOrEqualTo(0.95)
                .isGreaterThan(before);
        long careless = leftOut.stream().filter(person -> person.startsWith("careless")).count();
        assertThat(careless).as("careless people found").isGreaterThanOrEqualTo(SEEDS * 20L * carelessOfHundred / 100 - 1);
        assertThat(leftOut.size() - careless).as("others left out").isLessThanOrEqualTo(1);
    }

    @Test
    void aReportFitsItsSchemaAndComesBackForWriting() {
        CalibrationPlan plan = PlanMaker.plan("US", REFERENCE, SimplicityRules.WEIGHTS, 60, 1);
        String answers = SimulatedBuyers.csv(plan, new SimulatedBuyers(TABLE, 5).answer(plan, 0));
        CalibrationReport report = Calibration.fit(plan, SimplicityRules.WEIGHTS, Map.of("answers.csv", answers));
        String json = ReportJson.of(report);
        PlanMakerTest.fits("calibration-report.schema.json", json);
        WeightsToWrite read = WeightsToWrite.read(json, "report.json");
        assertThat(read.people()).isEqualTo(3);
        assertThat(read.weights()).hasSize(TABLE.size());
        assertThat(report.weights()).allSatisfy(weight -> {
            assertThat(weight.low()).isLessThan(weight.high());
            assertThat(weight.source() == FittedWeight.WeightSource.PRIOR).isEqualTo(weight.fitted() == weight.prior());
        });
        assertThat(report.weights()).extracting(FittedWeight::source).contains(FittedWeight.WeightSource.PRIOR, FittedWeight.WeightSource.ANSWERS);
    }

    /** Choices fix ratios only; times fix how long it all takes. */
    @Test
    void timesTellHowLongItAllTakesAndChoicesDoNot() {
        CalibrationPlan plan = PlanMaker.plan("US", REFERENCE, SimplicityRules.WEIGHTS, 400, 1);
        List<SimulatedBuyers.Answer> answers = SimulatedBuyers.allTimes(TABLE, 1.8, 6).answer(plan, 0);
        List<SimulatedBuyers.Answer> choices = answers.stream()
                .filter(answer -> !(plan.items().get(answer.item()) instanceof PlannedItem.TimedPrice))
                .toList();
        assertThat(longer(plan, answers)).isBetween(1.4, 2.2);
        assertThat(longer(plan, choices)).isBetween(0.8, 1.25);
    }

    /** How many times as long the plan's cards that can be timed take, with the weights fitted. */
    private static double longer(CalibrationPlan plan, List<SimulatedBuyers.Answer> answers) {
        CalibrationReport report =
                Calibration.fit(plan, SimplicityRules.WEIGHTS, Map.of("answers.csv", SimulatedBuyers.csv(plan, answers)));
        return plan.cards().stream()
                .filter(card -> card.pay().isPresent())
                .mapToDouble(card -> TABLE.work(card.terms()).total(times(report)) / TABLE.work(card.terms()).total())
                .average()
                .orElseThrow();
    }

    @Test
    void withoutAnswersEveryWeightStaysWhatItWas() {
        WeightFit.Found found = WeightFit.of(TABLE.size(), List.of());
        assertThat(found.times()).containsOnly(1);
        assertThat(found.deviation(0)).isCloseTo(AnswerModel.WEIGHT_SPREAD, within(1e-9));
    }

    private static double[] ones() {
        double[] ones = new double[TABLE.size()];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static double[] times(CalibrationReport report) {
        return report.weights().stream().mapToDouble(weight -> weight.fitted() / weight.prior()).toArray();
    }

    /** Of pairs nobody was asked about, a tenth to twice apart in truth and none the other and more: how many are ordered right? */
    static double right(double[] fitted, double[] truth, long seed) {
        List<Card> cards = new CardPool("US", REFERENCE, seed).draw(400);
        int right = 0, all = 0;
        for (int i = 0; i + 1 < cards.size(); i += 2) {
            CardWork a = TABLE.work(cards.get(i).terms());
            CardWork b = TABLE.work(cards.get(i + 1).terms());
            double ratio = Math.log(a.total(truth) / b.total(truth));
            if (Math.abs(ratio) > Math.log(1.1) && Math.abs(ratio) < Math.log(2) && !a.contains(b) && !b.contains(a)) {
                all++;
                right += Math.signum(Math.log(a.total(fitted) / b.total(fitted))) == Math.signum(ratio) ? 1 : 0;
            }
        }
        return right / (double) all;
    }
}
