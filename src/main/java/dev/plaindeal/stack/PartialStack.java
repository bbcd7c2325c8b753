package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stack while it is put together, in the order in which offers apply: who is kept, what each takes, and who still fits. The
 * last that came in is the first that goes.
 *
 * <p>For one search by one thread.
 */
final class PartialStack {

    private final Candidates candidates;
    private final TakenSlots takenSlots;
    private final boolean[] taken;
    private final List<Kept> kept = new ArrayList<>();
    private final long mostOff;
    /** What the gifts of the offers taken are worth at most. */
    private long worth;

    PartialStack(Candidates candidates) {
        this.candidates = candidates;
        this.takenSlots = new TakenSlots(candidates);
        this.taken = new boolean[candidates.size()];
        this.mostOff = StackLimits.mostOff(candidates);
    }

    TakenSlots takenSlots() {
        return takenSlots;
    }

    /** Who is kept, by place; a copy. */
    boolean[] taken() {
        return taken.clone();
    }

    boolean isKept(int index) {
        return taken[index];
    }

    /** The most that may come off in all, minor units. */
    long mostOff() {
        return mostOff;
    }

    /** Minor units that the last one takes. */
    long lastSaved() {
        return kept.get(kept.size() - 1).taken().discount();
    }

    /** Minor units that the gifts of what is kept are worth. */
    long worthKept() {
        long sum = 0;
        for (Kept one : kept) {
            sum += one.taken().added().worth();
        }
        return sum;
    }

    /** Minor units that the gifts of all that is kept are worth at most. */
    long worth() {
        return worth;
    }

    /** As it is now. */
    OfferStack whole(Ledger ledger, long saved) {
        return new OfferStack(kept, ledger, saved);
    }

    /** The prices after this one, where it holds, is worth keeping and finds its slots free; null otherwise. */
    @Nullable Ledger comeIn(int index, Ledger ledger, long saved) {
        Candidate candidate = candidates.get(index);
        Pricer.PricedStep step = candidate.after(ledger, Pricing.NO_FINALS);
        if (!(step.outcome() instanceof Taken money) || !worthKeeping(candidate.offer(), money, saved)) {
            return null;
        }
        int[] slots = candidates.slotsOf(candidate, money);
        if (!takenSlots.hasRoom(index, slots)) {
            return null;
        }
        join(index, slots);
        kept.add(new Kept(candidate.offer(), candidate.conventions(), money));
        return step.ledger();
    }

    /** The last that came in goes again. */
    void goOut(int index) {
        leave(index, candidates.slotsOf(candidates.get(index), kept.remove(kept.size() - 1).taken()));
    }

    /** Each of these offers that is worth keeping after those before it, beside nothing else; nobody is kept here afterwards. */
    OfferStack inOrder(boolean[] chosen) {
        Ledger ledger = candidates.open();
        long saved = 0;
        for (int i = 0; i < chosen.length; i++) {
            Ledger after = chosen[i] && takenSlots.mayJoin(i) ? comeIn(i, ledger, saved) : null;
            if (after != null) {
                saved += lastSaved();
                ledger = after;
            }
        }
        OfferStack found = whole(ledger, saved);
        for (int i = chosen.length - 1; i >= 0; i--) {
            if (taken[i]) {
                goOut(i);
            }
        }
        return found;
    }

    boolean worthKeeping(Offer offer, Taken money, long saved) {
        boolean gives = money.discount() > 0 || offer.terms().reward().isGift();
        return gives && saved + money.discount() <= mostOff && StackLimits.withinBudget(candidates, kept, offer, money);
    }

    /** This one takes these slots, whatever it may save. */
    void join(int index, int[] slots) {
        taken[index] = true;
        worth += candidates.get(index).worth();
        takenSlots.join(index, slots);
    }

    /** And gives them back. */
    void leave(int index, int[] slots) {
        taken[index] = false;
        worth -= candidates.get(index).worth();
        takenSlots.leave(index, slots);
    }
}
