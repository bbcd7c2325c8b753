package dev.plaindeal.stack;

import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps offers that hold but take nothing off, where the money stays the same; asked where the policy keeps them. */
final class IdleOffers {

    private static final int[] NO_SLOTS = new int[0];

    private final Candidates legal;
    private final boolean[] held;
    private final int[][] slots;
    private OfferStack stack;
    /** Offers that may still be priced. */
    private int left;

    private IdleOffers(Candidates legal, OfferStack best) {
        this.legal = legal;
        this.held = SlotHolders.held(legal, best);
        this.slots = SlotHolders.taken(legal, best);
        this.stack = best;
        this.left = Planner.budget(legal.goods());
    }

    static OfferStack added(Candidates legal, OfferStack best) {
        IdleOffers idle = new IdleOffers(legal, best);
        return legal.measureFinal() ? idle.eachAnew() : idle.inPassing();
    }

    /** On the way through the stack, as each would be reached: one that changes no price and claims no unit disturbs none. */
    private OfferStack inPassing() {
        OfferStack below = OfferStack.none(legal.open());
        for (int i = 0; i < held.length; i++) {
            if (!held[i] && isOpen(i)) {
                tryInPlace(i, below);
            }
            if (held[i]) {
                below = Pricing.withIdle(below, List.of(legal.get(i)), Finals.UNMEASURED);
            }
        }
        return stack;
    }

    /** Where slots go by money, one that takes nothing needs none. */
    private boolean isOpen(int index) {
        Candidate candidate = legal.get(index);
        return legal.capacity(candidate.layer()) > 0
                && SlotHolders.blocking(legal, held, slots, index, slotsOfIdle(candidate)).isEmpty();
    }

    private static int[] slotsOfIdle(Candidate candidate) {
        return Candidates.slotsGoByMoney(candidate.layer()) ? NO_SLOTS : candidate.slots();
    }

    private void tryInPlace(int index, OfferStack below) {
        Candidate candidate = legal.get(index);
        Pricer.PricedStep step = candidate.after(below.end(), Pricing.NO_FINALS);
        if (step.outcome() instanceof Taken money && money.discount() == 0) {
            if (step.ledger().claimsMoreThan(below.end())) {
                keepIfTheSame(index);
            } else {
                keep(index, new Kept(candidate.offer(), candidate.conventions(), money), below.kept().size());
            }
        }
    }

    private void keep(int index, Kept idle, int place) {
        List<Kept> kept = new ArrayList<>(stack.kept());
        kept.add(place, idle);
        stack = new OfferStack(kept, stack.end(), stack.saved());
        held[index] = true;
        slots[index] = slotsOfIdle(legal.get(index));
    }

    private OfferStack eachAnew() {
        for (int i = 0; i < held.length; i++) {
            if (!held[i] && isOpen(i)) {
                keepIfTheSame(i);
            }
        }
        return stack;
    }

    /** One that takes what another then cannot take is no idle offer, though the money stays the same. */
    private void keepIfTheSame(int index) {
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i] || i == index) {
                chosen.add(legal.get(i));
            }
        }
        left -= chosen.size();
        Optional<OfferStack> same = Optional.of(chosen)
                .filter(some -> left > 0)
                .map(some -> Pricing.pricedWithIdle(legal.open(), some))
                .filter(more -> more.saved() == stack.saved() && more.kept().size() == chosen.size())
                .filter(more -> isIdle(more, legal.get(index)));
        held[index] = same.isPresent();
        slots[index] = same.isPresent() ? slotsOfIdle(legal.get(index)) : NO_SLOTS;
        stack = same.orElse(stack);
    }

    private static boolean isIdle(OfferStack stack, Candidate added) {
        return stack.kept().stream()
                .allMatch(one -> one.offer() != added.offer() || one.taken().discount() == 0);
    }
}
