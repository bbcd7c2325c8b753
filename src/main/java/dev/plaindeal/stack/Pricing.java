package dev.plaindeal.stack;

import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Prices a given selection of offers as a whole, in two passes where some of them measure the final price: first
 * everything that does not, whose result is the final price the others are tested on; then everything, in order.
 */
final class Pricing {

    /** For offers none of which measures the final price. */
    static final long[] NO_FINALS = new long[0];

    private Pricing() {}

    /** The stack of these offers, or empty when one of them does not hold or takes nothing in it. */
    static Optional<OfferStack> priced(Ledger open, List<Candidate> chosen) {
        return priced(OfferStack.none(open), chosen, Finals.of(open, chosen));
    }

    /** The same on top of a stack of offers that apply before them, see {@link #withIdle}. */
    static Optional<OfferStack> priced(OfferStack below, List<Candidate> chosen, Finals finals) {
        Ledger ledger = below.end();
        List<Kept> kept = new ArrayList<>(below.kept());
        long saved = below.saved();
        for (Candidate candidate : chosen) {
            Pricer.PricedStep step =
                    candidate.after(ledger, finals.of(candidate));
            if (!(step.outcome() instanceof Taken money) || !gives(candidate, money)) {
                return Optional.empty();
            }
            kept.add(new Kept(candidate.offer(), candidate.conventions(), money));
            saved += money.discount();
            ledger = step.ledger();
        }
        return Optional.of(new OfferStack(kept, ledger, saved));
    }

    /** The stack of those of these offers that hold, idle ones with a discount of nothing. */
    static OfferStack pricedWithIdle(Ledger open, List<Candidate> chosen) {
        return withIdle(OfferStack.none(open), chosen, Finals.of(open, chosen));
    }

    /**
     * Those of these offers that hold on top of a stack of offers that apply before them, idle ones with a discount of
     * nothing.
     *
     * @param finals price of each line at the very end, for offers that measure it
     */
    static OfferStack withIdle(OfferStack below, List<Candidate> chosen, Finals finals) {
        Ledger ledger = below.end();
        List<Kept> kept = new ArrayList<>(below.kept());
        long saved = below.saved();
        for (Candidate candidate : chosen) {
            Pricer.PricedStep step =
                    candidate.after(ledger, finals.of(candidate));
            if (step.outcome() instanceof Taken money) {
                kept.add(new Kept(candidate.offer(), candidate.conventions(), money));
                saved += money.discount();
                ledger = step.ledger();
            }
        }
        return new OfferStack(kept, ledger, saved);
    }

    private static boolean gives(Candidate candidate, Taken money) {
        return money.discount() > 0 || candidate.offer().terms().reward().isGift();
    }
}
