package dev.plaindeal.pages;

import dev.plaindeal.pages.ScorePlot.Point;
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
        if (!scores.isEmpty()) {
            plot(html, scores);
        }
        Table table = Table.open(html, "Hardest first; the pale part of a bar is where the score lies when weights are half or twice what is said",
                "Promotion", "Picture", "#Score", "#Range", "#Seconds", "#Floor", "#Takes off");
        for (int i = 0; i < scores.size(); i++) {
            row(html, table, i + 1, scores.get(i));
        }
        table.close();
        scores.forEach(score -> details(html, score));
    }

    /** At the price each market is scored at, where a promotion may be worth more or less than in a basket. */
    private static void plot(Html html, List<PromotionScore> scores) {
        double most = scores.stream().mapToDouble(PromotionScore::percentOff).max().orElse(0);
        html.element("h2", "Saving against simplicity");
        html.element("p", "Up is simpler, right takes more off. Those far down on the left ask much of the buyer and give little.", "class", "soft");
        ScorePlot.write(html, "Score of each promotion against the share of the price it takes off; the table has the numbers", "takes nothing off",
                "takes off " + percent(most), scores.stream()
                        .map(score -> new Point(most == 0 ? 0 : score.percentOff() / most, score.simplicity().score(), score.id() + " in " + score.market()))
                        .toList());
    }

    private static String percent(double number) {
        return Bars.decimal(number) + " %";
    }

    private static void row(Html html, Table table, int number, PromotionScore score) {
        double points = score.simplicity().score();
        table.row(number + ". " + score.id() + " in " + score.market() + " at " + score.price());
        table.picture(() -> SecondsBar.line(html, points, Optional.of(score.simplicity().range())));
        table.cell(Bars.decimal(points));
        table.cell(Bars.decimal(score.simplicity().range().low()) + " to " + Bars.decimal(score.simplicity().range().high()));
        table.cell(Bars.decimal(score.simplicity().seconds())).cell((points < score.floor() ? "below " : "") + Bars.decimal(score.floor()));
        table.cell(percent(score.percentOff())).end();
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
