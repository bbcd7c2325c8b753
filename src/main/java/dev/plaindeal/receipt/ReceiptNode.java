package dev.plaindeal.receipt;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.json.PointedNode;
import dev.plaindeal.money.AmountGuess;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Hidden;
import dev.plaindeal.text.Visible;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One value of a receipt's JSON and its JSON pointer. What is not as it should be is kept as a problem, and a harmless
 * stand-in returned, because no receipt will be made.
 */
final class ReceiptNode {

    private static final Pattern MONEY = Pattern.compile("-?(0|[1-9][0-9]{0,15})(\\.[0-9]{1,4})?");

    private final PointedNode place;
    private final JsonNode node;

    private ReceiptNode(PointedNode place) {
        this.place = place;
        this.node = place.value();
    }

    static ReceiptNode root(JsonNode node, String file) {
        ReceiptNode root = new ReceiptNode(PointedNode.root(node, file));
        root.requireObject();
        return root;
    }

    List<Problem> problems() {
        return place.problems();
    }

    void problem(String code, String message) {
        place.problem(code, message, "");
    }

    /** A field that has to be there. */
    ReceiptNode at(String name) {
        ReceiptNode spot = new ReceiptNode(place.field(name));
        if (spot.isMissing()) {
            spot.problem("missing-field", "There is no \"" + name + "\"");
        }
        return spot;
    }

    /** A field that may be left out. */
    Optional<ReceiptNode> maybe(String name) {
        return node.has(name) ? Optional.of(new ReceiptNode(place.field(name))) : Optional.empty();
    }

    private boolean isMissing() {
        return node.isMissingNode();
    }

    /** A missing value has been told of already. */
    private void wrong(String wanted) {
        if (!isMissing()) {
            problem("wrong-type", "This is not " + wanted);
        }
    }

    private void requireObject() {
        if (!node.isObject()) {
            wrong("an object");
        }
    }

    /** A name, or what was made of names: nothing in it is hidden. */
    String text() {
        String text = sentence();
        int hidden = Hidden.firstIn(text);
        if (hidden >= 0) {
            refuseHidden(text, hidden);
        }
        return text;
    }

    /** A sentence to the buyer, in a language that may be written from right to left. */
    String headline() {
        String text = sentence();
        if (!Visible.output(text).equals(text) || text.indexOf('\t') >= 0) {
            refuseHidden(text, Math.max(0, Hidden.firstIn(text)));
        }
        return text;
    }

    private void refuseHidden(String text, int at) {
        String number = String.format(Locale.ROOT, "U+%04X", text.codePointAt(at));
        problem("control-character", "This holds a character that cannot be seen (" + number + ")");
    }

    private String sentence() {
        if (!node.isTextual()) {
            wrong("a text");
        }
        return node.asText("");
    }

    /** A text that names something. */
    String name() {
        String text = text();
        if (node.isTextual() && text.isEmpty()) {
            problem("empty", "This names nothing");
        }
        return text;
    }

    boolean flag() {
        if (!node.isBoolean()) {
            wrong("true or false");
        }
        return node.asBoolean();
    }

    int whole(int least, int most) {
        if (!node.isInt() || node.asInt() < least || node.asInt() > most) {
            wrong("a whole number from " + least + " to " + most);
            return least;
        }
        return node.asInt();
    }

    /** A whole number from 1 on, however large. */
    long count() {
        if (!node.isIntegralNumber() || !node.canConvertToLong() || node.asLong() < 1) {
            wrong("a whole number from 1 on");
            return 1;
        }
        return node.asLong();
    }

    /** A score or seconds, for reading only. */
    double number() {
        double number = node.isNumber() ? new BigDecimal(node.asText()).doubleValue() : -1;
        if (number < 0 || Double.isInfinite(number)) {
            wrong("a number from 0 on");
            return 0;
        }
        return number;
    }

    /** Zero or more. */
    Money money(Currency currency) {
        Money money = anyMoney(currency);
        if (money.minor() < 0) {
            problem("negative-amount", "No amount here is below zero");
            return Money.zero(currency);
        }
        return money;
    }

    Money anyMoney(Currency currency) {
        if (!node.isTextual() || !MONEY.matcher(node.asText()).matches()) {
            wrong("an amount of money: a text such as \"12.99\"");
            return Money.zero(currency);
        }
        try {
            Money money = Money.of(node.asText(), currency);
            if (money.text().equals(node.asText())) {
                return money;
            }
        } catch (ArithmeticException tooFineOrLarge) {
            // Told with those that have too few decimals.
        }
        problem("not-an-amount", node.asText() + " is no amount in " + currency + ", which is written with "
                + currency.digits() + " decimals" + maybe(node.asText(), currency));
        return Money.zero(currency);
    }

    private static String maybe(String text, Currency currency) {
        return AmountGuess.of(text, currency.digits())
                .filter(guess -> !guess.equals(text))
                .map(guess -> ". Maybe \"" + guess + "\"?")
                .orElse("");
    }

    /** What a text stands for, by its word. */
    <T> T named(Function<String, Optional<T>> find, T standIn) {
        Optional<T> found = find.apply(text());
        if (found.isEmpty() && node.isTextual()) {
            problem("unknown-word", "\"" + node.asText() + "\" is not known here");
        }
        return found.orElse(standIn);
    }

    Instant moment() {
        try {
            return Instant.parse(text());
        } catch (DateTimeException unreadable) {
            if (node.isTextual()) {
                problem("not-a-moment", "This is not a moment in UTC such as \"2026-11-22T20:00:00Z\"");
            }
            return Instant.EPOCH;
        }
    }

    /** One item of an array that is there. */
    ReceiptNode item(int index) {
        return new ReceiptNode(place.item(index));
    }

    /** An array of objects. */
    <T> List<T> list(Function<ReceiptNode, T> read) {
        return items(item -> {
            item.requireObject();
            return read.apply(item);
        });
    }

    /** An array of words, each read by itself. */
    <T> List<T> words(Function<ReceiptNode, T> read) {
        return items(read);
    }

    /** An array of names. */
    List<String> names() {
        return items(ReceiptNode::name);
    }

    private <T> List<T> items(Function<ReceiptNode, T> read) {
        if (!node.isArray()) {
            wrong("an array");
        }
        List<T> list = new ArrayList<>();
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            list.add(read.apply(item(i)));
        }
        return list;
    }
}
