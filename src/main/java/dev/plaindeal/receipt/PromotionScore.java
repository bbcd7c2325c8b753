package dev.plaindeal.receipt;

import dev.plaindeal.score.Fix;
import dev.plaindeal.score.Simplicity;
import dev.plaindeal.weights.BuyerView;
import java.util.List;

/**
 * How simple one promotion looks without a basket.
 *
 * @param id the promotion
 * @param market ISO 3166 country, or {@code any}
 * @param price the price it was scored at, with its currency
 * @param simplicity score, seconds, band, reasons
 * @param floor the least score promotions should have in this market, 0 to 100
 * @param fixes single edits that would raise the score, best first
 * @param audience what its buyers see
 * @param example what a buyer works out there, in plain sentences with their numbers
 * @param percentOff how much of the price comes off in that example
 */
public record PromotionScore(
        String id, String market, String price, Simplicity simplicity, double floor, List<Fix> fixes, BuyerView audience,
        List<String> example, double percentOff) {

    /** Copies the lists. */
    public PromotionScore {
        fixes = List.copyOf(fixes);
        example = List.copyOf(example);
    }
}
