package dev.plaindeal.score;

import java.util.List;

/**
 * How much work the price to pay takes to check.
 *
 * @param score above 0 to 100, unrounded; 100 for the work of reading two numbers
 * @param seconds the work, unrounded
 * @param band what the score means for the page
 * @param reasons what the seconds go to, largest first, then by code; they sum to the seconds
 */
public record Simplicity(double score, double seconds, Band band, List<ScoreReason> reasons) {

    /** Copies the reasons. */
    public Simplicity {
        reasons = List.copyOf(reasons);
    }
}
