package dev.plaindeal.score;

/**
 * How often a step comes in the work, after hearing and showing.
 *
 * @param step a {@link dev.plaindeal.weights.StepKind}, or the code of a factor of marketing's own
 * @param count how often; a borrow that is only to be expected counts in part
 * @param seconds they take together
 */
public record StepCount(String step, double count, double seconds) {}
