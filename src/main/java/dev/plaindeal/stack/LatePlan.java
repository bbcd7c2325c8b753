package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.OfferSteps.SavingStep;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Late offers that are kept together, each with the step it reaches: what early offers may take so that all of them hold, and
 * what they bring then. Every stack belongs to one plan.
 *
 * <p>Along a stack prices fall, so at the prices that early offers leave a late one never takes less than later; what one takes
 * for certain comes off what the layers after it find. A percentage is bounded twice: by its most, and in proportion to what is
 * left, which adds up over early offers.
 *
 * <p>Immutable.
 */
final class LatePlan {

    /** Parts of one minor unit in what early offers are worth to a plan: percentages are kept in millionths. */
    static final long SCALE = 1_000_000;

    private final List<Taker> takers;
    private final LineScopes scopes;
    private final long[] list;
    /** Minor units that each taker takes for certain. */
    private final long[] sure;
    private final List<SpendWindow> windows = new ArrayList<>();
    /** How much of its lines each taker finds. */
    private final ScopeRest[] rests;
    /** How much each taker finds of what it needs. */
    private final ScopeRest[][] needRests;

    /**
     * So much has to be left of a scope by early offers.
     *
     * @param scope of what
     * @param need minor units
     * @param late minor units that the late offers bring together at most where no more than that is left
     */
    record SpendWindow(int scope, long need, long late) {}

    /**
     * A bound that adds up: what all takers bring at list prices, less so many millionths of what comes off each scope.
     *
     * @param scopes of what
     * @param rates millionths
     * @param atList in millionths of a minor unit
     */
    record Slope(int[] scopes, long[] rates, long atList) {

        /** What an early option is worth then, in millionths of a minor unit. */
        long value(PartOption option) {
            long value = option.gain() * SCALE;
            for (int i = 0; i < scopes.length; i++) {
                value -= rates[i] * option.off()[scopes[i]];
            }
            return value;
        }
    }

    /**
     * A plan.
     *
     * @param takers in the order they apply
     * @param list what each scope costs before any promotion
     */
    LatePlan(List<Taker> takers, LineScopes scopes, long[] list) {
        this.takers = List.copyOf(takers);
        this.scopes = scopes;
        this.list = list;
        this.sure = new long[takers.size()];
        for (int t = 0; t < sure.length; t++) {
            sure[t] = sure(t);
        }
        this.rests = new ScopeRest[sure.length];
        this.needRests = new ScopeRest[sure.length][];
        for (int t = 0; t < sure.length; t++) {
            rests[t] = rest(t, takers.get(t).scope());
            needRests[t] = new ScopeRest[takers.get(t).needs().length];
            for (int i = 0; i < needRests[t].length; i++) {
                int scope = takers.get(t).needScopes()[i];
                needRests[t][i] = rest(t, scope);
                long need = needRests[t][i].least(takers.get(t).needs()[i], list);
                windows.add(new SpendWindow(scope, need, lateWhere(scope, need)));
            }
        }
    }

    List<Taker> takers() {
        return takers;
    }

    List<SpendWindow> windows() {
        return windows;
    }

    /** Two: by what is left alone, and with percentages that reach their most at list prices as that. */
    List<Slope> slopes() {
        return List.of(slope(false), slope(true));
    }

    /** Minor units that this one takes whatever early offers leave, as long as it holds. */
    private long sure(int t) {
        Taker taker = takers.get(t);
        long beside = 0;
        for (Taker other : takers) {
            beside += other != taker && other.layer() == taker.layer() ? other.step().most() : 0;
        }
        return taker.sure(scopes, beside);
    }

    /** What takers of layers before this one's take off a scope for certain. */
    private long sureBefore(int t, int scope) {
        long off = 0;
        for (int j = 0; j < t; j++) {
            off += takers.get(j).layer() != takers.get(t).layer() && scopes.isWithin(takers.get(j).scope(), scope) ? sure[j] : 0;
        }
        return off;
    }

    /** What takers of layers before this one take for certain. */
    long sureBefore(Layer layer) {
        long off = 0;
        for (int j = 0; j < sure.length; j++) {
            off += takers.get(j).layer() != layer ? sure[j] : 0;
        }
        return off;
    }

    /**
     * Minor units that they bring at most where early offers leave no more than this to pay for all goods; less than nothing where they
     * may not hold together then.
     */
    long mostWhere(long left) {
        for (SpendWindow window : windows) {
            if (Math.min(left, list[window.scope()]) < window.need()) {
                return -1;
            }
        }
        long late = 0;
        for (int t = 0; t < sure.length; t++) {
            Taker taker = takers.get(t);
            late += taker.most(Math.max(0, Math.min(left, list[taker.scope()]) - rests[t].within()));
        }
        return late;
    }

    /** What all of them take off a scope for certain. */
    private long sureOff(int scope) {
        return off(scope, sure);
    }

    private long off(int scope, long[] taken) {
        long off = 0;
        for (int j = 0; j < taken.length; j++) {
            off += scopes.isWithin(takers.get(j).scope(), scope) ? taken[j] : 0;
        }
        return off;
    }

    /** What they bring at most where so much is left of one scope, and all of the others. */
    private long lateWhere(int scope, long left) {
        long late = 0;
        for (int t = 0; t < sure.length; t++) {
            Taker taker = takers.get(t);
            long of = taker.scope() == scope ? Math.min(left, list[scope]) : list[taker.scope()];
            late += taker.most(Math.max(0, of - sureBefore(t, taker.scope())));
        }
        return late;
    }

    /** Minor units that they bring at most where early offers take nothing. */
    long most() {
        return lateWhere(-1, 0);
    }

    /** In proportion to what is left; where that is more than its most at list prices, a percentage may be that most instead. */
    private Slope slope(boolean capped) {
        List<Integer> of = new ArrayList<>();
        List<Long> rates = new ArrayList<>();
        long atList = 0;
        for (int t = 0; t < sure.length; t++) {
            Taker taker = takers.get(t);
            SavingStep step = taker.step();
            long left = Math.max(0, list[taker.scope()] - sureBefore(t, taker.scope()));
            boolean above = step.share().isPresent() && step.share().get().of(left, RoundingMode.UP) + step.slack() > step.most();
            if (step.share().isPresent() && !(above && capped)) {
                long rate = step.share().get().millionths();
                of.add(taker.scope());
                rates.add(rate);
                atList += rate * left + (step.slack() + 1 + taker.worth()) * SCALE;
            } else {
                atList += taker.most(left) * SCALE;
            }
        }
        return new Slope(
                of.stream().mapToInt(Integer::intValue).toArray(), rates.stream().mapToLong(Long::longValue).toArray(), atList);
    }

    /**
     * What the plan takes where early offers leave exactly so much, between what it takes for certain and what at most.
     *
     * @param sure minor units that each taker takes for certain where all of them hold
     * @param most minor units that all of them bring at most
     */
    record Taking(long[] sure, long most) {}

    /**
     * What they take where early offers leave so much: each layer finds no more than the sure part of those before it leaves, and no less
     * than all that they may take.
     *
     * @param left of each scope, to the minor unit
     */
    Taking taking(long[] left) {
        long[] certain = new long[sure.length];
        long[] most = new long[sure.length];
        long late = 0;
        for (int t = 0; t < sure.length; t++) {
            Taker taker = takers.get(t);
            long off = 0;
            long offAtMost = 0;
            long beside = 0;
            for (int j = 0; j < sure.length; j++) {
                boolean sameLayer = takers.get(j).layer() == taker.layer();
                beside += sameLayer && j != t ? takers.get(j).step().most() : 0;
                off += j < t && !sameLayer && scopes.isWithin(takers.get(j).scope(), taker.scope()) ? certain[j] : 0;
                offAtMost += j < t && !sameLayer ? most[j] : 0;
            }
            most[t] = taker.step().most(Math.max(0, Math.min(rests[t].most(left), left[taker.scope()] - off)));
            long least = Math.max(0, left[taker.scope()] - offAtMost);
            certain[t] = Math.max(sure[t], Math.min(taker.step().least(least), least - beside - taker.step().floor()));
            late += most[t] + taker.worth();
        }
        return new Taking(certain, late);
    }

    /** Whether each of them may hold where early offers leave so much of each scope. */
    boolean mayHold(long[] left) {
        for (int t = 0; t < sure.length; t++) {
            long[] needs = takers.get(t).needs();
            for (int i = 0; i < needs.length; i++) {
                if (needRests[t][i].most(left) < needs[i]) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * What is left of a scope at most where the layer of a taker begins. What an earlier one takes off a wider scope comes off
     * this one in proportion, as far as shares of lines are not rounded.
     *
     * @param scope of what
     * @param within minor units that earlier takers take off this scope alone for certain
     * @param wide the wider scope; this one itself where there is none
     * @param around minor units that earlier takers take off the wider scope for certain
     * @param rounding minor units that their rounding may leave here
     */
    private record ScopeRest(int scope, long within, int wide, long around, long rounding) {

        long most(long[] left) {
            long rest = left[scope] - within;
            if (around == 0 || left[wide] <= 0) {
                return rest;
            }
            return Math.min(rest, left[scope] * part(left[wide]) / SCALE + 1 + rounding);
        }

        /** What stays of each minor unit where so much is left of the wider scope, in {@link #SCALE} parts; more where more is left. */
        private long part(long wideLeft) {
            return Math.max(0, wideLeft - around) * SCALE / wideLeft + 1;
        }

        /** How much early offers have to leave of the scope so that this may be left here; the more they leave of the wider one the less. */
        long least(long need, long[] list) {
            long least = need + within;
            if (around == 0 || list[wide] <= 0) {
                return least;
            }
            return Math.max(least, Math.max(0, need - 1 - rounding) * SCALE / part(list[wide]));
        }
    }

    private ScopeRest rest(int t, int scope) {
        long within = 0;
        long around = 0;
        long rounding = 0;
        int wide = scope;
        for (int j = 0; j < t; j++) {
            Taker one = takers.get(j);
            boolean before = one.layer() != takers.get(t).layer() && sure[j] > 0;
            if (before && scopes.isWithin(one.scope(), scope)) {
                within += sure[j];
            } else if (before && one.step().floor() == 0 && (wide == scope || wide == one.scope()) && scopes.isWithin(scope, one.scope())) {
                wide = one.scope();
                around += sure[j];
                rounding += rounding(one, scope);
            }
        }
        return new ScopeRest(scope, within, wide, around, rounding);
    }

    /** How far the lines of a scope may be from their part; where one line gets the rest, it gets that of all others. */
    private long rounding(Taker one, int scope) {
        return switch (one.spare()) {
            case LARGEST_REMAINDER -> scopes.lines(scope);
            case FIRST_LINES, FIRST_LINES_ROUNDED, LAST_LINE -> 2L * scopes.lines(one.scope());
        };
    }

    /** Every scope that decides something here. */
    int[] looksAt() {
        BitSet seen = new BitSet();
        for (Taker taker : takers) {
            seen.set(taker.scope());
            for (int scope : taker.needScopes()) {
                seen.set(scope);
            }
        }
        for (ScopeRest rest : rests) {
            seen.set(rest.wide());
        }
        for (ScopeRest[] some : needRests) {
            for (ScopeRest rest : some) {
                seen.set(rest.wide());
            }
        }
        return seen.stream().toArray();
    }

    /** Whether that much is left of each scope after early and late offers, so that an offer of fees may hold. */
    boolean leaves(Taker fee, long[] left, Taking taking) {
        for (int i = 0; i < fee.needs().length; i++) {
            int scope = fee.needScopes()[i];
            if (left[scope] - off(scope, taking.sure()) < fee.needs()[i]) {
                return false;
            }
        }
        return true;
    }

    /** What early offers have to leave so that this offer of fees may hold; empty where it asks for no sum. */
    Optional<SpendWindow> window(Taker fee) {
        if (fee.needs().length == 0) {
            return Optional.empty();
        }
        int scope = fee.needScopes()[0];
        long need = fee.needs()[0] + sureOff(scope);
        return Optional.of(new SpendWindow(scope, need, lateWhere(scope, need)));
    }

    /** Whether all goes by what is left of one and the same scope, to the minor unit. */
    boolean goesByOneSum() {
        for (Taker taker : takers) {
            boolean exact = taker.step().whole() && taker.step().floor() == 0 && taker.step().slack() == 0;
            if (!exact || taker.scope() != takers.get(0).scope()) {
                return false;
            }
            for (int scope : taker.needScopes()) {
                if (scope != taker.scope()) {
                    return false;
                }
            }
        }
        return !takers.isEmpty();
    }
}
