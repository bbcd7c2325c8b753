package dev.plaindeal.rules;

/**
 * A place in a rule file.
 *
 * @param line from 1
 * @param column from 1, in characters
 */
record Spot(int line, int column) implements Comparable<Spot> {

    @Override
    public int compareTo(Spot other) {
        return line != other.line ? Integer.compare(line, other.line) : Integer.compare(column, other.column);
    }
}
