package dev.plaindeal.pages;

import dev.plaindeal.backtest.BacktestReport;
import dev.plaindeal.backtest.BookSide;
import dev.plaindeal.backtest.Breakdown;
import dev.plaindeal.backtest.CurrencySums;
import dev.plaindeal.backtest.LimitReport;
import dev.plaindeal.backtest.LimitUse;
import dev.plaindeal.backtest.PricedTwice;
import dev.plaindeal.backtest.RowSums;
import dev.plaindeal.backtest.SumKind;
import dev.plaindeal.backtest.SumText;
import dev.plaindeal.receipt.Receipt;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a change of rules would have done to orders of the past: whom it costs what, and the orders that changed most. Pure and thread-safe. */
public final class BacktestPage {

    private static final int MOST_ROWS = 500;

    private static final Comparator<Map.Entry<String, RowSums>> CHANGED_MOST =
            Comparator.comparing((Map.Entry<String, RowSums> row) -> changed(row.getValue())).reversed().thenComparing(Map.Entry::getKey);

    private final Html html;
    private final BacktestReport report;

    private BacktestPage(Html html, BacktestReport report) {
        this.html = html;
        this.report = report;
    }

    /** The page. */
    public static String of(BacktestReport report) {
        return ReportFrame.page("What the change of rules would have cost", html -> new BacktestPage(html, report).write());
    }

    private void write() {
        BigInteger touched = report.byCurrency().values().stream().map(sums -> sums.all().touched()).reduce(BigInteger.ZERO, BigInteger::add);
        html.element("p", report.orders() + " orders: " + touched + " touched. " + report.bad() + (report.bad() == 1 ? " line is bad." : " lines are bad."), "class", "headline");
        html.element("p", "Rules " + report.rulesBefore() + " before, " + report.rulesAfter() + " after.", "class", "soft");
        if (!report.problems().isEmpty()) {
            html.element("h2", "The first bad lines");
            ProblemList.write(html, report.problems());
        }
        report.byCurrency().forEach(this::currency);
        limits();
        orders();
    }

    private void currency(String currency, CurrencySums sums) {
        RowSums all = sums.all();
        html.element("h2", "All orders in " + currency);
        Table table = Table.open(html, "All of them together", "What", "#Before", "#After", "#Change");
        money(table, "the buyers pay", currency, all, SumKind.TO_PAY);
        money(table, "they save", currency, all, SumKind.SAVING);
        money(table, "of that the platform pays", currency, all, SumKind.PLATFORM);
        money(table, "of that the stores pay", currency, all, SumKind.STORES);
        money(table, "promised for later", currency, all, SumKind.LATER);
        number(table, "simplicity, mean", SumText.meanScore(all, BookSide.BEFORE), SumText.meanScore(all, BookSide.AFTER));
        number(table, "below the floor, of a hundred", SumText.belowFloor(all, BookSide.BEFORE), SumText.belowFloor(all, BookSide.AFTER));
        number(table, "near misses", Optional.of(new BigDecimal(all.get(BookSide.BEFORE, SumKind.NEAR_MISSES))),
                Optional.of(new BigDecimal(all.get(BookSide.AFTER, SumKind.NEAR_MISSES))));
        table.close();
        html.element("p", all.touched() + " orders touched. " + all.cheaper() + " buyers pay less, together "
                + SumText.money(all.cheaperBy(), currency) + "; " + all.dearer() + " pay more, together " + SumText.money(all.dearerBy(), currency) + ".");
        for (Breakdown by : Breakdown.values()) {
            if (by != Breakdown.ALL && all.touched().signum() != 0) {
                rows(currency, by, sums.by(by));
            }
        }
    }

    private static void money(Table table, String what, String currency, RowSums row, SumKind measure) {
        table.row(what).cell(SumText.money(row.get(BookSide.BEFORE, measure), currency)).cell(SumText.money(row.get(BookSide.AFTER, measure), currency))
                .cell(change(currency, row, measure)).end();
    }

    private static String change(String currency, RowSums row, SumKind measure) {
        BigInteger change = row.change(measure);
        return change.signum() == 0 ? "0" : (change.signum() > 0 ? "+" : "") + SumText.money(change, currency);
    }

    private static void number(Table table, String what, Optional<BigDecimal> before, Optional<BigDecimal> after) {
        Optional<BigDecimal> change = before.flatMap(then -> after.map(now -> now.subtract(then)));
        table.row(what).cell(shown(before)).cell(shown(after)).cell(change.map(SumText::signed).orElse("-")).end();
    }

    private static String shown(Optional<BigDecimal> number) {
        return number.map(BigDecimal::toPlainString).orElse("-");
    }

    private void rows(String currency, Breakdown by, Map<String, RowSums> rows) {
        List<Map.Entry<String, RowSums>> changed = new ArrayList<>(rows.entrySet());
        changed.removeIf(row -> changed(row.getValue()).signum() == 0);
        html.element("h3", "By " + by.key());
        if (changed.isEmpty()) {
            html.element("p", "No saving and no promise changed.", "class", "soft");
            return;
        }
        changed.sort(by == Breakdown.DAY ? Map.Entry.comparingByKey() : CHANGED_MOST);
        double most = changed.stream().mapToDouble(row -> row.getValue().change(SumKind.SAVING).abs().doubleValue()).max().orElse(0);
        Table table = Table.open(html, "Right of the middle: saves the buyers more. Left: saves them less", by.key(), "Picture",
                "#Saved before", "#Saved after", "#Change", "#For later, change");
        for (Map.Entry<String, RowSums> row : changed.subList(0, Math.min(MOST_ROWS, changed.size()))) {
            RowSums sums = row.getValue();
            table.row(row.getKey());
            table.picture(() -> ComparisonPage.picture(html, most == 0 ? 0 : sums.change(SumKind.SAVING).doubleValue() / most));
            table.cell(SumText.money(sums.get(BookSide.BEFORE, SumKind.SAVING), currency)).cell(SumText.money(sums.get(BookSide.AFTER, SumKind.SAVING), currency))
                    .cell(change(currency, sums, SumKind.SAVING))
                    .cell(by.measures().contains(SumKind.LATER) ? change(currency, sums, SumKind.LATER) : "-").end();
        }
        table.close();
        if (changed.size() > MOST_ROWS) {
            html.element("p", (changed.size() - MOST_ROWS) + " more; --format json and csv have all.");
        }
    }

    private static BigInteger changed(RowSums row) {
        return row.change(SumKind.SAVING).abs().add(row.change(SumKind.LATER).abs());
    }

    private void limits() {
        if (report.limits().isEmpty()) {
            return;
        }
        html.element("h2", "Limits that ran out, or could have");
        Table table = Table.open(html, "In the order of time", "Limit", "Rules", "#Taken", "#Of", "Ended", "#Orders behind it", "What those paid in place of");
        for (LimitReport limit : report.limits()) {
            for (BookSide side : BookSide.values()) {
                LimitUse use = limit.on(side);
                table.row(limit.name() + " (" + limit.unit() + ")").cell(side.key()).cell(SumText.amount(use.taken(), limit.unit()))
                        .cell(SumText.amount(BigInteger.valueOf(use.most()), limit.unit()))
                        .cell(use.ended().map(at -> at.toOffsetDateTime() + ", " + use.endedBy()).orElse("-"))
                        .cell(Long.toString(use.refused())).cell(instead(use)).end();
            }
        }
        table.close();
    }

    private static String instead(LimitUse use) {
        List<String> sums = new ArrayList<>();
        use.paid().forEach((currency, paid) -> sums.add(currency + " " + SumText.money(paid, currency) + " for "
                + SumText.money(use.wouldHavePaid().get(currency), currency)));
        return sums.isEmpty() ? "-" : String.join(", ", sums);
    }

    /** Both receipts of each; closed, or the page would be nothing else. */
    private void orders() {
        if (report.mostChanged().isEmpty()) {
            return;
        }
        html.element("h2", "Orders that changed most");
        html.element("p", "Up to a hundred of each currency; open one for both receipts.", "class", "soft");
        for (PricedTwice order : report.mostChanged()) {
            html.open("details").element("summary", order.basket().id() + ": to pay " + order.before().total() + ", then " + order.after().total()
                    + " (" + ComparisonPage.signed(order.morePaid()) + "), simplicity " + score(order.before()) + ", then " + score(order.after()));
            receipt("Before", order.before(), order.basket().locale());
            receipt("After", order.after(), order.basket().locale());
            html.close();
        }
    }

    private static String score(Receipt receipt) {
        return receipt.look().simplicity().isScored() ? Bars.decimal(receipt.look().simplicity().score()) : "not scored";
    }

    private void receipt(String title, Receipt receipt, String locale) {
        html.open("section", "class", "card").element("h3", title);
        ReceiptPage.write(html, receipt, locale);
        html.close();
    }
}
