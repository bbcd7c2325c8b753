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
    private @Nullable Tally tally;

    /** With the weights of a market. */
    public Stopwatch(Weights weights) {
        this.weights = weights;
    }

    /** The work in seconds. */
    public double seconds(Terms terms) {
        return Scorer.tally(terms, empty(terms.context())).total(terms.context());
    }

    private Tally empty(Context asked) {
        Tally known = tally;
        if (known != null && asked == context) {
            known.restart();
            return known;
        }
        Tally fresh = new Tally(new Rates(weights, asked));
        context = asked;
        tally = fresh;
        return fresh;
    }
}
