package dev.plaindeal.price;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Missed;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What each kind of reward on goods would like to take once its thresholds are met, and what it lacks to its next step. */
final class RewardPricing {

    private RewardPricing() {}

    /** What it would like to take, or what it lacks. */
    static Proposal of(PricingContext asked, Reward.OnGoods reward) {
        return asked.terms.scope().counting().isApart() ? apart(asked, reward) : together(asked, reward);
    }

    /** Each line, or the lines that count together, as if there were no other: the highest tier any reached; where none holds, what the nearest one lacks. */
    private static Proposal apart(PricingContext asked, Reward.OnGoods reward) {
        Optional<Missed> together = ThresholdCheck.lackingBeyond(asked);
        if (together.isPresent()) {
            return Proposal.lacks(together.get());
        }
        long[] shares = new long[asked.inScope.length];
        int[] used = new int[shares.length];
        Optional<Proposal> nearest = Optional.empty();
        boolean holds = false;
        boolean capped = false;
        int tier = 0;
        for (int[] group : groups(asked)) {
            PricingContext alone = asked.only(group);
            Proposal one = together(alone, reward);
            if (one.take().isPresent()) {
                Discount take = one.take().get();
                holds = true;
                tier = Math.max(tier, one.tier());
                capped |= take.capped();
                long[] own = group.length == 1 ? new long[] {take.total()} : shares(alone, take);
                for (int i = 0; i < group.length; i++) {
                    shares[group[i]] = own[i];
                    used[group[i]] = take.usedOf(i);
                }
            } else if (nearest.isEmpty() || one.gap() < nearest.get().gap()) {
                nearest = Optional.of(one);
            }
        }
        return holds ? Proposal.of(Discount.fixed(shares, Ledger.sum(used) == 0 ? Ledger.NONE_USED : used).cappedIf(capped), tier) : nearest.orElseThrow();
    }

    /** The lines in scope that count together, each group by its first line. */
    private static Collection<int[]> groups(PricingContext asked) {
        Scope.Counting counting = asked.terms.scope().counting();
        Map<String, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < asked.inScope.length; i++) {
            if (asked.inScope[i]) {
                String group = counting.group(asked.ledger.goods.lines[i]);
                // A name never begins like this, so what is not told is alike to nothing.
                groups.computeIfAbsent(group.isEmpty() ? "\n" + i : group, one -> new ArrayList<>()).add(i);
            }
        }
        return groups.values().stream().map(group -> group.stream().mapToInt(Integer::intValue).toArray()).toList();
    }

    /** What each of the lines bears; what a floor cuts off one goes to the others that count with it. */
    private static long[] shares(PricingContext alone, Discount take) {
        if (take.isFixed()) {
            return take.shares();
        }
        Conventions.Spare spare = alone.conventions.spare();
        long[] shares = Allocator.share(take.total(), take.weights(), spare, alone.ledger.goods.turn);
        return LineMinimum.moved(shares, take.weights(), LineMinimum.room(alone), spare, alone.ledger.goods.turn);
    }

    private static Proposal together(PricingContext asked, Reward.OnGoods reward) {
        Optional<Missed> missed = ThresholdCheck.lacking(asked);
        return missed.isPresent() ? Proposal.lacks(missed.get()) : reward.matchGoods(new WantedOffGoods(asked)).spread(asked);
    }

    /** The next step; lines that count one by one have each a step of their own, and none is told. */
    static Optional<Missed> ahead(PricingContext asked) {
        return asked.terms.scope().counting().isApart()
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

        @Override
        public Proposal setTiers(Reward.SetTiers sets) {
            return SetTierDeals.take(asked, sets);
        }

        @Override
        public Proposal staggered(Reward.Staggered deal) {
            return StaggeredDeals.take(asked, deal);
        }

        @Override
        public Proposal earned(Reward.Earned deal) {
            return EarnedUnits.take(asked, deal);
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
        public Optional<Missed> setTiers(Reward.SetTiers sets) {
            return SetTierDeals.ahead(asked, sets);
        }

        @Override
        public Optional<Missed> staggered(Reward.Staggered deal) {
            return StaggeredDeals.ahead(asked, deal);
        }

        @Override
        public Optional<Missed> earned(Reward.Earned deal) {
            return EarnedUnits.ahead(asked, deal);
        }

        @Override
        public Optional<Missed> shipping(Reward.Shipping shipping) {
            return Optional.empty();
        }

        @Override
        public Optional<Missed> gift(Reward.Gift gift) {
            return GiftNumbers.ahead(asked, gift);
        }
    }
}
