package dev.plaindeal.backtest;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Scores as whole tenths of a point, which can be added up in any order. */
final class Tenths {

    private static final double TEN = 10;
    private static final double DOUBT = 1e-6;

    private Tenths() {}

    /**
     * Rounded half up, as receipts show a score.
     *
     * @param score 0 to 100
     */
    static long of(double score) {
        double scaled = score * TEN;
        double whole = Math.floor(scaled);
        boolean sure = Math.abs(scaled - whole - 0.5) > DOUBT;
        return sure ? (long) whole + (scaled - whole > 0.5 ? 1 : 0)
                : BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP).unscaledValue().longValueExact();
    }
}
