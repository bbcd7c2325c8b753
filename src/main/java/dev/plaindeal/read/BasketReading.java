package dev.plaindeal.read;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What came of reading one basket: the basket when no problem is an error, and all problems either way.
 *
 * <p>Immutable and thread-safe.
 *
 * @param line line of the input the basket starts on, from 1
 * @param basket the basket, empty when a problem is an error
 * @param problems every problem found, sorted by place; only warnings when there is a basket
 * @param filledIn the moment the reader filled in because the basket names no {@code at}; empty when it names one
 */
public record BasketReading(int line, Optional<Basket> basket, List<Problem> problems, Optional<Instant> filledIn) {

    /** Copies the list. */
    public BasketReading {
        problems = List.copyOf(problems);
    }

    /**
     * The basket.
     *
     * @throws ProblemException with every problem when there is none
     */
    public Basket orThrow() {
        return basket.orElseThrow(() -> new ProblemException(problems));
    }
}
