package dev.plaindeal.pages;

import dev.plaindeal.verify.Coverage;
import dev.plaindeal.verify.Difference;
import dev.plaindeal.verify.FixtureRun;
import dev.plaindeal.verify.RunTally;
import dev.plaindeal.verify.Verdict;

/** What came of a run of fixtures: what is not as it should be, and what no fixture reaches. Pure and thread-safe. */
public final class FixturesPage {

    private FixturesPage() {}

    /** The page. */
    public static String of(FixtureRun run) {
        return ReportFrame.page("Baskets and what they should get", html -> write(html, run));
    }

    private static void write(Html html, FixtureRun run) {
        RunTally tally = RunTally.of(run);
        html.element("p", tally.same() + " of " + tally.baskets() + " baskets get what they should.", "class", "headline");
        counts(html, tally);
        run.verdicts().forEach(verdict -> verdict(html, verdict));
        coverage(html, run.coverage());
    }

    private static void counts(Html html, RunTally tally) {
        Table table = Table.open(html, "How many came out how", "Outcome", "Picture", "#Baskets");
        count(html, table, "as it should be", "less", tally.same(), tally);
        count(html, table, "different", "more", tally.different(), tally);
        count(html, table, "without a receipt", "platform", tally.noReceipt(), tally);
        count(html, table, "refused", "more", tally.refused(), tally);
        table.close();
        if (tally.noBasket() > 0) {
            html.element("p", "Receipts without a basket: " + tally.noBasket(), "class", "bad");
        }
    }

    private static void count(Html html, Table table, String what, String kind, long number, RunTally tally) {
        table.row(what).picture(() -> bar(html, kind, number, tally.baskets())).cell(String.valueOf(number)).end();
    }

    private static void bar(Html html, String kind, long part, long whole) {
        html.open("svg");
        Bars.bar(html, "track", 0, 100);
        Bars.bar(html, kind, 0, Bars.share(part, whole));
        html.close();
    }

    private static void verdict(Html html, Verdict verdict) {
        if (verdict instanceof Verdict.Different different) {
            html.element("h2", different.fixture() + " is different");
            Table table = Table.open(html, "What it should get, and what it gets", "What", "Kind", "Should be", "Is");
            for (Difference one : different.differences()) {
                table.row(one.what()).cell(one.topic().words()).cell(shown(one.before())).cell(shown(one.after())).end();
            }
            table.close();
        } else if (verdict instanceof Verdict.NoReceipt missing) {
            html.element("h2", missing.fixture() + " has no receipt yet");
        } else if (verdict instanceof Verdict.NoBasket orphan) {
            html.element("h2", orphan.fixture() + " has no basket");
        } else if (verdict instanceof Verdict.Refused refused) {
            html.element("h2", refused.fixture() + " cannot be used");
            ProblemList.write(html, refused.problems());
        }
    }

    private static String shown(String value) {
        return value.isEmpty() ? "nothing" : value;
    }

    private static void coverage(Html html, Coverage coverage) {
        html.element("h2", "What the baskets reach");
        Table table = Table.open(html, "How much of the rules some basket reaches", "What", "Picture", "#Reached", "#Of", "Not reached");
        tally(html, table, "promotions", coverage.promotions());
        tally(html, table, "tiers", coverage.tiers());
        tally(html, table, "reasons", coverage.reasons());
        table.close();
    }

    private static void tally(Html html, Table table, String what, Coverage.Tally part) {
        table.row(what).picture(() -> bar(html, "store", part.reached(), part.all()));
        table.cell(String.valueOf(part.reached())).cell(String.valueOf(part.all())).cell(String.join(", ", part.unreached())).end();
    }
}
