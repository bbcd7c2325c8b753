package dev.plaindeal.calibrate;

/**
 * How answers come about, in numbers. Of two cards a person calls the one easier that takes less work, the surer the more they
 * differ: with the logistic of sharpness times the logarithm of the ratio of seconds; one answer in twenty is a slip. A price takes
 * as long as its work, times the person's pace, times chance.
 */
final class AnswerModel {

    /** Share of answers given without a look. */
    static final double SLIPS = 0.05;
    /** Weights are known within a factor of two: one standard deviation of their logarithm. */
    static final double WEIGHT_SPREAD = 0.4;
    /** How sharply people tell works apart, unless answers say otherwise: at 20 % more work 71 of 100 choose right. */
    static final double USUAL_SHARPNESS = 5;
    /** Standard deviation of its logarithm. */
    static final double SHARPNESS_SPREAD = 0.5;
    /** Standard deviation of the logarithm of a person's pace, and of one time around it, unless answers say otherwise. */
    static final double USUAL_TIME_SPREAD = 0.4;

    private AnswerModel() {}

    /** Chance that a card is called the easier one. */
    static double chance(double sharpness, double logRatio) {
        return SLIPS / 2 + (1 - SLIPS) * logistic(sharpness * logRatio);
    }

    static double logistic(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** How much a choice says of what is inside the logistic, Fisher's information: 0.22 where it is open, nearly none where it is clear. */
    static double information(double inside) {
        double open = logistic(inside);
        double chance = SLIPS / 2 + (1 - SLIPS) * open;
        double slope = (1 - SLIPS) * open * (1 - open);
        return slope * slope / (chance * (1 - chance));
    }
}
