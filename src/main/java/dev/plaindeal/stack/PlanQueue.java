package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * All plans of a search, the one with the largest bound first. Most are never made: a set of late offers stands for all that
 * begin with it until it comes first.
 *
 * <p>For one search by one thread.
 */
final class PlanQueue {

    /** Working a bound out is worth so many steps. */
    private static final int BOUNDING = 16;

    private final PartSearch search;
    private final LateOffers late;
    private final TakenSlots takenSlots;
    private final PriorityQueue<PlanEntry> queue = new PriorityQueue<>(
            Comparator.comparingLong(PlanEntry::most).reversed().thenComparingLong(PlanEntry::number));
    private long number;

    /**
     * Late offers chosen so far.
     *
     * @param takers those
     * @param from the first place from which more may be chosen; none where that is the end
     * @param plan what they are together; null until it is asked for
     * @param most minor units that any stack of this plan, and of those that begin with it, gains at most
     * @param number those with equal bounds come in the order in which they were met
     */
    record PlanEntry(List<Taker> takers, int from, @Nullable LatePlan plan, long most, long number) {}

    PlanQueue(PartSearch search, LateOffers late) {
        this.search = search;
        this.late = late;
        this.takenSlots = new TakenSlots(search.candidates());
        add(List.of(), late.first(), null, Long.MAX_VALUE);
    }

    private void add(List<Taker> takers, int from, @Nullable LatePlan plan, long most) {
        if (!search.goal().hopeless(most)) {
            search.steps().walk(1);
            queue.add(new PlanEntry(takers, from, plan, most, number++));
        }
    }

    /** The next plan; once steps have run out, what stands for the plans with the largest bound. Null where there is none. */
    @Nullable PlanEntry next() {
        while (!queue.isEmpty()) {
            PlanEntry entry = queue.remove();
            LatePlan plan = entry.plan();
            if (plan == null) {
                bound(entry);
            } else if (entry.from() == late.end() || !search.steps().areLeft()) {
                return new PlanEntry(entry.takers(), entry.from(), plan, entry.most(), entry.number());
            } else {
                extend(entry, plan);
            }
        }
        return null;
    }

    private void bound(PlanEntry entry) {
        search.steps().walk(BOUNDING);
        LatePlan plan = new LatePlan(entry.takers(), search.scopes(), search.list());
        take(entry.takers());
        long alone = search.bound(plan) + late.most(entry.from(), takenSlots);
        long most = search.bound(plan, entry.from(), takenSlots, Math.min(entry.most(), alone));
        leave(entry.takers());
        add(entry.takers(), entry.from(), plan, most);
    }

    /** With each that may come next, and with none. */
    private void extend(PlanEntry entry, LatePlan plan) {
        long alone = search.bound(plan);
        add(entry.takers(), late.end(), plan, search.bound(plan, late.end(), takenSlots, Math.min(entry.most(), alone)));
        take(entry.takers());
        for (int index = entry.from(); index < late.end(); index++) {
            if (takenSlots.mayJoin(index)) {
                for (Taker taker : late.ways(index)) {
                    extend(entry, taker, alone);
                }
            }
        }
        leave(entry.takers());
    }

    private void extend(PlanEntry entry, Taker taker, long alone) {
        if (!taker.mayHold(search.list())) {
            return;
        }
        int[] slots = search.candidates().get(taker.index()).slots();
        takenSlots.join(taker.index(), slots);
        long most = alone + taker.most(search.list()[taker.scope()]) + late.most(taker.index() + 1, takenSlots);
        takenSlots.leave(taker.index(), slots);
        List<Taker> takers = new ArrayList<>(entry.takers());
        takers.add(taker);
        add(takers, taker.index() + 1, null, Math.min(entry.most(), most));
    }

    private void take(List<Taker> takers) {
        takers.forEach(taker -> takenSlots.join(taker.index(), search.candidates().get(taker.index()).slots()));
    }

    private void leave(List<Taker> takers) {
        takers.forEach(taker -> takenSlots.leave(taker.index(), search.candidates().get(taker.index()).slots()));
    }
}
