package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import java.util.HashMap;
import java.util.Map;

/**
 * Who holds which slot while a stack is put together. A slot is for promotions: statements of one promotion share it, so the
 * second of them takes no place from anybody.
 *
 * <p>For one search by one thread.
 */
final class TakenSlots {

    private final Candidates candidates;
    /** Promotions on each slot. */
    private final int[] load;
    /** Kept offers that each offer is kept apart from. */
    private final int[] shut;
    /** Kept statements of a promotion with several on each of its slots, by {@link #place}. */
    private final Map<Long, Integer> shared = new HashMap<>();
    /** Kept statements of each promotion with several. */
    private final int[] statements;

    TakenSlots(Candidates candidates) {
        this.candidates = candidates;
        this.load = new int[candidates.slotCount()];
        this.shut = new int[candidates.size()];
        this.statements = new int[candidates.groups()];
    }

    /** Whether it may come in as far as is known before it is asked for its money. */
    boolean mayJoin(int index) {
        Candidate candidate = candidates.get(index);
        return candidates.capacity(candidate.layer()) > 0
                && shut[index] == 0
                && (Candidates.slotsGoByMoney(candidate.layer()) || hasRoom(index, candidate.slots()));
    }

    /** Whether each of these slots of its layer has a place for it. */
    boolean hasRoom(int index, int[] slots) {
        for (int slot : slots) {
            if (room(index, slot) <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether any of the slots it could take has a place for it; one without slots needs none. */
    boolean hasRoomSomewhere(int index) {
        int[] slots = candidates.get(index).slots();
        for (int slot : slots) {
            if (room(index, slot) > 0) {
                return true;
            }
        }
        return slots.length == 0;
    }

    /** Places left on a slot of its layer for this offer; all of them where its own promotion has it. */
    int room(int index, int slot) {
        Candidate candidate = candidates.get(index);
        int capacity = candidates.capacity(candidate.layer());
        return holdsThere(index, candidate.layer(), slot) ? capacity : capacity - load[candidates.slot(candidate, slot)];
    }

    /** Whether its own promotion holds this slot of its layer. */
    boolean holds(int index, int slot) {
        return holdsThere(index, candidates.get(index).layer(), slot);
    }

    private boolean holdsThere(int index, Layer layer, int slot) {
        int group = candidates.group(index);
        return group >= 0 && statements[group] > 0 && shared.getOrDefault(place(group, layer, slot), 0) > 0;
    }

    private long place(int group, Layer layer, int slot) {
        return (long) group * load.length + (long) layer.ordinal() * candidates.slotsPerLayer() + slot;
    }

    /** It comes in on these slots. */
    void join(int index, int[] slots) {
        change(index, slots, 1);
    }

    /** It leaves them again. */
    void leave(int index, int[] slots) {
        change(index, slots, -1);
    }

    private void change(int index, int[] slots, int by) {
        for (int other = 0; candidates.someApart() && other < shut.length; other++) {
            shut[other] += candidates.apart(index, other) ? by : 0;
        }
        Candidate candidate = candidates.get(index);
        int group = candidates.group(index);
        if (group >= 0) {
            statements[group] += by;
        }
        for (int slot : slots) {
            if (group < 0 || isFirstOrLast(place(group, candidate.layer(), slot), by)) {
                load[candidates.slot(candidate, slot)] += by;
            }
        }
    }

    /** Counts a statement; whether the promotion comes to this slot with it, or leaves it. */
    private boolean isFirstOrLast(long place, int by) {
        int count = shared.merge(place, by, Integer::sum);
        return by > 0 ? count == 1 : count == 0;
    }

    /** Whether this offer is kept apart from one that is kept. */
    boolean isShut(int index) {
        return shut[index] > 0;
    }

    /** Whether all of a stack, whose offers stand in the order of the candidates, find slots beside each other. */
    static boolean fits(Candidates candidates, OfferStack stack) {
        TakenSlots takenSlots = new TakenSlots(candidates);
        int[][] slots = SlotHolders.taken(candidates, stack);
        boolean[] held = SlotHolders.held(candidates, stack);
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                if (takenSlots.isShut(i) || !takenSlots.hasRoom(i, slots[i])) {
                    return false;
                }
                takenSlots.join(i, slots[i]);
            }
        }
        return true;
    }
}
