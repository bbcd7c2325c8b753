package dev.plaindeal.rules.grammar;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.text.StrictUtf8;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/** From bytes to text, or a sentence why not. */
public final class FileText {

    static final int MOST_BYTES = 64 * 1024;

    private FileText() {}

    /**
     * The text of a rule file.
     *
     * @throws ProblemException when it is too large, or not plain UTF-8
     */
    public static String of(String shown, byte[] bytes) {
        requireSmall(shown, bytes.length);
        requireNoMark(shown, bytes);
        StrictUtf8 read = StrictUtf8.of(bytes);
        if (!read.isWhole()) {
            Place place = place(shown, bytes, read.wrongAt());
            throw problem("not-utf-8", place, "the bytes here are not UTF-8", "Save it as UTF-8.");
        }
        return read.text();
    }

    /**
     * The bytes of a text that was handed in.
     *
     * @throws ProblemException when it holds half a character
     */
    public static byte[] bytes(String shown, String text) {
        try {
            ByteBuffer bytes = UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] all = new byte[bytes.remaining()];
            bytes.get(all);
            return all;
        } catch (CharacterCodingException half) {
            throw problem("not-utf-8", Place.of(shown), "the text holds half of a character", "Hand it in as it was read.");
        }
    }

    public static void requireSmall(String shown, long bytes) {
        if (bytes > MOST_BYTES) {
            throw problem(
                    "file-too-large",
                    Place.of(shown),
                    "the file has " + bytes + " bytes; a rule file has at most " + MOST_BYTES,
                    "A promotion is a few lines; is this the right file?");
        }
    }

    private static void requireNoMark(String shown, byte[] bytes) {
        if (StrictUtf8.isMarked(bytes)) {
            throw problem(
                    "byte-order-mark",
                    Place.of(shown, 1, 1, ""),
                    "the file begins with a byte-order mark",
                    "Save it as UTF-8 without a byte-order mark (without BOM, as editors call it).");
        }
        if (starts(bytes, 0xFF, 0xFE) || starts(bytes, 0xFE, 0xFF)) {
            throw problem("not-utf-8", Place.of(shown, 1, 1, ""), "the file is UTF-16", "Save it as UTF-8.");
        }
    }

    private static boolean starts(byte[] bytes, int... first) {
        for (int i = 0; i < first.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != first[i]) {
                return false;
            }
        }
        return true;
    }

    private static Place place(String shown, byte[] bytes, int at) {
        String before = new String(bytes, 0, at, ISO_8859_1);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        String start = new String(bytes, before.lastIndexOf('\n') + 1, at - before.lastIndexOf('\n') - 1, UTF_8);
        return Place.of(shown, line, start.length() + 1, start);
    }

    private static ProblemException problem(String code, Place place, String message, String hint) {
        return new ProblemException(List.of(Problem.error(code, place, message, hint)));
    }
}
