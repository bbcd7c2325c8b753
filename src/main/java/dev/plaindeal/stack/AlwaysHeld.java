package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Item prices that always hold: no buyer can decline the price on the tag, so no coupon makes the search leave one out.
 *
 * <p>Those of them that save most together are kept; who cannot stand beside them is turned away before the search, and the
 * search sees no stack without them.
 *
 * <p>Worked number: 100.00 at a sale price of 90.00 with a coupon of 15.00 that is never together with it costs 90.00, not 85.00.
 */
final class AlwaysHeld {

    private AlwaysHeld() {}

    /** Without those that no stack with the prices that always hold can keep. */
    static Candidates settled(Candidates all) {
        List<Candidate> holding = holding(all);
        if (holding.isEmpty()) {
            return all;
        }
        boolean[] held = SlotHolders.held(all, Planner.largest(all.only(holding)));
        List<Candidate> open = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i] || !isHolding(all.get(i)) && fits(all, held, i)) {
                open.add(all.get(i));
            }
        }
        return all.only(open);
    }

    private static List<Candidate> holding(Candidates all) {
        List<Candidate> holding = new ArrayList<>(0);
        for (int i = 0; i < all.size(); i++) {
            if (isHolding(all.get(i))) {
                holding.add(all.get(i));
            }
        }
        return holding;
    }

    private static boolean isHolding(Candidate one) {
        return one.offer().terms().combining().alwaysHolds();
    }

    private static boolean fits(Candidates all, boolean[] held, int index) {
        List<Candidate> together = new ArrayList<>();
        boolean sameLayer = false;
        for (int i = 0; i < held.length; i++) {
            if (held[i] && all.apart(index, i)) {
                return false;
            }
            sameLayer |= held[i] && all.get(i).layer() == all.get(index).layer();
            if (held[i] || i == index) {
                together.add(all.get(i));
            }
        }
        return !sameLayer || isLegal(all, together);
    }

    private static boolean isLegal(Candidates all, List<Candidate> together) {
        return Pricing.priced(all.open(), together)
                .filter(stack -> StackLimits.allow(all, stack))
                .filter(stack -> TakenSlots.fits(all, stack))
                .isPresent();
    }

    /** The same goal, shown only what keeps the prices that always hold; they alone are the first it sees. */
    static SearchGoal keeping(Candidates settled, SearchGoal goal) {
        List<Candidate> kept = holding(settled);
        if (kept.isEmpty()) {
            return goal;
        }
        Optional<OfferStack> alone = Pricing.priced(settled.open(), kept);
        alone.filter(stack -> Completeness.isComplete(settled, stack)).ifPresent(goal::see);
        return new Keeping(goal, kept);
    }

    /** Sees what keeps all of these. */
    private record Keeping(SearchGoal goal, List<Candidate> kept) implements SearchGoal {
        @Override
        public boolean hopeless(long gainAtMost) {
            return goal.hopeless(gainAtMost);
        }

        @Override
        public boolean goesByMoney() {
            return goal.goesByMoney();
        }

        @Override
        public int seeing() {
            return goal.seeing();
        }

        @Override
        public boolean weighsSimplicity() {
            return goal.weighsSimplicity();
        }

        @Override
        public void see(OfferStack stack) {
            if (kept.stream().allMatch(one -> stack.kept().stream().anyMatch(held -> held.offer() == one.offer()))) {
                goal.see(stack);
            }
        }
    }
}
