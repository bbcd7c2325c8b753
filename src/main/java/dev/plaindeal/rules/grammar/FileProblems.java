package dev.plaindeal.rules.grammar;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Collects the problems of one file: at most one for each place, and none that only follow from another, so that one slip
 * is one problem.
 */
public final class FileProblems {

    /** More than this helps nobody; the first ones are the causes. */
    private static final int MOST = 40;

    private final RuleLines source;
    private final List<Problem> problems = new ArrayList<>();
    private final NavigableSet<SourceSpot> seen = new TreeSet<>();
    private final Set<Integer> unreadable = new HashSet<>();

    public FileProblems(RuleLines source) {
        this.source = source;
    }

    public void error(String code, SourceSpot at, String message, String hint) {
        if (!seen.add(at)) {
            return;
        }
        if (!isFull()) {
            problems.add(Problem.error(code, source.place(at), message, hint));
        }
    }

    /** Something that was read as what it is meant to be, so that nothing else that stands there is passed over. */
    void mended(String code, SourceSpot at, String message, String hint) {
        if (!isFull()) {
            problems.add(Problem.error(code, source.place(at), message, hint));
        }
    }

    /** Something on this line cannot even be cut into words. */
    void unreadable(String code, SourceSpot at, String message, String hint) {
        error(code, at, message, hint);
        unreadable.add(at.line());
    }

    /** Something here is not understood, as was told already. */
    void passOver(SourceSpot at) {
        seen.add(at);
    }

    /** Whether a line could be cut into words without loss; if not, what seems to be missing there is no news. */
    boolean isReadable(int line) {
        return !unreadable.contains(line);
    }

    /** Whether everything between these places was understood so far. */
    public boolean noneIn(SourceSpot from, SourceSpot before) {
        SourceSpot next = seen.ceiling(from);
        return next == null || next.compareTo(before) >= 0;
    }

    /** Whether more would only be counted, so that looking for more is a waste. */
    public boolean isFull() {
        return problems.size() == MOST;
    }

    int size() {
        return seen.size();
    }

    public boolean isEmpty() {
        return problems.isEmpty();
    }

    /** Everything found, in the order of the file, with a word when there may be more. */
    public List<Problem> all() {
        List<Problem> all = new ArrayList<>(problems.stream().sorted().toList());
        if (isFull()) {
            String message = "there may be more than these " + MOST + " problems in this file";
            Place file = Place.of(source.shown());
            all.add(Problem.error("more-problems", file, message, "Mend the first ones and look again."));
        }
        return all;
    }
}
