package dev.plaindeal.price;

import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import java.util.Optional;

/** Thresholds, and what an offer on goods would like to take once they are met. */
final class ThresholdCheck {

    private ThresholdCheck() {}

    static Proposal of(PricingContext asked) {
        return asked.terms.scope().counting() == Scope.Counting.LINE_BY_LINE ? lineByLine(asked) : together(asked);
    }

    /** Each line as if it were alone: the highest tier any reached; where none holds, what the nearest one lacks. */
    private static Proposal lineByLine(PricingContext asked) {
        long[] shares = new long[asked.inScope.length];
        int[] used = new int[shares.length];
        Optional<Proposal> nearest = Optional.empty();
        boolean holds = false;
        int tier = 0;
        for (int i = 0; i < shares.length; i++) {
            if (asked.inScope[i]) {
                Proposal one = together(asked.only(i));
                if (one.take().isPresent()) {
                    holds = true;
                    tier = Math.max(tier, one.tier());
                    shares[i] = one.take().get().total();
                    used[i] = one.take().get().usedOf(0);
                } else if (nearest.isEmpty() || one.gap() < nearest.get().gap()) {
                    nearest = Optional.of(one);
                }
            }
        }
        return holds ? Proposal.of(Discount.fixed(shares, Ledger.sum(used) == 0 ? Ledger.NONE_USED : used), tier) : nearest.orElseThrow();
    }

    private static Proposal together(PricingContext asked) {
        Optional<Missed> missed = lacking(asked);
        return missed.isPresent() ? Proposal.lacks(missed.get()) : reward(asked);
    }

    private static Proposal reward(PricingContext asked) {
        Reward reward = asked.terms.reward();
        if (reward instanceof Reward.Off off) {
            return Proposal.of(ScopeDiscounts.take(asked, off));
        }
        if (reward instanceof Reward.Tiers ladder) {
            return tiers(asked, ladder);
        }
        if (reward instanceof Reward.Every every) {
            return every(asked, every);
        }
        return Deals.take(asked, reward).map(Proposal::of).orElseGet(() -> Proposal.lacks(Deals.missing(asked, reward)));
    }

    private static Proposal tiers(PricingContext asked, Reward.Tiers ladder) {
        int reached = 0;
        for (int i = 0; i < ladder.tiers().size(); i++) {
            Missed test = inScope(asked, ladder.tiers().get(i).level());
            if (test.have() >= test.needed()) {
                reached = i + 1;
            } else if (reached == 0) {
                return Proposal.lacks(test);
            }
        }
        Tier tier = ladder.tiers().get(reached - 1);
        return Proposal.of(ScopeDiscounts.take(asked, new Reward.Off(tier.benefit(), Reward.Per.SCOPE)), reached);
    }

    private static Proposal every(PricingContext asked, Reward.Every every) {
        Missed test = inScope(asked, every.step());
        long times = Math.min(test.have() / test.needed(), Deals.most(every.most()));
        return times == 0
                ? Proposal.lacks(test)
                : Proposal.of(ScopeDiscounts.amount(asked, Ledger.product(times, asked.minor(every.off()))));
    }

    /** The next step; lines that count one by one have each a step of their own, and none is told. */
    static Optional<Missed> ahead(PricingContext asked) {
        if (asked.terms.scope().counting() == Scope.Counting.LINE_BY_LINE) {
            return Optional.empty();
        }
        if (asked.terms.reward() instanceof Reward.Tiers ladder) {
            return ladder.tiers().stream()
                    .map(tier -> inScope(asked, tier.level()))
                    .filter(test -> test.have() < test.needed())
                    .findFirst();
        }
        return asked.terms.reward() instanceof Reward.Every every
                ? ahead(asked, every)
                : Deals.ahead(asked, asked.terms.reward());
    }

    private static Optional<Missed> ahead(PricingContext asked, Reward.Every every) {
        Missed test = inScope(asked, every.step());
        long next = test.have() / test.needed() + 1;
        return next > Deals.most(every.most())
                ? Optional.empty()
                : Optional.of(new Missed(test.measure(), Ledger.product(next, test.needed()), test.have()));
    }

    /** What the first of the offer's thresholds lacks that is not met, empty when all are. */
    static Optional<Missed> lacking(PricingContext asked) {
        Optional<Threshold> next = asked.terms.threshold();
        while (next.isPresent()) {
            Optional<Missed> missed = lacking(asked, next.get());
            if (missed.isPresent()) {
                return missed;
            }
            next = next.get().also();
        }
        return Optional.empty();
    }

    private static Optional<Missed> lacking(PricingContext asked, Threshold threshold) {
        Missed test = measure(asked, threshold);
        if (threshold.test() == Threshold.Test.ABOVE) {
            return test.have() > test.needed()
                    ? Optional.empty()
                    : Optional.of(new Missed(Measure.MONEY_ABOVE, test.needed(), test.have()));
        }
        return test.have() >= test.needed() ? Optional.empty() : Optional.of(test);
    }

    /** Over all it is for, also where it is narrowed to the lines it wins. */
    private static Missed inScope(PricingContext asked, Level level) {
        return measure(asked, level, asked.counted);
    }

    private static Missed measure(PricingContext asked, Threshold threshold) {
        return threshold.reach() == Threshold.Reach.SCOPE
                ? measure(asked, threshold.level(), asked.counted)
                : asked.beyondScope(threshold);
    }

    /** What is needed and what there is; the caller compares. */
    static Missed measure(PricingContext asked, Level level, boolean[] counts) {
        long items = 0;
        long spent = 0;
        for (int i = 0; i < counts.length; i++) {
            items += counts[i] ? asked.ledger.goods.lines[i].quantity() : 0;
            spent += counts[i] ? asked.measured[i] : 0;
        }
        return level instanceof Level.Items needed
                ? new Missed(Measure.ITEMS, needed.count(), items)
                : new Missed(Measure.MONEY, asked.minor(((Level.Spend) level).amounts()), spent);
    }
}
