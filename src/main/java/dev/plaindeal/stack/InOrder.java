package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps offers by their place alone: each that holds and fits beside those kept before it.
 *
 * <p>Where some measure the final price, one that does not may spoil what is kept, so all of it is priced again; with very
 * many offers that ends, and the rest is left out, which {@link #couldSave} tells.
 */
final class InOrder {

    private final Candidates legal;
    private final boolean[] held;
    private OfferStack stack;
    private Finals finals;
    private final TakenSlots takenSlots;
    private int left;
    private int asked;

    private InOrder(Candidates legal) {
        this.legal = legal;
        this.held = new boolean[legal.size()];
        this.stack = OfferStack.none(legal.open());
        this.finals = Finals.at(legal.open().linePrices());
        this.takenSlots = new TakenSlots(legal);
        this.left = Planner.budget(legal.goods());
    }

    static InOrder of(Candidates legal) {
        InOrder inOrder = new InOrder(legal);
        while (inOrder.asked < legal.size() && inOrder.left > 0) {
            inOrder.ask(inOrder.asked++);
        }
        return inOrder;
    }

    OfferStack stack() {
        return stack;
    }

    /** 0 when each offer was asked, otherwise what a stack with those left out might save, in minor units: more than this one. */
    long couldSave() {
        long most = stack.gain();
        for (int i = asked; i < held.length; i++) {
            most += Math.max(1, legal.get(i).most() + legal.get(i).worth());
        }
        return asked == held.length ? 0 : Math.max(stack.gain() + 1, Math.min(most, StackLimits.mostGained(legal)));
    }

    private void ask(int index) {
        if (takenSlots.mayJoin(index)) {
            with(legal.get(index))
                    .filter(next -> StackLimits.allow(legal, next))
                    .filter(next -> fits(index, next))
                    .ifPresent(next -> keep(index, next));
        }
    }

    /** With a final price in play what others take may have changed, and with it the slots they hold. */
    private boolean fits(int index, OfferStack next) {
        return legal.measureFinal() ? TakenSlots.fits(legal, next) : takenSlots.hasRoom(index, last(index, next));
    }

    private int[] last(int index, OfferStack next) {
        return legal.slotsOf(legal.get(index), next.kept().get(next.kept().size() - 1).taken());
    }

    private void keep(int index, OfferStack next) {
        takenSlots.join(index, legal.measureFinal() ? legal.get(index).slots() : last(index, next));
        held[index] = true;
        stack = next;
    }

    private Optional<OfferStack> with(Candidate next) {
        return legal.measureFinal() && !Candidates.measuresFinal(next)
                ? anew(next)
                : Pricing.priced(stack, List.of(next), finals);
    }

    private Optional<OfferStack> anew(Candidate next) {
        List<Candidate> chosen = new ArrayList<>(SlotHolders.chosen(legal, stack));
        chosen.add(next);
        left -= chosen.size();
        Optional<OfferStack> more = Pricing.priced(legal.open(), chosen);
        more.filter(allowed -> StackLimits.allow(legal, allowed)).ifPresent(a -> finals = Finals.after(legal.open(), chosen));
        return more;
    }
}
