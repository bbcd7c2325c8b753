package dev.plaindeal.score;

import java.util.Optional;

/**
 * Where a score lies when every weight may be half or twice what is said: weights are not known better.
 *
 * @param low the 11th lowest of 200 fixed draws
 * @param high the 11th highest
 */
public record ScoreRange(double low, double high) {

    /** The band both ends are in, or empty where the range crosses bands: then none can be claimed. */
    public Optional<Band> band() {
        return Optional.of(Band.of(low)).filter(band -> band == Band.of(high));
    }
}
