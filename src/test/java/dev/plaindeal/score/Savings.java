package dev.plaindeal.score;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** What a stack takes off, applied as listed, for the axiom about one amount of equal money. */
final class Savings {

    private Savings() {}

    static BigDecimal of(PresentedTerms terms) {
        BigDecimal list = terms.context().price().value();
        BigDecimal running = list;
        int digits = terms.context().currency().digits();
        for (LayerTerms layer : terms.layers()) {
            BigDecimal value = reached(layer, list);
            BigDecimal off = switch (layer.kind()) {
                case PERCENT -> running.multiply(value).movePointLeft(2).setScale(digits, RoundingMode.HALF_UP);
                case AMOUNT -> value;
                case NOW_PRICE -> value.signum() == 0 ? value : running.subtract(value).max(BigDecimal.ZERO);
                default -> BigDecimal.ZERO;
            };
            BigDecimal capped = layer.cap().map(cap -> off.min(cap.value())).orElse(off);
            running = running.subtract(capped).max(BigDecimal.ZERO);
        }
        return list.subtract(running);
    }

    private static BigDecimal reached(LayerTerms layer, BigDecimal price) {
        BigDecimal value = layer.value().value();
        for (TierTerms tier : layer.tiers()) {
            value = tier.threshold().value().compareTo(price) <= 0 ? tier.value().value() : value;
        }
        return value;
    }
}
