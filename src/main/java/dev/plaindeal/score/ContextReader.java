package dev.plaindeal.score;

import dev.plaindeal.money.Currency;
import java.util.Optional;

/** Reads the {@code context} of structured terms. */
final class ContextReader {

    private static final int MOST_UNITS = 1_000_000;

    static final Currency UNLESS_NAMED = Currency.of("USD");

    private ContextReader() {}

    static Optional<PresentedContext> read(TermsObject fields) {
        int before = fields.problems().size();
        fields.known("price", "qty", "currency", "price_foreign", "final_price_shown", "subtotal_shown",
                "native_language", "spoken", "select", "market");
        Optional<Currency> currency = fields.currency("currency");
        Optional<Numeral> price = fields.money("price", currency.orElse(UNLESS_NAMED));
        if (price.isEmpty() && fields.problems().size() == before) {
            fields.refuse("", "the field price is missing", "");
        }
        int quantity = fields.count("qty", 1, MOST_UNITS, 1);
        boolean priceForeign = fields.flag("price_foreign", false);
        boolean shown = fields.flag("final_price_shown", false);
        boolean subtotal = fields.flag("subtotal_shown", false);
        boolean ownLanguage = fields.flag("native_language", true);
        boolean spoken = fields.flag("spoken", false);
        Select select = fields.choice("select", Select.values()).orElse(Select.ALL);
        String market = fields.word("market");
        if (fields.problems().size() > before) {
            return Optional.empty();
        }
        return Optional.of(new PresentedContext(price.get(), quantity, currency.orElse(UNLESS_NAMED), priceForeign, shown,
                subtotal, ownLanguage, spoken, select, market));
    }
}
