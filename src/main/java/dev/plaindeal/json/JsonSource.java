package dev.plaindeal.json;

import dev.plaindeal.problem.Place;
import java.util.Arrays;

/**
 * The text being read, and where in its file an offset is.
 *
 * <p>Only a line feed (with or without a carriage return before it) ends a line. Columns count UTF-16 characters, as
 * {@link Place} does. One thread.
 */
public final class JsonSource {

    /** Longer lines are never shown to anybody, and a thousand problems would each hold on to them. */
    private static final int LONGEST_SHOWN = 1_000;

    private final String file;
    private final String text;
    private final int firstLine;
    private int[] lineStarts = new int[0];

    public JsonSource(String file, String text, int firstLine) {
        this.file = file;
        this.text = text;
        this.firstLine = firstLine;
    }

    public String text() {
        return text;
    }

    public int firstLine() {
        return firstLine;
    }

    public Place place(int offset, String pointer) {
        int row = row(offset);
        int start = lineStarts[row];
        return new Place(file, firstLine + row, offset - start + 1, pointer, shown(row));
    }

    /** The input as a whole. */
    public Place whole() {
        return Place.of(file);
    }

    public int line(int offset) {
        return firstLine + row(offset);
    }

    /** Just behind the last character that is no blank: where something is missing. */
    public int end() {
        return text.stripTrailing().length();
    }

    private int row(int offset) {
        if (lineStarts.length == 0) {
            lineStarts = starts();
        }
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private int[] starts() {
        int[] starts = new int[16];
        int count = 1;
        for (int feed = text.indexOf('\n'); feed >= 0; feed = text.indexOf('\n', feed + 1)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = feed + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    private String shown(int row) {
        int start = lineStarts[row];
        int end = row + 1 < lineStarts.length ? lineStarts[row + 1] - 1 : text.length();
        if (end > start && text.charAt(end - 1) == '\r') {
            end--;
        }
        return end - start > LONGEST_SHOWN ? "" : text.substring(start, end);
    }
}
