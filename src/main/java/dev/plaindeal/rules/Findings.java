package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the problems of one file: at most one for each place, and none that only follow from another, so that one slip
 * is one problem.
 */
final class Findings {

    /** More than this helps nobody; the first ones are the causes. */
    private static final int MOST = 40;

    private final Source source;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Spot> seen = new TreeSet<>();
    private final Set<Integer> unreadable = new HashSet<>();
    private int beyond;

    Findings(Source source) {
        this.source = source;
    }

    void error(String code, Spot at, String message, String hint) {
        if (!seen.add(at)) {
            return;
        }
        if (problems.size() == MOST) {
            beyond++;
        } else {
            problems.add(Problem.error(code, source.place(at), message, hint));
        }
    }

    /** Something on this line cannot even be cut into words. */
    void unreadable(String code, Spot at, String message, String hint) {
        error(code, at, message, hint);
        unreadable.add(at.line());
    }

    /** Whether a line could be cut into words without loss; if not, what seems to be missing there is no news. */
    boolean isReadable(int line) {
        return !unreadable.contains(line);
    }

    /** Whether everything between these places was understood so far. */
    boolean noneIn(Spot from, Spot before) {
        return seen.stream().noneMatch(at -> at.compareTo(from) >= 0 && at.compareTo(before) < 0);
    }

    int size() {
        return problems.size() + beyond;
    }

    boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Everything found, in the order of the file, with a last line for what is too much. */
    List<Problem> all() {
        List<Problem> all = new ArrayList<>(problems.stream().sorted().toList());
        if (beyond > 0) {
            all.add(Problem.error("more-problems", Place.of(source.shown()), "and " + beyond + " more in this file", ""));
        }
        return all;
    }
}
