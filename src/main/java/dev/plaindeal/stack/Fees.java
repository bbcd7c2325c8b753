package dev.plaindeal.stack;

import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.OfferSteps;
import dev.plaindeal.price.OfferSteps.SavingStep;
import dev.plaindeal.price.Outcome.Missed;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What offers on fees save at most. Goods change nothing of a fee but whether an offer on it holds, so the best of those that
 * may hold is worked out once, by trying.
 *
 * <p>For one search by one thread.
 */
final class Fees {

    /** Of more it is only known that they take no more than the fees. */
    private static final int MOST_TRIED = 12;

    private final Candidates candidates;
    private final int first;
    private final Ledger open;
    private final List<Taker> takers = new ArrayList<>();
    private final boolean known;
    private final Map<Long, Long> best = new HashMap<>();

    Fees(Candidates candidates, int first, LineScopes scopes) {
        this.candidates = candidates;
        this.first = first;
        this.open = candidates.open();
        for (int i = first; i < candidates.size(); i++) {
            Candidate one = candidates.get(i);
            for (SavingStep step : OfferSteps.of(candidates.goods(), one.offer(), one.conventions(), one.bound())) {
                takers.add(Taker.of(candidates, i, step, scopes));
            }
        }
        this.known = isKnown();
    }

    /** One for at most so much may hold only after others, so nothing follows from its not holding before them. */
    private boolean isKnown() {
        for (int i = first; i < candidates.size(); i++) {
            if (candidates.get(i).after(open, Pricing.NO_FINALS).outcome() instanceof Missed missed && missed.isTooMuch()) {
                return false;
            }
        }
        return candidates.size() - first <= MOST_TRIED;
    }

    /** Every scope that decides whether one of them holds. */
    int[] looksAt() {
        return takers.stream().flatMapToInt(taker -> IntStream.of(taker.needScopes())).distinct().toArray();
    }

    /** Minor units that they bring at most in any stack. */
    long most() {
        return of((1L << MOST_TRIED) - 1);
    }

    /** The same where no offer holds that asks for a sum. */
    long least() {
        long holding = 0;
        for (Taker taker : takers) {
            holding |= taker.needs().length == 0 ? 1L << (taker.index() - first) : 0;
        }
        return of(known ? holding : (1L << MOST_TRIED) - 1);
    }

    /** What early offers have to leave beside a plan so that an offer holds that asks for a sum: one of these. */
    List<LatePlan.SpendWindow> windows(LatePlan plan) {
        return takers.stream().flatMap(taker -> plan.window(taker).stream()).toList();
    }

    /** The same after a plan that takes this, where early offers leave so much of each scope. */
    long most(LatePlan plan, long[] left, LatePlan.Taking taking) {
        long holding = 0;
        for (int i = 0; known && i < takers.size(); i++) {
            holding |= plan.leaves(takers.get(i), left, taking) ? 1L << (takers.get(i).index() - first) : 0;
        }
        return of(holding);
    }

    private long of(long holding) {
        return best.computeIfAbsent(holding, some -> known ? tried(some, first, open, 0, new PartialStack(candidates)) : unknown());
    }

    private long unknown() {
        long sum = open.feesTotal();
        for (int i = first; i < candidates.size(); i++) {
            sum += candidates.get(i).worth();
        }
        return sum;
    }

    private long tried(long holding, int from, Ledger ledger, long saved, PartialStack fees) {
        long most = saved + fees.worth();
        for (int i = from; i < candidates.size(); i++) {
            boolean holds = (holding >> (i - first) & 1) == 1 && fees.takenSlots().mayJoin(i);
            Ledger after = holds ? fees.comeIn(i, ledger, saved) : null;
            if (after != null) {
                most = Math.max(most, tried(holding, i + 1, after, saved + fees.lastSaved(), fees));
                fees.goOut(i);
            }
        }
        return most;
    }
}
