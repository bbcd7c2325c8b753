package dev.plaindeal.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Bytes read as UTF-8 up to the first that is none; nothing is replaced or passed over.
 *
 * @param text what stands before that byte, or all of it
 * @param wrongAt offset of that byte, -1 where there is none
 */
public record StrictUtf8(String text, int wrongAt) {

    /** Bytes at the beginning of a file that say it is UTF-8, as some editors write them. */
    public static final int MARK_LENGTH = 3;

    /** Reads them all. */
    public static StrictUtf8 of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        boolean wrong = StandardCharsets.UTF_8.newDecoder().decode(in, out, true).isError();
        return new StrictUtf8(out.flip().toString(), wrong ? in.position() : -1);
    }

    /** Whether all of it is UTF-8. */
    public boolean isWhole() {
        return wrongAt < 0;
    }

    /** Whether bytes begin with a byte order mark. */
    public static boolean isMarked(byte[] bytes) {
        return bytes.length >= MARK_LENGTH && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf;
    }
}
