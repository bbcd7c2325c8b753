package dev.plaindeal.rules.grammar;

import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
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
        if (token.is(Kind.NUMBER)) {
            return number(token.at(), cursor.take().text());
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

    private void unquoted(Token token) {
        boolean word = token.is(Kind.NAME) && !token.isVariable() && RefusedSyntax.find(token).isEmpty();
        if (word) {
            cursor.unexpected(
                    "expected a value, found " + token.shown() + " without quotes",
                    "If it is a text, write \"" + token.text() + "\".");
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
        } else {
            String hint = "Write digits only, with no zero in front.";
            findings.error("number", at, text + " is not a whole number as rule files write it", hint);
        }
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
