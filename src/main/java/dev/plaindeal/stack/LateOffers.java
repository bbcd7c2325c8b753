package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.OfferSteps;
import dev.plaindeal.price.OfferSteps.SavingStep;
import java.util.ArrayList;
import java.util.List;

/**
 * The offers of a search on goods that come after the stores', with each way in which they may save.
 *
 * <p>For one search by one thread.
 */
final class LateOffers {

    private final Candidates candidates;
    private final int first;
    private final int end;
    private final List<List<Taker>> takers = new ArrayList<>();
    /** For each place and each number of free places of its layer, the most that the offers from there on bring together. */
    private final long[][] rest;

    /**
     * Those at these places.
     *
     * @param scopes where their lines get numbers
     */
    LateOffers(Candidates candidates, int first, int end, LineScopes scopes) {
        this.candidates = candidates;
        this.first = first;
        this.end = end;
        for (int i = first; i < end; i++) {
            Candidate one = candidates.get(i);
            List<Taker> ways = new ArrayList<>();
            for (SavingStep step : OfferSteps.of(candidates.goods(), one.offer(), one.conventions(), one.bound())) {
                ways.add(Taker.of(candidates, i, step, scopes));
            }
            takers.add(ways);
        }
        this.rest = rests(scopes.atList());
    }

    int end() {
        return end;
    }

    List<Taker> ways(int index) {
        return takers.get(index - first);
    }

    private long[][] rests(long[] list) {
        int size = end - first;
        long[][] rests = new long[size + 1][];
        rests[size] = new long[1];
        for (int i = size - 1; i >= 0; i--) {
            boolean last = i + 1 == size || layer(first + i + 1) != layer(first + i);
            long most = 0;
            for (Taker taker : takers.get(i)) {
                most = Math.max(most, taker.mayHold(list) ? taker.most(list[taker.scope()]) : 0);
            }
            rests[i] = new long[places(layer(first + i)) + 1];
            long behind = rests[i + 1][rests[i + 1].length - 1];
            for (int room = 0; room < rests[i].length; room++) {
                long without = last ? behind : rests[i + 1][room];
                long with = room == 0 ? 0 : most + (last ? behind : rests[i + 1][room - 1]);
                rests[i][room] = Math.max(without, with);
            }
        }
        return rests;
    }

    private Layer layer(int index) {
        return candidates.get(index).layer();
    }

    /** How many of a layer are kept at most; statements of one promotion share a place, so with those nothing is known. */
    private int places(Layer layer) {
        int all = 0;
        for (int i = first; i < end; i++) {
            all += layer(i) == layer ? 1 : 0;
        }
        return sharesPlaces(layer) ? Math.min(all, candidates.capacity(layer)) : all;
    }

    private boolean sharesPlaces(Layer layer) {
        return layer.slot() == Layer.Slot.BASKET && candidates.groups() == 0;
    }

    /** Minor units that those from this place on bring together at most, beside those that hold slots. */
    long most(int from, TakenSlots takenSlots) {
        if (from >= end) {
            return 0;
        }
        long[] by = rest[from - first];
        int all = by.length - 1;
        return by[sharesPlaces(layer(from)) ? Math.max(0, Math.min(all, takenSlots.room(from, 0))) : all];
    }
}
