package dev.plaindeal.model;

import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.ViewAspect;
import dev.plaindeal.weights.ViewSettings;
import java.util.EnumMap;
import java.util.Map;

/**
 * The buyers of a market in a channel, as the rules in {@code rules/simplicity/} see them, and the words that say what they see.
 * The narrowest rule holds, see {@link NarrowestWords}; what no rule says is as {@link dev.plaindeal.weights.BuyerView#usual} has it.
 *
 * <p>Collects words while rules run, then {@link #toSettings()} reads them out. Belongs to one thread.
 *
 * <p>Worked example: one rule says {@code subtotal(true)} of the channel {@code shelf} and another {@code subtotal(false)} of the
 * market {@code US}: on the shelf there the subtotal is not shown, in a market no rule names it is.
 */
public final class Audience extends NarrowestWords {

    private final String market;
    private final String channel;

    /** An audience of which nothing is said yet: an ISO 3166 code or {@link Markets#ANY}, and a channel. */
    public Audience(String market, String channel) {
        this.market = market;
        this.channel = channel;
    }

    /** ISO 3166 country, or {@code any}. */
    public String getMarket() {
        return market;
    }

    /** {@code live}, {@code short-video}, {@code shelf} or {@code independent-site}. */
    public String getChannel() {
        return channel;
    }

    @Word("Whether buyers are shown the price to pay, true or false.")
    public Audience priceToPay(boolean shown) {
        return is(ViewAspect.PRICE_TO_PAY, shown);
    }

    @Word("Whether buyers are shown the subtotal that minimum spends look at, true or false.")
    public Audience subtotal(boolean shown) {
        return is(ViewAspect.SUBTOTAL, shown);
    }

    @Word("Whether the terms are in the buyer's own language, true or false; without the word it is looked up basket by basket.")
    public Audience ownLanguage(boolean own) {
        return is(ViewAspect.OWN_LANGUAGE, own);
    }

    @Word("Whether prices are in the buyer's own currency, true or false; without the word it is looked up basket by basket.")
    public Audience ownCurrency(boolean own) {
        return is(ViewAspect.OWN_CURRENCY, own);
    }

    @Word("Whether buyers hear the terms instead of reading them, true or false.")
    public Audience spoken(boolean heard) {
        return is(ViewAspect.SPOKEN, heard);
    }

    private Audience is(ViewAspect aspect, boolean so) {
        say(topic(aspect), so);
        return this;
    }

    private static String topic(ViewAspect aspect) {
        return "about " + aspect.key().replace('-', ' ');
    }

    /** What the words say. */
    public ViewSettings toSettings() {
        Map<ViewAspect, Boolean> said = new EnumMap<>(ViewAspect.class);
        for (ViewAspect aspect : ViewAspect.values()) {
            about(topic(aspect), Boolean.class).ifPresent(so -> said.put(aspect, so));
        }
        return new ViewSettings(said);
    }
}
