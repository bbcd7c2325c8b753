package dev.plaindeal.score;

import java.math.BigDecimal;
import java.util.List;

/**
 * The price a promotion is scored at when there is no basket: the market's, or 1.25 times the highest threshold when
 * that is more.
 *
 * <p>Worked number: at a reference of 47.99 a promotion from 50 is scored at 62.50.
 */
public final class ReferencePrice {

    private static final BigDecimal ABOVE_THRESHOLD = new BigDecimal("1.25");

    private ReferencePrice() {}

    /** The price for these layers; thresholds in items, or in another currency, do not raise it. Exact, not rounded. */
    public static Numeral of(Numeral reference, List<LayerTerms> layers) {
        BigDecimal price = reference.value();
        for (LayerTerms layer : layers) {
            if (layer.unit() == ThresholdUnit.MONEY && layer.currency().isEmpty()) {
                for (TierTerms tier : layer.tiers()) {
                    price = price.max(tier.threshold().value().multiply(ABOVE_THRESHOLD));
                }
            }
        }
        return Numeral.of(price);
    }
}
