package dev.plaindeal.price;

import dev.plaindeal.model.Conventions;
import dev.plaindeal.model.Level;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Tier;
import dev.plaindeal.model.Threshold;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.NoAmount;
import dev.plaindeal.price.Outcome.NothingInScope;
import dev.plaindeal.price.Outcome.Taken;

/**
 * Works out what one offer takes off a running price.
 *
 * <p>The order is always: scope, threshold, benefit, cap, floors, shares. A pure function; thread-safe.
 *
 * <p>Worked number: 10 % off USD 47.99 takes 480 minor units (479.9 rounded half up).
 */
public final class Pricer {

    private static final long[] NONE = new long[0];

    private Pricer() {}

    /**
     * What came of it, and the running price after it.
     *
     * @param ledger unchanged unless the outcome is {@link Taken}
     * @param outcome what came of it
     */
    public record Step(Ledger ledger, Outcome outcome) {}

    /**
     * Asks one offer for its money.
     *
     * @param before the running price; a layer begins by itself when the offer's layer differs from the last one's
     * @param offer the offer
     * @param conventions those that hold for it
     * @param finals price of each line after the whole stack, for offers that measure it; any array for others
     */
    public static Step apply(Ledger before, Offer offer, Conventions conventions, long[] finals) {
        Ledger ledger = before.entering(offer.terms().layer());
        Asked asked = new Asked(ledger, offer, conventions, finals);
        if (!Currencies.named(offer.terms(), ledger.goods.currency)) {
            return new Step(before, new NoAmount());
        }
        if (asked.touchesNothing()) {
            return new Step(before, new NothingInScope());
        }
        Missed missed = threshold(asked);
        if (missed != MET) {
            return new Step(before, missed);
        }
        return reward(asked, before);
    }

    /** Told apart by identity: nothing was missed. */
    static final Missed MET = new Missed(Outcome.Measure.MONEY, 0, 0);

    private static Missed threshold(Asked asked) {
        if (asked.terms.threshold().isEmpty()) {
            return MET;
        }
        Threshold threshold = asked.terms.threshold().get();
        boolean above = threshold.test() == Threshold.Test.ABOVE;
        Missed test = measure(asked, threshold.level(), threshold.reach());
        boolean met = above ? test.have() > test.needed() : test.have() >= test.needed();
        if (met) {
            return MET;
        }
        return above ? new Missed(Outcome.Measure.MONEY_ABOVE, test.needed(), test.have()) : test;
    }

    /** What is needed and what there is; the caller compares. */
    private static Missed measure(Asked asked, Level level, Threshold.Reach reach) {
        if (level instanceof Level.Items items) {
            return new Missed(Outcome.Measure.ITEMS, items.count(), items(asked, reach));
        }
        long needed = asked.minor(((Level.Spend) level).amounts());
        return new Missed(Outcome.Measure.MONEY, needed, spent(asked, reach));
    }

    private static long spent(Asked asked, Threshold.Reach reach) {
        long spent = 0;
        for (int i = 0; i < asked.inScope.length; i++) {
            if (counts(asked, i, reach)) {
                spent += asked.measured[i];
            }
        }
        return spent;
    }

    private static long items(Asked asked, Threshold.Reach reach) {
        long items = 0;
        for (int i = 0; i < asked.inScope.length; i++) {
            if (counts(asked, i, reach)) {
                items += asked.ledger.goods.lines[i].quantity();
            }
        }
        return items;
    }

    private static boolean counts(Asked asked, int line, Threshold.Reach reach) {
        return reach == Threshold.Reach.SCOPE
                ? asked.inScope[line]
                : asked.offer.covers(asked.ledger.goods.lines[line]);
    }

    private static Step reward(Asked asked, Ledger before) {
        Reward reward = asked.terms.reward();
        if (reward instanceof Reward.Gift) {
            return new Step(before, new Taken(0, new long[asked.inScope.length], NONE, false, 0));
        }
        if (reward instanceof Reward.Shipping shipping) {
            return Fees.take(asked, shipping.benefit());
        }
        if (reward instanceof Reward.Off off) {
            return settle(asked, Offs.take(asked, off));
        }
        if (reward instanceof Reward.Tiers ladder) {
            return tiers(asked, before, ladder);
        }
        if (reward instanceof Reward.Every every) {
            return every(asked, before, every);
        }
        return Deals.take(asked, reward)
                .map(take -> settle(asked, take))
                .orElseGet(() -> new Step(before, Deals.missing(asked, reward)));
    }

    private static Step tiers(Asked asked, Ledger before, Reward.Tiers ladder) {
        int reached = 0;
        for (int i = 0; i < ladder.tiers().size(); i++) {
            Missed test = measure(asked, ladder.tiers().get(i).level(), Threshold.Reach.SCOPE);
            if (test.have() >= test.needed()) {
                reached = i + 1;
            } else if (reached == 0) {
                return new Step(before, test);
            }
        }
        Tier tier = ladder.tiers().get(reached - 1);
        Step step = settle(asked, Offs.take(asked, new Reward.Off(tier.benefit(), Reward.Per.SCOPE)));
        return new Step(step.ledger(), ((Taken) step.outcome()).reaching(reached));
    }

    private static Step every(Asked asked, Ledger before, Reward.Every every) {
        Missed test = measure(asked, every.step(), Threshold.Reach.SCOPE);
        long times = Math.min(test.have() / test.needed(), every.most().orElse(Integer.MAX_VALUE));
        if (times == 0) {
            return new Step(before, test);
        }
        long total = Ledger.product(times, asked.minor(every.off()));
        return settle(asked, Offs.amount(asked, total));
    }

    /** Cap, then floors, then shares. */
    private static Step settle(Asked asked, Take take) {
        long cap = asked.terms.cap().map(asked::minor).orElse(Long.MAX_VALUE);
        boolean capped = take.total() > cap;
        long total = Math.min(take.total(), cap);
        Conventions.Spare spare = asked.conventions.spare();
        long[] room = Floors.room(asked);
        long[] shares = take.isFixed() && !capped ? take.shares() : Allocator.share(total, take.weights(), spare);
        long[] held = take.isFixed() ? Floors.cut(shares, room) : Floors.moved(shares, take.weights(), room, spare);
        long discount = Ledger.sum(held);
        Taken taken = new Taken(discount, held, NONE, capped, Math.max(0, total - discount));
        return new Step(asked.ledger.less(held, NONE, take.used()), taken);
    }
}
