package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.money.Money;
import dev.plaindeal.stack.Frontier;
import dev.plaindeal.stack.OfferStack;
import dev.plaindeal.text.Visible;
import java.util.List;
import java.util.Locale;

/** Every stack that none beats on both saving and simplicity, as a table or as JSON. */
final class FrontierTable {

    private FrontierTable() {}

    static String text(PromotionEngine engine, Basket basket) {
        Frontier frontier = engine.frontier(basket);
        StringBuilder text = new StringBuilder();
        text.append(Visible.line(basket.id())).append(": from cheapest to simplest\n");
        text.append(String.format(Locale.ROOT, "%12s %12s %10s  %s\n", "saves", "to pay", "simplicity", "promotions"));
        frontier.stacks().forEach(stack -> text.append(row(basket, stack, engine.score(basket, stack))));
        return text + (frontier.isWhole() ? "" : "There are too many combinations to see them all.\n");
    }

    static String json(PromotionEngine engine, Basket basket) {
        Frontier frontier = engine.frontier(basket);
        StringBuilder text = new StringBuilder();
        frontier.stacks().forEach(stack -> text.append(json(basket, stack, engine.score(basket, stack))));
        return text + (frontier.isWhole() ? "" : JsonWriter.line(out -> out.flag("whole", false)) + "\n");
    }

    private static Money pay(Basket basket, OfferStack stack) {
        return new Money(basket.subtotal() + basket.shippingFees() - stack.saved(), basket.currency());
    }

    private static String row(Basket basket, OfferStack stack, double score) {
        return String.format(
                Locale.ROOT,
                "%12s %12s %10s  %s\n",
                new Money(stack.saved(), basket.currency()).text(),
                pay(basket, stack).text(),
                score > 0 ? String.format(Locale.ROOT, "%.1f", score) : "-",
                stack.kept().isEmpty() ? "(none)" : String.join(" + ", names(stack)));
    }

    private static List<String> names(OfferStack stack) {
        return stack.kept().stream().map(kept -> kept.offer().promotion()).toList();
    }

    private static String json(Basket basket, OfferStack stack, double score) {
        return JsonWriter.line(out -> {
            out.money("saves", new Money(stack.saved(), basket.currency()));
            out.money("pay", pay(basket, stack));
            if (score > 0) {
                out.rounded("score", score, 1);
            }
            out.texts("promotions", names(stack));
        }) + "\n";
    }
}
