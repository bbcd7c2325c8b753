package dev.plaindeal.read;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.Decoded;
import dev.plaindeal.json.JsonProblems;
import dev.plaindeal.json.JsonSubject;
import dev.plaindeal.json.JsonTree;
import dev.plaindeal.json.Node;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Reads baskets from JSON: a basket, or every problem there is with it.
 *
 * <p>Nothing is guessed and nothing rounded. Only text that is not JSON ends the reading at once; everything else is
 * collected. The shape is described by the resource {@code /dev/plaindeal/basket.schema.json}.
 *
 * <p>Stateless and thread-safe. No method throws for what the bytes hold.
 *
 * <p>Worked number: {@code "unitPrice": "47.99"} in a basket in USD is 4799 minor units.
 */
public final class BasketReader {

    /** The most bytes one basket may have; 5,000 full lines need about a third. */
    public static final int MOST_BYTES = JsonTree.MOST_BYTES;

    /** The number of the form read here; a basket without {@code format} is taken to be of it. */
    public static final int FORMAT = 1;

    private static final JsonSubject SUBJECT = new JsonSubject("basket", "three");

    private BasketReader() {}

    /**
     * Reads one basket; anything behind it is a problem.
     *
     * @param file name for the places of problems
     * @param bytes UTF-8 without byte order mark
     * @param now the moment for a basket that names no {@code at}
     */
    public static BasketReading read(String file, byte[] bytes, Instant now) {
        return read(file, bytes, 1, now);
    }

    /**
     * The same for one that stands on a line of a longer file.
     *
     * @param line its number in the file, from 1
     */
    public static BasketReading readLine(String file, int line, byte[] bytes, Instant now) {
        Optional<BasketReading> plain = bytes.length > MOST_BYTES ? Optional.empty() : PlainBasket.read(bytes, line, now);
        return plain.orElseGet(() -> read(file, bytes, line, now));
    }

    /**
     * Reads one basket written over any number of lines, or several, of which each starts on a line of its own.
     *
     * @return at least one reading, in the order of the input; a basket that cannot be read does not stop the others
     * @see #stream
     */
    public static List<BasketReading> readAll(String file, byte[] bytes, Instant now) {
        return stream(file, new ByteArrayInputStream(bytes), now).toList();
    }

    /**
     * The same for input of any length: holds one basket at a time and hands it on at the end of its last line. Input that
     * goes on without end where a basket would have one is read for 16 times as many bytes as a basket may have, no further.
     *
     * <p>The stream is sequential, reads lazily and does not close {@code in}.
     *
     * @throws java.io.UncheckedIOException while the stream is consumed, when {@code in} fails
     */
    public static Stream<BasketReading> stream(String file, InputStream in, Instant now) {
        Iterator<Chunk> chunks = new Chunks(in);
        int flags = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(chunks, flags), false)
                .map(chunk -> read(file, chunk, now));
    }

    private static BasketReading read(String file, Chunk chunk, Instant now) {
        return switch (chunk.size()) {
            case FITS -> read(file, chunk.bytes(), chunk.line(), now);
            case TOO_LARGE -> tooLarge(file, chunk.line());
            case ENDLESS -> refused(file, chunk.line(), "endless-input", "This has no end in sight; nothing behind it is read");
        };
    }

    private static BasketReading read(String file, byte[] bytes, int line, Instant now) {
        if (bytes.length > MOST_BYTES) {
            return tooLarge(file, line);
        }
        JsonProblems findings = Decoded.of(file, bytes, line);
        if (findings.has("not-utf-8")) {
            return refused(findings);
        }
        if (findings.source().end() == 0) {
            findings.errorInWhole("empty-input", "There is no basket here: the input is empty", "");
            return refused(findings);
        }
        return JsonTree.of(findings, SUBJECT).map(root -> read(findings, root, now)).orElseGet(() -> refused(findings));
    }

    private static BasketReading read(JsonProblems findings, Node root, Instant now) {
        if (!(root instanceof Node.Fields object)) {
            refuseRoot(findings, root);
            return refused(findings);
        }
        if (BasketObject.isOfOtherFormat(findings, object)) {
            return refused(findings);
        }
        BasketObject whole = new BasketObject(findings, object, now);
        Optional<Basket> basket = whole.basket();
        return new BasketReading(findings.source().line(object.spot().at()), basket, findings.sorted(), whole.filledIn());
    }

    private static void refuseRoot(JsonProblems findings, Node root) {
        if (root instanceof Node.Elements) {
            findings.error("basket-array", root.spot(), "An array of baskets is not read",
                    "Write one basket per line, without the brackets around them and the commas between them");
        } else {
            findings.error("not-an-object", root.spot(), "A basket is an object in curly brackets, this is " + root.kind(), "");
        }
    }

    private static BasketReading refused(JsonProblems findings) {
        return new BasketReading(findings.source().firstLine(), Optional.empty(), findings.sorted(), Optional.empty());
    }

    private static BasketReading tooLarge(String file, int line) {
        return refused(file, line, "input-too-large", "A basket has at most " + MOST_BYTES + " bytes, this one has more");
    }

    private static BasketReading refused(String file, int line, String code, String message) {
        Problem problem = Problem.error(code, new Place(file, line, 0, "", ""), message, "");
        return new BasketReading(line, Optional.empty(), List.of(problem), Optional.empty());
    }
}
