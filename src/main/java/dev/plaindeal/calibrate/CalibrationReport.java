package dev.plaindeal.calibrate;

import java.util.List;

/**
 * What answers say of the weights.
 *
 * @param plan id of the plan that was answered
 * @param market ISO 3166 code of the buyers
 * @param people what is known of those who answered
 * @param sharpness how sharply they tell works apart; 5 where 71 of 100 see which of two is easier when they differ by a fifth
 * @param weights every weight that takes more than no seconds
 * @param heldOut answers foretold without being fitted
 * @param groups answers by how sure they were foretold, the least sure first
 * @param disagreements where people and the fitted weights differ too much for chance, the strongest first
 */
public record CalibrationReport(
        String plan,
        String market,
        Turnout people,
        double sharpness,
        List<FittedWeight> weights,
        HeldOut heldOut,
        List<SureGroup> groups,
        List<Disagreement> disagreements) {

    /** Timed prices below which seconds, and with them scores, are not fixed: choices fix ratios only. */
    public static final int TIMES_WANTED = 100;

    /** Copies the lists. */
    public CalibrationReport {
        weights = List.copyOf(weights);
        groups = List.copyOf(groups);
        disagreements = List.copyOf(disagreements);
    }

    /**
     * Who answered.
     *
     * @param answered all of them
     * @param careless those left out because they did not look
     * @param choices choices fitted
     * @param repeats choices asked twice
     * @param alike of these answered alike
     * @param times prices timed and fitted
     * @param wrong prices worked out otherwise, whose times do not count
     * @param interrupted times below half a second or above five minutes, which do not count
     * @param sentTwice lines of files that came twice and count once
     */
    public record Turnout(
            int answered, List<String> careless, int choices, int repeats, int alike, int times, int wrong, int interrupted, int sentTwice) {

        /** Copies the list. */
        public Turnout {
            careless = List.copyOf(careless);
        }
    }

    /**
     * Each fifth of the pairs foretold by weights that were fitted to the other four.
     *
     * @param answers how many
     * @param before how many the weights of the rules foretell right
     * @param after how many the fitted ones do
     */
    public record HeldOut(int answers, int before, int after) {}

    /**
     * Held-out answers that were foretold about as surely.
     *
     * @param from the chance of the likelier answer, at least
     * @param answers how many
     * @param foretold the mean chance
     * @param observed the share that came out so
     */
    public record SureGroup(double from, int answers, double foretold, double observed) {}

    /**
     * Where people differ.
     *
     * @param about a step, or an item of the plan
     * @param answers how many
     * @param foretold how many were to call the one easier that has less of the step, or less work as the rules have it
     * @param observed how many did
     * @param deviations the difference in standard deviations, beyond 3 either way
     */
    public record Disagreement(String about, int answers, double foretold, int observed, double deviations) {

        /** Whether it is about one pair of cards, and not about a step wherever it comes. */
        boolean isPair() {
            return about.indexOf('-') > 0;
        }
    }
}
