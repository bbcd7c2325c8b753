package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Ledger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * The most that the offers from a place in the order on could still save, seen from one point of a search: never too
 * little, or the search would miss the best stack.
 *
 * <p>What is kept already may shut an offer out or fill its slot; of those that want the same last slot only the largest
 * counts; and a percentage of what is left takes less once others have taken their part.
 *
 * <p>For one search by one thread.
 */
final class UpperBound {

    private static final int[] NOBODY = new int[0];

    private final Candidates candidates;
    private final long[] atList;
    /**
     * For each offer a slot that it takes whenever it saves anything, in the array of all slots; -1 when there is none for
     * sure.
     */
    private final int[] slot;
    /** For each offer the promotion it is a statement of on that slot; -1 where that has no other. */
    private final int[] pair;
    /** What the statements of such a promotion save together, as far as this question has come. */
    private final long[] sums;
    /** Which question wrote that. */
    private final int[] summed;
    /** For each slot the most that an offer for it saves, as far as this question has come. */
    private final long[] best;
    /** Which question wrote that. */
    private final int[] asked;
    /** For each slot with room for several the largest that fit, as far as this question has come; made when first needed, as most never are. */
    private long @Nullable [] @Nullable [] largest;
    /** How many of them there are. */
    private int[] counts = NOBODY;
    private final int lastGift;
    /** For each place what the gifts from there on are worth together at most. */
    private final long[] worth;
    private int question;

    UpperBound(Candidates candidates) {
        this.candidates = candidates;
        this.atList = fromEachPlace(candidates);
        this.slot = new int[candidates.size()];
        this.best = new long[candidates.slotCount()];
        this.asked = new int[candidates.slotCount()];
        this.pair = new int[slot.length];
        int gift = -1;
        Map<Long, Integer> pairs = new HashMap<>();
        for (int i = 0; i < slot.length; i++) {
            Candidate one = candidates.get(i);
            slot[i] = hasSureSlot(one) ? candidates.slot(one, one.slots()[0]) : -1;
            pair[i] = candidates.group(i) < 0 || slot[i] < 0
                    ? -1
                    : pairs.computeIfAbsent((long) candidates.group(i) * best.length + slot[i], first -> pairs.size());
            gift = one.offer().terms().reward().isGift() ? i : gift;
        }
        this.lastGift = gift;
        this.worth = new long[slot.length + 1];
        for (int i = slot.length - 1; i >= 0; i--) {
            worth[i] = add(worth[i + 1], candidates.get(i).worth());
        }
        this.sums = new long[pairs.size()];
        this.summed = new int[pairs.size()];
    }

    /** Where slots go by money, one of several may stay free. */
    private static boolean hasSureSlot(Candidate one) {
        return one.slots().length == 1 || one.slots().length > 1 && !Candidates.slotsGoByMoney(one.layer());
    }

    /** Whether a gift, which saves nothing and counts all the same, stands at this place or behind it. */
    boolean hasGift(int index) {
        return index <= lastGift;
    }

    /** Minor units that the gifts at this place and behind it are worth together at most. */
    long worth(int index) {
        return worth[index];
    }

    /** Whether some offer has to give way to another. */
    boolean hasRivals() {
        if (candidates.someApart()) {
            return true;
        }
        int[] wanted = new int[best.length];
        for (int i = 0; i < slot.length; i++) {
            Candidate one = candidates.get(i);
            for (int place : one.slots()) {
                if (++wanted[candidates.slot(one, place)] > candidates.capacity(one.layer())) {
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
     * @param takenSlots who is kept
     */
    long most(int index, Ledger now, TakenSlots takenSlots) {
        long left = now.goodsTotal();
        IntToLongFunction most = place -> most(candidates.get(place), now, left);
        long sum = 0;
        question++;
        for (int i = index; i < slot.length && sum < atList[index]; i++) {
            if (!takenSlots.isShut(i)) {
                sum += adds(i, most, takenSlots);
            }
        }
        return Math.min(sum, atList[index]);
    }

    /**
     * Minor units that some of these offers could save together, whatever others take.
     *
     * @param places the offers, in order
     * @param from the first of those places
     * @param most what the one at a place saves at most by itself
     * @param takenSlots who is kept
     */
    long most(int[] places, int from, IntToLongFunction most, TakenSlots takenSlots) {
        long sum = 0;
        question++;
        for (int i = from; i < places.length; i++) {
            if (!takenSlots.isShut(places[i])) {
                sum += adds(places[i], most, takenSlots);
            }
        }
        return sum;
    }

    private long adds(int place, IntToLongFunction alone, TakenSlots takenSlots) {
        Candidate candidate = candidates.get(place);
        int on = slot[place];
        int capacity = candidates.capacity(candidate.layer());
        if (on < 0) {
            return capacity > 0 && takenSlots.hasRoomSomewhere(place) ? alone.applyAsLong(place) : 0;
        }
        int room = takenSlots.room(place, candidate.slots()[0]);
        if (room <= 0) {
            return 0;
        }
        long most = alone.applyAsLong(place);
        if (takenSlots.holds(place, candidate.slots()[0])) {
            return most;
        }
        if (room == 1) {
            return beyond(on, pair[place] < 0 ? most : together(pair[place], most));
        }
        // Statements of one promotion take one place between them; they are added up here, which is never too little.
        return pair[place] < 0 && room < slot.length ? amongLargest(on, room, most) : most;
    }

    /** By how much this makes the sum of the largest that fit a slot larger. */
    private long amongLargest(int on, int room, long most) {
        long[] some = largest(on);
        int count = asked[on] == question ? counts[on] : 0;
        asked[on] = question;
        counts[on] = Math.min(room, count + 1);
        if (count < room) {
            some[count] = most;
            return most;
        }
        int least = 0;
        for (int i = 1; i < room; i++) {
            least = some[i] < some[least] ? i : least;
        }
        long more = Math.max(0, most - some[least]);
        some[least] += more;
        return more;
    }

    private long[] largest(int on) {
        long[][] all = largest;
        if (all == null) {
            all = new long[best.length][];
            largest = all;
            counts = new int[best.length];
        }
        if (all[on] == null) {
            all[on] = new long[slot.length];
        }
        return all[on];
    }

    /** With the other statements of its promotion that want the same slot, for which they do not compete. */
    private long together(int promotion, long most) {
        sums[promotion] = (summed[promotion] == question ? sums[promotion] : 0) + most;
        summed[promotion] = question;
        return sums[promotion];
    }

    /** By how much this is more than others save that want the same slot. */
    private long beyond(int on, long most) {
        long before = asked[on] == question ? best[on] : 0;
        asked[on] = question;
        best[on] = Math.max(before, most);
        return best[on] - before;
    }

    /** In the layer under way a percentage may be of the price that layer found; later ones find no more than is left. */
    static long most(Candidate candidate, Ledger now, long left) {
        return now.isIn(candidate.layer()) ? candidate.most() : candidate.bound().most(left);
    }

    /**
     * For each place in the order, the most that the offers from there on could save together, whoever is kept.
     *
     * <p>Within a layer that keeps n promotions for the whole basket only the n largest count; elsewhere they are added up,
     * which is too much when they compete for the same lines, and never too little.
     */
    static long[] fromEachPlace(Candidates candidates) {
        int size = candidates.size();
        long[] most = new long[size + 1];
        int end = size;
        while (end > 0) {
            Layer layer = candidates.get(end - 1).layer();
            int start = end - 1;
            while (start > 0 && candidates.get(start - 1).layer() == layer) {
                start--;
            }
            fill(candidates, most, start, end);
            end = start;
        }
        return most;
    }

    private static void fill(Candidates candidates, long[] most, int start, int end) {
        Layer layer = candidates.get(start).layer();
        boolean oneSlot = layer.slot() == Layer.Slot.BASKET;
        int keeps = oneSlot ? candidates.capacity(layer) : Integer.MAX_VALUE;
        for (int i = end - 1; i >= start; i--) {
            most[i] = add(most[end], best(candidates, i, end, keeps));
        }
    }

    private static long best(Candidates candidates, int from, int to, int keeps) {
        if (keeps == 1 && candidates.groups() == 0) {
            long best = 0;
            for (int i = from; i < to; i++) {
                best = Math.max(best, candidates.get(i).most());
            }
            return best;
        }
        return largest(ofPromotions(candidates, from, to), keeps);
    }

    /** What each promotion's statements save at most together: they share its slot. */
    private static long[] ofPromotions(Candidates candidates, int from, int to) {
        long[] each = new long[to - from];
        int[] first = new int[candidates.groups()];
        Arrays.fill(first, -1);
        for (int i = 0; i < each.length; i++) {
            int group = candidates.group(from + i);
            int place = group < 0 || first[group] < 0 ? i : first[group];
            each[place] = add(each[place], candidates.get(from + i).most());
            if (group >= 0) {
                first[group] = place;
            }
        }
        return each;
    }

    private static long largest(long[] numbers, int count) {
        if (count < numbers.length) {
            Arrays.sort(numbers);
        }
        long sum = 0;
        for (int i = Math.max(0, numbers.length - count); i < numbers.length; i++) {
            sum = add(sum, numbers[i]);
        }
        return sum;
    }

    private static long add(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }
}
