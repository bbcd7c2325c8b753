package dev.plaindeal.calibrate;

import dev.plaindeal.calibrate.AnswersReader.AnswerLine;
import dev.plaindeal.calibrate.AnswersReader.AnswerLines;
import dev.plaindeal.calibrate.CalibrationReport.Turnout;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.Weights;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fits the weights of rules to answers. Pure; for one thread. */
public final class Calibration {

    /** Half a second to find a button, five minutes to be called away. */
    private static final double SHORTEST = 0.5;
    private static final double LONGEST = 300;
    /** A price within 0.2 % or two minor units is worked out right: as near as a round number that stands in for a price. */
    private static final BigDecimal NEAR = new BigDecimal("0.002");
    private static final int NEAR_UNITS = 2;
    /** An interval is two standard deviations either way. */
    private static final double TWO_SIDES = 1.96;
    /** A weight of which the answers leave more of the doubt stays a prior. */
    private static final double SAYS_NOTHING = 0.9;

    private final CalibrationPlan plan;
    private final WeightTable table;
    private final Map<String, CardWork> works = new HashMap<>();
    private final Map<String, Card> cards;
    private int interrupted;

    private Calibration(CalibrationPlan plan, Weights weights) {
        this.plan = plan;
        this.table = new WeightTable(weights);
        this.cards = plan.cardsById();
        cards.forEach((id, card) -> works.put(id, table.work(card.terms())));
    }

    /**
     * Fits.
     *
     * @param plan what was asked
     * @param weights as the rules have them for the plan's market
     * @param answers text by name of each file of answers
     * @throws dev.plaindeal.problem.ProblemException with every problem of every file
     */
    public static CalibrationReport fit(CalibrationPlan plan, Weights weights, Map<String, String> answers) {
        return new Calibration(plan, weights).fit(AnswersReader.read(plan, answers));
    }

    private CalibrationReport fit(AnswerLines lines) {
        List<PersonAnswers> people = new ArrayList<>();
        lines.byPerson().forEach((person, own) -> people.add(person(person, own)));
        CarelessPeople.Told told = CarelessPeople.tell(table.size(), people);
        Agreement agreement = Agreement.of(table, told.careful(), told.fit());
        return new CalibrationReport(
                plan.id(),
                plan.market(),
                turnout(people.size(), told, lines.repeated()),
                told.fit().sharpness(),
                weights(told),
                agreement.heldOut(),
                agreement.groups(),
                agreement.disagreements());
    }

    private PersonAnswers person(String person, Map<String, AnswerLine> own) {
        List<PersonAnswers.Chosen> choices = new ArrayList<>();
        List<PersonAnswers.AskedAgain> again = new ArrayList<>();
        List<PersonAnswers.Timed> timed = new ArrayList<>();
        Optional<Boolean> attentive = Optional.empty();
        int wrong = 0;
        for (AnswerLine line : own.values()) {
            if (line.item() instanceof PlannedItem.PairChoice choice) {
                choices.add(chosen(choice, line.answer()));
            } else if (line.item() instanceof PlannedItem.RepeatedChoice repeat) {
                Optional.ofNullable(own.get(repeat.of()))
                        .map(first -> new PersonAnswers.AskedAgain(repeat.id(), !first.answer().equals(line.answer())))
                        .ifPresent(again::add);
            } else if (line.item() instanceof PlannedItem.AttentionCheck check) {
                attentive = Optional.of(check.easier().key().equals(line.answer()));
            } else if (line.item() instanceof PlannedItem.TimedPrice price) {
                boolean right = isRight(price, line.answer());
                wrong += right ? 0 : 1;
                interrupted += right && !isTimely(line.seconds()) ? 1 : 0;
                if (right && isTimely(line.seconds())) {
                    timed.add(new PersonAnswers.Timed(price.id(), works.get(price.card()), Math.log(line.seconds())));
                }
            }
        }
        return new PersonAnswers(person, choices, again, attentive, timed, wrong);
    }

    private PersonAnswers.Chosen chosen(PlannedItem.PairChoice choice, String answer) {
        CardWork a = works.get(choice.a());
        CardWork b = works.get(choice.b());
        return answer.equals(Side.A.key())
                ? new PersonAnswers.Chosen(choice.id(), a, b)
                : new PersonAnswers.Chosen(choice.id(), b, a);
    }

    private boolean isRight(PlannedItem.TimedPrice price, String typed) {
        Card card = cards.get(price.card());
        int decimals = card.terms().context().currency().digits();
        return card.pay()
                .filter(pay -> new BigDecimal(typed).subtract(pay).abs()
                        .compareTo(pay.multiply(NEAR).max(BigDecimal.valueOf(NEAR_UNITS, decimals))) <= 0)
                .isPresent();
    }

    private static boolean isTimely(double seconds) {
        return seconds >= SHORTEST && seconds <= LONGEST;
    }

    private Turnout turnout(int answered, CarelessPeople.Told told, int sentTwice) {
        List<PersonAnswers> careful = told.careful();
        return new Turnout(
                answered,
                told.careless().stream().map(PersonAnswers::person).sorted().toList(),
                careful.stream().mapToInt(person -> person.choices().size()).sum(),
                careful.stream().mapToInt(person -> person.repeats().size()).sum(),
                (int) careful.stream().flatMap(person -> person.repeats().stream()).filter(PersonAnswers.AskedAgain::alike).count(),
                careful.stream().mapToInt(person -> person.timed().size()).sum(),
                careful.stream().mapToInt(PersonAnswers::wrong).sum(),
                interrupted,
                sentTwice);
    }

    private List<FittedWeight> weights(CarelessPeople.Told told) {
        List<FittedWeight> weights = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            weights.add(weight(i, told));
        }
        return weights;
    }

    private FittedWeight weight(int index, CarelessPeople.Told told) {
        StepKind kind = table.kinds().get(index);
        double prior = table.prior(index);
        double deviation = told.fit().deviation(index);
        boolean said = deviation < SAYS_NOTHING * AnswerModel.WEIGHT_SPREAD;
        double times = said ? told.fit().times()[index] : 1;
        double most = kind.most();
        return new FittedWeight(
                kind,
                prior,
                Math.min(most, prior * times),
                Math.min(most, prior * times * Math.exp(-TWO_SIDES * deviation)),
                Math.min(most, prior * times * Math.exp(TWO_SIDES * deviation)),
                answers(index, told.careful()),
                said ? FittedWeight.WeightSource.ANSWERS : FittedWeight.WeightSource.PRIOR);
    }

    /** How many choices differ in it, and how many times have it. */
    private static int answers(int index, List<PersonAnswers> careful) {
        int count = 0;
        for (PersonAnswers person : careful) {
            count += (int) person.choices().stream()
                    .filter(choice -> choice.easier().seconds()[index] != choice.harder().seconds()[index])
                    .count();
            count += (int) person.timed().stream().filter(time -> time.work().seconds()[index] > 0).count();
        }
        return count;
    }
}
