package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.List;

/** Who of a stack stands in an offer's way. */
final class Seats {

    private Seats() {}

    static boolean holds(Stack stack, Candidate candidate) {
        for (Kept one : stack.kept()) {
            if (one.offer() == candidate.offer()) {
                return true;
            }
        }
        return false;
    }

    /** The stack's offers as candidates, in order. */
    static List<Candidate> chosen(Candidates candidates, Stack stack) {
        return candidates.all().stream().filter(c -> holds(stack, c)).toList();
    }

    /** Indexes of kept offers that cannot stay if this one comes in: kept apart from it, or on a seat it needs. */
    static List<Integer> blocking(Candidates candidates, Stack stack, int index) {
        Candidate newcomer = candidates.get(index);
        List<Integer> blocking = new ArrayList<>();
        int[] load = new int[candidates.seatCount()];
        boolean[] wanted = new boolean[candidates.seatCount()];
        for (int seat : newcomer.seats()) {
            wanted[seat] = true;
        }
        int capacity = candidates.capacity(newcomer.layer());
        for (int other = 0; other < candidates.size(); other++) {
            Candidate one = candidates.get(other);
            if (other == index || !holds(stack, one)) {
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
