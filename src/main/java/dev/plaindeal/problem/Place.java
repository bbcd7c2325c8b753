package dev.plaindeal.problem;

import dev.plaindeal.text.Visible;

/**
 * Where a problem is.
 *
 * @param file file name as the user gave it, or a name such as {@code <stdin>}
 * @param line from 1; 0 for the file as a whole
 * @param column from 1, in characters; 0 for the line as a whole
 * @param pointer JSON pointer, empty for rule files
 * @param source the line's text, empty when there is none to show
 */
public record Place(String file, int line, int column, String pointer, String source) implements Comparable<Place> {

    /** The file as a whole. */
    public static Place of(String file) {
        return new Place(file, 0, 0, "", "");
    }

    /** A spot in a text. */
    public static Place of(String file, int line, int column, String source) {
        return new Place(file, line, column, "", source);
    }

    /** The same with the file's name below this folder. */
    public Place below(String folder) {
        return new Place(folder + "/" + file, line, column, pointer, source);
    }

    @Override
    public int compareTo(Place other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        if (byLine != 0) {
            return byLine;
        }
        int byColumn = Integer.compare(column, other.column);
        return byColumn != 0 ? byColumn : pointer.compareTo(other.pointer);
    }

    /** {@code file:line:col}, as editors make clickable; hidden characters of the name are made visible. */
    public String text() {
        String shown = Visible.line(file);
        if (line == 0) {
            return shown;
        }
        return column == 0 ? shown + ":" + line : shown + ":" + line + ":" + column;
    }
}
