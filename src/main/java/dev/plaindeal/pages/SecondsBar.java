package dev.plaindeal.pages;

import dev.plaindeal.receipt.SimplicityView;
import dev.plaindeal.receipt.SimplicityView.FixView;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import dev.plaindeal.score.ScoreRange;
import java.util.List;
import java.util.Optional;

/** The seconds a buyer needs as one bar in as many pieces as it has reasons, and the score on a line from 0 to 100. */
final class SecondsBar {

    private static final int COLOURS = 12;
    private static final double FULL = 100;

    private SecondsBar() {}

    /** Of a receipt, with its fixes. */
    static void write(Html html, SimplicityView simplicity) {
        html.element("h3", "How simple it looks to the buyer");
        if (!simplicity.isScored()) {
            html.element("p", "Not scored: " + simplicity.reasons().get(0).message());
            return;
        }
        html.element("p", Bars.decimal(simplicity.score()) + " of 100" + simplicity.range().map(SecondsBar::words).orElse("") + ": "
                + simplicity.claim() + ". " + Bars.decimal(simplicity.seconds()) + " seconds to work out.");
        line(html, simplicity.score(), simplicity.range());
        reasons(html, simplicity.reasons(), simplicity.seconds());
        fixes(html, simplicity.fixes());
    }

    /**
     * The score as a mark on a line from 0 to 100.
     *
     * @param range where it lies when weights are half or twice what is said
     */
    static void line(Html html, double score, Optional<ScoreRange> range) {
        String said = "Score " + Bars.decimal(score) + " of 100" + range.map(SecondsBar::words).orElse("");
        html.open("svg", "class", "wide strip", "role", "img", "aria-label", said);
        Bars.bar(html, "track", 0, FULL);
        range.ifPresent(one -> Bars.bar(html, "range", one.low(), one.high() - one.low()));
        html.open("rect", "class", "mark", "x", Bars.percent(Math.min(score, FULL - 0.6)), "y", "0", "width", "4", "height", "100%").close();
        html.close();
    }

    /** {@code , between 60.1 and 72.0 when weights are half or twice what is said}. */
    static String words(ScoreRange range) {
        return ", between " + Bars.decimal(range.low()) + " and " + Bars.decimal(range.high()) + " when weights are half or twice what is said";
    }

    /** The bar and the table of its pieces. */
    static void reasons(Html html, List<ReasonView> reasons, double seconds) {
        html.open("svg", "class", "wide strip", "aria-hidden", "true");
        double from = 0;
        for (int i = 0; i < reasons.size(); i++) {
            double width = seconds == 0 ? 0 : reasons.get(i).seconds() * FULL / seconds;
            Bars.bar(html, colour(i), from, width);
            from += width;
        }
        html.close();
        html.open("table").element("caption", "What the buyer's seconds go to").open("tbody");
        for (int i = 0; i < reasons.size(); i++) {
            html.open("tr").open("th", "scope", "row");
            Bars.swatch(html, colour(i));
            html.text(" " + reasons.get(i).message()).close();
            html.element("td", Bars.decimal(reasons.get(i).seconds()) + " s", "class", "num").close();
        }
        html.close().close();
    }

    private static String colour(int index) {
        return "c" + index % COLOURS;
    }

    private static void fixes(Html html, List<FixView> fixes) {
        if (fixes.isEmpty()) {
            return;
        }
        Table table = Table.open(html, "What would make it simpler", "Edit", "#Points", "#Score then", "#Buyer pays more");
        for (FixView fix : fixes) {
            table.row(fix.message() + (fix.promotion().isEmpty() ? "" : " (" + fix.promotion() + ")"));
            table.cell("+" + Bars.decimal(fix.gains())).cell(Bars.decimal(fix.score())).cell(fix.buyerPays().toString()).end();
        }
        table.close();
    }
}
