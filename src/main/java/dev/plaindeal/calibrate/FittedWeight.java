package dev.plaindeal.calibrate;

import dev.plaindeal.weights.StepKind;

/**
 * One weight before and after the answers.
 *
 * @param step the kind of step
 * @param prior seconds as the rules have them
 * @param fitted seconds that fit the answers; the prior where they say nothing
 * @param low the seconds are above this with 97.5 %
 * @param high the seconds are below this with 97.5 %
 * @param answers how many choices and times it plays a part in
 * @param source what the seconds rest on now
 */
public record FittedWeight(StepKind step, double prior, double fitted, double low, double high, int answers, WeightSource source) {

    /** What a report, with its three decimals, can tell apart. */
    private static final double APART = 0.0006;

    /** Whether two numbers of seconds are the same in a report. */
    public static boolean isSame(double one, double other) {
        return Math.abs(one - other) <= APART;
    }

    /** What a weight rests on. */
    public enum WeightSource {
        /** The answers moved it, or narrowed it. */
        ANSWERS("answers"),
        /** They say nothing of it, and it stays what it was. */
        PRIOR("prior");

        private final String key;

        WeightSource(String key) {
            this.key = key;
        }

        /** As reports write it. */
        public String key() {
            return key;
        }
    }
}
