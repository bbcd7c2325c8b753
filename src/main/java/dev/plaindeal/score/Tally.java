package dev.plaindeal.score;

import dev.plaindeal.model.Factor;
import dev.plaindeal.model.StepKind;
import org.jspecify.annotations.Nullable;

/**
 * Adds up steps under the matters they are about. Belongs to one computation.
 *
 * <p>Keeps apart what is arithmetic, because showing the price to pay spares the buyer most of that: the arithmetic A
 * becomes min(A, A / 4 + one reading).
 */
final class Tally {

    private static final double STILL_CHECKED = 0.25;
    /** Steps are added in whole picoseconds: sums in any order are the same to the last bit. */
    private static final double UNIT = 1e12;

    private final Rates rates;
    private final long[] plain = new long[Rates.KINDS.length];
    private final long[] arithmetic = new long[Rates.KINDS.length];
    private final double[] plainCounts = new double[Rates.KINDS.length];
    private final double[] arithmeticCounts = new double[Rates.KINDS.length];
    private long plainSum;
    private long arithmeticSum;
    private @Nullable Tally trial;

    Tally(Rates rates) {
        this.rates = rates;
    }

    Rates rates() {
        return rates;
    }

    /** The matter arises. */
    void meet(StepKind matter) {
        add(matter, matter, 1);
    }

    /** Steps that stay even when the price to pay is shown. */
    void add(StepKind matter, StepKind act, double count) {
        plain[matter.ordinal()] += whole(count * rates.seconds[act.ordinal()]);
        plainCounts[act.ordinal()] += count;
        plainSum += whole(count * rates.of(act));
    }

    /** The matter arises, as part of the arithmetic. */
    void meetInHead(StepKind matter) {
        compute(matter, matter, 1);
    }

    /** Arithmetic. */
    void compute(StepKind matter, StepKind act, double count) {
        arithmetic[matter.ordinal()] += whole(count * rates.seconds[act.ordinal()]);
        arithmeticCounts[act.ordinal()] += count;
        arithmeticSum += whole(count * rates.of(act));
    }

    private static long whole(double seconds) {
        return Math.round(seconds * UNIT);
    }

    /** Everything so far without the arithmetic being spared, in the tally's own units; for comparing. */
    long sum() {
        return plainSum + arithmeticSum;
    }

    /** Everything so far, in seconds, for a buyer who sees, or does not see, the price to pay. */
    double total(Context context) {
        return (plainSum + Math.round(arithmeticSum * spared(context))) / UNIT;
    }

    /** Seconds under this matter, without factors. */
    double seconds(StepKind matter, Context context) {
        int i = matter.ordinal();
        return (plain[i] + Math.round(arithmetic[i] * spared(context))) / UNIT;
    }

    /** Seconds a factor adds. */
    double seconds(Factor factor, Context context) {
        int i = factor.on().ordinal();
        return whole(factor.seconds() * (plainCounts[i] + arithmeticCounts[i] * spared(context))) / UNIT;
    }

    private double spared(Context context) {
        if (!context.finalPriceShown() || arithmeticSum == 0) {
            return 1;
        }
        double shown = arithmeticSum * STILL_CHECKED + whole(rates.of(StepKind.READ));
        return Math.min(1, shown / arithmeticSum);
    }

    /** Another one of the same rates, for trying steps out; always the same, so restart it first. */
    Tally trial() {
        Tally known = trial;
        if (known == null) {
            known = new Tally(rates);
            trial = known;
        }
        return known;
    }

    /** Starts again from nothing, for those who look at the sums only: what is under single matters stays as it is. */
    void restart() {
        plainSum = 0;
        arithmeticSum = 0;
    }
}
