package dev.plaindeal.stack;

import dev.plaindeal.price.Goods;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What each strategy looks for. */
final class Goals {

    /** Working out a score takes about as long as this many steps. */
    private static final int SCORING = 8;

    private Goals() {}

    /** The largest saving; ties to more gifts, fewer promotions, the simpler stack, the earlier names. */
    static final class BestPrice implements Goal {
        private final ToDoubleFunction<Stack> simplicity;
        Stack best;

        BestPrice(Goods goods, ToDoubleFunction<Stack> simplicity) {
            this.best = Stack.none(goods.open());
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
        public boolean hopeless(long savedAtMost) {
            return savedAtMost < best.saved();
        }

        @Override
        public void see(Stack stack) {
            best = better(stack, best, simplicity);
        }
    }

    static Stack better(Stack one, Stack other, ToDoubleFunction<Stack> simplicity) {
        int order = Long.compare(one.saved(), other.saved());
        order = order != 0 ? order : Integer.compare(one.gifts(), other.gifts());
        order = order != 0 ? order : Integer.compare(other.discounts(), one.discounts());
        order = order != 0 ? order : Double.compare(simplicity.applyAsDouble(one), simplicity.applyAsDouble(other));
        order = order != 0 ? order : other.names().compareTo(one.names());
        return order > 0 ? one : other;
    }

    /** The highest score among stacks that save something; ties as for the best price. Where none saves, gifts are kept. */
    static final class Simplest implements Goal {
        private final ToDoubleFunction<Stack> simplicity;
        Stack best;
        private double bestScore = -1;

        Simplest(Goods goods, ToDoubleFunction<Stack> simplicity) {
            this.best = Stack.none(goods.open());
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
        public boolean hopeless(long savedAtMost) {
            return savedAtMost == 0 && bestScore >= 0;
        }

        @Override
        public void see(Stack stack) {
            if (stack.saved() == 0) {
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
    static final class Balanced implements Goal {
        private final ToDoubleFunction<Stack> simplicity;
        private final double floor;
        Stack best;

        Balanced(Goods goods, ToDoubleFunction<Stack> simplicity, double floor) {
            this.best = Stack.none(goods.open());
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
        public boolean hopeless(long savedAtMost) {
            return savedAtMost < best.saved();
        }

        @Override
        public void see(Stack stack) {
            if (better(stack, best, simplicity) == stack && simplicity.applyAsDouble(stack) >= floor) {
                best = stack;
            }
        }
    }

    /** Every stack that no other beats on both saving and score. */
    static final class Frontier implements Goal {
        private final ToDoubleFunction<Stack> simplicity;
        private final List<Scored> edge = new ArrayList<>();

        Frontier(ToDoubleFunction<Stack> simplicity) {
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
        public boolean hopeless(long savedAtMost) {
            return false;
        }

        @Override
        public void see(Stack stack) {
            Scored scored = new Scored(stack, simplicity.applyAsDouble(stack));
            if (edge.stream().noneMatch(other -> other.beatsOrEquals(scored))) {
                edge.removeIf(scored::beatsOrEquals);
                edge.add(scored);
            }
        }

        List<Scored> edge() {
            return edge.stream().sorted((a, b) -> Long.compare(b.stack().saved(), a.stack().saved())).toList();
        }
    }

    /** A stack with its score. */
    record Scored(Stack stack, double score) {

        /** Equal on both counts: the one with fewer promotions, then the earlier names, so the order of sight is no matter. */
        boolean beatsOrEquals(Scored other) {
            if (stack.saved() == other.stack.saved() && score == other.score) {
                return better(other.stack, stack, s -> 0) == stack;
            }
            return stack.saved() >= other.stack.saved() && score >= other.score;
        }
    }
}
