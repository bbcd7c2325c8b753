package dev.plaindeal.backtest;

import dev.plaindeal.money.Currency;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.Optional;

/** Sums as decimals: money in major units with the decimals of its currency, scores and shares with one. */
public final class SumText {

    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private SumText() {}

    /** {@code 19.56} of 1956 minor units. */
    public static String money(BigInteger minor, String currency) {
        return new BigDecimal(minor, Currency.of(currency).digits()).toPlainString();
    }

    /** An amount of what a limit counts: of {@code uses} and {@code items} their number, of a currency as {@link #money}. */
    public static String amount(BigInteger amount, String unit) {
        return unit.equals("uses") || unit.equals("items") ? amount.toString() : money(amount, unit);
    }

    /** The mean score to one decimal, half up; empty where nothing is scored. */
    public static Optional<BigDecimal> meanScore(RowSums row, BookSide side) {
        BigInteger scored = row.get(side, SumKind.SCORED);
        return scored.signum() == 0 ? Optional.empty() : Optional.of(new BigDecimal(row.get(side, SumKind.SCORE))
                .divide(TEN.multiply(new BigDecimal(scored)), 1, RoundingMode.HALF_UP));
    }

    /** How many of a hundred scored orders are below the floor, to one decimal; empty where nothing is scored. */
    public static Optional<BigDecimal> belowFloor(RowSums row, BookSide side) {
        BigInteger scored = row.get(side, SumKind.SCORED);
        return scored.signum() == 0 ? Optional.empty() : Optional.of(new BigDecimal(row.get(side, SumKind.BELOW_FLOOR))
                .multiply(HUNDRED).divide(new BigDecimal(scored), 1, RoundingMode.HALF_UP));
    }

    /** A number with its sign, {@code +3.26}. */
    public static String signed(BigDecimal number) {
        return (number.signum() > 0 ? "+" : "") + number.toPlainString();
    }
}
