package dev.plaindeal.check;

import dev.plaindeal.receipt.PromotionScore;
import java.util.List;
import java.util.Optional;

/**
 * From the hardest promotion to the simplest.
 *
 * @param lowest the hardest, in the market where it is hardest
 * @param highest the simplest
 */
public record Range(PromotionScore lowest, PromotionScore highest) {

    /** Of scores sorted hardest first; empty when there are none. */
    static Optional<Range> of(List<PromotionScore> scores) {
        return scores.isEmpty()
                ? Optional.empty()
                : Optional.of(new Range(scores.get(0), scores.get(scores.size() - 1)));
    }
}
