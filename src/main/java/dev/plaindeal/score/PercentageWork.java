package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.PERCENT;

import java.util.List;

/**
 * The cheapest way to take a percentage off.
 *
 * <p>Either form p % of the price, hold that and subtract it, or form what is left, (100 − p) %, at once. Where the price is
 * known, its digits may be taken instead of the percentage's (17 % of 120 is 17 and 3.40), or a rounder number beside it
 * (10 % of 47.99 is that of 48). Where another result is held meanwhile, that counts in the choice: the sum of both is what
 * only grows with the span, so that adding a layer is never simpler.
 *
 * <p>Worked number: 10 % of 47.99 is seen to be that of 48 (0.50), of what (1.35), a tenth (0.84), two digits held (0.60)
 * and subtracted (2.52).
 */
final class PercentageWork {

    private static final int WHOLE = 1_000_000;

    private final Rates rates;
    private final int percent;
    /** Seconds to keep the other result over one operation. */
    private final double held;
    private double least = Double.POSITIVE_INFINITY;
    private MentalMethod way = MentalMethod.NOTHING;
    private int digits;
    private boolean direct;
    private PercentageGround best;

    /**
     * @param grounds what it may be worked out at, the price itself first
     * @param heldDigits digits of another result held meanwhile, 0 for none
     */
    PercentageWork(Rates rates, Numeral value, List<Ground> grounds, int minorDigits, int heldDigits) {
        this.rates = rates;
        percent = millionths(value);
        held = heldDigits * rates.hold;
        Numeral price = grounds.get(0).number();
        best = new PercentageGround(rates, percent, grounds.get(0), price, minorDigits);
        if (percent == WHOLE) {
            least = 0;
            return;
        }
        consider(best);
        for (int i = 1; i < grounds.size(); i++) {
            consider(new PercentageGround(rates, percent, grounds.get(i), price, minorDigits));
        }
    }

    /** By how many positions a percentage reaches below the last digit of what it is taken of: 10 % one, 25 % two. */
    static int drop(Numeral value) {
        return 2 - value.lowest();
    }

    static int millionths(Numeral value) {
        return (int) value.at(-4);
    }

    private void consider(PercentageGround at) {
        consider(at, percent, false);
        consider(at, WHOLE - percent, true);
    }

    private void consider(PercentageGround at, int share, boolean rest) {
        Ground ground = at.ground();
        if (ground.isHundred()) {
            consider(at, MentalMethod.NOTHING, 0, rest);
            return;
        }
        if (ground.span().power()) {
            consider(at, MentalMethod.SHIFTED, 0, rest);
        }
        List<MentalMethod> ways = rest ? MentalMethods.left(share) : MentalMethods.of(share);
        for (int i = 0; i < ways.size(); i++) {
            consider(at, ways.get(i), ground.digits(), rest);
        }
        if (ground.kind() != Ground.Kind.LEFT) {
            MentalMethod split = MentalMethods.shift(share).then(ground.number().times());
            consider(at, split, digits(share), rest);
        }
    }

    private static int digits(int share) {
        int bare = share;
        while (bare % 10 == 0) {
            bare /= 10;
        }
        int count = 0;
        for (int left = bare; left != 0; left /= 10) {
            count++;
        }
        return count;
    }

    private void consider(PercentageGround at, MentalMethod candidate, int of, boolean rest) {
        double seconds = candidate.seconds(rates, of)
                + at.always()
                + (rest ? at.direct() : at.subtraction())
                + held * (candidate.operations() + at.operations(rest));
        if (seconds < least) {
            least = seconds;
            way = candidate;
            digits = of;
            direct = rest;
            best = at;
        }
    }

    /** For comparing percentages: seconds of the cheapest way, and of holding another result over it. */
    double seconds() {
        return least;
    }

    /** Counts the steps of the cheapest way, and returns over how many operations another result is held. */
    int count(StepTally tally) {
        if (percent == WHOLE) {
            return 0;
        }
        tally.meetInHead(PERCENT);
        way.count(tally, PERCENT, digits);
        best.count(tally, direct);
        return way.operations() + best.operations(direct);
    }
}
