package dev.plaindeal.pages;

import dev.plaindeal.Frontier;
import dev.plaindeal.Frontier.Choice;
import dev.plaindeal.pages.ScorePlot.Point;
import java.util.List;

/** Saving against simplicity: every stack of a basket that no other beats on both. */
public final class FrontierPage {

    private FrontierPage() {}

    /**
     * A part of a report.
     *
     * @param basket its id
     */
    public static String section(String basket, Frontier frontier) {
        Html html = new Html();
        html.open("section", "class", "card").element("h2", basket);
        write(html, frontier);
        html.close();
        return html.markup();
    }

    static void write(Html html, Frontier frontier) {
        List<Choice> choices = frontier.choices();
        long most = choices.stream().mapToLong(choice -> choice.saves().minor()).max().orElse(0);
        List<Point> points = choices.stream()
                .map(choice -> new Point(Bars.share(choice.saves().minor(), most) / 100, choice.score().orElse(0), promotions(choice)))
                .toList();
        html.element("h3", "Saving against simplicity");
        html.element("p", "Up is simpler, right is cheaper. No other choice is both simpler and cheaper than one of these.", "class", "soft");
        if (!choices.isEmpty()) {
            String right = "saves " + choices.get(0).saves();
            ScorePlot.write(html, "Score of each choice against what it saves; the table has the numbers", "saves nothing", right, points);
        }
        Table table = Table.open(html, "From cheapest to simplest", "Choice", "#Saves", "#To pay", "#Score", "Promotions");
        for (int i = 0; i < choices.size(); i++) {
            Choice choice = choices.get(i);
            table.row(String.valueOf(i + 1)).cell(choice.saves().toString()).cell(choice.pay().toString());
            table.cell(choice.score().isPresent() ? Bars.decimal(choice.score().getAsDouble()) : "not scored");
            table.cell(promotions(choice)).end();
        }
        table.close();
        if (!frontier.isWhole()) {
            html.element("p", "There are too many combinations to see them all.");
        }
    }

    private static String promotions(Choice choice) {
        return choice.promotions().isEmpty() ? "none" : String.join(" + ", choice.promotions());
    }
}
