package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.COMPARE;
import static dev.plaindeal.weights.StepKind.DECIDE;
import static dev.plaindeal.weights.StepKind.DECIMALS;
import static dev.plaindeal.weights.StepKind.HOLD;
import static dev.plaindeal.weights.StepKind.PERCENT;
import static dev.plaindeal.weights.StepKind.ROUND;
import static dev.plaindeal.weights.StepKind.SUBTRACT;

/** What taking a percentage off asks at one ground, besides forming the share itself. */
final class PercentageGround {

    private static final int TENTH = 100_000;
    private static final int QUARTER = 250_000;
    private static final int HALF = 500_000;
    private static final int WHOLE = 1_000_000;
    private static final int FINEST = -4;

    private final Ground ground;
    private final int percent;
    private final int savedDigits;
    private final boolean rounded;
    private final boolean decimals;
    private final boolean differs;
    /** Seconds of all that is so whichever way the share is formed. */
    private final double always;
    private final double subtraction;
    private final double direct;

    PercentageGround(Rates rates, int percent, Ground ground, Numeral price, int minorDigits) {
        this.ground = ground;
        this.percent = percent;
        differs = ground.isNeighbour() && differs(percent, ground.number(), price, minorDigits);
        int drop = drop(percent);
        int limit = Math.min(-minorDigits, ground.span().lowest());
        rounded = ground.span().lowest() - drop < limit;
        Span saved = differs ? Span.of(price) : ground.span();
        int kept = Math.max(saved.lowest() - drop, Math.min(-minorDigits, saved.lowest()));
        savedDigits = Math.max(1, saved.highest() - kept);
        decimals = kept < 0 || ground.isNeighbour() && price.lowest() < 0;
        always = relations() * rates.of(DECIDE)
                + (ground.isNeighbour() ? rates.of(COMPARE) : 0)
                + (differs ? rates.of(DECIDE) + rates.column : 0)
                + (rounded ? rates.of(ROUND) : 0);
        subtraction = rates.of(SUBTRACT)
                + savedDigits * (rates.hold + rates.column)
                + (decimals ? rates.of(DECIMALS) : 0);
        direct = directDecisions() * rates.of(DECIDE) + directColumns() * rates.column;
    }

    /** By how many positions a percentage reaches below the last digit of what it is taken of: 10 % one, 25 % two. */
    static int drop(int percent) {
        int lowest = FINEST;
        for (int rest = percent; rest % 10 == 0 && rest != 0; rest /= 10) {
            lowest++;
        }
        return 2 - lowest;
    }

    /** Whether the saving at the neighbour is another one than at the price, both rounded to the minor unit. */
    private static boolean differs(int percent, Numeral neighbour, Numeral price, int minorDigits) {
        int at = Math.min(-minorDigits, price.lowest());
        long unit = WHOLE;
        for (int i = at; i < -minorDigits; i++) {
            unit *= 10;
        }
        return rounded(neighbour.at(at), percent, unit) != rounded(price.at(at), percent, unit);
    }

    private static long rounded(long number, int percent, long unit) {
        return (number * percent + unit / 2) / unit;
    }

    Ground ground() {
        return ground;
    }

    /** Of what, and which way? Nobody asks it of a half, nor of a hundred. */
    private int relations() {
        return percent == HALF || ground.isHundred() ? 0 : 1;
    }

    private int directDecisions() {
        return percent == HALF ? 0 : 1;
    }

    private int directColumns() {
        boolean easy = percent % TENTH == 0 || percent == QUARTER || percent == 3 * QUARTER;
        return (easy ? 0 : 1) + (ground.isNeighbour() ? 1 : 0);
    }

    double always() {
        return always;
    }

    double subtraction() {
        return subtraction;
    }

    double direct() {
        return direct;
    }

    /** Rounding, and the subtraction or the decision that saves it, are operations too. */
    int operations(boolean rest) {
        return (rounded ? 1 : 0) + (rest && percent == HALF ? 0 : 1);
    }

    void count(StepTally tally, boolean rest) {
        tally.compute(PERCENT, DECIDE, relations());
        tally.compute(PERCENT, COMPARE, ground.isNeighbour() ? 1 : 0);
        tally.compute(PERCENT, DECIDE, differs ? 1 : 0);
        tally.columns(PERCENT, differs ? 1 : 0);
        tally.compute(PERCENT, ROUND, rounded ? 1 : 0);
        if (rest) {
            tally.compute(PERCENT, DECIDE, directDecisions());
            tally.columns(PERCENT, directColumns());
        } else {
            tally.compute(HOLD, HOLD, savedDigits);
            tally.meetInHead(SUBTRACT);
            tally.columns(SUBTRACT, savedDigits);
            tally.compute(SUBTRACT, DECIMALS, decimals ? 1 : 0);
        }
    }
}
