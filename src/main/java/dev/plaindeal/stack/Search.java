package dev.plaindeal.stack;

import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks over every legal stack: each offer in the order it applies is taken or left, and money is worked out on the way,
 * so a discount that breaks a later threshold is seen where it happens.
 *
 * <p>A branch is cut where even the most that its remaining offers could save cannot matter to the goal. Where offers
 * compete, a good stack is looked at first: the largest that fit beside each other. So what cannot beat it is cut early, and
 * a search that runs out of its budget of steps is no worse than that; then {@link #couldSave} says what the best unseen
 * stack might have saved. Exact otherwise.
 *
 * <p>For one search by one thread.
 */
final class Search {

    /** With more offers than this only the largest that fit are looked at: a walk is as deep as what it keeps. */
    private static final int DEEPEST = 1_000;
    /** More offers at once than any buyer follows, so that larger stacks are no simpler. */
    private static final int FEW = 16;
    /** A gift may be worth nothing, and a search that may have missed one says so all the same. */
    private static final int GIFT = 1;
    /** So many offers priced as a whole are a step more. */
    private static final int PRICED_IN_A_STEP = 16;
    private static final int[] NO_SLOTS = new int[0];

    private final Candidates candidates;
    private final SearchGoal goal;
    private final UpperBound outlook;
    private final PartialStack stack;
    private final TakenSlots takenSlots;
    /** Statements of promotions with several that held on the way here and were left out. */
    private final List<Integer> leftOut = new ArrayList<>();
    private final long mostGained;
    /** Whether some slots are known only when a stack is priced. */
    private final boolean slotsByMoney;
    private int steps;
    private final int budget;
    private long couldSave;
    private boolean cutShort;

    Search(Candidates candidates, SearchGoal goal, int budget) {
        this.candidates = candidates;
        this.goal = goal;
        this.budget = budget;
        this.outlook = new UpperBound(candidates);
        this.stack = new PartialStack(candidates);
        this.takenSlots = stack.takenSlots();
        this.mostGained = StackLimits.mostGained(candidates);
        this.slotsByMoney = slotsGoByMoney(candidates);
    }

    private static boolean slotsGoByMoney(Candidates candidates) {
        for (int i = 0; i < candidates.size(); i++) {
            if (Candidates.slotsGoByMoney(candidates.get(i).layer())) {
                return true;
            }
        }
        return false;
    }

    /** Runs the search. */
    void run() {
        if (candidates.size() > DEEPEST || candidates.measureFinal() || goal.weighsSimplicity() || outlook.hasRivals()) {
            lookAtTheLargest();
        }
        if (candidates.size() <= DEEPEST) {
            walk(0, candidates.open(), 0);
        } else {
            leave(outlook.most(0, candidates.open(), takenSlots) + outlook.worth(0));
        }
    }

    /** Steps walked, for those who watch the cost. */
    int steps() {
        return steps;
    }

    /** Whether the budget ran out before everything was seen. */
    boolean cutShort() {
        return cutShort;
    }

    /** What an unseen stack might save, minor units; 0 when everything was seen. */
    long couldSave() {
        return couldSave;
    }

    /** What takes most alone comes first and shuts out what does not fit beside it; then they apply in their order. */
    private void lookAtTheLargest() {
        int[][] slots = new int[candidates.size()][];
        List<Integer> largest = new ArrayList<>();
        for (int index : largestFirst(slots)) {
            if (takenSlots.mayJoin(index) && takenSlots.hasRoom(index, slots[index])) {
                stack.join(index, slots[index]);
                largest.add(index);
            }
        }
        boolean[] chosen = stack.taken();
        largest.forEach(index -> stack.leave(index, slots[index]));
        steps += chosen.length;
        if (goal.weighsSimplicity()) {
            seeTheFirst(largest);
        }
        if (candidates.measureFinal()) {
            seeWhole(chosen);
        } else {
            apply(chosen);
        }
    }

    /** The two largest, the three largest, and so on: a goal that weighs simplicity may stop at any of these. */
    private void seeTheFirst(List<Integer> largest) {
        for (int count = 2; count <= Math.min(FEW, largest.size()); count++) {
            List<Integer> few = new ArrayList<>(largest.subList(0, count));
            largest.subList(count, largest.size()).stream().filter(index -> isOneWithAny(index, few)).forEach(few::add);
            steps += goal.seeing();
            legal(few.stream().sorted().map(candidates::get).toList()).ifPresent(goal::see);
        }
    }

    private boolean isOneWithAny(int index, List<Integer> few) {
        int group = candidates.group(index);
        return group >= 0 && few.stream().anyMatch(other -> candidates.group(other) == group);
    }

    /** These priced as a whole, where that is a stack that may be kept. */
    private Optional<OfferStack> legal(List<Candidate> chosen) {
        return Pricing.priced(candidates.open(), chosen)
                .filter(stack -> StackLimits.allow(candidates, stack))
                .filter(stack -> !slotsByMoney || TakenSlots.fits(candidates, stack))
                .filter(stack -> Completeness.isComplete(candidates, stack));
    }

    /** What holds alone, gifts of no stated worth before all; on the way a goal that may like it sees each by itself. */
    private List<Integer> largestFirst(int[][] slots) {
        Ledger open = candidates.open();
        long[] finals = open.linePrices();
        long[] alone = new long[candidates.size()];
        List<Integer> holding = new ArrayList<>();
        for (int i = 0; i < alone.length; i++) {
            Candidate one = candidates.get(i);
            Pricer.PricedStep step = one.after(open, finals);
            if (step.outcome() instanceof Taken money) {
                slots[i] = candidates.slotsOf(one, money);
                seeAlone(i, money, step.ledger());
                alone[i] = money.rank();
                holding.add(i);
            }
        }
        holding.sort(Comparator.comparingLong((Integer i) -> alone[i]).reversed());
        return holding;
    }

    private void seeAlone(int index, Taken money, Ledger after) {
        Candidate one = candidates.get(index);
        if (goal.weighsSimplicity()
                && candidates.group(index) < 0
                && candidates.capacity(one.layer()) > 0
                && stack.worthKeeping(one.offer(), money, 0)) {
            steps += goal.seeing();
            goal.see(new OfferStack(List.of(new Kept(one.offer(), one.conventions(), money)), after, money.discount()));
        }
    }

    /** Each of these offers that is worth keeping after those before it. */
    private void apply(boolean[] chosen) {
        OfferStack found = stack.inOrder(chosen);
        if (Completeness.isComplete(candidates, found)) {
            goal.see(found);
        }
    }

    /** Those of these offers that hold together, priced as a whole; where a ceiling is in the way, as many as it lets through. */
    private void seeWhole(boolean[] chosen) {
        List<Candidate> some = chosen(chosen);
        OfferStack all = Pricing.pricedWithIdle(candidates.open(), some);
        some.removeIf(one -> all.kept().stream().noneMatch(kept -> kept.offer() == one.offer() && gives(kept)));
        legal(some).or(this::inOrder).ifPresent(goal::see);
    }

    /** What is kept in order, where no statement is missing in it. */
    private Optional<OfferStack> inOrder() {
        return Optional.of(InOrder.of(candidates).stack()).filter(stack -> Completeness.isComplete(candidates, stack));
    }

    private static boolean gives(Kept kept) {
        return kept.taken().discount() > 0 || kept.offer().terms().reward().isGift();
    }

    private List<Candidate> chosen(boolean[] chosen) {
        List<Candidate> some = new ArrayList<>();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                some.add(candidates.get(i));
            }
        }
        return some;
    }

    /**
     * With each offer from here on as the next that is taken, and with none. A walk is as deep as what it keeps, so nothing
     * stays in this frame that can be had again.
     */
    private void walk(int from, Ledger ledger, long saved) {
        int before = leftOut.size();
        long rest = outlook.most(from, ledger, takenSlots);
        for (int index = from; isWorthAStep(saved + rest + stack.worth() + outlook.worth(index)); index++) {
            if (rest == 0 && !outlook.hasGift(index)) {
                steps += goal.seeing() - 1;
                finish(ledger, saved);
                break;
            }
            Ledger after = takenSlots.mayJoin(index) ? comeIn(index, ledger, saved) : null;
            if (after != null) {
                walk(index + 1, after, saved + (candidates.measureFinal() ? candidates.get(index).most() : stack.lastSaved()));
                goOut(index);
            }
            rest = outlook.most(index + 1, ledger, takenSlots);
        }
        leftOut.subList(before, leftOut.size()).clear();
    }

    private boolean isWorthAStep(long atMost) {
        if (goal.hopeless(atMost)) {
            return false;
        }
        if (++steps > budget) {
            leave(atMost);
            return false;
        }
        return true;
    }

    /** Stacks that bring so much at most are not looked at. */
    private void leave(long atMost) {
        cutShort = true;
        couldSave = Math.max(couldSave, Math.min(atMost, mostGained) + (outlook.hasGift(0) ? GIFT : 0));
    }

    private void finish(Ledger ledger, long saved) {
        if (!candidates.measureFinal()) {
            OfferStack found = stack.whole(ledger, saved);
            if (leftOut.isEmpty() || Completeness.isComplete(candidates, found, leftOut)) {
                goal.see(found);
            }
            return;
        }
        List<Candidate> chosen = chosen(stack.taken());
        steps += chosen.size() / PRICED_IN_A_STEP;
        legal(chosen).ifPresent(goal::see);
    }

    /** The prices after it where it holds, is worth keeping and finds its slots free; null otherwise. */
    private @Nullable Ledger comeIn(int index, Ledger ledger, long saved) {
        return candidates.measureFinal() ? comeInUnpriced(index, ledger) : stack.comeIn(index, ledger, saved);
    }

    /** With a final price in play it is priced when the stack is whole, and slots that go by money are known then. */
    private Ledger comeInUnpriced(int index, Ledger ledger) {
        stack.join(index, knownSlots(index));
        return ledger;
    }

    private int[] knownSlots(int index) {
        Candidate candidate = candidates.get(index);
        return Candidates.slotsGoByMoney(candidate.layer()) ? NO_SLOTS : candidate.slots();
    }

    /** The last that came in goes again; of a promotion with several statements that is remembered. */
    private void goOut(int index) {
        if (candidates.measureFinal()) {
            stack.leave(index, knownSlots(index));
        } else {
            stack.goOut(index);
        }
        if (candidates.group(index) >= 0) {
            leftOut.add(index);
        }
    }
}
