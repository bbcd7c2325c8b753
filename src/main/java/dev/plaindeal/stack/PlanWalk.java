package dev.plaindeal.stack;

import dev.plaindeal.stack.LatePlan.Slope;
import dev.plaindeal.stack.LatePlan.SpendWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Puts the options of all parts together for one plan. Where that is more than can be walked and the plan goes by one sum, options
 * that leave the same sum are joined: what follows is the same for all of them.
 *
 * <p>For one search by one thread.
 */
final class PlanWalk {

    /** Joining two is worth so many steps. */
    private static final int JOINING = 2;
    /** No window. */
    private static final int NONE = -1;

    private final PartSearch search;
    private final SearchGoal goal;
    private final LatePlan plan;
    private final List<Slope> slopes;
    private final List<SpendWindow> windows;
    private final List<long[]> outsides;
    /** For each part its options that may matter, in the order of what they take off the scope of the widest window. */
    private final List<Valued[]> parts = new ArrayList<>();
    /** By part, slope and place, the most that an option up to this place is worth. */
    private final List<long[][]> upTo = new ArrayList<>();
    private final int widest;
    /** Minor units that have to be left of the scope of the widest window. */
    private final long need;
    /** By slope and part, what parts from there on are worth at most. */
    private final long[][] ahead;
    private final PartOption[] chosen;
    /** Those that this plan and offers on fees look at. */
    private final int[] scopes;
    private final long feesMost;
    /** What they bring at most where none holds that asks for a sum; one that does holds only in one of these windows. */
    private final long feesLeast;
    private final List<SpendWindow> feeWindows;
    private final List<long[]> feeOutsides;
    /** What the options chosen leave of each scope. */
    private final long[] left;
    private long most;
    private long stopAt;
    private boolean stopped;

    /** An option with what it is worth by each slope. */
    private record Valued(PartOption option, long[] values) {

        long promise(long[] best) {
            long promise = Long.MAX_VALUE;
            for (int m = 0; m < values.length; m++) {
                promise = Math.min(promise, values[m] - best[m]);
            }
            return promise;
        }
    }

    /**
     * A walk.
     *
     * @param most what a stack of the plan gains at most, as far as is known
     */
    PlanWalk(PartSearch search, LatePlan plan, long most) {
        this.search = search;
        this.goal = search.goal();
        this.plan = plan;
        this.most = most;
        this.slopes = plan.slopes();
        this.windows = plan.windows();
        this.outsides = windows.stream().map(window -> search.outsideMost(window.scope())).toList();
        this.ahead = new long[slopes.size()][search.parts().size() + 1];
        this.chosen = new PartOption[search.parts().size()];
        this.left = search.list().clone();
        this.feesMost = search.fees().most();
        this.feesLeast = search.fees().least();
        this.feeWindows = search.fees().windows(plan);
        this.feeOutsides = feeWindows.stream().map(window -> search.outsideMost(window.scope())).toList();
        this.widest = windows.stream().map(SpendWindow::scope).max(Comparator.comparingLong(scope -> left[scope])).orElse(NONE);
        this.need = windows.stream().filter(window -> window.scope() == widest).mapToLong(SpendWindow::need).max().orElse(0);
        this.scopes = IntStream.concat(IntStream.of(plan.looksAt()), IntStream.of(search.fees().looksAt())).distinct().toArray();
    }

    /** Minor units that a stack of the plan gains at most, as far as is known. */
    long most() {
        return most;
    }

    /**
     * Walks for so many steps at most.
     *
     * @return whether nothing was left that may matter
     */
    boolean run(long slice) {
        parts.clear();
        upTo.clear();
        // Joining that ran out of steps leaves what its last sum left.
        System.arraycopy(search.list(), 0, left, 0, left.length);
        List<Valued[]> all = new ArrayList<>();
        for (List<PartOption> options : search.parts()) {
            search.steps().walk(options.size());
            all.add(valued(options));
        }
        lookAhead(all);
        long[] total = new long[slopes.size()];
        for (int m = 0; m < total.length; m++) {
            total[m] = ahead[m][0] + slopes.get(m).atList();
            most = Math.min(most, minor(total[m]) + feesMost);
        }
        if (goal.hopeless(most)) {
            return true;
        }
        for (int k = 0; k < all.size(); k++) {
            parts.add(promising(all.get(k), best(k), total));
        }
        if (parts.stream().anyMatch(options -> options.length == 0)) {
            return true;
        }
        lookAhead(parts);
        parts.forEach(options -> upTo.add(upTo(options)));
        return walked(slice);
    }

    private long[][] upTo(Valued[] options) {
        long[][] most = new long[ahead.length][options.length];
        for (int m = 0; m < most.length; m++) {
            for (int i = 0; i < options.length; i++) {
                most[m][i] = Math.max(options[i].values()[m], i == 0 ? Long.MIN_VALUE : most[m][i - 1]);
            }
        }
        return most;
    }

    private Valued[] valued(List<PartOption> options) {
        Valued[] all = new Valued[options.size()];
        for (int i = 0; i < all.length; i++) {
            long[] values = new long[ahead.length];
            for (int m = 0; m < values.length; m++) {
                values[m] = slopes.get(m).value(options.get(i));
            }
            all[i] = new Valued(options.get(i), values);
        }
        return all;
    }

    private void lookAhead(List<Valued[]> options) {
        for (int m = 0; m < ahead.length; m++) {
            for (int k = options.size() - 1; k >= 0; k--) {
                long best = Long.MIN_VALUE / 4;
                for (Valued one : options.get(k)) {
                    best = Math.max(best, one.values()[m]);
                }
                ahead[m][k] = ahead[m][k + 1] + best;
            }
        }
    }

    private long[] best(int part) {
        long[] best = new long[ahead.length];
        for (int m = 0; m < best.length; m++) {
            best[m] = ahead[m][part] - ahead[m][part + 1];
        }
        return best;
    }

    /** Those with which the plan is not hopeless even beside the best of all other parts. */
    private Valued[] promising(Valued[] options, long[] best, long[] total) {
        List<Valued> some = new ArrayList<>();
        for (Valued one : options) {
            long atMost = most;
            for (int m = 0; m < best.length; m++) {
                atMost = Math.min(atMost, minor(total[m] - best[m] + one.values()[m]) + feesMost);
            }
            if (!goal.hopeless(atMost) && fits(one.option())) {
                some.add(one);
            }
        }
        some.sort(Comparator.comparingLong((Valued one) -> widest == NONE ? one.promise(best) : one.option().off()[widest]));
        return some.toArray(Valued[]::new);
    }

    private boolean fits(PartOption option) {
        for (SpendWindow window : windows) {
            if (search.list()[window.scope()] - option.off()[window.scope()] < window.need()) {
                return false;
            }
        }
        for (int t = 0; search.someEarlyApart() && t < plan.takers().size(); t++) {
            if (isApart(option.offers(), plan.takers().get(t).index())) {
                return false;
            }
        }
        return true;
    }

    private boolean isApart(int[] offers, int other) {
        for (int index : offers) {
            if (search.candidates().apart(index, other)) {
                return true;
            }
        }
        return false;
    }

    private static long minor(long scaled) {
        return Math.floorDiv(scaled, LatePlan.SCALE);
    }

    private boolean walked(long slice) {
        boolean joins = search.joins() && plan.goesByOneSum() && scopes.length == 1;
        stopAt = search.steps().after(joins ? Math.min(slice, search.joinedAfter()) : slice);
        stopped = false;
        walk(0, 0, new long[slopes.size()]);
        if (stopped && joins) {
            stopAt = search.steps().after(slice);
            stopped = false;
            joined();
        }
        return !stopped;
    }

    private boolean stops() {
        stopped |= search.steps().walked() >= stopAt;
        return stopped;
    }

    private void walk(int part, long gain, long[] values) {
        if (part == chosen.length) {
            whole(gain);
            return;
        }
        Valued[] options = parts.get(part);
        for (int i = fitting(options) - 1; i >= 0 && mayMatter(part, i, values); i--) {
            search.steps().walk(1);
            if (stops()) {
                return;
            }
            Valued one = options[i];
            long[] with = plus(values, one.values());
            if (isHopeless(part + 1, with) || isApart(part, one.option())) {
                continue;
            }
            take(one.option(), 1);
            if (hasRoom(part + 1, gain + one.option().gain())) {
                chosen[part] = one.option();
                walk(part + 1, gain + one.option().gain(), with);
            }
            take(one.option(), -1);
        }
    }

    /** How many of these, which are in the order of what they take, leave the widest window open. */
    private int fitting(Valued[] options) {
        int from = 0;
        int to = options.length;
        while (widest != NONE && from < to) {
            int middle = (from + to) >>> 1;
            boolean fits = left[widest] - options[middle].option().off()[widest] >= need;
            from = fits ? middle + 1 : from;
            to = fits ? to : middle;
        }
        return to;
    }

    /** Whether an option of this part up to this place may still matter beside the best of those behind it. */
    private boolean mayMatter(int part, int place, long[] values) {
        for (int m = 0; m < values.length; m++) {
            if (goal.hopeless(minor(values[m] + upTo.get(part)[m][place] + ahead[m][part + 1] + slopes.get(m).atList()) + feesMost)) {
                return false;
            }
        }
        return true;
    }

    private static long[] plus(long[] some, long[] more) {
        long[] sum = some.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += more[i];
        }
        return sum;
    }

    private boolean isHopeless(int part, long[] values) {
        for (int m = 0; m < values.length; m++) {
            if (goal.hopeless(minor(values[m] + ahead[m][part] + slopes.get(m).atList()) + feesMost)) {
                return true;
            }
        }
        return false;
    }

    private boolean isApart(int parts, PartOption option) {
        for (int other = 0; search.someEarlyApart() && other < parts; other++) {
            for (int index : chosen[other].offers()) {
                if (isApart(option.offers(), index)) {
                    return true;
                }
            }
        }
        return false;
    }

    private void take(PartOption option, int sign) {
        for (int scope : scopes) {
            left[scope] -= sign * option.off()[scope];
        }
    }

    /** Whether every window is open, and what may still be taken in each leaves hope, with offers on fees or without. */
    private boolean hasRoom(int part, long gain) {
        long atMost = Long.MAX_VALUE / 2;
        for (int w = 0; w < windows.size(); w++) {
            if (left[windows.get(w).scope()] < windows.get(w).need()) {
                return false;
            }
            atMost = Math.min(atMost, inWindow(windows.get(w), outsides.get(w)[part], gain));
        }
        return (!goal.hopeless(atMost + feesLeast) || leavesFees(part, gain, atMost)) && plan.mayHold(left);
    }

    /** What a stack gains at most that takes as much more as this window leaves room for. */
    private long inWindow(SpendWindow window, long outside, long gain) {
        return gain + left[window.scope()] - window.need() + outside + window.late();
    }

    private boolean leavesFees(int part, long gain, long atMost) {
        for (int f = 0; f < feeWindows.size(); f++) {
            SpendWindow window = feeWindows.get(f);
            boolean open = left[window.scope()] >= window.need();
            if (open && !goal.hopeless(Math.min(atMost, inWindow(window, feeOutsides.get(f)[part], gain)) + feesMost)) {
                return true;
            }
        }
        return false;
    }

    private void whole(long gain) {
        LatePlan.Taking taking = plan.taking(left);
        if (!goal.hopeless(gain + taking.most() + search.fees().most(plan, left, taking))) {
            search.price(chosen, plan);
        }
    }

    /** Options of the first parts that leave one sum, those with the fewest offers. */
    private record JoinedOptions(@Nullable JoinedOptions before, PartOption option, int offers, long gain, long off, long[] values) {}

    private record SumKey(long gain, long off) {}

    private void joined() {
        PartOption nothing = new PartOption(new int[0], 0, new long[left.length]);
        List<JoinedOptions> all = List.of(new JoinedOptions(null, nothing, 0, 0, 0, new long[slopes.size()]));
        for (int part = 0; part < chosen.length; part++) {
            Map<SumKey, JoinedOptions> next = new HashMap<>();
            for (JoinedOptions one : all) {
                for (Valued more : parts.get(part)) {
                    search.steps().walk(JOINING);
                    if (stops()) {
                        return;
                    }
                    joined(part, one, more, next);
                }
            }
            all = List.copyOf(next.values());
        }
        all.stream().sorted(Comparator.comparingLong(this::promise).reversed()).forEach(this::whole);
    }

    private void joined(int part, JoinedOptions one, Valued more, Map<SumKey, JoinedOptions> next) {
        int scope = plan.takers().get(0).scope();
        PartOption option = more.option();
        JoinedOptions with = new JoinedOptions(
                one, option, one.offers() + option.offers().length, one.gain() + option.gain(), one.off() + option.off()[scope],
                plus(one.values(), more.values()));
        if (isHopeless(part + 1, with.values())) {
            return;
        }
        left[scope] = search.list()[scope] - with.off();
        if (hasRoom(part + 1, with.gain())) {
            next.merge(new SumKey(with.gain(), with.off()), with, (old, other) -> other.offers() < old.offers() ? other : old);
        }
    }

    private long promise(JoinedOptions one) {
        left[plan.takers().get(0).scope()] = search.list()[plan.takers().get(0).scope()] - one.off();
        return one.gain() + plan.taking(left).most();
    }

    private void whole(JoinedOptions last) {
        JoinedOptions one = last;
        System.arraycopy(search.list(), 0, left, 0, left.length);
        for (int part = chosen.length - 1; part >= 0; part--) {
            chosen[part] = one.option();
            take(one.option(), 1);
            one = one.before() == null ? one : one.before();
        }
        whole(last.gain());
    }
}
