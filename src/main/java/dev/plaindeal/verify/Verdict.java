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
     * There was no receipt to compare with, or only half of one.
     *
     * @param fixture its name
     * @param missing where it belongs, one file for each half that is missing
     */
    record NoReceipt(String fixture, List<Path> missing) implements Verdict {
        /** Copies the list. */
        public NoReceipt {
            missing = List.copyOf(missing);
        }

        static NoReceipt of(Fixture fixture, List<Golden> halves) {
            return new NoReceipt(fixture.name(), halves.stream().map(golden -> golden.of(fixture)).toList());
        }

        /** {@code there is no a.receipt.json}, for a sentence: the first that is missing, as the others come with it. */
        String sentence() {
            return "there is no " + missing.get(0);
        }
    }

    /**
     * A receipt, or half of one, without a basket.
     *
     * @param fixture its file
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
