package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Collects the problems of one file, at most one for each place, so that one slip is not reported twice. */
final class Findings {

    /** More than this helps nobody; the first ones are the causes. */
    private static final int MOST = 40;

    private final Source source;
    private final List<Problem> problems = new ArrayList<>();
    private final Set<Spot> seen = new HashSet<>();
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
