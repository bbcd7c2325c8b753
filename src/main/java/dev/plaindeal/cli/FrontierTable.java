package dev.plaindeal.cli;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Money;
import dev.plaindeal.stack.Frontier;
import dev.plaindeal.stack.OfferStack;
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
        frontier.stacks().forEach(stack -> text.append(row(basket, stack, engine.score(basket, stack))));
        return text + (frontier.isWhole() ? "" : "There are too many combinations to see them all.\n");
    }

    static String json(PromotionEngine engine, Basket basket) {
        Frontier frontier = engine.frontier(basket);
        StringBuilder text = new StringBuilder();
        frontier.stacks().forEach(stack -> text.append(json(basket, stack, engine.score(basket, stack))));
        return text + (frontier.isWhole() ? "" : "{\"whole\":false}\n");
    }

    private static Money pay(Basket basket, OfferStack stack) {
        return new Money(basket.subtotal() + basket.shippingFees() - stack.saved(), basket.currency());
    }

    private static String row(Basket basket, OfferStack stack, double score) {
        String names = stack.kept().isEmpty() ? "(none)" : names(stack, " + ", "");
        return String.format(
                Locale.ROOT,
                "%12s %12s %10s  %s\n",
                new Money(stack.saved(), basket.currency()).text(),
                pay(basket, stack).text(),
                score > 0 ? String.format(Locale.ROOT, "%.1f", score) : "-",
                names);
    }

    private static String names(OfferStack stack, String between, String quote) {
        return String.join(
                between,
                stack.kept().stream().map(kept -> quote + kept.offer().promotion() + quote).toList());
    }

    private static String json(Basket basket, OfferStack stack, double score) {
        return String.format(
                Locale.ROOT,
                "{\"saves\":\"%s\",\"pay\":\"%s\",%s\"promotions\":[%s]}\n",
                new Money(stack.saved(), basket.currency()).text(),
                pay(basket, stack).text(),
                score > 0 ? String.format(Locale.ROOT, "\"score\":%.1f,", score) : "",
                names(stack, ",", "\""));
    }
}
