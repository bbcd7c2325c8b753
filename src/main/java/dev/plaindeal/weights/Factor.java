package dev.plaindeal.weights;

/**
 * Marketing's own addition to the simplicity score: seconds that come on top each time a step of a kind occurs.
 *
 * <p>Worked number: {@code Factor("APP_LINK", CODE, 0.5, ...)} adds 0.5 s to a stack with one code, 1 s to one with two.
 *
 * @param code its name among the reasons, capitals and underscores
 * @param on the kind of step it comes with
 * @param seconds per step of that kind
 * @param sentence what the buyer does, in words
 */
public record Factor(String code, StepKind on, double seconds, String sentence) {}
