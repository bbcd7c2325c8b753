package dev.plaindeal.pages;

import dev.plaindeal.compare.Change;
import dev.plaindeal.compare.Comparison;
import dev.plaindeal.compare.Pair;
import dev.plaindeal.compare.Totals;
import dev.plaindeal.money.Money;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an edit of the rules does to baskets, those who lose most first. Pure and thread-safe. */
public final class ComparisonPage {

    private static final double HALF = 50;
    private static final int MOST = 500;

    /** In shares of what was paid: amounts of several currencies cannot be compared. */
    private static final Comparator<Pair> LOSES_MOST = Comparator.<Pair>comparingDouble(ComparisonPage::share).reversed()
            .thenComparing(pair -> pair.scoreAfter().subtract(pair.scoreBefore()))
            .thenComparing(Pair::name);

    private ComparisonPage() {}

    /** The page. */
    public static String of(Comparison comparison) {
        return ReportFrame.page("What the edit of the rules does", html -> write(html, comparison));
    }

    private static void write(Html html, Comparison comparison) {
        List<Pair> changed = comparison.changed().stream().sorted(LOSES_MOST).toList();
        html.element("p", comparison.pairs().size() + " baskets: " + changed.size() + " changed, " + comparison.dearer().size()
                + " dearer, " + comparison.cheaper().size() + " cheaper, " + comparison.harder().size() + " harder to understand.",
                "class", "headline");
        if (!comparison.problems().isEmpty()) {
            ProblemList.write(html, comparison.problems());
        }
        if (!changed.isEmpty()) {
            baskets(html, changed);
        }
        comparison.totals().stream().filter(ComparisonPage::differs).forEach(totals -> totals(html, totals));
        String same = comparison.totals().stream()
                .filter(totals -> !differs(totals))
                .map(totals -> totals.currency().code())
                .collect(Collectors.joining(", "));
        if (!same.isEmpty()) {
            html.element("p", "Nobody pays more or less in " + same + ".", "class", "soft");
        }
    }

    private static boolean differs(Totals totals) {
        return Stream.concat(Stream.of(totals.buyers(), totals.stores(), totals.platform()), totals.promotions().values().stream())
                .anyMatch(change -> !change.more().isZero());
    }

    private static void totals(Html html, Totals totals) {
        html.element("h2", "All baskets in " + totals.currency());
        Table table = Table.open(html, "Who pays, and what each promotion takes off", "What", "#Before", "#After", "#Change");
        change(table, "the buyers pay", totals.buyers());
        change(table, "the stores pay", totals.stores());
        change(table, "the platform pays", totals.platform());
        totals.promotions().forEach((id, change) -> {
            if (!change.more().isZero()) {
                change(table, id + " takes off", change);
            }
        });
        table.close();
    }

    private static void change(Table table, String what, Change change) {
        table.row(what).cell(change.before().text()).cell(change.after().text()).cell(signed(change.more())).end();
    }

    static String signed(Money more) {
        return more.isZero() ? "0" : more.minor() > 0 ? "+" + more.text() : more.text();
    }

    private static void baskets(Html html, List<Pair> changed) {
        html.element("h2", "Baskets, those who lose most first");
        double most = changed.stream().mapToDouble(pair -> Math.abs(share(pair))).max().orElse(0);
        Table table = Table.open(html, "Right of the middle: pays more. Left: pays less. In shares of what was paid before", "Basket", "Picture",
                "#Paid before", "#Pays now", "#Change", "#Score before", "#Score now");
        for (Pair pair : changed.subList(0, Math.min(MOST, changed.size()))) {
            table.row(pair.name() + (pair.isHarder() ? ", harder to understand" : ""));
            table.picture(() -> picture(html, most == 0 ? 0 : share(pair) / most));
            table.cell(pair.before().total().toString()).cell(pair.after().total().toString()).cell(signed(pair.dearer()));
            table.cell(score(pair.before().look().simplicity().isScored(), pair.scoreBefore().toString()));
            table.cell(score(pair.after().look().simplicity().isScored(), pair.scoreAfter().toString())).end();
        }
        table.close();
        if (changed.size() > MOST) {
            html.element("p", (changed.size() - MOST) + " more baskets changed less; --format json has all of them.");
        }
    }

    private static String score(boolean scored, String score) {
        return scored ? score : "not scored";
    }

    private static double share(Pair pair) {
        return Bars.share(pair.dearer().minor(), Math.max(1, pair.before().total().minor()));
    }

    static void picture(Html html, double part) {
        html.open("svg");
        html.open("line", "class", "axis", "x1", "50%", "x2", "50%", "y1", "0", "y2", "100%").close();
        double length = Math.abs(part) * HALF;
        Bars.bar(html, part > 0 ? "more" : "less", part > 0 ? HALF : HALF - length, length);
        html.close();
    }
}
