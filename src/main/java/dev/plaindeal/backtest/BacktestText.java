package dev.plaindeal.backtest;

import dev.plaindeal.money.Currency;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.text.Visible;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes a report for people: sums, then who and what the change falls on, then the orders that changed most. */
public final class BacktestText {

    private static final int MOST = 20;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final StringBuilder text = new StringBuilder();
    private final BacktestReport report;

    private BacktestText(BacktestReport report) {
        this.report = report;
    }

    /** Lines with a line end each. */
    public static String of(BacktestReport report) {
        return new BacktestText(report).write();
    }

    private String write() {
        report.byCurrency().forEach(this::currency);
        if (!report.limits().isEmpty()) {
            text.append(String.format(Locale.ROOT, "%-44s%27s%27s\n", "Limits", "before", "after"));
            report.limits().forEach(this::limit);
            text.append('\n');
        }
        if (!report.mostChanged().isEmpty()) {
            text.append("Orders that changed most\n");
            report.mostChanged().stream().limit(MOST).forEach(this::order);
            more(report.mostChanged().size());
            text.append('\n');
        }
        text.append(summary());
        return text.toString();
    }

    private void currency(String currency, CurrencySums sums) {
        heading("All orders, " + currency);
        sums(currency, sums.all());
        if (sums.all().touched().signum() != 0) {
            for (Breakdown by : Breakdown.values()) {
                rows(currency, by, sums.by(by));
            }
        }
        text.append('\n');
    }

    private void heading(String title) {
        text.append(String.format(Locale.ROOT, "%-44s%18s%18s%18s\n", title, "before", "after", "change"));
    }

    private void sums(String currency, RowSums all) {
        money("  the buyers pay", currency, all, SumKind.TO_PAY);
        money("  they save", currency, all, SumKind.SAVING);
        money("    of that the platform pays", currency, all, SumKind.PLATFORM);
        money("    of that the stores pay", currency, all, SumKind.STORES);
        money("  promised for later", currency, all, SumKind.LATER);
        numbers("  simplicity, mean", SumText.meanScore(all, BookSide.BEFORE), SumText.meanScore(all, BookSide.AFTER), "");
        numbers("  below the floor", SumText.belowFloor(all, BookSide.BEFORE), SumText.belowFloor(all, BookSide.AFTER), " %");
        line("  near misses", all.get(BookSide.BEFORE, SumKind.NEAR_MISSES).toString(), all.get(BookSide.AFTER, SumKind.NEAR_MISSES).toString(),
                new BigDecimal(all.change(SumKind.NEAR_MISSES)));
    }

    private void money(String what, String currency, RowSums row, SumKind measure) {
        line(what, SumText.money(row.get(BookSide.BEFORE, measure), currency), SumText.money(row.get(BookSide.AFTER, measure), currency),
                new BigDecimal(row.change(measure), Currency.of(currency).digits()));
    }

    private void numbers(String what, Optional<BigDecimal> before, Optional<BigDecimal> after, String unit) {
        BigDecimal change = before.isPresent() && after.isPresent() ? after.get().subtract(before.get()) : BigDecimal.ZERO;
        line(what, shown(before, unit), shown(after, unit), change);
    }

    private static String shown(Optional<BigDecimal> number, String unit) {
        return number.map(one -> one.toPlainString() + unit).orElse("-");
    }

    private void line(String what, String before, String after, BigDecimal change) {
        text.append(String.format(Locale.ROOT, "%-44s%18s%18s%18s", what, before, after, change.signum() == 0 ? "" : SumText.signed(change))
                .stripTrailing()).append('\n');
    }

    /** Those whose saving or promise changed, most first. */
    private void rows(String currency, Breakdown by, Map<String, RowSums> rows) {
        if (by == Breakdown.ALL) {
            return;
        }
        List<Map.Entry<String, RowSums>> changed = rows.entrySet().stream()
                .filter(row -> change(row.getValue()).signum() != 0)
                .sorted(Comparator.comparing((Map.Entry<String, RowSums> row) -> change(row.getValue())).reversed()
                        .thenComparing(Map.Entry::getKey))
                .toList();
        text.append("By ").append(by.key()).append(", saving").append(changed.isEmpty() ? ": no change\n" : "\n");
        changed.stream().limit(MOST).forEach(row -> saving(currency, by, row.getKey(), row.getValue()));
        more(changed.size());
    }

    private static BigInteger change(RowSums row) {
        return row.change(SumKind.SAVING).abs().add(row.change(SumKind.LATER).abs());
    }

    private void saving(String currency, Breakdown by, String name, RowSums row) {
        money("  " + Visible.line(name), currency, row, SumKind.SAVING);
        if (by.measures().contains(SumKind.LATER) && row.change(SumKind.LATER).signum() != 0) {
            money("    for later", currency, row, SumKind.LATER);
        }
    }

    private void limit(LimitReport limit) {
        limitLine("  " + Visible.line(limit.name()) + " (" + limit.unit() + ")", allowed(limit, BookSide.BEFORE), allowed(limit, BookSide.AFTER));
        limitLine("    ended", ended(limit.before()), ended(limit.after()));
        limitLine("    orders behind it that asked for it", Long.toString(limit.before().refused()), Long.toString(limit.after().refused()));
        TreeSet<String> currencies = new TreeSet<>(limit.before().paid().keySet());
        currencies.addAll(limit.after().paid().keySet());
        currencies.forEach(currency -> limitLine("      they paid, in place of", instead(limit.before(), currency), instead(limit.after(), currency)));
    }

    private static String allowed(LimitReport limit, BookSide side) {
        LimitUse use = limit.on(side);
        return use.most() == 0 ? "-" : SumText.amount(use.taken(), limit.unit()) + " of " + SumText.amount(BigInteger.valueOf(use.most()), limit.unit());
    }

    private static String ended(LimitUse use) {
        return use.ended().map(WHEN::format).orElse("-");
    }

    private static String instead(LimitUse use, String currency) {
        BigInteger paid = use.paid().get(currency);
        return paid == null ? "-" : SumText.money(paid, currency) + " for " + SumText.money(use.wouldHavePaid().get(currency), currency);
    }

    private void limitLine(String what, String before, String after) {
        text.append(String.format(Locale.ROOT, "%-44s%27s%27s", what, before, after)).append('\n');
    }

    private void more(int all) {
        if (all > MOST) {
            text.append("  ... and ").append(all - MOST).append(" more; --format json and csv have all\n");
        }
    }

    private void order(PricedTwice order) {
        text.append(String.format(Locale.ROOT, "  %s: to pay %s -> %s (%s), simplicity %s -> %s\n",
                Visible.line(order.basket().id()), order.before().total(), order.after().total().text(),
                SumText.signed(order.morePaid().major()), score(order.before()), score(order.after())));
        text.append("    ").append(given(order.before())).append(" -> ").append(given(order.after())).append('\n');
    }

    private static String score(Receipt receipt) {
        return receipt.look().simplicity().isScored()
                ? BigDecimal.valueOf(Tenths.of(receipt.look().simplicity().score()), 1).toPlainString()
                : "-";
    }

    private static String given(Receipt receipt) {
        String given = receipt.applied().stream().map(BacktestText::given).collect(Collectors.joining(", "));
        String later = receipt.later().stream()
                .map(one -> one.id() + " " + one.amount().text() + " for later").collect(Collectors.joining(", "));
        String all = given + (given.isEmpty() || later.isEmpty() ? "" : ", ") + later;
        return all.isEmpty() ? "nothing" : all;
    }

    private static String given(Applied one) {
        return one.id() + " " + one.discount().text();
    }

    private String summary() {
        BigInteger touched = report.byCurrency().values().stream().map(sums -> sums.all().touched()).reduce(BigInteger.ZERO, BigInteger::add);
        StringBuilder last = new StringBuilder(report.orders() + (report.orders() == 1 ? " order: " : " orders: "));
        last.append(touched.signum() == 0 ? "nothing changed" : touched + " touched");
        if (report.withoutMoment() > 0) {
            last.append("; ").append(report.withoutMoment()).append(" name no moment and are priced for ").append(report.now());
        }
        if (report.bad() > 0) {
            last.append("; ").append(report.bad()).append(report.bad() == 1 ? " line is bad (" : " lines are bad (");
            last.append(report.badByCode().entrySet().stream()
                    .map(code -> code.getKey() + " " + code.getValue()).collect(Collectors.joining(", "))).append(')');
        }
        return last.append('\n').toString();
    }
}
