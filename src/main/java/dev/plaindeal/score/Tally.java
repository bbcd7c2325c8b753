package dev.plaindeal.score;

import dev.plaindeal.model.Factor;
import dev.plaindeal.model.StepKind;
import java.util.Arrays;

/**
 * Adds up steps under the matters they are about. Belongs to one computation.
 *
 * <p>Keeps apart what is arithmetic, because showing the price to pay spares the buyer most of that: the arithmetic A
 * becomes min(A, A / 4 + one reading).
 */
final class Tally {

    private static final double STILL_CHECKED = 0.25;
    /** Sums in another order differ in the last bits; a nanosecond is enough for everyone. */
    private static final double GRAIN = 1e9;

    private final Rates rates;
    private final double[] plain = new double[Rates.KINDS.length];
    private final double[] arithmetic = new double[Rates.KINDS.length];
    private final double[] plainCounts = new double[Rates.KINDS.length];
    private final double[] arithmeticCounts = new double[Rates.KINDS.length];
    private double plainSum;
    private double arithmeticSum;

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
        plain[matter.ordinal()] += count * rates.seconds[act.ordinal()];
        plainCounts[act.ordinal()] += count;
        plainSum += count * rates.of(act);
    }

    /** The matter arises, as part of the arithmetic. */
    void meetInHead(StepKind matter) {
        compute(matter, matter, 1);
    }

    /** Arithmetic. */
    void compute(StepKind matter, StepKind act, double count) {
        arithmetic[matter.ordinal()] += count * rates.seconds[act.ordinal()];
        arithmeticCounts[act.ordinal()] += count;
        arithmeticSum += count * rates.of(act);
    }

    /** Everything so far without the arithmetic being spared. */
    double sum() {
        return plainSum + arithmeticSum;
    }

    /** Everything so far for a buyer who sees, or does not see, the price to pay. */
    double sum(Context context) {
        return plainSum + arithmeticSum * spared(context);
    }

    /** Seconds under this matter, without factors. */
    double seconds(StepKind matter, Context context) {
        int i = matter.ordinal();
        return rounded(plain[i] + arithmetic[i] * spared(context));
    }

    /** Seconds a factor adds. */
    double seconds(Factor factor, Context context) {
        int i = factor.on().ordinal();
        return rounded(factor.seconds() * (plainCounts[i] + arithmeticCounts[i] * spared(context)));
    }

    /** Everything: the sum of all matters and factors, in a fixed order, so that equal terms give equal bits. */
    double total(Context context) {
        double share = spared(context);
        double total = 0;
        for (int i = 0; i < plain.length; i++) {
            total += rounded(plain[i] + arithmetic[i] * share);
        }
        for (int i = 0; i < rates.factors.size(); i++) {
            total += seconds(rates.factors.get(i), context);
        }
        return total;
    }

    private static double rounded(double seconds) {
        return Math.rint(seconds * GRAIN) / GRAIN;
    }

    private double spared(Context context) {
        if (!context.finalPriceShown() || arithmeticSum == 0) {
            return 1;
        }
        double shown = arithmeticSum * STILL_CHECKED + rates.of(StepKind.READ);
        return Math.min(1, shown / arithmeticSum);
    }

    /** Starts again from nothing. */
    void clear() {
        Arrays.fill(plain, 0);
        Arrays.fill(arithmetic, 0);
        Arrays.fill(plainCounts, 0);
        Arrays.fill(arithmeticCounts, 0);
        plainSum = 0;
        arithmeticSum = 0;
    }
}
