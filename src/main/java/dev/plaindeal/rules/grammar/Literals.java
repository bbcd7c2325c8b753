package dev.plaindeal.rules.grammar;

import dev.plaindeal.money.Currency;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads values: texts in double quotes, whole numbers, true and false. */
final class Literals {

    private static final int MOST_DIGITS = 9;
    private static final String HINT = "A value is a text in double quotes, a whole number, true or false.";

    private final Cursor cursor;
    private final FileProblems findings;

    Literals(Cursor cursor, FileProblems findings) {
        this.cursor = cursor;
        this.findings = findings;
    }

    /** The next value, or empty when something else stands there, which is then reported and not taken. */
    Optional<Literal> literal() {
        Token token = cursor.peek();
        if (token.is("-") && cursor.peekAfter().is(Kind.NUMBER)) {
            cursor.take();
            return number(token.at(), "-" + cursor.take().text());
        }
        if (isAmount(token, cursor.peekAfter()) || isAmount(cursor.peekAfter(), token)) {
            return amount(cursor.take(), cursor.take());
        }
        if (token.is(Kind.NUMBER)) {
            return share(number(token.at(), cursor.take().text()));
        }
        if (token.is(Kind.TEXT)) {
            return Optional.of(new Literal(cursor.take().text(), token.at()));
        }
        if (token.is("true") || token.is("false")) {
            return Optional.of(new Literal(Boolean.valueOf(cursor.take().text()), token.at()));
        }
        unquoted(token);
        return Optional.empty();
    }

    /** The code of a currency and a number that should be one text. */
    private static boolean isAmount(Token code, Token number) {
        return code.is(Kind.NAME) && Currency.find(code.text().toUpperCase(Locale.ROOT)).isPresent() && number.is(Kind.NUMBER);
    }

    private Optional<Literal> amount(Token first, Token second) {
        Token code = first.is(Kind.NAME) ? first : second;
        Token number = first.is(Kind.NAME) ? second : first;
        String meant = code.text().toUpperCase(Locale.ROOT) + " " + number.text();
        findings.error("not-expected", first.at(), "an amount is a text, so it stands in quotes", "Write \"" + meant + "\".");
        return Optional.of(new Literal(meant, first.at()));
    }

    /** A percentage is a number where a number is taken, and a text with its sign where a saving is. */
    private Optional<Literal> share(Optional<Literal> number) {
        if (cursor.peek().is("%") && number.isPresent()) {
            Token sign = cursor.take();
            findings.error(
                    "not-expected",
                    sign.at(),
                    "a sign of percent stands in quotes, or not at all",
                    "Write " + number.get().value() + ", or \"" + number.get().value() + "%\" where a saving can be an amount too.");
        }
        return number;
    }

    private void unquoted(Token token) {
        boolean word = token.is(Kind.NAME) && !token.isVariable() && RefusedSyntax.find(token).isEmpty();
        if (word) {
            cursor.unexpected(
                    "expected a value, found " + token.shown() + " without quotes",
                    "If it is a text, write \"" + token.text() + "\".");
        } else if (token.text().matches("\\$[0-9]+")) {
            cursor.unexpected(
                    "an amount is a text with the code of its currency", "Write \"USD " + token.text().substring(1) + "\", or another currency.");
        } else if (token.isVariable()) {
            cursor.unexpected("a value cannot be a variable such as " + token.shown(), HINT);
        } else {
            cursor.fail("a value", HINT);
        }
    }

    private Optional<Literal> number(SourceSpot at, String text) {
        String digits = text.startsWith("-") ? text.substring(1) : text;
        if (digits.matches("0|[1-9][0-9]{0," + (MOST_DIGITS - 1) + "}")) {
            return Optional.of(new Literal(Integer.valueOf(text), at));
        }
        refuse(at, text, digits);
        return Optional.of(new Literal(0, at));
    }

    private void refuse(SourceSpot at, String text, String digits) {
        if (digits.matches("[0-9]+\\.[0-9]+")) {
            String hint = "Decimals are written in quotes: \"" + text + "\".";
            findings.error("number", at, "numbers in rule files are whole; " + text + " is not", hint);
        } else if (digits.matches("[1-9][0-9]*")) {
            findings.error("number", at, text + " is too large", "A number has at most " + MOST_DIGITS + " digits.");
        } else if (digits.matches("[0-9]+[A-Za-z]{3}") && Currency.find(code(digits)).isPresent()) {
            String hint = "Write \"" + code(digits) + " " + digits.substring(0, digits.length() - 3) + "\".";
            findings.error("number", at, text + " is an amount, and an amount is a text", hint);
        } else {
            String hint = "Write digits only, with no zero in front.";
            findings.error("number", at, text + " is not a whole number as rule files write it", hint);
        }
    }

    private static String code(String digits) {
        return digits.substring(digits.length() - 3).toUpperCase(Locale.ROOT);
    }

    /**
     * Values between brackets, the opening one taken already; takes the closing one. What follows a slip is skipped up to
     * the next comma or bracket.
     */
    List<Literal> list(Set<String> ends) {
        List<Literal> values = new ArrayList<>();
        if (cursor.takeIf(")")) {
            return values;
        }
        do {
            Optional<Literal> value = literal();
            value.ifPresent(values::add);
            if (!cursor.at(",", ")")) {
                if (value.isPresent()) {
                    cursor.fail(", or )", "Values are separated by commas.");
                }
                cursor.skipOverBrackets(Set.of(",", ")"), ends);
                if (!cursor.at(",", ")") || cursor.peek().is(Kind.END)) {
                    return values;
                }
            }
        } while (cursor.takeIf(","));
        cursor.expect(")", "Close the bracket.");
        return values;
    }
}
