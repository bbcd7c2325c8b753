package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.ViewAspect;

/**
 * What the buyer sees around the layers.
 *
 * @param price the price before any layer, in major units, more than 0
 * @param quantity units of the item, from 1
 * @param currency the currency of the price
 * @param priceForeign whether that currency is not the buyer's own
 * @param finalPriceShown whether the price to pay is shown
 * @param subtotalShown whether the subtotal that thresholds measure is shown
 * @param nativeLanguage whether the conditions are in the buyer's first language
 * @param spoken whether the buyer hears the terms, in a live stream, instead of seeing them
 * @param select which of the layers count
 * @param market ISO 3166 code, empty when not known
 */
public record PresentedContext(
        Numeral price,
        int quantity,
        Currency currency,
        boolean priceForeign,
        boolean finalPriceShown,
        boolean subtotalShown,
        boolean nativeLanguage,
        boolean spoken,
        Select select,
        String market) {

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException when the price is nothing or there is no unit
     */
    public PresentedContext {
        if (price.isZero() || quantity < 1) {
            throw new IllegalArgumentException("a price is more than nothing and there is at least one unit");
        }
    }

    /** One unit at this price in the buyer's own language and currency, seen and not heard, all layers counting. */
    public static PresentedContext of(String price, String currency) {
        return new PresentedContext(
                Numeral.of(price), 1, Currency.of(currency), false, false, false, true, false, Select.ALL, "");
    }

    /** The same at another price. */
    public PresentedContext withPrice(Numeral other) {
        return new PresentedContext(other, quantity, currency, priceForeign, finalPriceShown, subtotalShown, nativeLanguage,
                spoken, select, market);
    }

    /** The same for a buyer who sees just this. */
    public PresentedContext seenBy(BuyerView view) {
        return new PresentedContext(price, quantity, currency, !view.has(ViewAspect.OWN_CURRENCY), view.has(ViewAspect.PRICE_TO_PAY),
                view.has(ViewAspect.SUBTOTAL), view.has(ViewAspect.OWN_LANGUAGE), view.has(ViewAspect.SPOKEN), select, market);
    }

    /** What the buyer sees. */
    public BuyerView view() {
        return BuyerView.of()
                .with(ViewAspect.PRICE_TO_PAY, finalPriceShown)
                .with(ViewAspect.SUBTOTAL, subtotalShown)
                .with(ViewAspect.OWN_LANGUAGE, nativeLanguage)
                .with(ViewAspect.OWN_CURRENCY, !priceForeign)
                .with(ViewAspect.SPOKEN, spoken);
    }

    /** The same in another market. */
    public PresentedContext withMarket(String other) {
        return new PresentedContext(price, quantity, currency, priceForeign, finalPriceShown, subtotalShown, nativeLanguage,
                spoken, select, other);
    }

    /** The same with the price to pay shown. */
    public PresentedContext withFinalPriceShown() {
        return new PresentedContext(price, quantity, currency, priceForeign, true, subtotalShown, nativeLanguage, spoken,
                select, market);
    }

    /** The same with the subtotal shown that thresholds measure. */
    public PresentedContext withSubtotalShown() {
        return new PresentedContext(price, quantity, currency, priceForeign, finalPriceShown, true, nativeLanguage, spoken,
                select, market);
    }

    /** The same with the terms heard. */
    public PresentedContext withSpoken() {
        return new PresentedContext(price, quantity, currency, priceForeign, finalPriceShown, subtotalShown, nativeLanguage,
                true, select, market);
    }

    /** The same with another choice of layers. */
    public PresentedContext withSelect(Select other) {
        return new PresentedContext(price, quantity, currency, priceForeign, finalPriceShown, subtotalShown, nativeLanguage,
                spoken, other, market);
    }
}
