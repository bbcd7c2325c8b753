package dev.plaindeal.calibrate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Buyers with known weights of their own around a known truth, who answer a plan; some of them by throwing a coin. */
final class SimulatedBuyers {

    private static final double SHARPNESS = 5;
    private static final double SLIPS = 0.05;
    private static final double OWN_WEIGHTS = 0.35;
    private static final double PACE = 0.3;
    private static final double TIMES = 0.4;

    private final WeightTable table;
    private final Random random;
    private final double[] truth;

    private SimulatedBuyers(WeightTable table, Random random, double[] truth) {
        this.table = table;
        this.random = random;
        this.truth = truth;
    }

    /** The truth is half to twice what the rules have, drawn with this seed. */
    SimulatedBuyers(WeightTable table, long seed) {
        this(table, new Random(seed), new Random(~seed).doubles(table.size(), -1, 1).map(power -> Math.pow(2, power)).toArray());
    }

    /** In truth everything takes so many times as long. */
    static SimulatedBuyers allTimes(WeightTable table, double times, long seed) {
        double[] truth = new double[table.size()];
        Arrays.fill(truth, times);
        return new SimulatedBuyers(table, new Random(seed), truth);
    }

    /** What the rules' weights are multiplied by. */
    double[] truth() {
        return truth;
    }

    /** One answer. */
    record Answer(String person, String item, String answer, double seconds) {}

    /** One person for each form, so many of a hundred careless. */
    List<Answer> answer(CalibrationPlan plan, int carelessOfHundred) {
        List<Answer> answers = new ArrayList<>();
        for (QuestionForm form : plan.forms()) {
            boolean careless = form.number() * carelessOfHundred / 100 > (form.number() - 1) * carelessOfHundred / 100;
            answer(plan, form, (careless ? "careless-" : "p-") + form.number(), careless, answers);
        }
        return answers;
    }

    /** The answers as the questionnaire gives them. */
    static String csv(CalibrationPlan plan, List<Answer> answers) {
        StringBuilder text = new StringBuilder(AnswersReader.HEADER).append('\n');
        for (Answer one : answers) {
            text.append(String.format(Locale.ROOT, "%s,%s,en,%s,%s,%.2f%n", plan.id(), one.person(), one.item(), one.answer(), one.seconds()));
        }
        return text.toString();
    }

    private void answer(CalibrationPlan plan, QuestionForm form, String person, boolean careless, List<Answer> answers) {
        double[] own = truth.clone();
        for (int i = 0; i < own.length; i++) {
            own[i] *= Math.exp(OWN_WEIGHTS * random.nextGaussian());
        }
        double pace = PACE * random.nextGaussian();
        Map<String, Card> cards = plan.cardsById();
        for (PlannedItem item : form.items()) {
            if (item instanceof PlannedItem.TimedPrice timed) {
                double seconds = seconds(cards, timed.card(), own) * Math.exp(pace + TIMES * random.nextGaussian());
                String pay = cards.get(timed.card()).pay().orElseThrow().toPlainString();
                answers.add(new Answer(person, item.id(), careless || random.nextDouble() < 0.2 ? "1" : pay, careless ? 1.2 : seconds));
            } else {
                Side side = choose(cards, item, own, careless);
                answers.add(new Answer(person, item.id(), side.key(), 4));
            }
        }
    }

    private Side choose(Map<String, Card> cards, PlannedItem item, double[] own, boolean careless) {
        String[] sides = sides(item).orElseThrow();
        double inside = SHARPNESS * Math.log(seconds(cards, sides[1], own) / seconds(cards, sides[0], own));
        boolean coin = careless || random.nextDouble() < SLIPS;
        return random.nextDouble() < (coin ? 0.5 : 1 / (1 + Math.exp(-inside))) ? Side.A : Side.B;
    }

    private static Optional<String[]> sides(PlannedItem item) {
        if (item instanceof PlannedItem.PairChoice choice) {
            return Optional.of(new String[] {choice.a(), choice.b()});
        }
        if (item instanceof PlannedItem.RepeatedChoice again) {
            return Optional.of(new String[] {again.a(), again.b()});
        }
        return item instanceof PlannedItem.AttentionCheck check ? Optional.of(new String[] {check.a(), check.b()}) : Optional.empty();
    }

    private double seconds(Map<String, Card> cards, String card, double[] times) {
        return table.work(cards.get(card).terms()).total(times);
    }
}
