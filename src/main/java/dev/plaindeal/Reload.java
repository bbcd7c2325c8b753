package dev.plaindeal;

import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Optional;

/**
 * What became of one look at a rules folder. Immutable and thread-safe.
 *
 * <p>Worked example: a folder with a misspelt word is {@link Refused} with one problem, and {@link #rules} still names the
 * book that was in use before.
 */
public sealed interface Reload {

    /** Hash of the book in use afterwards, as receipts carry it. */
    String rules();

    /**
     * A book took the place of the one before.
     *
     * @param rules its hash
     * @param before hash of the one it replaced; empty for the first, and the same hash when only texts for buyers, or files that
     *     are not read, changed
     * @param promotions how many promotions it holds
     * @param warnings what somebody should look at
     * @param nanos how long reading and compiling took
     */
    record Published(String rules, Optional<String> before, int promotions, List<Problem> warnings, long nanos)
            implements Reload {
        /** Copies the list. */
        public Published {
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The files say what they said before, so nothing was published.
     *
     * @param rules hash of the book in use
     */
    record Unchanged(String rules) implements Reload {}

    /**
     * The folder cannot be used as it is, so the last good book stays.
     *
     * @param rules hash of the book that stays
     * @param problems every problem found, sorted by place
     * @param nanos how long it took to find out
     */
    record Refused(String rules, List<Problem> problems, long nanos) implements Reload {
        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
