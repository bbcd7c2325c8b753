package dev.plaindeal.money;

import dev.plaindeal.problem.Senseless;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The same amount announced in one or several currencies, for instance {@code "USD 5, GBP 4"}; nothing is converted.
 *
 * <p>Worked number: {@code Amounts.of("USD 5, JPY 700").in(Currency.of("USD"))} is 500 minor units.
 *
 * @param minorByCode minor units by ISO 4217 code, at least one
 */
public record Amounts(Map<String, Long> minorByCode) {

    private static final int MOST_DIGITS = 12;
    /** A comma in front of the next currency; any other belongs to a number. */
    private static final Pattern BETWEEN = Pattern.compile(",(?=\\s*(?:[A-Za-z]{3}\\b|$))");
    private static final Pattern AMOUNT = Pattern.compile("([A-Z]{3})\\s+(\\S.*)");
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(\\.[0-9]+)?");
    private static final Pattern STRANGE_BLANK = Pattern.compile("[\\p{Z}&&[^ ]]");

    /** Copies the map. */
    public Amounts {
        minorByCode = Map.copyOf(minorByCode);
    }

    /**
     * Reads what a rule file says: currency and amount, further ones after commas. An amount has as many decimals as its
     * currency or fewer, so that no separator of thousands is taken for the point before the decimals.
     *
     * @throws IllegalArgumentException with a sentence for the author when the text is anything else
     */
    public static Amounts of(String text) {
        Map<String, Long> byCode = new TreeMap<>();
        for (String one : BETWEEN.split(text, -1)) {
            Money money = money(one.strip());
            if (byCode.putIfAbsent(money.currency().code(), money.minor()) != null) {
                throw new IllegalArgumentException(money.currency() + " is given twice");
            }
        }
        return new Amounts(byCode);
    }

    /** One amount in one currency. */
    public static Amounts of(Money money) {
        return new Amounts(Map.of(money.currency().code(), money.minor()));
    }

    private static Money money(String text) {
        Matcher amount = AMOUNT.matcher(text);
        if (!amount.matches()) {
            throw Senseless.maybe(
                    STRANGE_BLANK.matcher(text).find()
                            ? "a blank in this amount is no plain one, but for instance a no-break space"
                            : "an amount is a currency and a number, for instance \"USD 50\" or \"USD 50, GBP 40\"",
                    AmountHint.of(text));
        }
        Currency currency = Currency.find(amount.group(1))
                .orElseThrow(() -> new IllegalArgumentException("there is no currency " + amount.group(1)));
        return money(amount.group(2), currency);
    }

    private static Money money(String number, Currency currency) {
        if (!NUMBER.matcher(number).matches()) {
            throw Senseless.maybe(
                    "\"" + number + "\" is no number: an amount is digits, and a point before the decimals", AmountHint.of(number, currency));
        }
        int point = number.indexOf('.');
        if ((point < 0 ? number.length() : point) > MOST_DIGITS) {
            throw new IllegalArgumentException(number + " is too large: an amount has at most " + MOST_DIGITS + " digits before its decimals");
        }
        if (point >= 0 && number.length() - point - 1 > currency.digits()) {
            throw Senseless.maybe(
                    currency + " has " + currency.digits() + " decimals, " + number + " has more", AmountHint.of(number, currency));
        }
        return Money.of(number, currency);
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

    /** Whether each amount is above nothing. */
    public boolean isMoreThanNothing() {
        return minorByCode.values().stream().allMatch(minor -> minor > 0);
    }

    /** As a rule file writes it, for instance {@code GBP 4.00, USD 5.00}. */
    public String text() {
        return codes().stream()
                .sorted()
                .map(code -> new Money(minorByCode.get(code), Currency.of(code)).toString())
                .collect(Collectors.joining(", "));
    }
}
