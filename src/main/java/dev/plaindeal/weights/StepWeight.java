package dev.plaindeal.weights;

import java.util.List;

/**
 * How long one step of a kind takes, as the rules say.
 *
 * @param kind the kind of step
 * @param seconds per step, 0 to {@link StepKind#most()}
 * @param sentence what the buyer does, in words, for instance "checking the cap"
 * @param factors what comes on top each time
 */
public record StepWeight(StepKind kind, double seconds, String sentence, List<Factor> factors) {

    /**
     * Copies the factors.
     *
     * @throws IllegalArgumentException with a sentence when seconds or sentence are out of bounds
     */
    public StepWeight {
        factors = List.copyOf(factors);
        check(kind, seconds);
        factors.forEach(factor -> check(kind, factor.seconds()));
        if (sentence.isBlank()) {
            throw new IllegalArgumentException("step " + kind + " needs a sentence; use the word says");
        }
    }

    private static void check(StepKind kind, double seconds) {
        if (!(seconds >= 0 && seconds <= kind.most())) {
            throw new IllegalArgumentException(
                    "step " + kind + " takes between 0 and " + kind.most() + " seconds, not " + seconds);
        }
    }
}
