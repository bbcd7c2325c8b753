package dev.plaindeal.cli;

import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * What every command prints through: nothing that came from a rule, a basket, a name or an argument moves a cursor or starts
 * a command, whatever a command forgot. Lines go out when they end, or are flushed.
 */
final class SafeWriter extends PrintWriter {

    private final PrintWriter to;

    SafeWriter(PrintWriter to) {
        super(new Lines(to), true);
        this.to = to;
    }

    /** Our own control characters and commands, printed as they are. What others wrote is made visible before. */
    void own(String text) {
        flush();
        to.print(text);
        to.flush();
    }

    /** One kind of line end everywhere: a carriage return moves the cursor. */
    @Override
    public void println() {
        write("\n");
        flush();
    }

    @Override
    public boolean checkError() {
        flush();
        return to.checkError();
    }

    private static final class Lines extends Writer {
        private final PrintWriter to;
        private final StringBuilder line = new StringBuilder();

        Lines(PrintWriter to) {
            this.to = to;
        }

        @Override
        public void write(char[] text, int from, int count) throws IOException {
            for (int i = from; i < from + count; i++) {
                if (text[i] == '\n') {
                    end();
                    to.write('\n');
                } else {
                    line.append(text[i]);
                }
            }
        }

        /** Nothing is written where there is nothing, or a reader that has gone would be noticed before it was given anything. */
        private void end() {
            if (line.isEmpty()) {
                return;
            }
            to.write(Visible.output(line.toString()));
            line.setLength(0);
        }

        @Override
        public void flush() {
            end();
            to.flush();
        }

        @Override
        public void close() {
            flush();
            to.close();
        }
    }
}
