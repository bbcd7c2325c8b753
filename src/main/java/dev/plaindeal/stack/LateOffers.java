package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.OfferSteps;
import dev.plaindeal.price.OfferSteps.SavingStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The offers of a search on goods that come after the stores', with each way in which they may save.
 *
 * <p>For one search by one thread.
 */
final class LateOffers {

    /** Into so many paces what may be left to pay is divided. */
    static final int PACES = 64;

    private final Candidates candidates;
    private final int first;
    private final int end;
    private final List<List<Taker>> takers = new ArrayList<>();
    private final LineScopes scopes;
    private final long[] list;
    private final int[] layerEnds;
    private final long whole;
    /**
     * By paces of what is left to pay for all goods, for each place and each number of free places of its layer, the most that the offers
     * of that layer from there on bring together where no more than that is left.
     */
    private final long[][][] own = new long[PACES + 1][][];

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
        this.scopes = scopes;
        this.layerEnds = layerEnds();
        this.whole = candidates.open().goodsTotal();
        this.list = scopes.atList();
        for (int pace = 0; pace <= PACES; pace++) {
            own[pace] = own(capped(left(pace)));
        }
    }

    int first() {
        return first;
    }

    int end() {
        return end;
    }

    List<Taker> ways(int index) {
        return takers.get(index - first);
    }

    /** Minor units that are left at the end of a pace, the last of which is all. */
    long left(int pace) {
        return whole * pace / PACES;
    }

    /** The first pace at the end of which at least so much is left. */
    private int pace(long left) {
        int pace = (int) Math.min(PACES, Math.max(0, left) * PACES / Math.max(1, whole));
        return left(pace) < left && pace < PACES ? pace + 1 : pace;
    }

    /** What is left of each scope at most where so much is left of all goods. */
    private long[] capped(long left) {
        return Arrays.stream(list).map(one -> Math.min(one, left)).toArray();
    }

    private long[][] own(long[] left) {
        int size = end - first;
        long[][] own = new long[size][];
        for (int i = size - 1; i >= 0; i--) {
            boolean last = layerEnds[i] == first + i + 1;
            long most = 0;
            for (Taker taker : takers.get(i)) {
                most = Math.max(most, taker.mayHold(left) ? taker.most(left[taker.scope()]) : 0);
            }
            own[i] = new long[places(layer(first + i)) + 1];
            for (int room = 1; room < own[i].length; room++) {
                own[i][room] = last ? most : Math.max(own[i + 1][room], most + own[i + 1][room - 1]);
            }
        }
        return own;
    }

    /** For each place the next one of another layer. */
    private int[] layerEnds() {
        int[] ends = new int[end - first];
        for (int i = ends.length - 1; i >= 0; i--) {
            boolean last = i == ends.length - 1 || layer(first + i + 1) != layer(first + i);
            ends[i] = last ? first + i + 1 : ends[i + 1];
        }
        return ends;
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

    /**
     * Minor units that all of them bring together at most where no more than this is left to pay for the goods. What the first layer takes
     * for certain is not left for those behind it, so for each such sum the most that brings it is looked for.
     */
    long mostWhere(long left) {
        if (first == end) {
            return 0;
        }
        int next = layerEnds[0];
        long[][] most = bySure(next, left);
        long best = 0;
        for (long[] ofRoom : most) {
            for (int sure = 0; sure <= PACES; sure++) {
                best = Math.max(best, ofRoom[sure] < 0 ? 0 : ofRoom[sure] + behind(next, pace(left - left(sure))));
            }
        }
        return best;
    }

    /** For each number of offers of the first layer, and each number of whole paces that they take for certain, the most they bring; less than nothing where none do. */
    private long[][] bySure(int next, long left) {
        int places = places(layer(first));
        long[][] most = new long[places + 1][PACES + 1];
        for (long[] ofRoom : most) {
            Arrays.fill(ofRoom, -1);
        }
        most[0][0] = 0;
        long beside = (places - 1) * mostOfOne(next);
        long[] capped = capped(left);
        for (int index = first; index < next; index++) {
            List<Taker> may = ways(index).stream().filter(way -> way.mayHold(capped)).toList();
            for (int room = places; room > 0; room--) {
                for (Taker way : may) {
                    addTo(most[room], most[room - 1], way.most(capped[way.scope()]), (int) (way.sure(scopes, beside) * PACES / Math.max(1, whole)));
                }
            }
        }
        return most;
    }

    private static void addTo(long[] with, long[] without, long more, int sure) {
        for (int pace = 0; pace <= PACES; pace++) {
            int sum = Math.min(PACES, pace + sure);
            with[sum] = Math.max(with[sum], without[pace] < 0 ? -1 : without[pace] + more);
        }
    }

    private long mostOfOne(int next) {
        long most = 0;
        for (int index = first; index < next; index++) {
            for (Taker way : ways(index)) {
                most = Math.max(most, way.step().most());
            }
        }
        return most;
    }

    private long behind(int from, int pace) {
        long most = 0;
        for (int index = from; index < end; index = layerEnds[index - first]) {
            long[] by = own[pace][index - first];
            most += by[by.length - 1];
        }
        return most;
    }

    /** Minor units that those from this place on bring together at most, beside those that hold slots, wherever early offers leave all. */
    long most(int from, TakenSlots takenSlots) {
        return from >= end ? 0 : own[PACES][from - first][room(from, takenSlots)] + behind(layerEnds[from - first], PACES);
    }

    /** The same beside a plan of offers before that place, by what early offers leave. */
    Behind behind(LatePlan plan, int from, TakenSlots takenSlots) {
        if (from >= end) {
            return left -> 0;
        }
        int room = room(from, takenSlots);
        int next = layerEnds[from - first];
        long sure = plan.sureBefore(layer(from));
        long sureNext = next < end ? plan.sureBefore(layer(next)) : 0;
        return left -> own[pace(left - sure)][from - first][room] + behind(next, pace(left - sureNext));
    }

    /** What offers behind a plan bring at most where early offers leave no more than so much to pay for the goods, minor units. */
    @FunctionalInterface
    interface Behind {
        /** That. */
        long most(long left);
    }

    private int room(int from, TakenSlots takenSlots) {
        int all = own[0][from - first].length - 1;
        return sharesPlaces(layer(from)) ? Math.max(0, Math.min(all, takenSlots.room(from, 0))) : all;
    }
}
