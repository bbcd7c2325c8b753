package dev.plaindeal.stack;

import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What each strategy looks for. */
final class SearchGoals {

    /** Working out a score takes about as long as this many steps. */
    private static final int SCORING = 8;

    private SearchGoals() {}

    /** The largest gain; ties to the larger saving in money, more gifts, fewer promotions, the simpler stack, the earlier names. */
    static final class BestPrice implements SearchGoal {
        private final ToDoubleFunction<OfferStack> simplicity;
        OfferStack best;
        private long most;
        /** The score of the best so far, not a number until a tie asks for it; stacks as good come one after the other. */
        private double bestScore = Double.NaN;

        BestPrice(PricedBasket goods, ToDoubleFunction<OfferStack> simplicity) {
            this.best = OfferStack.none(goods.open());
            this.simplicity = simplicity;
        }

        @Override
        public int seeing() {
            return 1;
        }

        @Override
        public boolean weighsSimplicity() {
            return false;
        }

        @Override
        public boolean goesByMoney() {
            return true;
        }

        @Override
        public boolean hopeless(long gainAtMost) {
            return gainAtMost < most;
        }

        @Override
        public void see(OfferStack stack) {
            OfferStack preferred = better(stack, best, this::score);
            if (preferred != best) {
                best = preferred;
                bestScore = Double.NaN;
                most = best.gain();
            }
        }

        private double score(OfferStack stack) {
            if (stack != best) {
                return simplicity.applyAsDouble(stack);
            }
            bestScore = Double.isNaN(bestScore) ? simplicity.applyAsDouble(best) : bestScore;
            return bestScore;
        }
    }

    static OfferStack better(OfferStack one, OfferStack other, ToDoubleFunction<OfferStack> simplicity) {
        int order = Long.compare(one.gain(), other.gain());
        order = order != 0 ? order : Long.compare(one.saved(), other.saved());
        order = order != 0 ? order : Integer.compare(one.gifts(), other.gifts());
        order = order != 0 ? order : Integer.compare(other.discounts(), one.discounts());
        order = order != 0 ? order : Double.compare(simplicity.applyAsDouble(one), simplicity.applyAsDouble(other));
        order = order != 0 ? order : other.names().compareTo(one.names());
        return order > 0 ? one : other;
    }

    /** The highest score among stacks that save something or add a gift that is worth something; ties as for the best price. Where none does, gifts are kept. */
    static final class Simplest implements SearchGoal {
        private final ToDoubleFunction<OfferStack> simplicity;
        OfferStack best;
        private double bestScore = -1;

        Simplest(PricedBasket goods, ToDoubleFunction<OfferStack> simplicity) {
            this.best = OfferStack.none(goods.open());
            this.simplicity = simplicity;
        }

        @Override
        public int seeing() {
            return SCORING;
        }

        @Override
        public boolean weighsSimplicity() {
            return true;
        }

        @Override
        public boolean goesByMoney() {
            return false;
        }

        @Override
        public boolean hopeless(long gainAtMost) {
            return gainAtMost == 0 && bestScore >= 0;
        }

        @Override
        public void see(OfferStack stack) {
            if (stack.gain() == 0) {
                best = bestScore < 0 ? better(stack, best, simplicity) : best;
                return;
            }
            double score = simplicity.applyAsDouble(stack);
            if (score > bestScore || score == bestScore && better(stack, best, simplicity) == stack) {
                best = stack;
                bestScore = score;
            }
        }
    }

    /** The best price among stacks at or above a score; {@code found} tells whether there was any that saves. */
    static final class Balanced implements SearchGoal {
        private final ToDoubleFunction<OfferStack> simplicity;
        private final double floor;
        OfferStack best;
        private long most;

        Balanced(PricedBasket goods, ToDoubleFunction<OfferStack> simplicity, double floor) {
            this.best = OfferStack.none(goods.open());
            this.simplicity = simplicity;
            this.floor = floor;
        }

        @Override
        public int seeing() {
            return 1;
        }

        @Override
        public boolean weighsSimplicity() {
            return true;
        }

        @Override
        public boolean goesByMoney() {
            return true;
        }

        @Override
        public boolean hopeless(long gainAtMost) {
            return gainAtMost < most;
        }

        @Override
        public void see(OfferStack stack) {
            if (better(stack, best, simplicity) == stack && simplicity.applyAsDouble(stack) >= floor) {
                best = stack;
                most = stack.gain();
            }
        }
    }

    /** Every stack that no other beats on both gain and score. */
    static final class FrontierGoal implements SearchGoal {
        private final ToDoubleFunction<OfferStack> simplicity;
        private final List<Scored> edge = new ArrayList<>();

        FrontierGoal(ToDoubleFunction<OfferStack> simplicity) {
            this.simplicity = simplicity;
        }

        @Override
        public int seeing() {
            return SCORING;
        }

        @Override
        public boolean weighsSimplicity() {
            return true;
        }

        @Override
        public boolean goesByMoney() {
            return false;
        }

        @Override
        public boolean hopeless(long gainAtMost) {
            return false;
        }

        @Override
        public void see(OfferStack stack) {
            Scored scored = new Scored(stack, simplicity.applyAsDouble(stack));
            if (edge.stream().noneMatch(other -> other.beatsOrEquals(scored))) {
                edge.removeIf(scored::beatsOrEquals);
                edge.add(scored);
            }
        }

        List<Scored> edge() {
            return edge.stream().sorted((a, b) -> Long.compare(b.stack().gain(), a.stack().gain())).toList();
        }
    }

    /** A stack with its score. */
    record Scored(OfferStack stack, double score) {

        /** Equal on both counts: the one with fewer promotions, then the earlier names, so the order of sight is no matter. */
        boolean beatsOrEquals(Scored other) {
            if (stack.gain() == other.stack.gain() && score == other.score) {
                return better(other.stack, stack, s -> 0) == stack;
            }
            return stack.gain() >= other.stack.gain() && score >= other.score;
        }
    }
}
