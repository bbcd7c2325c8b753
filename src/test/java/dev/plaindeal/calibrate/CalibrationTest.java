package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.money.Money;
import dev.plaindeal.score.SimplicityRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
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
            CarelessPeople.Told told = CarelessPeople.tell(TABLE.size(), people(plan, buyers.answer(plan, carelessOfHundred)));
            before += right(new double[TABLE.size()], buyers.truth(), seed + 1000) / SEEDS;
            after += right(told.fit().shifts(), buyers.truth(), seed + 1000) / SEEDS;
            told.careless().forEach(person -> leftOut.add(person.person()));
        }
        assertThat(after).as("share of clear held-out pairs right, %.3f with the priors, seeds 1 to %d", before, SEEDS)
                .isGreaterThanOrEqualTo(0.95)
                .isGreaterThan(before);
        long careless = leftOut.stream().filter(person -> person.startsWith("careless")).count();
        assertThat(careless).as("careless people found").isGreaterThanOrEqualTo(SEEDS * 20L * carelessOfHundred / 100 - 1);
        assertThat(leftOut.size() - careless).as("others left out").isLessThanOrEqualTo(1);
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

    static List<PersonAnswers> people(CalibrationPlan plan, List<SimulatedBuyers.Answer> answers) {
        Map<String, Card> cards = plan.cardsById();
        Map<String, PlannedItem> items = plan.items();
        List<PersonAnswers> people = new ArrayList<>();
        for (List<SimulatedBuyers.Answer> own : answers.stream().collect(Collectors.groupingBy(SimulatedBuyers.Answer::person)).values()) {
            Map<String, String> byItem = own.stream().collect(Collectors.toMap(SimulatedBuyers.Answer::item, SimulatedBuyers.Answer::answer));
            List<PersonAnswers.Chosen> chosen = new ArrayList<>();
            List<PersonAnswers.AskedAgain> repeated = new ArrayList<>();
            List<PersonAnswers.Timed> timed = new ArrayList<>();
            Optional<Boolean> attentive = Optional.empty();
            for (SimulatedBuyers.Answer answer : own) {
                PlannedItem item = items.get(answer.item());
                if (item instanceof PlannedItem.PairChoice c) {
                    CardWork a = TABLE.work(cards.get(c.a()).terms()), b = TABLE.work(cards.get(c.b()).terms());
                    chosen.add(answer.answer().equals("a") ? new PersonAnswers.Chosen(c.id(), a, b) : new PersonAnswers.Chosen(c.id(), b, a));
                } else if (item instanceof PlannedItem.RepeatedChoice r) {
                    repeated.add(new PersonAnswers.AskedAgain(r.id(), !byItem.get(r.of()).equals(answer.answer())));
                } else if (item instanceof PlannedItem.AttentionCheck x) {
                    attentive = Optional.of(x.easier().key().equals(answer.answer()));
                } else if (item instanceof PlannedItem.TimedPrice t && !answer.answer().equals("1")) {
                    timed.add(new PersonAnswers.Timed(t.id(), TABLE.work(cards.get(t.card()).terms()), Math.log(answer.seconds())));
                }
            }
            people.add(new PersonAnswers(own.get(0).person(), chosen, repeated, attentive, timed, 6 - timed.size()));
        }
        return people;
    }
}
