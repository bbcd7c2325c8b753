package dev.plaindeal.price;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.price.Outcome.Missed;
import java.util.Optional;

/** What each kind of reward on goods would like to take once its thresholds are met, and what it lacks to its next step. */
final class RewardPricing {

    private RewardPricing() {}

    /** What it would like to take, or what it lacks. */
    static Proposal of(PricingContext asked, Reward.OnGoods reward) {
        return asked.terms.scope().counting() == Scope.Counting.LINE_BY_LINE ? lineByLine(asked, reward) : together(asked, reward);
    }

    /** Each line as if it were alone: the highest tier any reached; where none holds, what the nearest one lacks. */
    private static Proposal lineByLine(PricingContext asked, Reward.OnGoods reward) {
        long[] shares = new long[asked.inScope.length];
        int[] used = new int[shares.length];
        Optional<Proposal> nearest = Optional.empty();
        boolean holds = false;
        int tier = 0;
        for (int i = 0; i < shares.length; i++) {
            if (asked.inScope[i]) {
                Proposal one = together(asked.only(i), reward);
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

    private static Proposal together(PricingContext asked, Reward.OnGoods reward) {
        Optional<Missed> missed = ThresholdCheck.lacking(asked);
        return missed.isPresent() ? Proposal.lacks(missed.get()) : reward.matchGoods(new WantedOffGoods(asked));
    }

    /** The next step; lines that count one by one have each a step of their own, and none is told. */
    static Optional<Missed> ahead(PricingContext asked) {
        return asked.terms.scope().counting() == Scope.Counting.LINE_BY_LINE
                ? Optional.empty()
                : asked.terms.reward().match(new NextStep(asked));
    }

    /** What each kind would like to take. */
    private record WantedOffGoods(PricingContext asked) implements Reward.GoodsCases<Proposal> {
        @Override
        public Proposal off(Reward.Off off) {
            return Proposal.of(ScopeDiscounts.take(asked, off));
        }

        @Override
        public Proposal tiers(Reward.Tiers ladder) {
            return StepDiscounts.tiers(asked, ladder);
        }

        @Override
        public Proposal every(Reward.Every every) {
            return StepDiscounts.every(asked, every);
        }

        @Override
        public Proposal sets(Reward.Sets sets) {
            Optional<Discount> take = SetDeals.take(asked, sets);
            return take.isPresent() ? Proposal.of(take.get()) : Proposal.lacks(SetDeals.missing(asked, sets, 1));
        }

        @Override
        public Proposal nth(Reward.Nth nth) {
            return Deals.nth(asked, nth);
        }

        @Override
        public Proposal buyGet(Reward.BuyGet deal) {
            return Deals.buyGet(asked, deal);
        }

        @Override
        public Proposal single(Reward.Single single) {
            return Deals.single(asked, single);
        }
    }

    /** What each kind that has a next step lacks to it. */
    private record NextStep(PricingContext asked) implements Reward.Cases<Optional<Missed>> {
        @Override
        public Optional<Missed> off(Reward.Off off) {
            return Optional.empty();
        }

        @Override
        public Optional<Missed> tiers(Reward.Tiers ladder) {
            return StepDiscounts.ahead(asked, ladder);
        }

        @Override
        public Optional<Missed> every(Reward.Every every) {
            return StepDiscounts.ahead(asked, every);
        }

        @Override
        public Optional<Missed> sets(Reward.Sets sets) {
            return SetDeals.ahead(asked, sets);
        }

        @Override
        public Optional<Missed> nth(Reward.Nth nth) {
            return Deals.ahead(asked, nth);
        }

        @Override
        public Optional<Missed> buyGet(Reward.BuyGet deal) {
            return Deals.ahead(asked, deal);
        }

        @Override
        public Optional<Missed> single(Reward.Single single) {
            return Optional.empty();
        }

        @Override
        public Optional<Missed> shipping(Reward.Shipping shipping) {
            return Optional.empty();
        }

        @Override
        public Optional<Missed> gift(Reward.Gift gift) {
            return Optional.empty();
        }
    }
}
