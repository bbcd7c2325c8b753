package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * Finds the best legal stack of offers, and says why each other offer is not in it.
 *
 * <p>In six stages, one after the other. <b>Availability</b>: {@link Gate} turns away what is outside its dates or used up,
 * and {@link Crowd} what is more than can be weighed. <b>Slots</b>: {@link Candidates} puts the rest in the order they apply
 * and notes for which slots of their layer each competes, after {@link ByLine} has shared lines out among item prices where
 * the policy says so. <b>Search</b>: {@link Search} walks the legal stacks, and the strategy's goal keeps the one it likes
 * best; {@link TakenSlots} says who still fits, {@link UpperBound} where no better stack can follow. What a short walk leaves open
 * {@link PartSearch} searches part by part. <b>Offers that take
 * nothing</b>: {@link IdleOffers} adds them where the policy keeps them. <b>What comes later</b>: {@link SavedLater} promises it on
 * the price that stands then, and changes nothing of it. <b>Explanation</b>: {@link Explanation} asks each
 * offer that is left why; {@link NearMisses} later runs the same stages on a basket with a little more in it.
 *
 * <p>A stage that has nothing to decide is not entered: an ordinary basket meets neither {@link ByLine} nor {@link Exclusives}.
 *
 * <p>A pure function of its arguments; thread-safe. Exact as long as the search stays within its budget of steps, which
 * 16 offers that all compete with all thresholds against each other do (2^17 steps at most), and sixty vouchers over several stores.
 */
public final class Planner {

    /** Steps after which a search is cut short: enough for 17 offers of which any subset is legal. */
    public static final int BUDGET = 1 << 18;

    /** A step prices every line, so from 32 lines on there are fewer of them: a second or two on one core in all. */
    private static final int LINE_STEPS = 1 << 23;

    /** Steps of the first walk, divided by how many offers each of them looks at; fewer than this are few in all. */
    private static final int SHORT = 1 << 12;
    /** So many steps over options cost about what one step costs that prices an offer. */
    private static final int PART_STEPS = 4;
    /** Steps of the walk after a search by parts of many offers. */
    private static final int LAST = 1 << 13;
    /** Of so many offers a walk may see every stack. */
    private static final int FEW = 24;

    private static final Comparator<Rejection> IN_TURN = Comparator.comparing(Rejection::promotion).thenComparing(Rejection::code);

    private Planner() {}

    /**
     * The best stack.
     *
     * @param goods the basket
     * @param offers what was promised for it
     * @param policy what may be combined
     * @param strategy what the best is
     * @param judge what the buyer makes of a stack; asked only where it decides
     */
    public static Plan plan(PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy, Judge judge) {
        return plan(goods, offers, policy, strategy, judge, all -> true);
    }

    /**
     * The same with the reasons of some of the offers that the stack leaves out, for those who plan a basket only to see what it
     * would do for these.
     *
     * @param asked whose reasons are told; of others nothing is said where saying it would cost something
     */
    public static Plan plan(
            PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy, Judge judge, Predicate<Offer> asked) {
        List<Rejection> refused = new ArrayList<>();
        List<Offer> passed = Gate.pass(goods, offers, refused);
        Crowd crowd = Crowd.of(goods, SavedLater.today(passed), policy, strategy, refused);
        Round round = Round.best(goods, crowd.weighed(), policy, strategy, judge);
        SearchResult found = round.found().besides(crowd.others(), StackLimits.mostGained(round.all()) + crowd.othersWorth());
        OfferStack kept = policy.idle() == Policy.Idle.REFUSED ? found.stack() : IdleOffers.added(round.legal(), found.stack());
        refused.addAll(round.beaten());
        SavedLater.Promised later = SavedLater.of(goods, passed, kept, policy);
        BalancePayments.Payments balances = BalancePayments.of(goods, passed, kept, policy);
        boolean allKept = kept.kept().size() == round.all().size();
        List<Rejection> all = new LazyList<>(() -> inOrder(List.of(
                refused,
                allKept ? List.of() : Explanation.of(round.all(), round.legal(), kept, strategy, found.couldSave() > 0, asked),
                later.refused(),
                balances.refused())));
        return new Plan(kept, later.given(), balances.paid(), all, found.shown(), found.couldSave(kept, strategy), found.steps(), policy);
    }

    private static List<Rejection> inOrder(List<List<Rejection>> refused) {
        List<Rejection> all = new ArrayList<>();
        refused.forEach(all::addAll);
        all.sort(IN_TURN);
        return all;
    }

    /**
     * Every stack that no other beats on both saving and score, cheapest first; the first is the best price.
     *
     * @param goods the basket
     * @param offers what was promised for it
     * @param policy what may be combined
     * @param simplicity score of a stack as the buyer sees it
     */
    public static FrontierStacks frontier(
            PricedBasket goods, List<Offer> offers, Policy policy, ToDoubleFunction<OfferStack> simplicity) {
        List<Rejection> nobody = new ArrayList<>();
        List<Offer> today = SavedLater.today(Gate.pass(goods, offers, nobody));
        Crowd crowd = Crowd.of(goods, today, policy, Strategy.BEST_PRICE, nobody);
        Round round = Round.best(goods, crowd.weighed(), policy, Strategy.BEST_PRICE, new Judge(simplicity, 0));
        SearchGoals.FrontierGoal goal = new SearchGoals.FrontierGoal(simplicity);
        goal.see(round.found().stack());
        Searched search = run(holding(round.legal()), goal);
        List<OfferStack> stacks = goal.edge().stream().map(SearchGoals.Scored::stack).toList();
        return new FrontierStacks(stacks, !search.cutShort() && crowd.others() == 0);
    }

    /**
     * Steps a search of this basket may walk.
     *
     * <p>Worked number: {@link #BUDGET} up to 32 lines, 1,677 for 5,000.
     */
    public static int budget(PricedBasket goods) {
        return Math.min(BUDGET, LINE_STEPS / Math.max(1, goods.size()));
    }

    /**
     * Without offers that do not hold even alone, where a stack is priced as a whole: prices only fall, so they never will,
     * and each stack with one of them would be priced for nothing. One for at most so much may come to hold that way.
     */
    private static Candidates holding(Candidates legal) {
        if (!legal.measureFinal()) {
            return legal;
        }
        long[] open = legal.open().linePrices();
        return legal.only(legal.all().stream()
                .filter(one -> mayHold(one.after(legal.open(), open).outcome()))
                .toList());
    }

    private static boolean mayHold(Outcome alone) {
        return alone instanceof Taken || alone instanceof Missed missed && missed.isTooMuch();
    }

    /** What the strategy finds among these. */
    static SearchResult find(Candidates all, Strategy strategy, Judge judge) {
        Candidates legal = holding(all);
        ToDoubleFunction<OfferStack> simplicity = judge.simplicity();
        return switch (strategy) {
            case BEST_PRICE -> bestPrice(legal, simplicity, DiscountDisplay.LAYERS);
            case SIMPLEST -> {
                SearchGoals.Simplest goal = new SearchGoals.Simplest(legal.goods(), simplicity);
                Searched search = run(legal, goal);
                yield new SearchResult(goal.best, DiscountDisplay.LAYERS, search.couldSave(), search.steps());
            }
            case BALANCED -> balanced(legal, judge);
            case IN_ORDER -> {
                InOrder inOrder = InOrder.of(legal);
                yield new SearchResult(inOrder.stack(), DiscountDisplay.LAYERS, inOrder.couldSave(), legal.size());
            }
        };
    }

    private static SearchResult bestPrice(Candidates legal, ToDoubleFunction<OfferStack> simplicity, DiscountDisplay shown) {
        SearchGoals.BestPrice goal = new SearchGoals.BestPrice(legal.goods(), simplicity);
        Searched search = run(legal, goal);
        return new SearchResult(goal.best, shown, search.couldSave(), search.steps());
    }

    private static SearchResult balanced(Candidates legal, Judge judge) {
        SearchGoals.Balanced goal = new SearchGoals.Balanced(legal.goods(), judge.simplicity(), judge.floor());
        Searched search = run(legal, goal);
        if (goal.best.gain() > 0) {
            return new SearchResult(goal.best, DiscountDisplay.LAYERS, search.couldSave(), search.steps());
        }
        SearchResult best = bestPrice(legal, judge.simplicity(), DiscountDisplay.ONE_AMOUNT);
        long couldSave = Math.max(best.couldSave(), search.couldSave());
        DiscountDisplay shown = best.stack().saved() > 0 ? best.shown() : DiscountDisplay.LAYERS;
        return new SearchResult(best.stack(), shown, couldSave, best.steps());
    }

    /** The stack of these that saves most, whatever else there is. */
    static OfferStack largest(Candidates some) {
        SearchGoals.BestPrice goal = new SearchGoals.BestPrice(some.goods(), stack -> 0);
        new Search(some, goal, budget(some.goods())).run();
        return goal.best;
    }

    /** A short walk first, which most baskets need no more than; then by parts, or the whole walk. */
    private static Searched run(Candidates legal, SearchGoal goal) {
        SearchGoal keeping = AlwaysHeld.keeping(legal, goal);
        int budget = budget(legal.goods());
        if (!PartSearch.suits(legal, goal)) {
            return walked(legal, keeping, budget);
        }
        Searched some = walked(legal, keeping, Math.min(SHORT / Math.max(1, legal.size()), budget));
        return some.cutShort() ? some.and(byParts(legal, keeping, budget)) : some;
    }

    private static Searched walked(Candidates legal, SearchGoal goal, int budget) {
        Search search = new Search(legal, goal, budget);
        search.run();
        return new Searched(search.couldSave(), search.cutShort(), search.steps());
    }

    /**
     * Where parts cannot be listed, or steps over parts ran out, it walks too: of few offers the walk may see all, and of many that hardly
     * compete too; otherwise it may find a better stack than the parts that were looked at, and is short, because it seldom does.
     */
    private static Searched byParts(Candidates legal, SearchGoal goal, int budget) {
        boolean few = legal.size() <= FEW;
        boolean brief = budget <= SHORT;
        PartSearch search = new PartSearch(legal, goal, few ? budget / 2 : brief ? budget : (long) PART_STEPS * budget);
        long first = amongLargest(search.largest(), legal, goal, brief ? 2L * budget : budget);
        boolean listed = search.run();
        Searched parts = new Searched(search.couldSave(), !listed || search.cutShort(), (int) ((first + search.steps().walked()) / PART_STEPS));
        return parts.cutShort() ? parts.and(walked(legal, goal, few ? budget : Math.min(budget, LAST))) : parts;
    }

    /** A good stack for the search among all to cut by; how many steps that took. */
    private static long amongLargest(Candidates largest, Candidates all, SearchGoal goal, long budget) {
        if (largest.size() == all.size()) {
            return 0;
        }
        PartSearch search = new PartSearch(largest, goal, budget);
        search.run();
        return search.steps().walked();
    }

    private record Searched(long couldSave, boolean cutShort, int steps) {

        /** After another search for the same: what neither has seen gains no more than either says. */
        Searched and(Searched next) {
            boolean both = cutShort && next.cutShort;
            return new Searched(both ? Math.min(couldSave, next.couldSave) : 0, both, steps + next.steps);
        }
    }

    /** Whether an offer would be kept if it stood alone: it gives something, and within every ceiling. */
    static boolean givesAlone(Candidates candidates, Candidate candidate) {
        return candidates.capacity(candidate.layer()) > 0
                && Pricing.priced(candidates.open(), List.of(candidate))
                        .filter(stack -> StackLimits.allow(candidates, stack))
                        .isPresent();
    }
}
