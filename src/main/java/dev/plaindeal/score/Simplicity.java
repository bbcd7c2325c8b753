package dev.plaindeal.score;

import java.util.List;

/**
 * How much work the price to pay takes to check.
 *
 * @param score above 0 to 100, unrounded; 100 for the work of reading two numbers
 * @param seconds the work, unrounded
 * @param band what the score means for the page
 * @param reasons what the seconds go to, largest first, then by code; they sum to the seconds
 * @param range where the score lies when every weight may be half or twice what is said
 * @param steps how often each step comes, by kind; their seconds sum to the seconds
 */
public record Simplicity(
        double score, double seconds, Band band, List<ScoreReason> reasons, ScoreRange range, List<StepCount> steps) {

    /** Copies the lists. */
    public Simplicity {
        steps = List.copyOf(steps);
        reasons = List.copyOf(reasons);
    }
}
