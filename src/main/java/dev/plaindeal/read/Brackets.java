package dev.plaindeal.read;

import java.util.BitSet;

/**
 * Follows the brackets of JSON over lines of bytes, well enough to tell where a basket ends although it may be broken.
 *
 * <p>UTF-8 keeps all of JSON's own characters in single bytes. A string never goes past its line, in JSON and here.
 */
final class Brackets {

    private static final int DEEPEST = 500;

    private final BitSet objects = new BitSet();
    private int depth;
    private byte last;
    private Health health = Health.SOUND;

    private enum Health { SOUND, BROKEN }

    /** Reads one line. */
    void read(byte[] bytes) {
        int at = 0;
        while (at < bytes.length) {
            byte next = bytes[at++];
            switch (next) {
                case '"' -> at = afterString(bytes, at);
                case '{', '[' -> open(next);
                case '}', ']' -> close(next);
                default -> { }
            }
            last = next == ' ' || next == '\t' || next == '\r' || next == '\n' ? last : next;
        }
    }

    private int afterString(byte[] bytes, int from) {
        for (int at = from; at < bytes.length; at++) {
            if (bytes[at] == '"') {
                return at + 1;
            }
            at += bytes[at] == '\\' ? 1 : 0;
        }
        health = Health.BROKEN;
        return bytes.length;
    }

    private void open(byte bracket) {
        if (depth < DEEPEST) {
            objects.set(depth++, bracket == '{');
        } else {
            health = Health.BROKEN;
        }
    }

    private void close(byte bracket) {
        if (depth > 0 && objects.get(depth - 1) == (bracket == '}')) {
            depth--;
        } else {
            health = Health.BROKEN;
        }
    }

    /** Whether all that was opened is closed, so that a basket ends here. */
    boolean areClosed() {
        return depth == 0;
    }

    /** Whether the outermost bracket is an array's. */
    boolean startWithArray() {
        return depth > 0 && !objects.get(0);
    }

    /** Whether an object could go on here, in sound JSON. */
    boolean awaitObject() {
        if (health == Health.BROKEN || depth == 0) {
            return false;
        }
        return objects.get(depth - 1) ? last == ':' : last == ',' || last == '[';
    }
}
