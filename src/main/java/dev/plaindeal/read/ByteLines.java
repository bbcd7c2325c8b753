package dev.plaindeal.read;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Reads lines of bytes, each with its line feed; one too long to be kept as a whole comes in pieces. */
final class ByteLines {

    private final InputStream in;
    private final int most;
    private final byte[] buffer = new byte[1 << 14];
    private int from;
    private int to;

    ByteLines(InputStream in, int most) {
        this.in = in;
        this.most = most;
    }

    /** The next line, or a piece of it as soon as it has more bytes than somebody will read; empty at the end of the input. */
    Optional<byte[]> next() {
        ByteArrayOutputStream line = new ByteArrayOutputStream(512);
        while (from < to || fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            int next = Math.min(end + 1, to);
            line.write(buffer, from, next - from);
            from = next;
            if (end < to || line.size() > most) {
                return Optional.of(line.toByteArray());
            }
        }
        return line.size() == 0 ? Optional.empty() : Optional.of(line.toByteArray());
    }

    private boolean fill() {
        try {
            from = 0;
            to = Math.max(0, in.read(buffer));
            return to > 0;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
