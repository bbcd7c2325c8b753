package dev.plaindeal.stack;

import dev.plaindeal.model.Reward;
import dev.plaindeal.price.Ledger;

/**
 * The most that the offers from a place in the order on could still save, seen from one point of a search: never too
 * little, or the search would miss the best stack.
 *
 * <p>What is kept already may shut an offer out or fill its seat; of those that want the same last seat only the largest
 * counts; and a percentage of what is left takes less once others have taken their part.
 *
 * <p>For one search by one thread.
 */
final class Outlook {

    private final Candidates candidates;
    private final long[] atList;
    /** For each offer the first of its seats, in the array of all seats; -1 when it has none. */
    private final int[] seat;
    /** For each seat the most that an offer for it saves, as far as this question has come. */
    private final long[] best;
    /** Which question wrote that. */
    private final int[] asked;
    private final int lastGift;
    private int question;

    Outlook(Candidates candidates) {
        this.candidates = candidates;
        this.atList = Suffix.most(candidates);
        this.seat = new int[candidates.size()];
        this.best = new long[candidates.seatCount()];
        this.asked = new int[candidates.seatCount()];
        int gift = -1;
        for (int i = 0; i < seat.length; i++) {
            Candidate one = candidates.get(i);
            seat[i] = one.seats().length == 0 ? -1 : candidates.seat(one, one.seats()[0]);
            gift = one.offer().terms().reward() instanceof Reward.Gift ? i : gift;
        }
        this.lastGift = gift;
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
     * @param load how many offers each seat has
     * @param shut how many kept offers each offer is kept apart from
     */
    long most(int index, Ledger now, int[] load, int[] shut) {
        long left = now.goodsTotal();
        long sum = 0;
        question++;
        for (int i = index; i < seat.length && sum < atList[index]; i++) {
            if (shut[i] == 0) {
                sum += adds(i, now, left, load);
            }
        }
        return Math.min(sum, atList[index]);
    }

    private long adds(int place, Ledger now, long left, int[] load) {
        Candidate candidate = candidates.get(place);
        int on = seat[place];
        int room = candidates.capacity(candidate.layer()) - (on < 0 ? 0 : load[on]);
        if (room <= 0) {
            return 0;
        }
        long most = most(candidate, now, left);
        return room > 1 || on < 0 ? most : beyond(on, most);
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
