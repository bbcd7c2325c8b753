package dev.plaindeal.score;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plaindeal.json.PointedNode;
import dev.plaindeal.money.AmountGuess;
import dev.plaindeal.money.Currency;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Hidden;
import dev.plaindeal.text.Visible;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The fields of one JSON object, read one by one; what is wrong with them is collected with its JSON pointer.
 *
 * <p>A field that is absent or null has its default. A field that cannot be read gives its default too, so that reading
 * goes on and finds the next problem.
 */
final class TermsObject {

    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,6})?");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int LONGEST_NAME = 200;
    private static final int SHOWN = 40;

    private final PointedNode place;
    private final JsonNode node;

    private TermsObject(PointedNode place) {
        this.place = place;
        this.node = place.value();
    }

    static TermsObject root(JsonNode node, String file) {
        return new TermsObject(PointedNode.root(node, file));
    }

    List<Problem> problems() {
        return place.problems();
    }

    /** One of several, where they are an array. */
    TermsObject item(int index) {
        return new TermsObject(place.item(index));
    }

    /** Notes a problem with a field, or with the object itself when the name is empty. */
    void refuse(String name, String sentence, String hint) {
        place.problem(name, "terms-wrong-value", sentence, hint);
    }

    /** Notes every field that is not among these. */
    void known(String... names) {
        if (!node.isObject()) {
            refuse("", "this has to be an object", "");
            return;
        }
        List<String> known = Arrays.asList(names);
        for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
            String name = given.next();
            if (!known.contains(name)) {
                refuse(shown(name), "there is no field " + shown(name),
                        Nearest.hint(name, known, "The fields are " + String.join(", ", known) + "."));
            }
        }
    }

    private static String shown(String text) {
        return Visible.line(text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "...");
    }

    boolean has(String name) {
        return node.hasNonNull(name);
    }

    Optional<TermsObject> object(String name) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        if (!has(name)) {
            refuse("", "the field " + name + " is missing", "");
            return Optional.empty();
        }
        return Optional.of(new TermsObject(place.field(name)));
    }

    List<TermsObject> objects(String name, int least, int most) {
        JsonNode array = node.path(name);
        if (!node.isObject()) {
            return List.of();
        }
        if (!array.isArray() || array.size() < least || array.size() > most) {
            refuse(has(name) ? name : "", name + " is a list of " + least + " to " + most + " objects", "");
            return List.of();
        }
        List<TermsObject> objects = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            objects.add(new TermsObject(place.field(name).item(i)));
        }
        return objects;
    }

    boolean flag(String name, boolean otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        if (!node.get(name).isBoolean()) {
            refuse(name, name + " is true or false", "");
            return otherwise;
        }
        return node.get(name).booleanValue();
    }

    int count(String name, int least, int most, int otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        JsonNode value = node.get(name);
        boolean whole = value.isNumber() && value.decimalValue().stripTrailingZeros().scale() <= 0;
        if (!whole
                || value.decimalValue().compareTo(BigDecimal.valueOf(least)) < 0
                || value.decimalValue().compareTo(BigDecimal.valueOf(most)) > 0) {
            refuse(name, name + " is a whole number from " + least + " to " + most, "");
            return otherwise;
        }
        return value.decimalValue().intValue();
    }

    /** A number more than nothing, as a JSON number or as a text such as "18.44". */
    Optional<Numeral> number(String name) {
        return moreThanNothing(name, numberOrNothing(name));
    }

    /** A number that was read, refused where it is nothing. */
    Optional<Numeral> moreThanNothing(String name, Optional<Numeral> number) {
        if (number.isPresent() && number.get().isZero()) {
            refuse(name, name + " is more than 0", "");
            return Optional.empty();
        }
        return number;
    }

    /** The same where 0 says that there is none; empty only when absent or refused. */
    Optional<Numeral> numberOrNothing(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        JsonNode value = node.get(name);
        if (!value.isNumber() && !value.isTextual()) {
            refuse(name, name + " is a number", "");
            return Optional.empty();
        }
        String text = value.isTextual() ? value.textValue() : plain(value.decimalValue());
        if (!DECIMAL.matcher(text).matches()) {
            refuse(name, name + " is a number, not negative, below a million million, with at most six decimals",
                    value.isTextual() ? maybe(text, 2) : "");
            return Optional.empty();
        }
        return Optional.of(Numeral.of(text));
    }

    /**
     * The same for an amount of money: written as a text it has no more decimals than its currency, so that no separator
     * of thousands is taken for the point before the decimals. A JSON number can hold no such separator.
     */
    Optional<Numeral> moneyOrNothing(String name, Currency currency) {
        String text = has(name) && node.get(name).isTextual() ? node.get(name).textValue() : "";
        int point = text.indexOf('.');
        if (DECIMAL.matcher(text).matches() && point >= 0 && text.length() - point - 1 > currency.digits()) {
            refuse(name, name + " is " + text + ", but " + currency + " has " + currency.digits() + " decimals", maybe(text, currency.digits()));
            return Optional.empty();
        }
        return numberOrNothing(name);
    }

    /** The same, more than nothing. */
    Optional<Numeral> money(String name, Currency currency) {
        return moreThanNothing(name, moneyOrNothing(name, currency));
    }

    private static String maybe(String text, int decimals) {
        return AmountGuess.of(text, decimals).map(guess -> "Maybe \"" + guess + "\"?").orElse("");
    }

    /** Written out unless that would take pages: 1e999999999 gives nothing. */
    private static String plain(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        BigDecimal bare = value.stripTrailingZeros();
        return Math.abs((long) bare.scale()) > SHOWN ? "" : bare.toPlainString();
    }

    String word(String name) {
        if (!has(name)) {
            return "";
        }
        JsonNode value = node.get(name);
        if (!value.isTextual() || value.textValue().length() > LONGEST_NAME) {
            refuse(name, name + " is a text of at most " + LONGEST_NAME + " characters", "");
            return "";
        }
        if (Hidden.firstIn(value.textValue()) >= 0) {
            refuse(name, name + " holds a character that cannot be seen", "Remove it.");
            return "";
        }
        return value.textValue();
    }

    Optional<Currency> currency(String name) {
        if (!has(name)) {
            return Optional.empty();
        }
        String code = node.get(name).isTextual() ? node.get(name).textValue() : "";
        Optional<Currency> currency = CURRENCY.matcher(code).matches() ? Currency.find(code) : Optional.empty();
        if (currency.isEmpty()) {
            refuse(name, name + " is an ISO 4217 code of three capitals", "For instance USD.");
        }
        return currency;
    }

    /** One of the words of a choice. */
    <E extends TermsKey> Optional<E> choice(String name, E[] choices) {
        if (!has(name)) {
            return Optional.empty();
        }
        String text = node.get(name).isTextual() ? node.get(name).textValue() : "";
        for (E choice : choices) {
            if (choice.key().equals(text)) {
                return Optional.of(choice);
            }
        }
        List<String> words = Arrays.stream(choices).map(TermsKey::key).toList();
        refuse(name, name + " is one of " + String.join(", ", words), Nearest.hint(text, words, ""));
        return Optional.empty();
    }
}
