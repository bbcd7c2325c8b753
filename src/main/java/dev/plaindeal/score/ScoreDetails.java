package dev.plaindeal.score;

import java.util.List;

/**
 * What stands beside a score.
 *
 * @param reasons what the work goes to, largest first, then by code
 * @param range where the score lies when no weight is known better than by a factor of two
 */
public record ScoreDetails(List<ScoreReason> reasons, ScoreRange range) {

    /** Copies the list. */
    public ScoreDetails {
        reasons = List.copyOf(reasons);
    }
}
