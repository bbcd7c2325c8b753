package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.COLUMN;
import static dev.plaindeal.weights.StepKind.DECIDE;
import static dev.plaindeal.weights.StepKind.DECIMALS;
import static dev.plaindeal.weights.StepKind.HOLD;
import static dev.plaindeal.weights.StepKind.PERCENT;
import static dev.plaindeal.weights.StepKind.ROUND;
import static dev.plaindeal.weights.StepKind.SUBTRACT;

import dev.plaindeal.weights.StepKind;
import java.util.List;

/**
 * The cheapest way to take a percentage off a price of which only the span is known.
 *
 * <p>Either form p % of it, hold that and subtract it, or form what is left, (100 − p) %, at once, which takes a
 * decision except for half. Where another result is held meanwhile, that counts in the choice: the sum of both is what
 * only grows with the span, so that adding a layer is never simpler.
 *
 * <p>Worked number: 10 % of 47.99 is a tenth (0.84) rounded (0.84), three digits held (0.90) and subtracted (3.63).
 */
final class PercentageWork {

    private static final int WHOLE = 1_000_000;
    private static final int HALF = WHOLE / 2;
    private static final int FINEST = 4;

    private final Rates rates;
    private final Span span;
    private final int digits;
    private final int percent;
    private final int savedDigits;
    /** Seconds to keep the other result over one operation. */
    private final double held;
    private final double decision;
    private final double subtraction;
    private final boolean rounded;
    private final boolean decimals;
    private double least = Double.POSITIVE_INFINITY;
    private MentalMethod way = MentalMethod.NOTHING;
    private boolean direct;

    /**
     * @param heldDigits digits of another result held meanwhile, 0 for none
     */
    PercentageWork(Rates rates, Numeral value, Span span, int minorDigits, int heldDigits) {
        this.rates = rates;
        this.span = span;
        digits = span.digits();
        percent = millionths(value);
        int limit = Math.min(-minorDigits, span.lowest());
        int lowest = span.lowest() - drop(value);
        rounded = lowest < limit;
        int kept = Math.max(lowest, limit);
        savedDigits = Math.max(1, span.highest() - kept);
        decimals = kept < 0;
        held = heldDigits * rates.hold;
        decision = decision();
        subtraction = subtraction();
        choose();
    }

    /** By how many positions a percentage reaches below the last digit of what it is taken of: 10 % one, 25 % two. */
    static int drop(Numeral value) {
        return 2 - value.lowest();
    }

    private static int millionths(Numeral value) {
        long result = value.digits();
        for (int i = -FINEST; i < value.lowest(); i++) {
            result *= 10;
        }
        return (int) result;
    }

    private void choose() {
        if (span.power()) {
            consider(MentalMethod.READ_OFF);
            return;
        }
        considerAll(percent, false);
        considerAll(WHOLE - percent, true);
    }

    private void considerAll(int share, boolean rest) {
        List<MentalMethod> ways = MentalMethods.of(share);
        for (int i = 0; i < ways.size(); i++) {
            consider(ways.get(i), rest);
        }
    }

    private void consider(MentalMethod candidate) {
        consider(candidate, false);
        consider(candidate, true);
    }

    private void consider(MentalMethod candidate, boolean rest) {
        double seconds = candidate.seconds(rates, digits)
                + (rest ? decision : subtraction)
                + held * operations(candidate, rest);
        if (seconds < least) {
            least = seconds;
            way = candidate;
            direct = rest;
        }
    }

    private double decision() {
        return percent == HALF ? 0 : rates.of(DECIDE);
    }

    private double subtraction() {
        return rates.of(SUBTRACT)
                + savedDigits * (rates.hold + rates.of(COLUMN))
                + (decimals ? rates.of(DECIMALS) : 0);
    }

    /** Rounding, and the subtraction or the decision that saves it, are operations too. */
    private int operations(MentalMethod candidate, boolean rest) {
        int last = rest && percent == HALF ? 0 : 1;
        return candidate.operations() + (rounded ? 1 : 0) + last;
    }

    /** For comparing percentages: seconds of the cheapest way, and of holding another result over it. */
    double seconds() {
        return least + (rounded ? rates.of(ROUND) : 0);
    }

    /** Counts the steps of the cheapest way, and returns over how many operations another result is held. */
    int count(StepTally tally) {
        tally.meetInHead(PERCENT);
        int k = digits;
        act(tally, StepKind.SHIFT, way.shifts());
        act(tally, StepKind.HALVE, way.halvings() * k);
        act(tally, StepKind.ADD, way.additions() * k);
        act(tally, StepKind.PRODUCT, way.products() * k);
        act(tally, HOLD, way.holds() * k);
        act(tally, ROUND, rounded ? 1 : 0);
        if (direct) {
            act(tally, DECIDE, percent == HALF ? 0 : 1);
        } else {
            tally.compute(HOLD, HOLD, savedDigits);
            tally.meetInHead(SUBTRACT);
            tally.compute(SUBTRACT, COLUMN, savedDigits);
            tally.compute(SUBTRACT, DECIMALS, decimals ? 1 : 0);
        }
        return operations(way, direct);
    }

    private static void act(StepTally tally, StepKind act, int count) {
        tally.compute(PERCENT, act, count);
    }
}
