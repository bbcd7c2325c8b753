package dev.plaindeal.stack;

import dev.plaindeal.price.Ledger;
import java.util.HashMap;
import java.util.Map;

/**
 * The most that the offers from a place in the order on could still save, seen from one point of a search: never too
 * little, or the search would miss the best stack.
 *
 * <p>What is kept already may shut an offer out or fill its seat; of those that want the same last seat only the largest
 * counts; and a percentage of what is left takes less once others have taken their part.
 *
 * <p>For one search by one thread.
 */
final class UpperBound {

    private final Candidates candidates;
    private final long[] atList;
    /**
     * For each offer a seat that it takes whenever it saves anything, in the array of all seats; -1 when there is none for
     * sure.
     */
    private final int[] seat;
    /** For each offer the promotion it is a statement of on that seat; -1 where that has no other. */
    private final int[] pair;
    /** What the statements of such a promotion save together, as far as this question has come. */
    private final long[] sums;
    /** Which question wrote that. */
    private final int[] summed;
    /** For each seat the most that an offer for it saves, as far as this question has come. */
    private final long[] best;
    /** Which question wrote that. */
    private final int[] asked;
    private final int lastGift;
    private int question;

    UpperBound(Candidates candidates) {
        this.candidates = candidates;
        this.atList = SuffixBounds.most(candidates);
        this.seat = new int[candidates.size()];
        this.best = new long[candidates.seatCount()];
        this.asked = new int[candidates.seatCount()];
        this.pair = new int[seat.length];
        int gift = -1;
        Map<Long, Integer> pairs = new HashMap<>();
        for (int i = 0; i < seat.length; i++) {
            Candidate one = candidates.get(i);
            seat[i] = hasSureSeat(one) ? candidates.seat(one, one.seats()[0]) : -1;
            long key = (long) candidates.group(i) * best.length + seat[i];
            pair[i] = candidates.group(i) < 0 || seat[i] < 0 ? -1 : pairs.computeIfAbsent(key, first -> pairs.size());
            gift = one.offer().terms().reward().isGift() ? i : gift;
        }
        this.lastGift = gift;
        this.sums = new long[pairs.size()];
        this.summed = new int[pairs.size()];
    }

    /** Where seats go by money, one of several may stay free. */
    private static boolean hasSureSeat(Candidate one) {
        return one.seats().length == 1 || one.seats().length > 1 && !Candidates.sitsByMoney(one.layer());
    }

    /** Whether a gift, which saves nothing and counts all the same, stands at this place or behind it. */
    boolean hasGift(int index) {
        return index <= lastGift;
    }

    /** Whether some offer has to give way to another. */
    boolean hasRivals() {
        if (candidates.someApart()) {
            return true;
        }
        int[] wanted = new int[best.length];
        for (int i = 0; i < seat.length; i++) {
            Candidate one = candidates.get(i);
            for (int place : one.seats()) {
                if (++wanted[candidates.seat(one, place)] > candidates.capacity(one.layer())) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Minor units that the offers from this place on could save together.
     *
     * @param now the running price there
     * @param seating who is kept
     */
    long most(int index, Ledger now, Seating seating) {
        long left = now.goodsTotal();
        long sum = 0;
        question++;
        for (int i = index; i < seat.length && sum < atList[index]; i++) {
            if (!seating.isShut(i)) {
                sum += adds(i, now, left, seating);
            }
        }
        return Math.min(sum, atList[index]);
    }

    private long adds(int place, Ledger now, long left, Seating seating) {
        Candidate candidate = candidates.get(place);
        int on = seat[place];
        int capacity = candidates.capacity(candidate.layer());
        if (on < 0) {
            return capacity > 0 && seating.hasRoomSomewhere(place) ? most(candidate, now, left) : 0;
        }
        int room = seating.room(place, candidate.seats()[0]);
        if (room <= 0) {
            return 0;
        }
        long most = most(candidate, now, left);
        boolean rivals = room == 1 && !seating.sits(place, candidate.seats()[0]);
        return rivals ? beyond(on, pair[place] < 0 ? most : together(pair[place], most)) : most;
    }

    /** With the other statements of its promotion that want the same seat, for which they do not compete. */
    private long together(int promotion, long most) {
        sums[promotion] = (summed[promotion] == question ? sums[promotion] : 0) + most;
        summed[promotion] = question;
        return sums[promotion];
    }

    /** By how much this is more than others save that want the same seat. */
    private long beyond(int on, long most) {
        long before = asked[on] == question ? best[on] : 0;
        asked[on] = question;
        best[on] = Math.max(before, most);
        return best[on] - before;
    }

    /** In the layer under way a percentage may be of the price that layer found; later ones find no more than is left. */
    private long most(Candidate candidate, Ledger now, long left) {
        return now.isIn(candidate.layer()) ? candidate.most() : candidate.bound().most(left);
    }
}
