package dev.plaindeal.stack;

import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Reward;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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
    /** A gift saves nothing, and a search that may have missed one says so all the same. */
    private static final int GIFT = 1;
    /** So many offers priced as a whole are a step more. */
    private static final int PRICED_IN_A_STEP = 16;

    private final Candidates candidates;
    private final Goal goal;
    private final Outlook outlook;
    /** Offers kept on each seat. */
    private final int[] load;
    /** Kept offers that each offer is kept apart from. */
    private final int[] shut;
    private final boolean[] taken;
    private final List<Kept> kept = new ArrayList<>();
    private final long mostOff;
    private int steps;
    private final int budget;
    private long couldSave;
    private boolean cutShort;

    Search(Candidates candidates, Goal goal, int budget) {
        this.candidates = candidates;
        this.goal = goal;
        this.budget = budget;
        this.outlook = new Outlook(candidates);
        this.load = new int[candidates.seatCount()];
        this.shut = new int[candidates.size()];
        this.taken = new boolean[candidates.size()];
        this.mostOff = Ceilings.mostOff(candidates);
    }

    /** Runs the search. */
    void run() {
        if (taken.length > DEEPEST || candidates.measureFinal() || goal.weighsSimplicity() || outlook.hasRivals()) {
            lookAtTheLargest();
        }
        if (taken.length <= DEEPEST) {
            walk(0, candidates.open(), 0);
        } else {
            leave(outlook.most(0, candidates.open(), load, shut));
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
        List<Integer> largest = new ArrayList<>();
        for (int index : largestFirst()) {
            if (mayJoin(index)) {
                join(index, 1);
                largest.add(index);
            }
        }
        boolean[] chosen = taken.clone();
        for (int i = 0; i < chosen.length; i++) {
            if (chosen[i]) {
                join(i, -1);
            }
        }
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
            List<Candidate> few = largest.subList(0, count).stream().sorted().map(candidates::get).toList();
            steps += goal.seeing();
            Pricing.priced(candidates.open(), few)
                    .filter(stack -> Ceilings.allow(candidates, stack))
                    .ifPresent(goal::see);
        }
    }

    /** What holds alone, gifts before all; on the way a goal that may like it sees each by itself. */
    private List<Integer> largestFirst() {
        Ledger open = candidates.open();
        long[] finals = open.linePrices();
        long[] alone = new long[taken.length];
        List<Integer> holding = new ArrayList<>();
        for (int i = 0; i < alone.length; i++) {
            Candidate one = candidates.get(i);
            Pricer.Step step = Pricer.apply(open, one.offer(), one.conventions(), finals);
            if (step.outcome() instanceof Taken money) {
                seeAlone(one, money, step.ledger());
                alone[i] = one.offer().terms().reward() instanceof Reward.Gift ? Long.MAX_VALUE : money.discount();
                holding.add(i);
            }
        }
        holding.sort(Comparator.comparingLong((Integer i) -> alone[i]).reversed());
        return holding;
    }

    private void seeAlone(Candidate one, Taken money, Ledger after) {
        if (goal.weighsSimplicity() && candidates.capacity(one.layer()) > 0 && worthKeeping(one.offer(), money, 0)) {
            steps += goal.seeing();
            goal.see(new Stack(List.of(new Kept(one.offer(), one.conventions(), money)), after, money.discount()));
        }
    }

    /** Each of these offers that is worth keeping after those before it. */
    private void apply(boolean[] chosen) {
        Ledger ledger = candidates.open();
        long saved = 0;
        for (int i = 0; i < chosen.length; i++) {
            Candidate candidate = candidates.get(i);
            if (chosen[i]) {
                Pricer.Step step = Pricer.apply(ledger, candidate.offer(), candidate.conventions(), Pricing.NO_FINALS);
                if (step.outcome() instanceof Taken money && worthKeeping(candidate.offer(), money, saved)) {
                    kept.add(new Kept(candidate.offer(), candidate.conventions(), money));
                    saved += money.discount();
                    ledger = step.ledger();
                }
            }
        }
        goal.see(new Stack(kept, ledger, saved));
        kept.clear();
    }

    /** Those of these offers that hold together, priced as a whole; where a ceiling is in the way, as many as it lets through. */
    private void seeWhole(boolean[] chosen) {
        List<Candidate> some = chosen(chosen);
        Stack all = Pricing.pricedWithIdle(candidates.open(), some);
        some.removeIf(one -> all.kept().stream().noneMatch(kept -> kept.offer() == one.offer() && gives(kept)));
        goal.see(Pricing.priced(candidates.open(), some)
                .filter(stack -> Ceilings.allow(candidates, stack))
                .orElseGet(() -> InOrder.of(candidates).stack()));
    }

    private static boolean gives(Kept kept) {
        return kept.taken().discount() > 0 || kept.offer().terms().reward() instanceof Reward.Gift;
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

    /** With each offer from here on as the next that is taken, and with none. */
    private void walk(int from, Ledger ledger, long saved) {
        long rest = outlook.most(from, ledger, load, shut);
        for (int index = from; isWorthAStep(saved + rest); index++) {
            if (rest == 0 && !outlook.hasGift(index)) {
                steps += goal.seeing() - 1;
                finish(ledger, saved);
                return;
            }
            if (mayJoin(index)) {
                take(index, ledger, saved);
            }
            rest = outlook.most(index + 1, ledger, load, shut);
        }
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

    /** Stacks that save so much at most are not looked at. */
    private void leave(long atMost) {
        cutShort = true;
        couldSave = Math.max(couldSave, Math.min(atMost, mostOff) + (outlook.hasGift(0) ? GIFT : 0));
    }

    private void finish(Ledger ledger, long saved) {
        if (!candidates.measureFinal()) {
            goal.see(new Stack(kept, ledger, saved));
            return;
        }
        List<Candidate> chosen = chosen(taken);
        steps += chosen.size() / PRICED_IN_A_STEP;
        Pricing.priced(candidates.open(), chosen)
                .filter(stack -> Ceilings.allow(candidates, stack))
                .ifPresent(goal::see);
    }

    private void take(int index, Ledger ledger, long saved) {
        Candidate candidate = candidates.get(index);
        if (candidates.measureFinal()) {
            join(index, 1);
            walk(index + 1, ledger, saved + candidate.most());
            join(index, -1);
            return;
        }
        Pricer.Step step = Pricer.apply(ledger, candidate.offer(), candidate.conventions(), Pricing.NO_FINALS);
        if (!(step.outcome() instanceof Taken money) || !worthKeeping(candidate.offer(), money, saved)) {
            return;
        }
        join(index, 1);
        kept.add(new Kept(candidate.offer(), candidate.conventions(), money));
        walk(index + 1, step.ledger(), saved + money.discount());
        kept.remove(kept.size() - 1);
        join(index, -1);
    }

    private boolean worthKeeping(Offer offer, Taken money, long saved) {
        boolean gives = money.discount() > 0 || offer.terms().reward() instanceof Reward.Gift;
        return gives && saved + money.discount() <= mostOff && Ceilings.withinBudget(candidates, kept, offer, money);
    }

    private void join(int index, int by) {
        taken[index] = by > 0;
        for (int other = 0; candidates.someApart() && other < shut.length; other++) {
            shut[other] += candidates.apart(index, other) ? by : 0;
        }
        Candidate candidate = candidates.get(index);
        for (int seat : candidate.seats()) {
            load[candidates.seat(candidate, seat)] += by;
        }
    }

    private boolean mayJoin(int index) {
        Candidate candidate = candidates.get(index);
        int capacity = candidates.capacity(candidate.layer());
        if (capacity == 0 || shut[index] > 0) {
            return false;
        }
        for (int seat : candidate.seats()) {
            if (load[candidates.seat(candidate, seat)] >= capacity) {
                return false;
            }
        }
        return true;
    }
}
