package dev.plaindeal.stack;

import dev.plaindeal.price.Ledger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The final price of each line that offers of one stack measure: after all offers that do not measure it themselves, and for
 * a promotion with several statements without what these take, so that none of them defeats another. Immutable.
 */
final class Finals {

    /** For offers none of which measures the final price. */
    static final Finals UNMEASURED = at(Pricing.NO_FINALS);

    private final @Nullable Ledger open;
    private final List<Candidate> chosen;
    private final long[] prices;

    private Finals(@Nullable Ledger open, List<Candidate> chosen, long[] prices) {
        this.open = open;
        this.chosen = chosen;
        this.prices = prices;
    }

    /** The same prices for every offer. */
    static Finals at(long[] prices) {
        return new Finals(null, List.of(), prices);
    }

    /** After these, where any of them measures it. */
    static Finals of(Ledger open, List<Candidate> chosen) {
        for (Candidate candidate : chosen) {
            if (Candidates.measuresFinal(candidate)) {
                return after(open, chosen);
            }
        }
        return UNMEASURED;
    }

    /** After these, whether or not any of them measures it. */
    static Finals after(Ledger open, List<Candidate> chosen) {
        return new Finals(open, List.copyOf(chosen), prices(open, chosen));
    }

    /** For this offer. */
    long[] of(Candidate asking) {
        if (open == null || !Candidates.measuresFinal(asking)) {
            return prices;
        }
        return chosen.stream().anyMatch(one -> isItsOwn(one, asking))
                ? prices(open, chosen.stream().filter(one -> !isItsOwn(one, asking)).toList())
                : prices;
    }

    /** Whether it is another statement of the same promotion; whoever asks may be among those chosen, or not yet. */
    private static boolean isItsOwn(Candidate one, Candidate asking) {
        return one.offer() != asking.offer() && one.offer().isOneWith(asking.offer());
    }

    private static long[] prices(Ledger open, List<Candidate> chosen) {
        Ledger ledger = open;
        for (Candidate candidate : chosen) {
            if (!Candidates.measuresFinal(candidate)) {
                ledger = candidate.after(ledger, Pricing.NO_FINALS).ledger();
            }
        }
        return ledger.linePrices();
    }
}
