package dev.plaindeal.calibrate;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Prices and amounts of the size a market knows, made of its reference price: 47.99 dollars give 50, 24, 59.99 and 62.37, and
 * 749,900 rupiah 500,000, 240,000, 599,900 and 623,700.
 */
final class PriceTags {

    private static final List<String> ROUND = List.of("2", "3", "4", "5", "6", "8", "10", "12");
    private static final List<String> TWO_DIGITS = List.of("2.4", "3.5", "4.8", "5.4", "6.8", "7.5", "9.2");
    private static final List<String> MORE_DIGITS = List.of("3.237", "4.372", "6.237", "7.645", "8.913");
    private static final List<String> BESIDE_ROUND = List.of("2", "2.5", "3", "4", "4.8", "6", "7.5", "8", "10", "13");
    private static final List<String> AMOUNTS = List.of("0.5", "0.6", "0.7", "0.8", "0.9", "1", "1.2", "1.5", "0.75", "0.85", "1.25");

    private final Currency currency;
    private final BigDecimal unit;
    private final BigDecimal gap;

    /** In the currency and of the size of this price. */
    PriceTags(Money reference) {
        this.currency = reference.currency();
        BigDecimal value = BigDecimal.valueOf(reference.minor(), currency.digits()).stripTrailingZeros();
        this.unit = BigDecimal.ONE.movePointRight(value.precision() - value.scale() - 1);
        this.gap = gap(value);
    }

    /** How far a price stays below a round one: a cent below 48, a hundred rupiah below 750,000. */
    private BigDecimal gap(BigDecimal value) {
        BigDecimal finest = BigDecimal.ONE.movePointLeft(currency.digits());
        BigDecimal above = value.divide(unit, 1, RoundingMode.CEILING).multiply(unit);
        BigDecimal gap = above.subtract(value);
        return gap.signum() == 0 ? finest : gap;
    }

    Currency currency() {
        return currency;
    }

    /** Prices: round, of two digits, of more, and a little below round ones. */
    List<List<BigDecimal>> prices() {
        return List.of(
                ROUND.stream().map(this::times).toList(),
                TWO_DIGITS.stream().map(this::times).toList(),
                MORE_DIGITS.stream().map(this::times).toList(),
                BESIDE_ROUND.stream().map(this::times).map(price -> price.subtract(gap)).toList());
    }

    /** Amounts to come off: a twentieth to a half of most prices. */
    List<BigDecimal> amounts() {
        return AMOUNTS.stream().map(this::times).toList();
    }

    /** Half the size of the market's prices, for what is bought by the piece. */
    BigDecimal piece(BigDecimal price) {
        return money(price.divide(BigDecimal.valueOf(2), currency.digits(), RoundingMode.HALF_UP));
    }

    /** A share of a price that a shop would write: two digits at most. */
    BigDecimal written(BigDecimal price, String share) {
        BigDecimal part = price.multiply(new BigDecimal(share));
        BigDecimal written = part.round(new java.math.MathContext(2, RoundingMode.DOWN));
        return money(written);
    }

    private BigDecimal times(String factor) {
        return money(unit.multiply(new BigDecimal(factor)));
    }

    private BigDecimal money(BigDecimal amount) {
        return amount.setScale(currency.digits(), RoundingMode.HALF_UP);
    }
}
