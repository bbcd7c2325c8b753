package dev.plaindeal.json;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects the problems of one JSON text. One thread. */
public final class JsonProblems {

    /** Enough for anybody who wants to mend them; a hostile text would otherwise fill the memory with sentences. */
    public static final int MOST = 1_000;
    private static final int MOST_WORDS = 200;

    private final JsonSource source;
    private final List<Problem> found = new ArrayList<>();
    private int errors;
    private int notKept;

    public JsonProblems(JsonSource source) {
        this.source = source;
    }

    public JsonSource source() {
        return source;
    }

    /** "Maybe ..." with the nearest word; no search among so many words that a hostile text could keep us busy. */
    public String nearest(String typed, Collection<String> known, String otherwise) {
        return found.size() >= MOST || known.size() > MOST_WORDS ? otherwise : Nearest.hint(typed, known, otherwise);
    }

    public void error(String code, JsonPosition spot, String message, String hint) {
        error(code, spot.at(), spot.pointer(), message, hint);
    }

    /** At the field's name rather than its value. */
    public void errorAtName(String code, JsonPosition spot, String message, String hint) {
        error(code, spot.keyAt(), spot.pointer(), message, hint);
    }

    public void error(String code, int offset, String pointer, String message, String hint) {
        errors++;
        if (found.size() < MOST) {
            found.add(Problem.error(code, source.place(offset, pointer), message, hint));
        } else {
            notKept++;
        }
    }

    public void errorInWhole(String code, String message, String hint) {
        errors++;
        found.add(Problem.error(code, source.whole(), message, hint));
    }

    public void warning(String code, JsonPosition spot, String message, String hint) {
        if (found.size() < MOST) {
            found.add(Problem.warning(code, source.place(spot.at(), spot.pointer()), message, hint));
        } else {
            notKept++;
        }
    }

    public boolean hasErrors() {
        return errors > 0;
    }

    public boolean has(String code) {
        return found.stream().anyMatch(problem -> problem.code().equals(code));
    }

    public List<Problem> sorted() {
        List<Problem> all = new ArrayList<>(found);
        if (notKept > 0) {
            all.add(new Problem("many-problems", hasErrors() ? Severity.ERROR : Severity.WARNING, source.whole(),
                    "There are " + (MOST + notKept) + " problems; the first " + MOST + " found are listed",
                    "Mend some and read again"));
        }
        all.sort(null);
        return all;
    }
}
