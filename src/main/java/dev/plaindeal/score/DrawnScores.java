package dev.plaindeal.score;

import java.util.AbstractList;
import java.util.RandomAccess;

/**
 * The score of each draw of the weights. Nearly every range is read for its ends alone, so a draw is worked out again by whoever compares two
 * ranges, and is not kept.
 *
 * <p>Immutable, thread-safe, and equal to every list of the same scores.
 */
final class DrawnScores extends AbstractList<Double> implements RandomAccess {

    private final double[] seconds;
    private final double tolerance;

    /** @param seconds by ordinal of their kind; not copied */
    DrawnScores(double[] seconds, double tolerance) {
        this.seconds = seconds;
        this.tolerance = tolerance;
    }

    @Override
    public Double get(int draw) {
        return Scorer.score(WeightDraws.work(seconds, draw), tolerance);
    }

    @Override
    public int size() {
        return WeightDraws.DRAWS;
    }
}
