package dev.plaindeal.receipt;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one receipt: the receipt, or every problem found.
 *
 * <p>Immutable and thread-safe.
 *
 * @param receipt empty when there is a problem
 * @param problems in the order of the receipt
 */
public record ReceiptReading(Optional<Receipt> receipt, List<Problem> problems) {

    /** Copies the list. */
    public ReceiptReading {
        problems = List.copyOf(problems);
    }

    /**
     * The receipt.
     *
     * @throws ProblemException with every problem when there is none
     */
    public Receipt orThrow() {
        return receipt.orElseThrow(() -> new ProblemException(problems));
    }
}
