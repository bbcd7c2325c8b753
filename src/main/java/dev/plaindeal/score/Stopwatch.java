package dev.plaindeal.score;

import dev.plaindeal.model.Weights;
import org.jspecify.annotations.Nullable;

/**
 * Measures the work of many terms in one context: the same numbers as {@link Scorer#seconds}, with the tables laid out
 * once. Belongs to one thread.
 */
public final class Stopwatch {

    private final Weights weights;
    private @Nullable Context context;
    private @Nullable Rates rates;

    /** With the weights of a market. */
    public Stopwatch(Weights weights) {
        this.weights = weights;
    }

    /** The work in seconds. */
    public double seconds(Terms terms) {
        return Scorer.seconds(terms, rates(terms.context()));
    }

    private Rates rates(Context asked) {
        Rates known = rates;
        if (known == null || asked != context) {
            known = new Rates(weights, asked);
            context = asked;
            rates = known;
        }
        return known;
    }
}
