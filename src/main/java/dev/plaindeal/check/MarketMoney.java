package dev.plaindeal.check;

import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.weights.MarketView;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What buyers pay with: the currency of the market's reference price in rules/simplicity/, else that of the country. */
final class MarketMoney {

    private final Map<String, String> byMarket = new HashMap<>();

    MarketMoney(RuleBook book) {
        if (book.weighsSteps()) {
            for (MarketView view : book.markets().named()) {
                byMarket.put(view.code(), view.reference().currency().code());
            }
        }
    }

    /** ISO 4217 code; empty for a country without a currency, such as Antarctica. */
    Optional<String> of(String market) {
        return Optional.ofNullable(byMarket.get(market)).or(() -> ofCountry(market));
    }

    private static Optional<String> ofCountry(String market) {
        Locale country = new Locale.Builder().setRegion(market).build();
        return Optional.ofNullable(Currency.getInstance(country)).map(Currency::getCurrencyCode);
    }
}
