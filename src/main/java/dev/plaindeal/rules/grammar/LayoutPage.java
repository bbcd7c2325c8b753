package dev.plaindeal.rules.grammar;

/** Lines of laid-out text as they are filled. */
final class LayoutPage {

    static final int WIDEST = 120;

    private final StringBuilder text = new StringBuilder();
    private final StringBuilder line = new StringBuilder();
    private boolean closed;

    /** Begins a line of its own with so many blanks in front. */
    void open(int indent) {
        flush();
        line.append(" ".repeat(indent));
    }

    /** Leaves one line empty before the next, except at the top. */
    void blank() {
        flush();
        if (text.length() > 0) {
            text.append('\n');
        }
    }

    private void flush() {
        if (!isFresh()) {
            text.append(line).append('\n');
        }
        line.setLength(0);
        closed = false;
    }

    void write(String glue, String word) {
        line.append(isFresh() ? "" : glue).append(word);
    }

    /** A comment at the end of the line, behind which nothing else can stand. */
    void close(String comment) {
        line.append(isFresh() ? "" : " ").append(comment);
        closed = true;
    }

    boolean isClosed() {
        return closed;
    }

    /** Whether the line has nothing but blanks so far. */
    boolean isFresh() {
        return line.toString().isBlank();
    }

    boolean hasRoom(int more) {
        return line.length() + more <= WIDEST;
    }

    /** Everything, with one line end at its end. */
    String text() {
        flush();
        return text.toString();
    }
}
