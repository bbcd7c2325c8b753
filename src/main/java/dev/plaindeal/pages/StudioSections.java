package dev.plaindeal.pages;

import dev.plaindeal.Frontier;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import java.util.List;
import java.util.Optional;

/** Pieces of pages that the studio puts into its own: markup in which all text is escaped. Pure and thread-safe. */
public final class StudioSections {

    private StudioSections() {}

    /**
     * Something written, and what it means.
     *
     * @param written as in the file, or a name; may be empty
     * @param meaning a sentence
     */
    public record Explained(String written, String meaning) {}

    /** What an edit does to all baskets of one currency. */
    public record ImpactByCurrency(String currency, List<SumRow> rows) {
        /** Copies the list. */
        public ImpactByCurrency {
            rows = List.copyOf(rows);
        }
    }

    /** One sum before and after. */
    public record SumRow(String what, Money before, Money after) {}

    /**
     * A basket that moves.
     *
     * @param share of what was paid before, more than 0 where the buyer pays more
     */
    public record Mover(String basket, Money before, Money after, double share, String scores) {}

    /**
     * What an edit does.
     *
     * @param baskets how many were priced
     * @param fallen how many fall below the simplicity floor of their market that did not before
     * @param unpriced how many cannot be priced before or after
     */
    public record ImpactTotals(
            String source, int baskets, int more, int less, int fallen, int risen, int unpriced, long leftOut, List<ImpactByCurrency> currencies,
            List<Mover> movers) {
        /** Copies the lists. */
        public ImpactTotals {
            currencies = List.copyOf(currencies);
            movers = List.copyOf(movers);
        }
    }

    /** What a file says, word by word. */
    public static String plainWords(List<Explained> said) {
        Html html = new Html();
        said.stream().filter(one -> one.written().isEmpty()).forEach(one -> html.element("p", one.meaning()));
        html.open("ul");
        said.stream().filter(one -> !one.written().isEmpty()).forEach(one -> {
            html.open("li").element("code", one.written()).text(" " + one.meaning()).close();
        });
        html.close();
        return html.markup();
    }

    /** How simple one promotion looks, in each market. */
    public static String scores(List<PromotionScore> scores) {
        Html html = new Html();
        if (scores.isEmpty()) {
            html.element("p", "Not scored: it names no amount in the currency of the market's reference price, or is no promotion.", "class", "soft");
        }
        scores.forEach(score -> score(html, score));
        return html.markup();
    }

    private static void score(Html html, PromotionScore score) {
        double points = score.simplicity().score();
        html.open("p").element("strong", Bars.decimal(points) + " of 100", "class", "score");
        html.text(" in " + score.market() + " at " + score.price() + ": " + score.simplicity().band().words() + ". ");
        html.text(points < score.floor() ? "Below the floor of " + Bars.decimal(score.floor()) + " here." : "").close();
        SecondsBar.line(html, points, Optional.of(score.simplicity().range()));
        SecondsBar.reasons(html, score.simplicity().reasons().stream()
                .map(reason -> new ReasonView(reason.code(), reason.seconds(), reason.message()))
                .toList(), score.simplicity().seconds());
        if (!score.fixes().isEmpty()) {
            html.element("p", "What would make it simpler:").open("ul");
            score.fixes().forEach(fix -> html.element("li", fix.message() + " (+" + Bars.decimal(fix.gains()) + " points)"));
            html.close();
        }
    }

    /** A receipt: what the buyer reads, in the buyer's language, then how it comes about. */
    public static String receipt(Receipt receipt, String locale, String buyerText) {
        Html html = new Html();
        BuyerText.write(html, buyerText, locale);
        ReceiptPage.write(html, receipt, locale);
        return html.markup();
    }

    /** Every stack that none beats, and why other promotions did not come up. */
    public static String choices(Frontier frontier, List<Explained> unmet) {
        Html html = new Html();
        FrontierPage.write(html, frontier);
        if (!unmet.isEmpty()) {
            html.element("h3", "Did not come up");
            Table table = Table.open(html, "What each of the other promotions asks for that this basket has not", "Promotion", "Why");
            unmet.forEach(one -> table.row(one.written()).cell(one.meaning()).end());
            table.close();
        }
        return html.markup();
    }

    /** What an edit does to baskets. */
    public static String impact(ImpactTotals sums) {
        Html html = new Html();
        html.element("p", sums.more() + " pay more, " + sums.less() + " pay less, " + sums.fallen() + " fall below the simplicity floor, "
                + sums.risen() + " rise above it, of " + sums.baskets() + " baskets (" + sums.source() + ").", "class", "counts");
        if (sums.unpriced() + sums.leftOut() > 0) {
            html.element("p", sums.unpriced() + " baskets cannot be priced and " + sums.leftOut() + " were not read; they are not in these numbers.", "class", "bad");
        }
        for (ImpactByCurrency currency : sums.currencies()) {
            Table table = Table.open(html, "All baskets in " + currency.currency(), "Who", "#Saved", "#Edited", "#Change");
            currency.rows().forEach(row -> table.row(row.what()).cell(row.before().text()).cell(row.after().text())
                    .cell(ComparisonPage.signed(row.after().minus(row.before()))).end());
            table.close();
        }
        if (sums.currencies().isEmpty()) {
            html.element("p", "Nobody pays more or less than with the rules as they are saved.", "class", "soft");
        }
        if (!sums.movers().isEmpty()) {
            double most = sums.movers().stream().mapToDouble(mover -> Math.abs(mover.share())).max().orElse(1);
            Table table = Table.open(html, "The ten that move most; right of the middle pays more", "Basket", "Picture", "#Saved", "#Edited", "#Change", "#Score");
            sums.movers().forEach(mover -> table.row(mover.basket())
                    .picture(() -> ComparisonPage.picture(html, most == 0 ? 0 : mover.share() / most))
                    .cell(mover.before().toString()).cell(mover.after().toString())
                    .cell(ComparisonPage.signed(mover.after().minus(mover.before()))).cell(mover.scores()).end());
            table.close();
        }
        return html.markup();
    }
}
