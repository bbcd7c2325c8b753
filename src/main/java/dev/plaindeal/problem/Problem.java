package dev.plaindeal.problem;

import dev.plaindeal.text.Visible;
import java.util.Comparator;

/**
 * One finding: where, what is wrong in a plain sentence, and what to do about it.
 *
 * <p>Sorted by place. Never carries a stack trace, a class name or an engine's error number.
 *
 * @param code stable name, kebab-case, for machines and for the page that explains it
 * @param severity how much it stops
 * @param place where
 * @param message what is wrong
 * @param hint what to do, starting with "Maybe" when it is a guess; empty when there is nothing to add
 */
public record Problem(String code, Severity severity, Place place, String message, String hint)
        implements Comparable<Problem> {

    private static final int LONGEST_SOURCE = 160;

    private static final Comparator<Problem> ORDER = Comparator.comparing(Problem::place)
            .thenComparing(Problem::severity)
            .thenComparing(Problem::code)
            .thenComparing(Problem::message);

    /** Makes the sentences fit for one line each, whatever they quote. */
    public Problem {
        message = Visible.line(message);
        hint = Visible.line(hint);
    }

    /** A finding that stops the work. */
    public static Problem error(String code, Place place, String message, String hint) {
        return new Problem(code, Severity.ERROR, place, message, hint);
    }

    /** A finding that does not stop the work. */
    public static Problem warning(String code, Place place, String message, String hint) {
        return new Problem(code, Severity.WARNING, place, message, hint);
    }

    /** The same with the file's name below this folder. */
    public Problem below(String folder) {
        return new Problem(code, severity, place.below(folder), message, hint);
    }

    /** Whether it stops the work. */
    public boolean isError() {
        return severity == Severity.ERROR;
    }

    @Override
    public int compareTo(Problem other) {
        return ORDER.compare(this, other);
    }

    /** For people: place, sentence, the source line with a caret under the spot, the hint; no line end at its end. */
    public String text() {
        String first = place.text() + ": " + severity.key() + ": " + message + " [" + code + "]";
        StringBuilder text = new StringBuilder(Visible.output(first));
        if (!place.pointer().isEmpty()) {
            text.append("\n    at ").append(Visible.line(place.pointer()));
        }
        if (!place.source().isEmpty() && place.source().length() <= LONGEST_SOURCE) {
            text.append("\n    ").append(Visible.excerpt(place.source()));
            appendCaret(text);
        }
        if (!hint.isEmpty()) {
            text.append("\n    ").append(Visible.output(hint));
        }
        return text.toString();
    }

    private void appendCaret(StringBuilder text) {
        if (place.column() > 0) {
            String before = Visible.excerpt(place.source(), Math.min(place.column() - 1, place.source().length()));
            text.append("\n    ").append(before.replaceAll("[^\t]", " ")).append('^');
        }
    }
}
