package dev.plaindeal.read;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.Node;
import dev.plaindeal.json.Excerpt;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.AmountGuess;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.util.Optional;

/**
 * Reads money: digits, and a point before the decimals, in quotes.
 *
 * <p>More decimals than the currency has are refused, zeros too: {@code "50.000"} rupiah are fifty thousand to whoever
 * writes it so, and never 50.
 */
final class PriceReader {

    private static final int LONGEST = 22;
    /** Of amounts whose currency is unknown, itself a problem: decimals and size are then not checked. */
    private static final Currency STAND_IN = Currency.of("KWD");

    private final ValueReader values;
    private final Optional<Currency> known;
    private final Currency currency;

    PriceReader(ValueReader values, Optional<Currency> known) {
        this.values = values;
        this.known = known;
        this.currency = known.orElse(STAND_IN);
    }

    Currency currency() {
        return currency;
    }

    Money money(Node node) {
        if (node instanceof Node.Text text) {
            return new Money(isPlain(text.value()) ? minor(text) : refuse(text), currency);
        }
        if (node instanceof Node.Digits digits) {
            values.findings().error("money-as-number", node.spot(),
                    node.spot().label() + " is a number; money is a text, so that no reader rounds it",
                    "Put it in quotes: " + Excerpt.quoted(digits.written()));
        } else {
            values.wrongType(node, "an amount of money", "Money is a text in quotes, for instance \"12.99\"");
        }
        return Money.zero(currency);
    }

    /** Digits, no leading zeros, at most one point with digits on both sides. */
    static boolean isPlain(String text) {
        int point = text.indexOf('.');
        int whole = point < 0 ? text.length() : point;
        return whole > 0
                && point != text.length() - 1
                && (whole == 1 || text.charAt(0) != '0')
                && isDigits(text, 0, whole)
                && isDigits(text, whole + 1, text.length());
    }

    private static boolean isDigits(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    private long minor(Node.Text text) {
        String value = text.value();
        int point = value.indexOf('.');
        int whole = point < 0 ? value.length() : point;
        if (value.length() > LONGEST || whole > 13) {
            return tooLarge(text);
        }
        long minor = Long.parseLong(value.substring(0, whole));
        for (int i = 0; i < currency.digits(); i++) {
            int at = whole + 1 + i;
            minor = minor * 10 + (at < value.length() ? value.charAt(at) - '0' : 0);
        }
        checkDecimals(text, whole + 1 + currency.digits());
        return minor > Basket.LARGEST_TOTAL ? tooLarge(text) : minor;
    }

    private void checkDecimals(Node.Text text, int from) {
        String value = text.value();
        if (known.isPresent() && Math.max(from, 1 + value.indexOf('.')) < value.length() && value.indexOf('.') >= 0) {
            values.findings().error("too-many-decimals", text.spot(), text.spot().label() + " is " + Excerpt.bare(value) + ", but "
                    + currency + " has " + decimals(), guess(value).map(PriceReader::maybe).orElse(""));
        }
    }

    private String decimals() {
        return currency.digits() == 0 ? "no decimals" : currency.digits() + " decimals";
    }

    private long tooLarge(Node.Text text) {
        if (known.isEmpty()) {
            return 0;
        }
        values.findings().error("amount-too-large", text.spot(), text.spot().label() + " is larger than "
                + new Money(Basket.LARGEST_TOTAL, currency) + ", the most a basket may come to", "");
        return 0;
    }

    private long refuse(Node.Text text) {
        String value = text.value();
        if (value.startsWith("-") && isPlain(value.substring(1))) {
            values.findings().error("negative-amount", text.spot(), text.spot().label() + " is negative",
                    "Promotions take money off; no amount in a basket is below zero");
        } else {
            values.findings().error("not-an-amount", text.spot(), text.spot().label() + " is " + Excerpt.quoted(value)
                    + ", not an amount of money", hint(value));
        }
        return 0;
    }

    private String hint(String value) {
        return guess(value).map(PriceReader::maybe)
                .orElse("Write digits and a point before the decimals, for instance \"12.99\"");
    }

    private Optional<String> guess(String value) {
        return AmountGuess.of(value.replace(currency.code(), ""), currency.digits()).filter(PriceReader::isPlain);
    }

    private static String maybe(String guess) {
        return "Maybe \"" + guess + "\"?";
    }
}
