package dev.plaindeal.verify;

import dev.plaindeal.problem.Problem;
import java.nio.file.Path;
import java.util.List;

/** What came of one fixture. */
public sealed interface Verdict {

    /** The fixture's name. */
    String fixture();

    /**
     * The receipt is what it should be.
     *
     * @param fixture its name
     */
    record Same(String fixture) implements Verdict {}

    /**
     * The receipt says something else.
     *
     * @param fixture its name
     * @param differences at least one, the ones that matter most first
     */
    record Different(String fixture, List<Difference> differences) implements Verdict {
        /** Copies the list. */
        public Different {
            differences = List.copyOf(differences);
        }
    }

    /**
     * There was no receipt to compare with.
     *
     * @param fixture its name
     * @param receipt where it belongs
     */
    record NoReceipt(String fixture, Path receipt) implements Verdict {}

    /**
     * A receipt without a basket.
     *
     * @param fixture its name
     */
    record NoBasket(String fixture) implements Verdict {}

    /**
     * The basket or its receipt cannot be used.
     *
     * @param fixture its name
     * @param problems at least one
     */
    record Refused(String fixture, List<Problem> problems) implements Verdict {
        /** Copies the list. */
        public Refused {
            problems = List.copyOf(problems);
        }
    }
}
