package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Money;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a rule asks for the list price of one item of a line: {@code pricedFrom("USD 50")}. Drools reads it as a method of the
 * line, which answers yes or no, because a number alone would not say its currency.
 *
 * @param bound on which side of the amount, which is the method
 * @param amounts the amount, in each currency it is given in; itself included
 */
public record PriceField(PriceBound bound, Amounts amounts) {

    private static final Pattern FIELD = Pattern.compile("([A-Za-z]+)\\(\"([^\"]*)\"\\)");

    /**
     * What a field as {@link #text} writes it asks for; empty where it asks for no price.
     *
     * @throws IllegalArgumentException where it asks for a price and its amount is none
     */
    public static Optional<PriceField> find(String field) {
        Matcher parts = FIELD.matcher(field);
        return parts.matches()
                ? PriceBound.find(parts.group(1)).map(bound -> new PriceField(bound, Amounts.of(parts.group(2))))
                : Optional.empty();
    }

    /**
     * Whether a price is on this side of the amount, or the amount itself. A price in a currency in which no amount is given is
     * on neither side; nothing is converted.
     */
    public boolean holds(Money price) {
        return amounts.has(price.currency()) && switch (bound) {
            case FROM -> price.minor() >= amounts.minor(price.currency());
            case TO -> price.minor() <= amounts.minor(price.currency());
        };
    }

    /** How rule files write it, with all decimals: the same question is always the same text. */
    public String text() {
        return bound.key() + "(\"" + amounts.text() + "\")";
    }
}
