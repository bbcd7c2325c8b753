package dev.plaindeal.calibrate;

import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.Scorer;
import dev.plaindeal.score.StepCount;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.Weights;
import java.util.Arrays;
import java.util.List;

/**
 * The weights that can be fitted: those of more than no seconds, each by its place in the list. What marketing adds of its own
 * ({@code adds}) is taken as it is.
 */
final class WeightTable {

    /** The tolerance plays no part in seconds. */
    private static final double ANY_TOLERANCE = 1;

    private final Weights weights;
    private final List<StepKind> kinds;

    WeightTable(Weights weights) {
        this.weights = weights;
        this.kinds = Arrays.stream(StepKind.values()).filter(kind -> weights.seconds(kind) > 0).toList();
    }

    List<StepKind> kinds() {
        return kinds;
    }

    int size() {
        return kinds.size();
    }

    /** Seconds of one step, as the rules have them. */
    double prior(int index) {
        return weights.seconds(kinds.get(index));
    }

    /** The work of these terms, step by step; which way a percentage is taken is chosen by the weights of the rules, and kept. */
    CardWork work(PresentedTerms terms) {
        double[] seconds = new double[size()];
        double fixed = 0;
        for (StepCount step : Scorer.score(terms, weights, ANY_TOLERANCE).steps()) {
            int index = index(step.step());
            if (index < 0) {
                fixed += step.seconds();
            } else {
                seconds[index] += step.seconds();
            }
        }
        return new CardWork(seconds, fixed);
    }

    private int index(String step) {
        for (int i = 0; i < size(); i++) {
            if (kinds.get(i).name().equals(step)) {
                return i;
            }
        }
        return -1;
    }
}
