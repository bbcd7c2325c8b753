package dev.plaindeal.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Builds the tree of located values from Jackson's tokens.
 *
 * <p>Numbers and texts of any length get through here, up to the size of the input: a price of a thousand digits is
 * then one problem beside the others, not the end of the reading.
 */
public final class JsonTree {

    /** The most bytes that are read as one tree; Jackson stops there too. */
    public static final int MOST_BYTES = 4_000_000;

    /** What is read this way is a few levels deep. */
    private static final int DEEPEST = 16;

    /** Jackson's own limit stands behind ours, for what is skipped. */
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(500)
            .maxStringLength(MOST_BYTES)
            .maxNumberLength(MOST_BYTES)
            .maxNameLength(MOST_BYTES)
            .maxDocumentLength(MOST_BYTES)
            .build();

    /** Interning and the hash-flood alarm are off: names come from strangers, and the alarm is an exception. */
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(LIMITS)
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
            .build();

    private final JsonParser parser;
    private final JsonProblems findings;
    private final JsonSubject subject;
    private int depth;

    private JsonTree(JsonParser parser, JsonProblems findings, JsonSubject subject) {
        this.parser = parser;
        this.findings = findings;
        this.subject = subject;
    }

    /** The outermost value, or empty when the text is not JSON; then that is among the findings. */
    public static Optional<Node> of(JsonProblems findings, JsonSubject subject) {
        JsonSource source = findings.source();
        try (JsonParser parser = JSON.createParser(source.text().toCharArray())) {
            JsonTree tree = new JsonTree(parser, findings, subject);
            parser.nextToken();
            Node root = tree.value(JsonPosition.outermost(subject.one(), tree.offset()));
            tree.refuseMoreAfter(root);
            return Optional.of(root);
        } catch (StreamConstraintsException tooDeep) {
            return findings.has("nested-too-deep") ? Optional.empty() : Malformed.report(findings, tooDeep);
        } catch (IOException malformed) {
            return Malformed.report(findings, malformed);
        }
    }

    private int offset() {
        return (int) parser.currentTokenLocation().getCharOffset();
    }

    private Node value(JsonPosition spot) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> deeper(spot);
            case START_ARRAY -> deeper(spot);
            case VALUE_STRING -> new Node.Text(spot, parser.getText());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Node.Digits(spot, parser.getText());
            default -> new Node.Constant(spot, parser.getText());
        };
    }

    private Node deeper(JsonPosition spot) throws IOException {
        if (depth == DEEPEST) {
            findings.error("nested-too-deep", spot, "Brackets are nested more than " + DEEPEST + " deep here",
                    "A " + subject.one() + " needs " + subject.levels() + " levels");
            parser.skipChildren();
            return new Node.Elements(spot, List.of());
        }
        depth++;
        Node node = parser.currentToken() == JsonToken.START_OBJECT ? object(spot) : array(spot);
        depth--;
        return node;
    }

    private Node object(JsonPosition spot) throws IOException {
        Map<String, Node> byName = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            int keyAt = offset();
            parser.nextToken();
            Node field = value(spot.field(name, keyAt, offset()));
            Node first = byName.putIfAbsent(name, field);
            if (first != null) {
                findings.errorAtName("duplicate-field", field.spot(), Excerpt.quoted(name) + " is given twice",
                        "The first is on line " + findings.source().line(first.spot().keyAt()) + "; keep one of the two");
            }
        }
        return new Node.Fields(spot, byName);
    }

    private Node array(JsonPosition spot) throws IOException {
        List<Node> list = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            list.add(value(spot.item(list.size(), offset())));
        }
        return new Node.Elements(spot, list);
    }

    private void refuseMoreAfter(Node root) {
        if (!(root instanceof Node.Fields)) {
            return;
        }
        String text = findings.source().text();
        int at = (int) parser.currentLocation().getCharOffset();
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (at < text.length()) {
            findings.error("trailing-content", at, "", "Something follows the end of the " + subject.one(), afterHint(text.charAt(at)));
        }
    }

    private String afterHint(char next) {
        return switch (next) {
            case '{' -> "Several " + subject.one() + "s stand one per line, each on a line of its own";
            case '}', ']' -> "Maybe one closing bracket too many";
            case ',' -> capital(subject.one()) + "s are not separated by commas: one per line";
            default -> "Remove it";
        };
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
