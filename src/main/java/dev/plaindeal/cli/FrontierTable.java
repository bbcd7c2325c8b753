package dev.plaindeal.cli;

import dev.plaindeal.Frontier;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.text.Visible;
import java.util.Locale;

/** Every stack that none beats on both saving and simplicity, as a table or as JSON. */
final class FrontierTable {

    private FrontierTable() {}

    static String text(PromotionEngine engine, Basket basket) {
        Frontier frontier = engine.frontier(basket);
        StringBuilder text = new StringBuilder();
        text.append(Visible.line(basket.id())).append(": from cheapest to simplest\n");
        text.append(String.format(Locale.ROOT, "%12s %12s %10s  %s\n", "saves", "to pay", "simplicity", "promotions"));
        frontier.choices().forEach(choice -> text.append(row(choice)));
        return text + (frontier.isWhole() ? "" : "There are too many combinations to see them all.\n");
    }

    static String json(PromotionEngine engine, Basket basket) {
        Frontier frontier = engine.frontier(basket);
        StringBuilder text = new StringBuilder();
        frontier.choices().forEach(choice -> text.append(json(choice)));
        return text + (frontier.isWhole() ? "" : JsonWriter.line(out -> out.flag("whole", false)) + "\n");
    }

    private static String row(Frontier.Choice choice) {
        return String.format(
                Locale.ROOT,
                "%12s %12s %10s  %s\n",
                choice.saves().text(),
                choice.pay().text(),
                choice.score().isPresent() ? String.format(Locale.ROOT, "%.1f", choice.score().getAsDouble()) : "-",
                choice.promotions().isEmpty() ? "(none)" : String.join(" + ", choice.promotions()));
    }

    private static String json(Frontier.Choice choice) {
        return JsonWriter.line(out -> {
            out.money("saves", choice.saves());
            out.money("pay", choice.pay());
            if (choice.score().isPresent()) {
                out.rounded("score", choice.score().getAsDouble(), 1);
            }
            out.texts("promotions", choice.promotions());
        }) + "\n";
    }
}
