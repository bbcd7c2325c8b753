package dev.plaindeal.score;

import dev.plaindeal.weights.StepKind;

/**
 * Adds up steps. Belongs to one computation.
 *
 * <p>Keeps apart what is arithmetic, because showing the price to pay spares the buyer most of that: the arithmetic A
 * becomes min(A, A / 4 + one reading). Which matter a step is about counts only for the reasons, see {@link MatterTally}.
 */
class StepTally {

    private static final double STILL_CHECKED = 0.25;
    /** Steps are added in whole picoseconds: sums in any order are the same to the last bit. */
    static final double UNIT = 1e12;

    private final Rates rates;
    private long plainSum;
    private long arithmeticSum;

    StepTally(Rates rates) {
        this.rates = rates;
    }

    final Rates rates() {
        return rates;
    }

    /** An empty one of the same kind and rates. */
    StepTally another() {
        return new StepTally(rates);
    }

    /** Adds another one of the same kind and rates. */
    void addAll(StepTally other) {
        plainSum += other.plainSum;
        arithmeticSum += other.arithmeticSum;
    }

    /** The matter arises. */
    final void meet(StepKind matter) {
        add(matter, matter, 1);
    }

    /** Steps that stay even when the price to pay is shown. */
    void add(StepKind matter, StepKind act, double count) {
        plainSum += rates.whole(act, count);
    }

    /** The matter arises, as part of the arithmetic. */
    final void meetInHead(StepKind matter) {
        compute(matter, matter, 1);
    }

    /** Arithmetic. */
    void compute(StepKind matter, StepKind act, double count) {
        arithmeticSum += rates.whole(act, count);
    }

    static long whole(double seconds) {
        return Math.round(seconds * UNIT);
    }

    /** Everything so far without the arithmetic being spared, in the tally's own units; for comparing. */
    final long sum() {
        return plainSum + arithmeticSum;
    }

    /** Everything so far, in seconds, for a buyer who sees, or does not see, the price to pay. */
    final double total(PresentedContext context) {
        return (plainSum + Math.round(arithmeticSum * spared(context))) / UNIT;
    }

    /** Which share of the arithmetic is left. */
    final double spared(PresentedContext context) {
        if (!context.finalPriceShown() || arithmeticSum == 0) {
            return 1;
        }
        double shown = arithmeticSum * STILL_CHECKED + whole(rates.of(StepKind.READ));
        return Math.min(1, shown / arithmeticSum);
    }
}
