package dev.plaindeal.calibrate;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells people who tap without looking from those who work it out: how likely are their answers either way? Choices of one who
 * looks follow the fit of all who do, the attention check comes out right but for slips, and what is asked twice is answered
 * alike four times in five, and most prices are worked out right; one who does not look throws a coin each time.
 *
 * <p>Fit and judgement take turns until they agree. For one thread.
 */
final class CarelessPeople {

    /** Of people asked on a page one in ten is taken not to look, until answers say otherwise. */
    private static final double USUAL_SHARE = 0.1;
    private static final double COIN = 0.5;
    private static final double ALIKE = 0.8;
    /** Of prices worked out, this share is right; of those typed to get on, few are. */
    private static final double PRICE_RIGHT = 0.75;
    private static final double PRICE_GUESSED = 0.15;
    private static final int MOST_TURNS = 12;

    private CarelessPeople() {}

    /**
     * What came of it.
     *
     * @param careful whose answers are fitted
     * @param careless whose are left out
     * @param fit of the careful
     */
    record Told(List<PersonAnswers> careful, List<PersonAnswers> careless, WeightFit.Found fit) {}

    static Told tell(int weights, List<PersonAnswers> people) {
        List<PersonAnswers> careful = people;
        WeightFit.Found fit = WeightFit.of(weights, careful);
        for (int turn = 0; turn < MOST_TURNS; turn++) {
            List<PersonAnswers> now = new ArrayList<>();
            for (PersonAnswers person : people) {
                if (oddsOfLooking(person, fit) > USUAL_SHARE / (1 - USUAL_SHARE)) {
                    now.add(person);
                }
            }
            if (now.equals(careful)) {
                break;
            }
            careful = now;
            fit = WeightFit.of(weights, careful);
        }
        List<PersonAnswers> kept = careful;
        return new Told(kept, people.stream().filter(person -> !kept.contains(person)).toList(), fit);
    }

    /** How many times likelier these answers are of one who looks. */
    private static double oddsOfLooking(PersonAnswers person, WeightFit.Found fit) {
        double odds = 1;
        for (PersonAnswers.Chosen choice : person.choices()) {
            odds *= fit.chance(choice.easier(), choice.harder()) / COIN;
        }
        for (PersonAnswers.AskedAgain repeat : person.repeats()) {
            odds *= (repeat.alike() ? ALIKE : 1 - ALIKE) / COIN;
        }
        odds *= Math.pow(PRICE_RIGHT / PRICE_GUESSED, person.timed().size());
        odds *= Math.pow((1 - PRICE_RIGHT) / (1 - PRICE_GUESSED), person.wrong());
        double right = 1 - AnswerModel.SLIPS / 2;
        return odds * person.attentive().map(attentive -> (attentive ? right : 1 - right) / COIN).orElse(1.0);
    }
}
