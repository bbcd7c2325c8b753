package dev.plaindeal.verify;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.Receipt;
import java.util.List;
import java.util.Optional;

/**
 * One fixture examined.
 *
 * @param fixture what was examined
 * @param verdict what came of it
 * @param receipt the receipt it gets now, empty when its basket cannot be priced
 * @param stale the halves whose files have to be written so that they are as they should be
 * @param whole whether its receipt still lies in one file
 * @param warning what somebody should look at although nothing is wrong
 */
record Examined(
        Fixture fixture, Verdict verdict, Optional<Receipt> receipt, List<Golden> stale, boolean whole, Optional<Problem> warning) {

    /** Nothing to be looked at besides. */
    Examined(Fixture fixture, Verdict verdict, Optional<Receipt> receipt, List<Golden> stale, boolean whole) {
        this(fixture, verdict, receipt, stale, whole, Optional.empty());
    }

    /** A fixture that cannot be used, and why. */
    static Examined refused(Fixture fixture, List<Problem> problems) {
        return new Examined(fixture, new Verdict.Refused(fixture.name(), problems), Optional.empty(), List.of(), false);
    }

    Examined with(Verdict other) {
        return new Examined(fixture, other, receipt, stale, whole, warning);
    }

    Examined warned(Problem problem) {
        return new Examined(fixture, verdict, receipt, stale, whole, Optional.of(problem));
    }
}
