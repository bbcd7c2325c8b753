package dev.plaindeal.score;

import dev.plaindeal.weights.Weights;

/**
 * Measures the work of many terms with the same weights: the same numbers as {@link Scorer#seconds}, with the tables
 * laid out once. Immutable and thread-safe.
 */
public final class Stopwatch {

    private final Weights weights;
    private final Rates seen;
    private final Rates heard;

    private Stopwatch(Weights weights) {
        this.weights = weights;
        this.seen = new Rates(weights, false, true);
        this.heard = new Rates(weights, true, true);
    }

    /** With the weights of a market and channel. */
    public static Stopwatch of(Weights weights) {
        return new Stopwatch(weights);
    }

    /** The weights it measures with. */
    public Weights weights() {
        return weights;
    }

    /** The work in seconds. */
    public double seconds(PresentedTerms terms) {
        return Scorer.seconds(terms, rates(terms.context()));
    }

    /** What stands beside the score. */
    public ScoreDetails details(PresentedTerms terms, double tolerance) {
        return Scorer.details(terms, rates(terms.context()), tolerance);
    }

    private Rates rates(PresentedContext context) {
        if (!context.nativeLanguage()) {
            return new Rates(weights, context);
        }
        return context.spoken() ? heard : seen;
    }
}
