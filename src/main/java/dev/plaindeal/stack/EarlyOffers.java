package dev.plaindeal.stack;

import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.OfferSteps;
import java.util.ArrayList;
import java.util.List;

/**
 * What offers before the late ones save at most where others have taken their part already: one whose threshold is not reached any
 * more saves nothing, because prices only fall.
 *
 * <p>For one search by one thread.
 */
final class EarlyOffers {

    private final Candidates candidates;
    private final LineScopes scopes;
    private final List<List<Taker>> ways = new ArrayList<>();

    /** The first so many. */
    EarlyOffers(Candidates candidates, int size) {
        this.candidates = candidates;
        this.scopes = new LineScopes(candidates.open().linePrices());
        for (int i = 0; i < size; i++) {
            Candidate one = candidates.get(i);
            int index = i;
            ways.add(OfferSteps.of(candidates.goods(), one.offer(), one.conventions(), one.bound()).stream()
                    .map(step -> Taker.of(candidates, index, step, scopes))
                    .toList());
        }
    }

    /** What is left to pay for each scope that one of them looks at, for {@link #most}. */
    long[] left(Ledger now) {
        return scopes.of(now.linePrices());
    }

    /**
     * Minor units that the offer at this place saves at most.
     *
     * @param now the running price; in the layer under way a threshold may be measured on the price that layer found, and nothing follows
     * @param left of each scope there
     */
    long most(int index, Ledger now, long[] left) {
        Candidate candidate = candidates.get(index);
        if (now.isIn(candidate.layer())) {
            return candidate.most();
        }
        long most = 0;
        for (Taker way : ways.get(index)) {
            most = Math.max(most, way.mayHold(left) ? way.step().most(left[way.scope()]) : 0);
        }
        return most;
    }
}
