package dev.plaindeal.price;

import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The ways in which an offer can save, each with what has to be left to pay for it and the most it takes then, as far as both
 * can be told from sums of money. Prices only fall along a stack, and what an offer takes falls with them; so with the prices
 * at any point before it, what is told here is never too little.
 */
public final class OfferSteps {

    /** An "every" with more steps than this is told as one. */
    private static final int MOST_STEPS = 12;
    private static final BitSet NO_LINES = new BitSet();

    private final PricedBasket goods;
    private final Offer offer;
    private final Conventions conventions;
    private final OfferBound bound;
    private final BitSet admitted;

    private OfferSteps(PricedBasket goods, Offer offer, Conventions conventions, OfferBound bound) {
        this.goods = goods;
        this.offer = offer;
        this.conventions = conventions;
        this.bound = bound;
        this.admitted = lines(offer::admits);
    }

    /**
     * One way in which an offer saves. Nobody writes to its sets of lines.
     *
     * @param needs what has to be left to pay where it is asked; more may be needed that is not told here
     * @param most minor units that it takes at most
     * @param share of the running price that it takes, empty when it does not go by that
     * @param slack minor units that rounding in parts can add to that, or take from it
     * @param of the lines it takes money off; none where it takes it off fees
     * @param whole whether it takes exactly that, or all that its lines can bear above the floor; nothing is known of others
     * @param floor minor units of its lines that stay because no line goes below its minimum price
     */
    public record SavingStep(List<SpendNeed> needs, long most, Optional<Percent> share, long slack, BitSet of, boolean whole, long floor) {

        /** Copies the list. */
        public SavingStep {
            needs = List.copyOf(needs);
        }

        /** Minor units it takes at most where so much is left to pay for its lines. */
        public long most(long left) {
            return share.isEmpty() ? Math.min(most, left) : Math.min(most, Math.min(left, share.get().of(left, RoundingMode.UP) + slack));
        }

        /** Minor units that it takes for certain where it holds and so much is left to pay for its lines. */
        public long least(long left) {
            long wanted = share.isEmpty() ? most : Math.min(most, share.get().of(left, RoundingMode.DOWN) - slack - 1);
            return whole ? Math.max(0, Math.min(wanted, left - floor)) : 0;
        }

        /** The same of one of which it cannot be said how low prices may fall, because its own promotion takes something too. */
        public SavingStep withoutNeeds() {
            return new SavingStep(List.of(), most, share, slack, of, false, floor);
        }
    }

    /**
     * So much has to be left to pay for these lines.
     *
     * @param lines those that count
     * @param minor minor units
     */
    public record SpendNeed(BitSet lines, long minor) {}

    /**
     * The ways of this offer.
     *
     * @param bound what it saves at most at list prices
     */
    public static List<SavingStep> of(PricedBasket goods, Offer offer, Conventions conventions, OfferBound bound) {
        return NamedCurrencies.named(offer.terms(), goods.currency)
                ? offer.terms().reward().match(new OfferSteps(goods, offer, conventions, bound).new Ways())
                : List.of();
    }

    /** All lines it looks at: those it takes money off, and those that count towards what it asks. */
    public static BitSet looksAt(PricedBasket goods, Offer offer) {
        BitSet lines = new BitSet();
        List<Threshold> asked = new ArrayList<>(offer.terms().threshold().map(Threshold::all).orElse(List.of()));
        offer.terms().reward().earnedBy().ifPresent(asked::add);
        for (int i = 0; i < goods.lines.length; i++) {
            Line line = goods.lines[i];
            lines.set(i, offer.isFor(line) || asked.stream().anyMatch(threshold -> offer.counts(line, threshold)));
        }
        return lines;
    }

    /** Of each kind of reward. */
    private final class Ways implements Reward.Cases<List<SavingStep>> {
        @Override
        public List<SavingStep> off(Reward.Off off) {
            return List.of(isTogether() && off.per() == Reward.Per.SCOPE
                    ? benefit(off.benefit(), needs(), Optional.empty())
                    : new SavingStep(needs(), bound.most(), bound.share(), bound.slack(), admitted, false, 0));
        }

        @Override
        public List<SavingStep> tiers(Reward.Tiers ladder) {
            List<SavingStep> steps = new ArrayList<>();
            for (Tier tier : ladder.tiers()) {
                steps.add(isTogether() ? benefit(tier.benefit(), needs(tier.level(), 1), tier.most()) : plain());
            }
            return steps;
        }

        @Override
        public List<SavingStep> every(Reward.Every every) {
            long each = every.off().minor(goods.currency);
            long times = bound.most() / each + 1;
            if (!isTogether() || times > MOST_STEPS) {
                return List.of(plain());
            }
            List<SavingStep> steps = new ArrayList<>();
            for (long time = 1; time <= Math.min(times, Deals.most(every.most())); time++) {
                steps.add(amount(Ledger.product(time, each), needs(every.step(), time)));
            }
            return steps;
        }

        @Override
        public List<SavingStep> sets(Reward.Sets sets) {
            return List.of(plain());
        }

        @Override
        public List<SavingStep> nth(Reward.Nth nth) {
            return List.of(plain());
        }

        @Override
        public List<SavingStep> buyGet(Reward.BuyGet deal) {
            return List.of(plain());
        }

        @Override
        public List<SavingStep> single(Reward.Single single) {
            return List.of(plain());
        }

        @Override
        public List<SavingStep> setTiers(Reward.SetTiers sets) {
            return List.of(plain());
        }

        @Override
        public List<SavingStep> staggered(Reward.Staggered deal) {
            return List.of(plain());
        }

        @Override
        public List<SavingStep> earned(Reward.Earned deal) {
            return List.of(plain());
        }

        @Override
        public List<SavingStep> shipping(Reward.Shipping shipping) {
            return List.of(new SavingStep(needs(), bound.most(), Optional.empty(), 0, NO_LINES, false, 0));
        }

        @Override
        public List<SavingStep> gift(Reward.Gift gift) {
            return List.of(new SavingStep(needs(), 0, Optional.empty(), 0, admitted, true, 0));
        }
    }

    private boolean isTogether() {
        return !offer.terms().scope().counting().isApart();
    }

    /** No more than is known at list prices. */
    private SavingStep plain() {
        return new SavingStep(needs(), bound.most(), Optional.empty(), 0, admitted, false, 0);
    }

    private SavingStep benefit(Benefit benefit, List<SpendNeed> needs, Optional<Amounts> ownMost) {
        long most = ownMost.isPresent() ? Math.min(bound.most(), ownMost.get().minor(goods.currency)) : bound.most();
        if (benefit instanceof Benefit.AmountOff off) {
            return amount(Math.min(most, off.amounts().minor(goods.currency)), needs);
        }
        boolean percentage = benefit instanceof Benefit.PercentOff && conventions.percentOf().fallsAlongTheStack();
        Optional<Percent> share = percentage ? Optional.of(((Benefit.PercentOff) benefit).percent()) : Optional.empty();
        long parts = conventions.grain() == Conventions.Grain.SCOPE ? 0 : items();
        // Of the price so far others of its own layer leave less, and how much less is not told here.
        boolean whole = percentage && isWhole() && !conventions.percentOf().equals(Basis.SO_FAR);
        return new SavingStep(needs, most, share, parts, admitted, whole, floor());
    }

    private long items() {
        long items = 0;
        for (int i = admitted.nextSetBit(0); i >= 0; i = admitted.nextSetBit(i + 1)) {
            items += goods.lines[i].quantity();
        }
        return items;
    }

    private SavingStep amount(long amount, List<SpendNeed> needs) {
        long most = Math.min(amount, bound.most());
        return new SavingStep(needs, most, Optional.empty(), 0, admitted, isWhole(), floor());
    }

    /** Whether all of its lines bear what it takes, as far as none goes below its minimum price. */
    private boolean isWhole() {
        return offer.terms().scope().unitsPerLine() == 0
                && offer.terms().scope().reduced() != Scope.Reduced.EXCLUDED
                && offer.terms().minimumPrice().isEmpty();
    }

    private long floor() {
        long floor = 0;
        for (int i = admitted.nextSetBit(0); i >= 0; i = admitted.nextSetBit(i + 1)) {
            floor += goods.least[i];
        }
        return floor;
    }

    /** What its thresholds need; of lines that count alone those alone that count more than the scope. */
    private List<SpendNeed> needs() {
        List<SpendNeed> needs = new ArrayList<>();
        if (!conventions.thresholdOn().fallsAlongTheStack()) {
            return needs;
        }
        for (Threshold threshold : offer.terms().threshold().map(Threshold::all).orElse(List.of())) {
            boolean alone = !isTogether() && threshold.reach() == Threshold.Reach.SCOPE;
            if (!alone && threshold.test() != Threshold.Test.AT_MOST) {
                threshold.level().match(new MinorOf(1)).ifPresent(minor ->
                        needs.add(new SpendNeed(lines(line -> offer.counts(line, threshold)), minor)));
            }
        }
        return needs;
    }

    /** With so many times this level, which counts all it is for, besides. */
    private List<SpendNeed> needs(Level level, long times) {
        List<SpendNeed> needs = needs();
        if (conventions.thresholdOn().fallsAlongTheStack()) {
            level.match(new MinorOf(times)).ifPresent(minor -> needs.add(new SpendNeed(lines(offer::isFor), minor)));
        }
        return needs;
    }

    /** What so many times a level are in money; items are what they are, whatever they cost. */
    private final class MinorOf implements Level.Cases<Optional<Long>> {
        private final long times;

        MinorOf(long times) {
            this.times = times;
        }

        @Override
        public Optional<Long> spend(Level.Spend level) {
            return Optional.of(Ledger.product(times, level.amounts().minor(goods.currency)));
        }

        @Override
        public Optional<Long> items(Level.Items level) {
            return Optional.empty();
        }
    }

    private BitSet lines(Predicate<Line> which) {
        BitSet lines = new BitSet();
        for (int i = 0; i < goods.lines.length; i++) {
            lines.set(i, which.test(goods.lines[i]));
        }
        return lines;
    }
}
