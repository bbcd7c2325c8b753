package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Who of a stack stands in an offer's way. */
final class SlotHolders {

    private static final int[] NONE = new int[0];

    private SlotHolders() {}

    /** Which candidates are in the stack, whose offers stand in the order of the candidates. */
    static boolean[] held(Candidates candidates, OfferStack stack) {
        boolean[] held = new boolean[candidates.size()];
        int next = 0;
        for (int i = 0; i < held.length && next < stack.kept().size(); i++) {
            held[i] = stack.kept().get(next).offer() == candidates.get(i).offer();
            next += held[i] ? 1 : 0;
        }
        return held;
    }

    /** The slots that each candidate of the stack holds; none for the others. */
    static int[][] taken(Candidates candidates, OfferStack stack) {
        int[][] slots = new int[candidates.size()][];
        int next = 0;
        for (int i = 0; i < slots.length; i++) {
            Candidate candidate = candidates.get(i);
            boolean held = next < stack.kept().size() && stack.kept().get(next).offer() == candidate.offer();
            slots[i] = held ? candidates.slotsOf(candidate, stack.kept().get(next).taken()) : NONE;
            next += held ? 1 : 0;
        }
        return slots;
    }

    /** The stack's offers as candidates, in order. */
    static List<Candidate> chosen(Candidates candidates, OfferStack stack) {
        boolean[] held = held(candidates, stack);
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                chosen.add(candidates.get(i));
            }
        }
        return chosen;
    }

    /**
     * Indexes of kept offers that cannot stay if this one comes in: kept apart from it, or on a slot it needs.
     *
     * @param held which are kept
     * @param taken the slots of each that is
     * @param wanted the slots it needs
     */
    static List<Integer> blocking(Candidates candidates, boolean[] held, int[][] taken, int index, int[] wanted) {
        Needed needed = new Needed(candidates, held, taken, index, wanted);
        List<Integer> blocking = new ArrayList<>();
        for (int other = 0; other < held.length; other++) {
            if (other != index && held[other] && (candidates.apart(index, other) || needed.fills(other))) {
                blocking.add(other);
            }
        }
        return blocking;
    }

    /** The slots that a newcomer needs and does not share with statements of its own promotion, and who has come to them. */
    private static final class Needed {
        private final Candidates candidates;
        private final Candidate newcomer;
        private final int[][] taken;
        private final boolean[] wanted;
        private final int[] load;
        private final Set<Long> promotions = new HashSet<>();

        Needed(Candidates candidates, boolean[] held, int[][] taken, int index, int[] slots) {
            this.candidates = candidates;
            this.newcomer = candidates.get(index);
            this.taken = taken;
            this.wanted = new boolean[candidates.slotsPerLayer()];
            this.load = new int[wanted.length];
            for (int slot : slots) {
                wanted[slot] = true;
            }
            for (int other = 0; other < held.length && candidates.group(index) >= 0; other++) {
                if (held[other] && isOfTheSame(index, other)) {
                    for (int slot : taken[other]) {
                        wanted[slot] = false;
                    }
                }
            }
        }

        private boolean isOfTheSame(int index, int other) {
            return candidates.group(other) == candidates.group(index) && sameLayer(other);
        }

        private boolean sameLayer(int other) {
            return candidates.get(other).layer() == newcomer.layer();
        }

        /** Whether this kept offer is the one that fills a slot the newcomer needs. */
        boolean fills(int other) {
            boolean full = false;
            for (int slot : sameLayer(other) ? taken[other] : NONE) {
                load[slot] += isNew(candidates.group(other), slot) ? 1 : 0;
                full |= wanted[slot] && load[slot] >= candidates.capacity(newcomer.layer());
            }
            return full;
        }

        private boolean isNew(int group, int slot) {
            return group < 0 || promotions.add((long) group * wanted.length + slot);
        }
    }
}
