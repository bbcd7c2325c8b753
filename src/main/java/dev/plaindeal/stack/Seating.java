package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import java.util.HashMap;
import java.util.Map;

/**
 * Who sits where while a stack is put together. A seat is for promotions: statements of one promotion share it, so the
 * second of them takes no place from anybody.
 *
 * <p>For one search by one thread.
 */
final class Seating {

    private final Candidates candidates;
    /** Promotions on each seat. */
    private final int[] load;
    /** Kept offers that each offer is kept apart from. */
    private final int[] shut;
    /** Kept statements of a promotion with several on each of its seats, by {@link #place}. */
    private final Map<Long, Integer> shared = new HashMap<>();
    /** Kept statements of each promotion with several. */
    private final int[] statements;

    Seating(Candidates candidates) {
        this.candidates = candidates;
        this.load = new int[candidates.seatCount()];
        this.shut = new int[candidates.size()];
        this.statements = new int[candidates.groups()];
    }

    /** Whether it may come in as far as is known before it is asked for its money. */
    boolean mayJoin(int index) {
        Candidate candidate = candidates.get(index);
        return candidates.capacity(candidate.layer()) > 0
                && shut[index] == 0
                && (Candidates.sitsByMoney(candidate.layer()) || hasRoom(index, candidate.seats()));
    }

    /** Whether each of these seats of its layer has a place for it. */
    boolean hasRoom(int index, int[] seats) {
        for (int seat : seats) {
            if (room(index, seat) <= 0) {
                return false;
            }
        }
        return true;
    }

    /** Whether any of the seats it could take has a place for it; one without seats needs none. */
    boolean hasRoomSomewhere(int index) {
        int[] seats = candidates.get(index).seats();
        for (int seat : seats) {
            if (room(index, seat) > 0) {
                return true;
            }
        }
        return seats.length == 0;
    }

    /** Places left on a seat of its layer for this offer; all of them where its own promotion sits there. */
    int room(int index, int seat) {
        Candidate candidate = candidates.get(index);
        int capacity = candidates.capacity(candidate.layer());
        return sitsThere(index, candidate.layer(), seat) ? capacity : capacity - load[candidates.seat(candidate, seat)];
    }

    /** Whether its own promotion sits on this seat of its layer. */
    boolean sits(int index, int seat) {
        return sitsThere(index, candidates.get(index).layer(), seat);
    }

    private boolean sitsThere(int index, Layer layer, int seat) {
        int group = candidates.group(index);
        return group >= 0 && statements[group] > 0 && shared.getOrDefault(place(group, layer, seat), 0) > 0;
    }

    private long place(int group, Layer layer, int seat) {
        return (long) group * load.length + (long) layer.ordinal() * candidates.seatsPerLayer() + seat;
    }

    /** It comes in on these seats. */
    void join(int index, int[] seats) {
        change(index, seats, 1);
    }

    /** It leaves them again. */
    void leave(int index, int[] seats) {
        change(index, seats, -1);
    }

    private void change(int index, int[] seats, int by) {
        for (int other = 0; candidates.someApart() && other < shut.length; other++) {
            shut[other] += candidates.apart(index, other) ? by : 0;
        }
        Candidate candidate = candidates.get(index);
        int group = candidates.group(index);
        if (group >= 0) {
            statements[group] += by;
        }
        for (int seat : seats) {
            if (group < 0 || isFirstOrLast(place(group, candidate.layer(), seat), by)) {
                load[candidates.seat(candidate, seat)] += by;
            }
        }
    }

    /** Counts a statement; whether the promotion comes to this seat with it, or leaves it. */
    private boolean isFirstOrLast(long place, int by) {
        int count = shared.merge(place, by, Integer::sum);
        return by > 0 ? count == 1 : count == 0;
    }

    /** Whether this offer is kept apart from one that is kept. */
    boolean isShut(int index) {
        return shut[index] > 0;
    }

    /** Whether all of a stack, whose offers stand in the order of the candidates, sit beside each other. */
    static boolean fits(Candidates candidates, OfferStack stack) {
        Seating seating = new Seating(candidates);
        int[][] seats = Seats.taken(candidates, stack);
        boolean[] held = Seats.held(candidates, stack);
        for (int i = 0; i < held.length; i++) {
            if (held[i]) {
                if (seating.isShut(i) || !seating.hasRoom(i, seats[i])) {
                    return false;
                }
                seating.join(i, seats[i]);
            }
        }
        return true;
    }
}
