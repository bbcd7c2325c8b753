package dev.plaindeal.backtest.simplify;

import dev.plaindeal.backtest.BacktestReport;
import dev.plaindeal.backtest.BookSide;
import dev.plaindeal.backtest.Breakdown;
import dev.plaindeal.backtest.RowSums;
import dev.plaindeal.backtest.SumKind;
import dev.plaindeal.backtest.SumText;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;

/**
 * A promotion that comes off by itself in the place of one that is hard to understand.
 *
 * @param promotion the one that goes
 * @param market its market
 * @param currency of all money here
 * @param words what the new one gives, as rule files say it: {@code percentOff(8.5)}
 * @param path of its file below the rules folder
 * @param rules all rule files with it, by path
 * @param report what the orders say of the change
 * @param row the sums of its market, or of its store in that currency
 * @param funder what its cost is
 */
public record Replacement(
        String promotion,
        String market,
        String currency,
        String words,
        String path,
        Map<String, String> rules,
        BacktestReport report,
        RowSums row,
        SumKind funder) {

    /** Copies the map. */
    public Replacement {
        rules = Map.copyOf(rules);
    }

    /** What the funder pays in minor units, for everything it pays for in these orders. */
    public BigInteger cost(BookSide side) {
        return row.get(side, funder);
    }

    /** Orders that get the one that goes, and those that get the new one. */
    public BigInteger orders(BookSide side) {
        return row(side).map(got -> got.get(side, SumKind.ORDERS)).orElse(BigInteger.ZERO);
    }

    /** The sums of the one that goes or of the new one; empty where no order gets it. */
    private Optional<RowSums> row(BookSide side) {
        String id = side == BookSide.BEFORE ? promotion : path.substring(path.lastIndexOf('/') + 1).replace(".drl", "");
        return Optional.ofNullable(report.byCurrency().get(currency).by(Breakdown.PROMOTION).get(id));
    }

    /**
     * How simple the one that goes and the new one look by themselves, 0 to 100 with one decimal, the mean of the orders that get them; empty
     * where none of these is scored.
     */
    public Optional<BigDecimal> simplicity(BookSide side) {
        return row(side).flatMap(got -> SumText.meanScore(got, side));
    }

    /** Whether the new one is simpler by itself than the one that goes; otherwise nothing is gained by it. */
    public boolean isSimpler() {
        Optional<BigDecimal> before = simplicity(BookSide.BEFORE);
        return simplicity(BookSide.AFTER).filter(after -> before.isPresent() && after.compareTo(before.get()) > 0).isPresent();
    }

    /** Whether the cost differs by no more than half a percent of what the one that goes takes off. */
    public boolean isWithinHalfPercent() {
        BigInteger difference = cost(BookSide.AFTER).subtract(cost(BookSide.BEFORE)).abs();
        BigInteger saving = report.byCurrency().get(currency).by(Breakdown.PROMOTION).get(promotion).get(BookSide.BEFORE, SumKind.SAVING);
        return difference.multiply(BigInteger.valueOf(200)).compareTo(saving) <= 0;
    }
}
