package dev.plaindeal.score;

/**
 * Reach this, get that. A plain threshold is a single tier.
 *
 * @param threshold money or items to be reached
 * @param value what is given then; {@link Numeral#ZERO} for layers that state no number
 */
public record TierTerms(Numeral threshold, Numeral value) {}
