package dev.plaindeal.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Where a score lies when every weight may be half or twice what is said: weights are not known better.
 *
 * <p>Worked number: 17 % off 47.99 dollars scores 54 in the US, and 41 to 63 when no weight is known better than that.
 *
 * @param low the 11th lowest of 200 fixed draws
 * @param high the 11th highest
 * @param draws the score of each draw, in the order of the draws; empty where only the ends are known, as on receipts that were read
 */
public record ScoreRange(double low, double high, List<Double> draws) {

    /** Copies the list, unless it cannot change. */
    public ScoreRange {
        draws = draws instanceof DrawnScores ? draws : List.copyOf(draws);
    }

    /** A range of which only the ends are known. */
    public ScoreRange(double low, double high) {
        this(low, high, List.of());
    }

    /** The band both ends are in, or empty where the range crosses bands: then none can be claimed. */
    public Optional<Band> band() {
        return Optional.of(Band.of(low)).filter(band -> band == Band.of(high));
    }

    /** What can be said of the score: its band, or between which it lies. For instance {@code between explain or fix and fine}. */
    public String claim() {
        return band().map(Band::words).orElseGet(() -> "between " + Band.of(low).words() + " and " + Band.of(high).words());
    }

    /**
     * In which share of the draws this is simpler than the other, 0 to 1, equals half each; the same weights are drawn for both.
     * Empty where the draws are not known.
     */
    public OptionalDouble simplerThan(ScoreRange other) {
        if (draws.isEmpty() || draws.size() != other.draws.size()) {
            return OptionalDouble.empty();
        }
        double simpler = 0;
        for (int i = 0; i < draws.size(); i++) {
            int compared = Double.compare(draws.get(i), other.draws.get(i));
            simpler += compared == 0 ? 0.5 : compared > 0 ? 1 : 0;
        }
        return OptionalDouble.of(simpler / draws.size());
    }
}
