package dev.plaindeal.score;

import dev.plaindeal.problem.Problem;
import java.util.List;

/**
 * What reading structured terms gave.
 *
 * @param terms everything read, in the order given; empty when there is a problem
 * @param problems every problem found, sorted by place; the place's pointer is a JSON pointer
 */
public record TermsReading(List<PresentedTerms> terms, List<Problem> problems) {

    /** Copies the lists. */
    public TermsReading {
        terms = List.copyOf(terms);
        problems = problems.stream().sorted().toList();
    }

    /** Whether the terms can be used. */
    public boolean isUsable() {
        return problems.isEmpty();
    }
}
