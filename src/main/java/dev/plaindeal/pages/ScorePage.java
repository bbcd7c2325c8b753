package dev.plaindeal.pages;

import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import dev.plaindeal.score.Fix;
import java.util.List;
import java.util.Optional;

/** All promotions of a book by how simple they look, hardest first. Pure and thread-safe. */
public final class ScorePage {

    private ScorePage() {}

    /**
     * The page.
     *
     * @param scores hardest first
     * @param unscored what is left out and why, empty where nothing is
     */
    public static String of(List<PromotionScore> scores, String unscored) {
        return ReportFrame.page("How simple each promotion looks", html -> write(html, scores, unscored));
    }

    private static void write(Html html, List<PromotionScore> scores, String unscored) {
        html.element("p", unscored, "class", "soft");
        Table table = Table.open(html, "Hardest first; the pale part of a bar is where the score lies when weights are half or twice what is said",
                "Promotion", "Picture", "#Score", "#Range", "#Seconds", "#Floor");
        for (PromotionScore score : scores) {
            row(html, table, score);
        }
        table.close();
        scores.forEach(score -> details(html, score));
    }

    private static void row(Html html, Table table, PromotionScore score) {
        double points = score.simplicity().score();
        table.row(score.id() + " in " + score.market() + " at " + score.price());
        table.picture(() -> SecondsBar.line(html, points, Optional.of(score.simplicity().range())));
        table.cell(Bars.decimal(points));
        table.cell(Bars.decimal(score.simplicity().range().low()) + " to " + Bars.decimal(score.simplicity().range().high()));
        table.cell(Bars.decimal(score.simplicity().seconds())).cell((points < score.floor() ? "below " : "") + Bars.decimal(score.floor())).end();
    }

    private static String words(Fix fix) {
        return fix.message() + " (+" + Bars.decimal(fix.gains()) + ")";
    }

    private static void details(Html html, PromotionScore score) {
        html.open("section", "class", "card");
        html.element("h2", score.id() + " in " + score.market());
        html.element("p", Bars.decimal(score.simplicity().score()) + " of 100" + SecondsBar.words(score.simplicity().range()) + ": "
                + score.simplicity().band().words() + ".");
        SecondsBar.reasons(html, score.simplicity().reasons().stream()
                .map(reason -> new ReasonView(reason.code(), reason.seconds(), reason.message()))
                .toList(), score.simplicity().seconds());
        if (!score.fixes().isEmpty()) {
            html.open("ul");
            score.fixes().forEach(fix -> html.element("li", words(fix)));
            html.close();
        }
        html.close();
    }
}
