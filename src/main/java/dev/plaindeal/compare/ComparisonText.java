package dev.plaindeal.compare;

import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.text.Visible;
import dev.plaindeal.verify.Difference;
import dev.plaindeal.verify.Difference.Topic;
import dev.plaindeal.verify.ReceiptDiff;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Writes a comparison for people: each basket that changed, then sums, then who pays more and what is harder. */
public final class ComparisonText {

    private static final int MOST = 20;

    private final StringBuilder text = new StringBuilder();
    private final Comparison comparison;

    private ComparisonText(Comparison comparison) {
        this.comparison = comparison;
    }

    /** Lines with a line end each. */
    public static String of(Comparison comparison) {
        return new ComparisonText(comparison).write();
    }

    private String write() {
        List<Pair> changed = comparison.changed();
        changed.forEach(this::basket);
        if (!changed.isEmpty()) {
            text.append('\n');
            comparison.totals().forEach(this::totals);
            list("Buyers pay more", comparison.dearer(), ComparisonText::dearer);
            list("Harder to understand", comparison.harder(), ComparisonText::harder);
        }
        text.append(summary(changed.size())).append('\n');
        return text.toString();
    }

    private void basket(Pair pair) {
        text.append(String.format(
                Locale.ROOT,
                "%s: to pay %s -> %s%s, simplicity %s -> %s%s\n",
                Visible.line(pair.name()),
                pair.before().total(),
                pair.after().total().text(),
                pair.dearer().isZero() ? "" : " (" + signed(pair.dearer().text()) + ")",
                score(pair.before(), pair.scoreBefore()),
                score(pair.after(), pair.scoreAfter()),
                band(pair)));
        Set<String> names = new HashSet<>(ReceiptDiff.savings(pair.before()));
        names.addAll(ReceiptDiff.savings(pair.after()));
        List<Difference> savings = pair.differences().stream()
                .filter(difference -> difference.topic() == Topic.MONEY && names.contains(difference.what()))
                .toList();
        savings.forEach(saving -> promotion(pair, saving));
        states(pair)
                .filter(state -> savings.stream().noneMatch(saving -> saving.what().equals(state.what())))
                .forEach(this::state);
    }

    private static String score(Receipt receipt, BigDecimal score) {
        return receipt.look().simplicity().isScored() ? score.toString() : "-";
    }

    private static String band(Pair pair) {
        String before = pair.before().look().simplicity().band();
        String after = pair.after().look().simplicity().band();
        return before.equals(after) ? "" : " (" + before + " -> " + after + ")";
    }

    /** A promotion that comes or goes has its reason beside its amount. */
    private void promotion(Pair pair, Difference saving) {
        String change = saving.change().map(more -> " (" + signed(more.toPlainString()) + ")").orElse("");
        text.append("    ").append(saving.what()).append(": ").append(shown(saving.before()));
        text.append(" -> ").append(shown(saving.after())).append(change);
        states(pair)
                .filter(state -> state.what().equals(saving.what()))
                .flatMap(state -> Stream.of(state.before(), state.after()))
                .filter(state -> state.startsWith("refused"))
                .forEach(refused -> text.append(saving.after().isEmpty() ? "; now " : "; was ").append(refused));
        text.append('\n');
    }

    private static Stream<Difference> states(Pair pair) {
        return pair.differences().stream().filter(difference -> difference.topic() == Topic.PROMOTIONS);
    }

    private void state(Difference state) {
        text.append("    ").append(state.what()).append(": ").append(shown(state.before()));
        text.append(" -> ").append(shown(state.after())).append('\n');
    }

    private static String shown(String value) {
        return value.isEmpty() ? "-" : value;
    }

    private void totals(Totals totals) {
        text.append(String.format(
                Locale.ROOT, "%-40s%14s%14s%14s\n", "All baskets, " + totals.currency(), "before", "after", "change"));
        totals.promotions().forEach((id, change) -> {
            if (!change.more().isZero()) {
                row("  " + id + " takes off", change);
            }
        });
        row("  the platform pays", totals.platform());
        row("  the stores pay", totals.stores());
        row("  the buyers pay", totals.buyers());
        text.append('\n');
    }

    private void row(String what, Change change) {
        String more = change.more().isZero() ? "" : signed(change.more().text());
        text.append(String.format(
                        Locale.ROOT, "%-40s%14s%14s%14s", what, change.before().text(), change.after().text(), more)
                .stripTrailing())
                .append('\n');
    }

    private void list(String title, List<Pair> pairs, Function<Pair, String> line) {
        text.append(title).append(": ").append(pairs.isEmpty() ? "none" : pairs.size()).append('\n');
        pairs.stream().limit(MOST).forEach(pair -> text.append("  ").append(line.apply(pair)).append('\n'));
        if (pairs.size() > MOST) {
            text.append("  ... and ").append(pairs.size() - MOST).append(" more\n");
        }
    }

    private static String dearer(Pair pair) {
        return Visible.line(pair.name()) + " " + signed(pair.dearer().text()) + " " + pair.dearer().currency();
    }

    private static String harder(Pair pair) {
        return Visible.line(pair.name()) + " " + pair.scoreBefore() + " -> " + pair.scoreAfter() + ", "
                + pair.after().look().simplicity().claim()
                + pair.simplerNow().map(sure -> (sure.share() < 0.5 ? "; harder " : "; simpler ") + sure.draws()).orElse("");
    }

    private String summary(int changed) {
        int all = comparison.pairs().size();
        String baskets = all + (all == 1 ? " basket: " : " baskets: ");
        return changed == 0
                ? baskets + "nothing changed"
                : baskets + changed + " changed, " + comparison.dearer().size() + " dearer, "
                        + comparison.cheaper().size() + " cheaper, " + comparison.harder().size()
                        + " harder to understand";
    }

    private static String signed(String amount) {
        return amount.startsWith("-") ? amount : "+" + amount;
    }
}
