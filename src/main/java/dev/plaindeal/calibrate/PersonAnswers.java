package dev.plaindeal.calibrate;

import java.util.List;
import java.util.Optional;

/**
 * What one person answered of a plan.
 *
 * @param person a name nobody is known by
 * @param choices in the order of the form
 * @param repeats the same choices once more
 * @param attentive what the attention check says, where it was answered
 * @param timed prices that were worked out right
 * @param wrong how many were not
 */
record PersonAnswers(
        String person,
        List<Chosen> choices,
        List<AskedAgain> repeats,
        Optional<Boolean> attentive,
        List<Timed> timed,
        int wrong) {

    PersonAnswers {
        choices = List.copyOf(choices);
        repeats = List.copyOf(repeats);
        timed = List.copyOf(timed);
    }

    /**
     * One choice.
     *
     * @param item what was asked
     * @param easier the card said to be easier
     * @param harder the other
     */
    record Chosen(String item, CardWork easier, CardWork harder) {}

    /**
     * A choice made twice.
     *
     * @param alike whether the same card was said to be easier both times
     */
    record AskedAgain(String item, boolean alike) {}

    /**
     * A price that was worked out.
     *
     * @param logSeconds natural logarithm of the seconds it took
     */
    record Timed(String item, CardWork work, double logSeconds) {}

    /** The same without what was said of some items. */
    PersonAnswers keeping(java.util.function.Predicate<String> items) {
        return new PersonAnswers(
                person,
                choices.stream().filter(one -> items.test(one.item())).toList(),
                repeats,
                attentive,
                timed,
                wrong);
    }
}
