package dev.plaindeal.rules.grammar;

import dev.plaindeal.problem.Place;
import java.util.List;

/** The text of one rule file, by lines. */
public final class RuleLines {

    private final String shown;
    private final List<String> lines;

    /** {@code shown} is the file's name as the user gave it. */
    public RuleLines(String shown, String text) {
        this.shown = shown;
        this.lines = List.of(text.split("\n", -1));
    }

    String shown() {
        return shown;
    }

    int size() {
        return lines.size();
    }

    /** A line without its line end; a carriage return before the line feed belongs to the line end. */
    String line(int number) {
        String line = lines.get(number - 1);
        boolean crlf = line.endsWith("\r") && number < lines.size();
        return crlf ? line.substring(0, line.length() - 1) : line;
    }

    public Place place(SourceSpot at) {
        return Place.of(shown, at.line(), at.column(), at.line() > lines.size() ? "" : line(at.line()));
    }
}
