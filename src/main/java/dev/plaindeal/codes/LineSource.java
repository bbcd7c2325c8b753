package dev.plaindeal.codes;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The lines of a stream, one after the other, as bytes without their ends. For one thread. */
final class LineSource implements Closeable {

    private static final int BUFFER = 16 * 1024;
    /** A line with more bytes is cut there; whoever reads it finds out that it is no line of codes. */
    private static final int LONGEST = 16 * 1024;

    private final InputStream in;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream(64);
    private boolean ended;

    LineSource(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
    }

    /** The next line, or empty behind the last. */
    Optional<byte[]> next() throws IOException {
        line.reset();
        int one = in.read();
        if (one < 0) {
            return Optional.empty();
        }
        while (one >= 0 && one != CodeLine.END && line.size() < LONGEST) {
            line.write(one);
            one = in.read();
        }
        ended = one == CodeLine.END;
        return Optional.of(line.toByteArray());
    }

    /** Whether the line before had an end. */
    boolean ended() {
        return ended;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
