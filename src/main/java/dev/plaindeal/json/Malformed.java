package dev.plaindeal.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Finds why a text is not JSON, once Jackson has refused it.
 *
 * <p>Jackson decides and this explains: its messages name tokens and code points, its places are one off here and
 * there, and both change between versions. Where the two should ever disagree, Jackson's place is reported without an
 * explanation.
 */
final class Malformed {

    /** What may come next. */
    private enum Due { VALUE, VALUE_OR_END, NAME, NAME_OR_END, COLON, COMMA_OR_END, NOTHING }

    private final JsonSource source;
    private final String text;
    private final Deque<Integer> open = new ArrayDeque<>();
    private Due due = Due.VALUE;
    private int comma;
    private int at;

    private Malformed(JsonSource source) {
        this.source = source;
        this.text = source.text();
    }

    /** Adds the one problem that ended the reading; always empty, for the caller to return. */
    static Optional<Node> report(JsonProblems findings, IOException refusal) {
        JsonFault fault = new Malformed(findings.source()).fault().orElseGet(() -> unexplained(findings, refusal));
        findings.error(fault.code(), fault.at(), "", fault.message(), fault.hint());
        return Optional.empty();
    }

    private static JsonFault unexplained(JsonProblems findings, IOException refusal) {
        long at = refusal instanceof JsonProcessingException json && json.getLocation() != null
                ? json.getLocation().getCharOffset()
                : 0;
        int within = (int) Math.max(0, Math.min(at, findings.source().end()));
        return JsonFault.malformed(within, "This is not JSON", "");
    }

    Optional<JsonFault> fault() {
        while (due != Due.NOTHING) {
            skipBlanks();
            if (at == text.length()) {
                return Optional.of(truncated());
            }
            Optional<JsonFault> fault = step(text.charAt(at));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return at < text.length() ? fault("Something stands right behind the end of the JSON", "") : Optional.empty();
    }

    private void skipBlanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private JsonFault truncated() {
        StringBuilder missing = new StringBuilder();
        open.stream().limit(10).forEach(offset -> missing.append(closing(offset)));
        String message = open.isEmpty()
                ? "The JSON ends in the middle"
                : "The JSON ends in the middle: the " + text.charAt(open.peek()) + " of " + spot(open.peek()) + " is still open";
        return new JsonFault(source.end(), "truncated-json", message,
                open.isEmpty() ? "" : "Maybe the end is cut off; " + missing + " would close it");
    }

    private Optional<JsonFault> step(char next) {
        return switch (next) {
            case '{' -> begin(Due.NAME_OR_END);
            case '[' -> begin(Due.VALUE_OR_END);
            case '}', ']' -> end(next);
            case ',' -> comma();
            case ':' -> colon();
            case '"' -> string();
            default -> other(next);
        };
    }

    private Optional<JsonFault> begin(Due inside) {
        Optional<JsonFault> fault = valueDue();
        open.push(at++);
        due = inside;
        return fault;
    }

    private Optional<JsonFault> end(char closing) {
        if (open.isEmpty()) {
            return fault("Nothing is open that this " + closing + " could close", "Remove it");
        }
        if (closing(open.peek()) != closing) {
            return fault("This " + closing + " does not close the " + text.charAt(open.peek()) + " of " + spot(open.peek()),
                    "Maybe " + closing(open.peek()) + "?");
        }
        switch (due) {
            case VALUE, NAME -> {
                return Optional.of(due == Due.VALUE && text.charAt(open.peek()) == '{'
                        ? JsonFault.malformed(at, "A value is missing before this " + closing, "")
                        : JsonFault.malformed(comma, "A comma stands before the closing " + closing, "Leave the comma out"));
            }
            case COLON -> {
                return fault("A field needs a colon and a value", "");
            }
            default -> {
                open.pop();
                at++;
                closeValue();
                return Optional.empty();
            }
        }
    }

    private Optional<JsonFault> comma() {
        if (due != Due.COMMA_OR_END) {
            return fault("Something is missing before this comma", "Maybe one comma too many");
        }
        comma = at++;
        due = text.charAt(open.getFirst()) == '{' ? Due.NAME : Due.VALUE;
        return Optional.empty();
    }

    private Optional<JsonFault> colon() {
        if (due != Due.COLON) {
            return fault("A colon cannot stand here", "A colon stands between a field's name and its value");
        }
        at++;
        due = Due.VALUE;
        return Optional.empty();
    }

    private Optional<JsonFault> string() {
        Optional<JsonFault> misplaced = due == Due.NAME || due == Due.NAME_OR_END ? Optional.empty() : valueDue();
        if (misplaced.isPresent()) {
            return misplaced;
        }
        JsonLiteral.End end = JsonLiteral.string(text, at);
        if (end.fault().isEmpty()) {
            at = end.at();
            closeStringOrName();
        }
        return end.fault();
    }

    private void closeStringOrName() {
        if (due == Due.NAME || due == Due.NAME_OR_END) {
            due = Due.COLON;
        } else {
            closeValue();
        }
    }

    private Optional<JsonFault> other(char next) {
        Optional<JsonFault> never = JsonLiteral.never(text, at);
        if (never.isPresent()) {
            return never;
        }
        if (due == Due.NAME || due == Due.NAME_OR_END) {
            return fault("A field's name stands in double quotes", "");
        }
        Optional<JsonFault> misplaced = valueDue();
        if (misplaced.isPresent()) {
            return misplaced;
        }
        JsonLiteral.End end = JsonLiteral.bare(text, at);
        at = end.at();
        closeValue();
        return end.fault();
    }

    private Optional<JsonFault> valueDue() {
        return switch (due) {
            case VALUE, VALUE_OR_END -> Optional.empty();
            case COLON -> fault("A colon is missing before this", "");
            case COMMA_OR_END -> fault("A comma is missing before this", Character.isLetter(text.charAt(at))
                    ? "Maybe a quotation mark before it is missing or one too many" : "");
            default -> fault("A field's name stands here, in double quotes", "");
        };
    }

    private void closeValue() {
        due = open.isEmpty() ? Due.NOTHING : Due.COMMA_OR_END;
    }

    private Optional<JsonFault> fault(String message, String hint) {
        return Optional.of(JsonFault.malformed(at, message, hint));
    }

    private char closing(int opening) {
        return text.charAt(opening) == '{' ? '}' : ']';
    }

    private String spot(int offset) {
        return "line " + source.line(offset);
    }
}
