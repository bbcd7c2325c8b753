package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.List;

/** Who of a stack stands in an offer's way. */
final class Seats {

    private Seats() {}

    /** Which candidates are in the stack, whose offers stand in the order of the candidates. */
    static boolean[] held(Candidates candidates, Stack stack) {
        boolean[] held = new boolean[candidates.size()];
        int next = 0;
        for (int i = 0; i < held.length && next < stack.kept().size(); i++) {
            held[i] = stack.kept().get(next).offer() == candidates.get(i).offer();
            next += held[i] ? 1 : 0;
        }
        return held;
    }

    /** The stack's offers as candidates, in order. */
    static List<Candidate> chosen(Candidates candidates, Stack stack) {
        boolean[] held = held(candidates, stack);
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                chosen.add(candidates.get(i));
            }
        }
        return chosen;
    }

    /** Whether this one can come in and all that are kept can stay. */
    static boolean open(Candidates candidates, boolean[] held, int index) {
        return candidates.capacity(candidates.get(index).layer()) > 0 && blocking(candidates, held, index).isEmpty();
    }

    /** Indexes of kept offers that cannot stay if this one comes in: kept apart from it, or on a seat it needs. */
    static List<Integer> blocking(Candidates candidates, boolean[] held, int index) {
        Candidate newcomer = candidates.get(index);
        List<Integer> blocking = new ArrayList<>();
        int[] load = new int[candidates.seatsPerLayer()];
        boolean[] wanted = new boolean[candidates.seatsPerLayer()];
        for (int seat : newcomer.seats()) {
            wanted[seat] = true;
        }
        int capacity = candidates.capacity(newcomer.layer());
        for (int other = 0; other < candidates.size(); other++) {
            Candidate one = candidates.get(other);
            if (other == index || !held[other]) {
                continue;
            }
            if (candidates.apart(index, other) || one.layer() == newcomer.layer() && fills(one, wanted, load, capacity)) {
                blocking.add(other);
            }
        }
        return blocking;
    }

    /** Whether this kept offer is the one that fills a seat the newcomer needs. */
    private static boolean fills(Candidate one, boolean[] wanted, int[] load, int capacity) {
        boolean full = false;
        for (int seat : one.seats()) {
            load[seat]++;
            full |= wanted[seat] && load[seat] >= capacity;
        }
        return full;
    }
}
