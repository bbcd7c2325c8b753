package dev.plaindeal.read;

import dev.plaindeal.read.Chunk.Size;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Cuts the input into baskets at ends of lines, without reading them.
 *
 * <p>A basket ends with the line that closes its last bracket. So that a broken one does not swallow those after it, a
 * new one also starts at a line that begins with an opening brace and
 * <ul>
 *   <li>names a {@code "basket"} and {@code "lines"}, as only the outermost object does, or
 *   <li>stands in the first column where JSON could not go on with an object, or
 *   <li>stands in the first column and names a {@code "basket"}, for instance behind a line cut off at a comma.
 * </ul>
 * An array of baskets is left whole, to be refused once.
 *
 * <p>What is too large to be a basket is told as soon as it is, and passed over up to its end. Where that does not come
 * within {@link #MOST_PASSED_OVER} bytes, the input has none.
 */
final class Chunks implements Iterator<Chunk> {

    private static final Pattern BASKET = Pattern.compile("\"basket\"\\s*:");
    private static final Pattern LINES = Pattern.compile("\"lines\"\\s*:");

    private static final long MOST_PASSED_OVER = 16L * BasketReader.MOST_BYTES;

    private final ByteLines lines;
    private final Deque<Chunk> ready = new ArrayDeque<>();
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Brackets brackets = new Brackets();
    private Division division = Division.BY_BRACKETS;
    private int firstLine = 1;
    private int line;
    private int cut;
    /** Bytes of this basket that were not kept, because there are more than it may have. */
    private long passedOver;
    private Piece last = Piece.TO_LINE_END;
    private Rest rest = Rest.TO_INPUT_END;

    private enum Division { BY_BRACKETS, NONE }

    private enum Piece { TO_LINE_END, CUT_OFF }

    private enum Rest { TO_INPUT_END, NO_FURTHER }

    Chunks(InputStream in) {
        this.lines = new ByteLines(in, BasketReader.MOST_BYTES);
    }

    @Override
    public boolean hasNext() {
        while (ready.isEmpty()) {
            Optional<byte[]> next = rest == Rest.NO_FURTHER ? Optional.empty() : lines.next();
            if (next.isEmpty()) {
                cutLast();
                return !ready.isEmpty();
            }
            take(next.get());
        }
        return true;
    }

    @Override
    public Chunk next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        return ready.remove();
    }

    /** Input without any basket is one empty chunk, so that somebody hears of it. */
    private void cutLast() {
        if (isBegun() || cut == 0) {
            cut();
        }
    }

    private boolean isBegun() {
        return kept.size() > 0 || passedOver > 0;
    }

    private void take(byte[] bytes) {
        Piece before = last;
        last = bytes[bytes.length - 1] == '\n' ? Piece.TO_LINE_END : Piece.CUT_OFF;
        if (before == Piece.CUT_OFF) {
            keep(bytes);
        } else {
            line++;
            takeLine(bytes);
        }
    }

    private void takeLine(byte[] bytes) {
        if (line == 1 && isUtf16(bytes)) {
            division = Division.NONE;
        }
        int content = firstContent(bytes);
        if (!isBegun()) {
            if (content == bytes.length) {
                return;
            }
            firstLine = line;
        } else if (startsBasket(bytes, content)) {
            cut();
        }
        keep(bytes);
    }

    private void keep(byte[] bytes) {
        if (passedOver == 0 && kept.size() + bytes.length <= BasketReader.MOST_BYTES) {
            kept.writeBytes(bytes);
        } else {
            passOver(bytes.length);
        }
        brackets.read(bytes);
        if (last == Piece.TO_LINE_END && brackets.areClosed() && division == Division.BY_BRACKETS) {
            cut();
        }
    }

    private void passOver(int bytes) {
        if (passedOver == 0) {
            ready.add(Chunk.without(firstLine, Size.TOO_LARGE));
        }
        passedOver += kept.size() + bytes;
        kept = new ByteArrayOutputStream();
        if (passedOver > MOST_PASSED_OVER) {
            ready.add(Chunk.without(firstLine, Size.ENDLESS));
            rest = Rest.NO_FURTHER;
        }
    }

    private void cut() {
        if (passedOver == 0) {
            ready.add(new Chunk(firstLine, kept.toByteArray(), Size.FITS));
        }
        kept = new ByteArrayOutputStream();
        brackets = new Brackets();
        firstLine = line;
        passedOver = 0;
        cut++;
    }

    private boolean startsBasket(byte[] bytes, int content) {
        if (content == bytes.length || bytes[content] != '{' || division == Division.NONE) {
            return false;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean isNamed = BASKET.matcher(text).find();
        boolean isWhole = isNamed && LINES.matcher(text).find();
        if (brackets.awaitObject()) {
            return !brackets.startWithArray() && (isWhole || isNamed && content == 0);
        }
        return isWhole || content == 0;
    }

    private static int firstContent(byte[] bytes) {
        int at = 0;
        while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\t' || bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        return at;
    }

    /** Lines mean nothing in UTF-16 read as bytes: the whole input is then one refusal, not one per line. */
    private static boolean isUtf16(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes.length > 1 ? bytes[1] & 0xff : 0;
        return first == 0xfe && second == 0xff || first == 0xff && second == 0xfe;
    }
}
