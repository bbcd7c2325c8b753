package dev.plaindeal.score;

/**
 * One part of the work.
 *
 * @param code the matter, a {@link dev.plaindeal.weights.StepKind}, or the code of a factor of marketing's own
 * @param seconds how long it takes, more than 0
 * @param message what the buyer does, in words
 */
public record ScoreReason(String code, double seconds, String message) {}
