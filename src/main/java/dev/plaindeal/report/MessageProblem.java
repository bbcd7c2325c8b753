package dev.plaindeal.report;

/**
 * One finding about a file of {@code rules/messages}.
 *
 * @param code short and stable, for machines: {@code message-missing}
 * @param file the file's name
 * @param line counted from 1; 1 when the fault is something the file lacks
 * @param col counted from 1 in the line's text; behind an escape or a continued line it is the nearest known place
 * @param message what is wrong
 * @param hint what to do about it, empty when there is nothing to add
 */
public record MessageProblem(String code, String file, int line, int col, String message, String hint)
        implements Comparable<MessageProblem> {

    @Override
    public int compareTo(MessageProblem other) {
        int byFile = file.compareTo(other.file);
        int byLine = byFile != 0 ? byFile : Integer.compare(line, other.line);
        return byLine != 0 ? byLine : Integer.compare(col, other.col);
    }

    /** One line: place, message, hint. */
    @Override
    public String toString() {
        String place = file + ":" + line + ":" + col + ": " + message + ".";
        return hint.isEmpty() ? place : place + " " + hint;
    }
}
