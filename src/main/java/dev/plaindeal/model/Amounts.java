package dev.plaindeal.model;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The same amount announced in one or several currencies, for instance {@code "USD 5, GBP 4"}; nothing is converted.
 *
 * <p>Worked number: {@code Amounts.of("USD 5, JPY 700").in(Currency.of("USD"))} is 500 minor units.
 *
 * @param minorByCode minor units by ISO 4217 code, at least one
 */
public record Amounts(Map<String, Long> minorByCode) {

    /** Copies the map. */
    public Amounts {
        minorByCode = Map.copyOf(minorByCode);
    }

    /**
     * Reads what a rule file says: currency and amount, further ones after commas.
     *
     * @throws IllegalArgumentException with a sentence for the author when the text is anything else
     */
    public static Amounts of(String text) {
        Map<String, Long> byCode = new TreeMap<>();
        for (String one : text.split(",", -1)) {
            Money money = money(one.strip());
            if (byCode.putIfAbsent(money.currency().code(), money.minor()) != null) {
                throw new IllegalArgumentException(money.currency() + " is given twice");
            }
        }
        return new Amounts(byCode);
    }

    private static Money money(String text) {
        String[] parts = text.split("\\s+");
        if (parts.length != 2 || !parts[0].matches("[A-Z]{3}") || !parts[1].matches("\\d{1,12}(\\.\\d{1,4})?")) {
            throw new IllegalArgumentException(
                    "an amount is a currency and a number, for instance \"USD 50\" or \"USD 50, GBP 40\"");
        }
        Currency currency = Currency.find(parts[0])
                .orElseThrow(() -> new IllegalArgumentException("there is no currency " + parts[0]));
        try {
            return Money.of(parts[1], currency);
        } catch (ArithmeticException tooFine) {
            throw new IllegalArgumentException(
                    currency + " has " + currency.digits() + " decimals, " + parts[1] + " has more");
        }
    }

    /** The amount in this currency, or empty when the promotion names none. */
    public Optional<Money> in(Currency currency) {
        Long minor = minorByCode.get(currency.code());
        return minor == null ? Optional.empty() : Optional.of(new Money(minor, currency));
    }

    /** Whether an amount in this currency is given. */
    public boolean has(Currency currency) {
        return minorByCode.containsKey(currency.code());
    }

    /**
     * Minor units in this currency.
     *
     * @throws IllegalStateException when the promotion names no amount in it; ask {@link #has} first
     */
    public long minor(Currency currency) {
        Long minor = minorByCode.get(currency.code());
        if (minor == null) {
            throw new IllegalStateException("no amount in " + currency);
        }
        return minor;
    }

    /** The ISO 4217 codes an amount is given in. */
    public Set<String> codes() {
        return minorByCode.keySet();
    }
}
