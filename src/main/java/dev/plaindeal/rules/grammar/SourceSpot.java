package dev.plaindeal.rules.grammar;

/**
 * A place in a rule file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
public record SourceSpot(int line, int column) implements Comparable<SourceSpot> {

    @Override
    public int compareTo(SourceSpot other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
