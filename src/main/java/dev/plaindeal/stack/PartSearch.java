package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Ledger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Finds the best stack of very many offers, part by part.
 *
 * <p>A shopper with sixty vouchers has more stacks than can be walked, but what one store's offers take is no matter to those of
 * another. The search goes in five steps:
 * <ol>
 *   <li><b>OfferParts.</b> Offers before the first layer of the platform fall into {@link OfferParts} that share no line, no slot and no
 *       promotion; mostly one part is one store. Each part is priced alone, and every way of keeping its offers is an
 *       {@link PartOption option}: what it gains, and what it takes off each scope that a late offer looks at. {@link PartBounds} leaves out what
 *       cannot matter beside the best stack known, so a search among the {@link LargestOffers} alone goes first and finds a good one.
 *   <li><b>Plans.</b> A {@link LatePlan} is a set of late offers on goods, each with the step it reaches. In a plan thresholds are
 *       windows on sums, amounts are constants, and percentages are lines: bounds that add up over parts. What late offers bring falls
 *       with what early ones leave, pace by pace ({@link LateOffers}), and what one layer takes for certain is not left for the next.
 *   <li><b>Bounds.</b> Each plan has a bound at its root; plans are walked from the largest on, and none whose bound is below the
 *       best stack found.
 *   <li><b>Walk.</b> {@link PlanWalk} puts the parts' options together for one plan, and leaves what its bounds say cannot matter.
 *   <li><b>Pricing.</b> What survives is priced for real, with all rules of the stack. Bounds never price anything.
 * </ol>
 *
 * <p>What has to be true, and where it is: (1) an offer's {@link dev.plaindeal.price.OfferSteps steps} never tell too little at
 * prices it meets later, because prices only fall along a stack; (2) parts commute; (3) every legal stack is options of all parts,
 * one plan and some offers on fees, so that nothing is left out but by a bound; (4) a bound is compared with the goal's hope, never
 * with a stack's place; (5) what was left out for want of steps is told as {@link #couldSave}. {@code PartSearchTest} gives the search no
 * stack to begin with and no hope below the best: a bound that is too low by one minor unit finds nothing then.
 *
 * <p>What breaks an argument, and what happens then. Thresholds on the final price, and a policy with a layer of lines or stores
 * behind the platform's or fees before the last: {@link #suits} says no, and {@link Search} walks as ever. One promotion over
 * several stores makes them one part. Statements of one promotion, deals on units, lines counted alone, reduced lines excluded, prices
 * of an earlier stage: no needs are told, and the list price bounds them. Minimum prices: nothing is sure to come off beyond what
 * they leave. Groups, exclusions, budgets and ceilings: they only ever forbid, so bounds ignore them and pricing does not; parts
 * that forbid each other are met in the walk. An exclusive promotion is a part's option or a plan as any other.
 *
 * <p>Ties are decided as everywhere, by {@link SearchGoal#see} of every stack that may be as good; only where a plan's stacks are so
 * many that equal sums are joined, of two that save the same with as many promotions one may go unseen. Sums are not joined where being
 * legal goes by more than sums: exclusions, statements of one promotion, a promotion with early and late offers.
 *
 * <p>For one search by one thread.
 */
final class PartSearch {

    /** With more offers a walk over parts is too deep. */
    private static final int MOST_OFFERS = 1_000;
    /** Sums in millionths of a minor unit stay within a long. */
    private static final long MOST_MONEY = 1_000_000_000_000L;
    /** A part of more offers is listed by going as deep, and if they do not compete a walk is as good. */
    private static final int MOST_IN_PART = 256;
    /** More ways of keeping one part's offers are not listed. */
    private static final int MOST_OPTIONS = 1 << 16;
    /** Once steps have run out, so many more plans are bounded more closely. */
    private static final int MOST_REFINED = 64;
    /** Steps after which a plan has to wait until all others have had as many; then so many times more. */
    private static final long SLICE = 1 << 10;
    private static final int LONGER = 8;
    private static final long JOINED_AFTER = 1 << 16;
    /** Pricing a stack is worth so many steps over options, and listing an option so many. */
    private static final int PRICING = 128;
    private static final int LISTING = 4;

    private final Candidates candidates;
    private final SearchGoal goal;
    private final Steps steps;
    private final Ledger open;
    private final LineScopes scopes;
    /** The scope of all goods. */
    private final int whole;
    private final LateOffers late;
    private final Fees fees;
    private final long[] list;
    private final PartialStack stack;
    private final long joinedAfter;
    /** Whether what is legal beside some early offers is legal beside all that take as much. */
    private final boolean joins;
    private final boolean someEarlyApart;
    private final List<List<PartOption>> parts = new ArrayList<>();
    private final Map<Integer, long[]> outside = new HashMap<>();
    private long earlyMost;
    private final List<int[]> offersOfParts;
    private final PartBounds bounds;
    private boolean tooMany;
    private long couldSave = Long.MIN_VALUE;

    /**
     * A search.
     *
     * @param budget steps over options that it may walk
     */
    PartSearch(Candidates candidates, SearchGoal goal, long budget) {
        this(candidates, goal, budget, JOINED_AFTER);
    }

    /**
     * The same.
     *
     * @param joinedAfter steps of a plan after which equal sums are joined, where they may be
     */
    PartSearch(Candidates candidates, SearchGoal goal, long budget, long joinedAfter) {
        this.candidates = candidates;
        this.goal = goal;
        this.steps = new Steps(budget);
        this.open = candidates.open();
        this.scopes = new LineScopes(open.linePrices());
        this.whole = scopes.number(all(candidates.goods().size()));
        this.late = new LateOffers(candidates, first(candidates, PartSearch::isLate), first(candidates, PartSearch::isFee), scopes);
        this.fees = new Fees(candidates, late.end(), scopes);
        this.list = scopes.atList();
        this.joinedAfter = joinedAfter;
        this.someEarlyApart = someEarlyApart(candidates, late.first());
        this.joins = !someEarlyApart && candidates.groups() == 0 && candidates.funds().isEmpty() && !sharesPromotions();
        this.stack = new PartialStack(candidates);
        this.offersOfParts = OfferParts.of(candidates, late.first());
        this.bounds = new PartBounds(candidates, offersOfParts, late, fees, stack.takenSlots());
    }

    private static BitSet all(int lines) {
        BitSet all = new BitSet();
        all.set(0, lines);
        return all;
    }

    /** Whether the offers fall into parts and plans at all, and the goal goes by what bounds are about. */
    static boolean suits(Candidates candidates, SearchGoal goal) {
        return goal.goesByMoney()
                && !candidates.measureFinal()
                && candidates.size() <= MOST_OFFERS
                && candidates.goods().listTotal() <= MOST_MONEY
                && areInOrder(candidates);
    }

    /** Early layers, then the platform's on goods, then fees. */
    private static boolean areInOrder(Candidates candidates) {
        int fee = first(candidates, PartSearch::isFee);
        for (int i = first(candidates, PartSearch::isLate); i < candidates.size(); i++) {
            Layer layer = candidates.get(i).layer();
            if (i < fee ? Candidates.slotsGoByMoney(layer) : !isFee(layer)) {
                return false;
            }
        }
        return true;
    }

    private static int first(Candidates candidates, Predicate<Layer> which) {
        int index = 0;
        while (index < candidates.size() && !which.test(candidates.get(index).layer())) {
            index++;
        }
        return index;
    }

    private static boolean isLate(Layer layer) {
        return switch (layer) {
            case ITEM_PRICE, STORE_THRESHOLD, STORE_COUPON -> false;
            case PLATFORM_THRESHOLD, PLATFORM_COUPON, SHIPPING -> true;
        };
    }

    private static boolean isFee(Layer layer) {
        return layer.slot() == Layer.Slot.FEE;
    }

    /** Runs the search; false where a part has too many options to be listed, and no more is known than {@link #couldSave}. */
    boolean run() {
        if (offersOfParts.stream().anyMatch(part -> part.length > MOST_IN_PART)) {
            leave(bounds.all());
            return false;
        }
        for (int part = 0; part < offersOfParts.size(); part++) {
            List<PartOption> options = new ArrayList<>();
            list(new PartOffers(part, offersOfParts.get(part)), 0, open, 0, options);
            if (tooMany) {
                leave(bounds.all());
                return false;
            }
            parts.add(options);
            long most = options.stream().mapToLong(PartOption::gain).max().orElse(0);
            bounds.settle(part, most);
            earlyMost += most;
        }
        PlanQueue plans = new PlanQueue(this, late);
        walk(plans);
        return true;
    }

    /** Each plan for a while, as they come; then those that need longer, where no stack found by then has made them hopeless. */
    private void walk(PlanQueue plans) {
        List<PlanWalk> longer = new ArrayList<>();
        int refined = 0;
        for (PlanQueue.PlanEntry next = plans.next(); next != null && !goal.hopeless(next.most()); next = plans.next()) {
            refined += steps.areLeft() ? 0 : 1;
            if (refined > MOST_REFINED || next.from() < late.end()) {
                leave(next.most());
                break;
            }
            PlanWalk walk = new PlanWalk(this, next.plan(), next.most());
            if (!walk.run(SLICE)) {
                longer.add(walk);
            }
        }
        for (long slice = SLICE * LONGER; !longer.isEmpty() && steps.areLeft(); slice *= LONGER) {
            longer = walk(longer, slice);
        }
        longer.forEach(walk -> leave(walk.most()));
    }

    private List<PlanWalk> walk(List<PlanWalk> walks, long slice) {
        walks.sort(Comparator.comparingLong(PlanWalk::most).reversed());
        List<PlanWalk> longer = new ArrayList<>();
        for (PlanWalk walk : walks) {
            if (!goal.hopeless(walk.most()) && !walk.run(slice)) {
                longer.add(walk);
            }
        }
        return longer;
    }

    /** Whether something that may matter was left out. */
    boolean cutShort() {
        return !goal.hopeless(couldSave);
    }

    /** What the buyer might gain by what was left out, minor units; 0 where everything that may matter was seen. */
    long couldSave() {
        boolean gifts = candidates.all().stream().anyMatch(one -> one.offer().terms().reward().isGift());
        return cutShort() ? Math.min(couldSave, StackLimits.mostGained(candidates)) + (gifts ? 1 : 0) : 0;
    }

    Steps steps() {
        return steps;
    }

    /** Stacks that gain so much at most are not looked at. */
    void leave(long atMost) {
        couldSave = Math.max(couldSave, atMost);
    }

    SearchGoal goal() {
        return goal;
    }

    Candidates candidates() {
        return candidates;
    }

    List<List<PartOption>> parts() {
        return parts;
    }

    Fees fees() {
        return fees;
    }

    long[] list() {
        return list;
    }

    long joinedAfter() {
        return joinedAfter;
    }

    boolean joins() {
        return joins;
    }

    /** Whether an early offer is kept apart from any other; what is between late ones alone is settled with their plan. */
    boolean someEarlyApart() {
        return someEarlyApart;
    }

    private static boolean someEarlyApart(Candidates candidates, int late) {
        for (int i = 0; candidates.someApart() && i < late; i++) {
            for (int other = 0; other < candidates.size(); other++) {
                if (candidates.apart(i, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** A promotion with early and late offers has one budget for both. */
    private boolean sharesPromotions() {
        Set<String> early = new HashSet<>();
        boolean shares = false;
        for (int i = 0; i < candidates.size(); i++) {
            String promotion = candidates.get(i).offer().promotion();
            if (!isLate(candidates.get(i).layer())) {
                early.add(promotion);
            } else {
                shares |= early.contains(promotion);
            }
        }
        return shares;
    }

    LineScopes scopes() {
        return scopes;
    }

    /** Only those that save most, a few of each part; all where there are no more. */
    Candidates largest() {
        return LargestOffers.of(candidates, offersOfParts, late.first());
    }

    private record PartOffers(int number, int[] offers) {}

    /** Every way of keeping a part's offers, from one place on, beside those kept already; without what cannot matter whatever comes in beside it. */
    private void list(PartOffers part, int from, Ledger ledger, long saved, List<PartOption> options) {
        steps.walk(LISTING);
        tooMany |= !steps.areLeft();
        int[] offers = part.offers();
        if (!goal.hopeless(bounds.beside(part.number(), saved))) {
            tooMany |= options.size() >= MOST_OPTIONS;
            options.add(new PartOption(kept(offers), saved + stack.worthKept(), scopes.off(ledger.linePrices())));
        }
        for (int i = from; i < offers.length && !tooMany && mayMatter(part, i, ledger, saved); i++) {
            Ledger after = stack.takenSlots().mayJoin(offers[i]) ? stack.comeIn(offers[i], ledger, saved) : null;
            if (after != null) {
                list(part, i + 1, after, saved + stack.lastSaved(), options);
                stack.goOut(offers[i]);
            }
        }
    }

    private boolean mayMatter(PartOffers part, int from, Ledger ledger, long saved) {
        return !goal.hopeless(bounds.beside(part.number(), saved + bounds.rest(part.number(), from, ledger, saved)));
    }

    private int[] kept(int[] offers) {
        int[] kept = new int[offers.length];
        int count = 0;
        for (int index : offers) {
            if (stack.isKept(index)) {
                kept[count++] = index;
            }
        }
        return Arrays.copyOf(kept, count);
    }

    /** What any stack with these late offers gains at most. */
    long bound(LatePlan plan) {
        long most = plan.mayHold(list) ? earlyMost + plan.most() : Long.MIN_VALUE / 2;
        for (LatePlan.SpendWindow window : plan.windows()) {
            long room = list[window.scope()] - window.need();
            most = Math.min(most, room < 0 ? Long.MIN_VALUE / 2 : room + outsideMost(window.scope())[0] + window.late());
        }
        return most + fees.most();
    }

    /**
     * What any stack gains at most that keeps this plan and, from a place on, other late offers: what comes off early is not left for late
     * ones, so that the largest sum of both is looked for, pace by pace.
     *
     * @param atMost no more than this is known already, and no more is looked for
     */
    long bound(LatePlan plan, int from, TakenSlots takenSlots, long atMost) {
        LateOffers.Behind behind = late.behind(plan, from, takenSlots);
        long beside = outsideMost(whole)[0];
        long most = Long.MIN_VALUE / 2;
        for (int pace = LateOffers.PACES; pace >= 0 && most < atMost - fees.most(); pace--) {
            long left = late.left(pace);
            long planned = plan.mostWhere(left);
            if (planned < 0) {
                break;
            }
            long off = list[whole] - (pace == 0 ? 0 : late.left(pace - 1));
            most = Math.max(most, Math.min(earlyMost, off + beside) + planned + behind.most(left));
        }
        return Math.min(atMost, most + fees.most());
    }

    /** For each part on, the most that options from there on gain elsewhere than in this scope. */
    long[] outsideMost(int scope) {
        return outside.computeIfAbsent(scope, one -> {
            long[] most = new long[parts.size() + 1];
            for (int k = parts.size() - 1; k >= 0; k--) {
                long best = 0;
                for (PartOption option : parts.get(k)) {
                    best = Math.max(best, option.gain() - option.off()[one]);
                }
                most[k] = most[k + 1] + best;
            }
            return most;
        });
    }

    /** Prices these for real, with whatever offers on fees come in beside them, and shows the goal what is legal. */
    void price(PartOption[] chosen, LatePlan plan) {
        steps.walk(PRICING);
        BitSet all = new BitSet();
        for (PartOption option : chosen) {
            for (int index : option.offers()) {
                all.set(index);
            }
        }
        plan.takers().forEach(taker -> all.set(taker.index()));
        price(all, all.nextSetBit(0), open, 0);
    }

    private void price(BitSet all, int index, Ledger ledger, long saved) {
        if (index < 0) {
            withFees(late.end(), ledger, saved);
            return;
        }
        Ledger after = stack.takenSlots().mayJoin(index) ? stack.comeIn(index, ledger, saved) : null;
        if (after != null) {
            price(all, all.nextSetBit(index + 1), after, saved + stack.lastSaved());
            stack.goOut(index);
        }
    }

    private void withFees(int from, Ledger ledger, long saved) {
        OfferStack whole = stack.whole(ledger, saved);
        if (Completeness.isComplete(candidates, whole)) {
            goal.see(whole);
        }
        for (int index = from; index < candidates.size(); index++) {
            Ledger after = stack.takenSlots().mayJoin(index) ? stack.comeIn(index, ledger, saved) : null;
            if (after != null) {
                steps.walk(LISTING);
                withFees(index + 1, after, saved + stack.lastSaved());
                stack.goOut(index);
            }
        }
    }
}
