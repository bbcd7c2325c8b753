package dev.plaindeal.score;

import dev.plaindeal.weights.StepKind;

/**
 * Adds up steps. Belongs to one computation.
 *
 * <p>Keeps apart what serves to check the price, because showing the price to pay spares the buyer most of that: C
 * becomes min(C, C / 4 + one reading). Which matter a step is about counts only for the reasons, see {@link MatterTally}.
 */
class StepTally {

    static final double STILL_CHECKED = 0.25;
    /** Borrows and carries in a column of which the digits are not known. */
    static final double EXPECTED_BORROW = 0.45;
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

    /** The matter arises, as part of checking the price. */
    final void meetInHead(StepKind matter) {
        compute(matter, matter, 1);
    }

    /** Steps that check the price. */
    void compute(StepKind matter, StepKind act, double count) {
        arithmeticSum += rates.whole(act, count);
    }

    /** Columns of which the digits are not known. */
    final void columns(StepKind matter, int count) {
        compute(matter, StepKind.COLUMN, count);
        compute(matter, StepKind.BORROW, EXPECTED_BORROW * count);
    }

    static long whole(double seconds) {
        return Math.round(seconds * UNIT);
    }

    /** Everything so far without anything being spared, in the tally's own units; for comparing. */
    final long sum() {
        return plainSum + arithmeticSum;
    }

    /** Everything so far, in seconds, for a buyer who sees, or does not see, the price to pay. */
    final double total(PresentedContext context) {
        return (isSpared(context)
                        ? plainSum + Math.round(arithmeticSum * STILL_CHECKED) + readToPay()
                        : plainSum + arithmeticSum)
                / UNIT;
    }

    /** Whether the buyer reads the price to pay, and only glances over the rest. */
    final boolean isSpared(PresentedContext context) {
        return context.finalPriceShown() && arithmeticSum * STILL_CHECKED + readToPay() < arithmeticSum;
    }

    private long readToPay() {
        return rates.whole(StepKind.READ, 1) + rates.whole(StepKind.READ_TO_PAY, 1);
    }
}
