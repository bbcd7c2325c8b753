package dev.plaindeal.backtest;

import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.text.Visible;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the sums of a report as a table for spreadsheets (RFC 4180, line ends of one character): a row for each currency and name of
 * each breakdown, then the orders that changed most. What is not added up for a row is empty.
 */
public final class BacktestCsv {

    private static final String ORDER = "order";
    /** A spreadsheet takes what begins so for a formula. */
    private static final String FORMULA = "=+-@\t\r";

    private final StringBuilder text = new StringBuilder();

    private BacktestCsv() {}

    /** Lines with a line end each. */
    public static String of(BacktestReport report) {
        BacktestCsv csv = new BacktestCsv();
        csv.header();
        report.byCurrency().forEach(csv::currency);
        report.mostChanged().forEach(csv::order);
        if (!report.limits().isEmpty()) {
            csv.limits(report);
        }
        return csv.text.toString();
    }

    private void header() {
        List<String> cells = new ArrayList<>(List.of("currency", "by", "name", "touched"));
        for (SumKind measure : SumKind.values()) {
            for (BookSide side : BookSide.values()) {
                cells.add(measure.key() + "_" + side.key());
            }
        }
        line(cells);
    }

    private void currency(String currency, CurrencySums sums) {
        for (Breakdown by : Breakdown.values()) {
            sums.by(by).forEach((name, row) -> row(currency, by, name, row));
        }
    }

    private void row(String currency, Breakdown by, String name, RowSums row) {
        List<String> cells = new ArrayList<>(List.of(currency, by.key(), name(name), by.isOfWholeOrders() ? row.touched().toString() : ""));
        for (SumKind measure : SumKind.values()) {
            for (BookSide side : BookSide.values()) {
                cells.add(by.measures().contains(measure) ? cell(currency, row, side, measure) : "");
            }
        }
        line(cells);
    }

    private static String cell(String currency, RowSums row, BookSide side, SumKind measure) {
        return switch (measure.unit()) {
            case MONEY -> SumText.money(row.get(side, measure), currency);
            case COUNT -> row.get(side, measure).toString();
            case TENTHS -> SumText.meanScore(row, side).map(BigDecimal::toPlainString).orElse("");
        };
    }

    /** A table of its own behind an empty line: its columns are others. */
    private void limits(BacktestReport report) {
        text.append('\n');
        line(List.of("limit", "unit", "rules", "most", "taken", "ended", "ended_by", "refused"));
        for (LimitReport limit : report.limits()) {
            for (BookSide side : BookSide.values()) {
                LimitUse use = limit.on(side);
                line(List.of(name(limit.name()), limit.unit(), side.key(), SumText.amount(BigInteger.valueOf(use.most()), limit.unit()),
                        SumText.amount(use.taken(), limit.unit()), use.ended().map(at -> at.toOffsetDateTime().toString()).orElse(""),
                        name(use.endedBy()), Long.toString(use.refused())));
            }
        }
    }

    private void order(PricedTwice order) {
        List<String> cells = new ArrayList<>(List.of(order.basket().currency().code(), ORDER, name(order.basket().id()), "1"));
        for (SumKind measure : SumKind.values()) {
            for (BookSide side : BookSide.values()) {
                cells.add(cell(order.on(side), measure));
            }
        }
        line(cells);
    }

    private static String cell(Receipt receipt, SumKind measure) {
        boolean scored = receipt.look().simplicity().isScored();
        return switch (measure) {
            case ORDERS -> "1";
            case TO_PAY -> receipt.total().text();
            case SAVING -> receipt.discount().text();
            case PLATFORM -> receipt.funders().platform().text();
            case STORES -> receipt.funders().store().text();
            case LATER -> receipt.savedLater().text();
            case SCORED -> scored ? "1" : "0";
            case SCORE -> scored ? BigDecimal.valueOf(Tenths.of(receipt.look().simplicity().score()), 1).toPlainString() : "";
            case BELOW_FLOOR, NEAR_MISSES -> "";
        };
    }

    /** Names come from strangers. */
    private static String name(String name) {
        String shown = Visible.line(name);
        return !shown.isEmpty() && FORMULA.indexOf(shown.charAt(0)) >= 0 ? "'" + shown : shown;
    }

    private void line(List<String> cells) {
        text.append(String.join(",", cells.stream().map(BacktestCsv::quoted).toList())).append('\n');
    }

    private static String quoted(String cell) {
        boolean plain = cell.indexOf(',') < 0 && cell.indexOf('"') < 0 && cell.indexOf('\n') < 0;
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
