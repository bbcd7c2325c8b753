package dev.plaindeal.json;

import dev.plaindeal.text.Blanks;
import dev.plaindeal.text.Hidden;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads single values and reports what is wrong with them. After a problem a harmless stand-in is returned, because
 * nothing will be made of the whole.
 */
public final class ValueReader {

    /** Longer ids and texts are a slip. */
    static final int LONGEST = 200;
    /** The largest whole number that every JSON reader keeps exact: 2^53 - 1. */
    public static final long LARGEST = 9_007_199_254_740_991L;

    private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");

    private final JsonProblems findings;

    public ValueReader(JsonProblems findings) {
        this.findings = findings;
    }

    public JsonProblems findings() {
        return findings;
    }

    public void wrongType(Node node, String wanted, String hint) {
        String otherwise = node.kind().equals("null") ? "Leave the field out when there is no value" : hint;
        findings.error("wrong-type", node.spot(), node.spot().label() + " is " + node.kind() + ", not " + wanted, otherwise);
    }

    /** A name: not blank, no blanks around it, nothing invisible in it. */
    public String id(Node node) {
        String text = text(node);
        if (Blanks.areAround(text) && !Blanks.isOnly(text)) {
            findings.error("blank-around", node.spot(), node.spot().label() + " begins or ends with a blank",
                    "Maybe " + Excerpt.quoted(Blanks.strip(text)) + "?");
        }
        return text;
    }

    /** A text with something in it; blanks around it are its own business. */
    public String text(Node node) {
        String text = anyText(node);
        if (Blanks.isOnly(text) && node instanceof Node.Text) {
            findings.error("empty-text", node.spot(), node.spot().label() + " is empty", "");
        }
        return text;
    }

    /** A text that may be empty. */
    public String anyText(Node node) {
        String text = typed(node);
        checkCharacters(text, node.spot().at(), node.spot());
        return text;
    }

    /** What somebody typed, whatever it holds: nothing is refused for it. */
    public String typed(Node node) {
        if (node instanceof Node.Text text) {
            return text.value();
        }
        wrongType(node, "a text", node instanceof Node.Digits digits
                ? "Put it in quotes: " + Excerpt.quoted(digits.written()) : "");
        return "";
    }

    /** The name of a field that names a store or a promotion. */
    public void checkKey(JsonPosition spot) {
        if (Blanks.isOnly(spot.name())) {
            findings.errorAtName("empty-text", spot, "A name is empty", "");
        }
        checkCharacters(spot.name(), spot.keyAt(), spot);
    }

    private void checkCharacters(String text, int at, JsonPosition spot) {
        int length = text.codePointCount(0, text.length());
        if (length > LONGEST) {
            findings.error("text-too-long", at, spot.pointer(),
                    spot.label() + " has " + length + " characters, more than " + LONGEST, "");
        }
        int bad = Hidden.firstIn(text);
        if (bad >= 0) {
            reportHarmful(text.codePointAt(bad), at, spot);
        }
    }

    private void reportHarmful(int point, int at, JsonPosition spot) {
        if (point >= 0xd800 && point <= 0xdfff) {
            findings.error("lone-surrogate", at, spot.pointer(), String.format(
                    "%s holds half of a character (\\u%04x without its other half)", spot.label(), point),
                    "Maybe a text was cut in the middle of an emoji");
        } else {
            findings.error("control-character", at, spot.pointer(), String.format(
                    "%s holds an invisible character (U+%04X)", spot.label(), point), "Remove it");
        }
    }

    public boolean flag(Node node) {
        if (node instanceof Node.Constant word && !word.written().equals("null")) {
            return word.written().equals("true");
        }
        String hint = node instanceof Node.Text text && (text.value().equals("true") || text.value().equals("false"))
                ? "Remove the quotes: " + text.value() : "";
        wrongType(node, "true or false", hint);
        return false;
    }

    public long whole(Node node, long least, long most) {
        if (!(node instanceof Node.Digits digits)) {
            wrongType(node, "a whole number", node instanceof Node.Text text && text.value().matches("[0-9]{1,15}")
                    ? "Remove the quotes: " + text.value() : "");
            return least;
        }
        String written = digits.written();
        if (!WHOLE.matcher(written).matches()) {
            findings.error("not-whole", node.spot(), node.spot().label() + " is " + Excerpt.bare(written) + ", not a whole number",
                    "Write digits only");
            return least;
        }
        long value = written.length() <= 18 ? Long.parseLong(written)
                : written.startsWith("-") ? Long.MIN_VALUE : Long.MAX_VALUE;
        if (value >= least && value <= most) {
            return value;
        }
        findings.error("out-of-range", node.spot(), node.spot().label() + " is " + Excerpt.bare(written)
                + (value < least ? ", less than " + least : ", more than " + most), "");
        return least;
    }

    public List<Node> items(Node node) {
        if (node instanceof Node.Elements items) {
            return items.list();
        }
        wrongType(node, "an array", "Write it in square brackets: [ ... ]");
        return List.of();
    }

    public Optional<Node.Fields> fields(Node node) {
        if (node instanceof Node.Fields fields) {
            return Optional.of(fields);
        }
        wrongType(node, "an object", "Write it in curly brackets: { ... }");
        return Optional.empty();
    }
}
