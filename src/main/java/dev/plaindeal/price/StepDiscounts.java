package dev.plaindeal.price;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.price.Outcome.Missed;
import java.util.Optional;

/** Rewards with steps of their own: ladders, and "for every X, Y off". */
final class StepDiscounts {

    private StepDiscounts() {}

    static Proposal tiers(PricingContext asked, Reward.Tiers ladder) {
        int reached = 0;
        for (int i = 0; i < ladder.tiers().size(); i++) {
            Missed test = ThresholdCheck.inScope(asked, ladder.tiers().get(i).level());
            if (test.have() >= test.needed()) {
                reached = i + 1;
            } else if (reached == 0) {
                return Proposal.lacks(test);
            }
        }
        Tier tier = ladder.tiers().get(reached - 1);
        Discount take = ScopeDiscounts.take(asked, new Reward.Off(tier.benefit(), Reward.Per.SCOPE));
        return Proposal.of(tier.most().isEmpty() ? take : take.atMost(asked.minor(tier.most().get()), asked), reached);
    }

    static Proposal every(PricingContext asked, Reward.Every every) {
        Missed test = ThresholdCheck.inScope(asked, every.step());
        long times = Math.min(test.have() / test.needed(), Deals.most(every.most()));
        return times == 0
                ? Proposal.lacks(test)
                : Proposal.of(ScopeDiscounts.amount(asked, Ledger.product(times, asked.minor(every.off()))));
    }

    /** What the next tier lacks. */
    static Optional<Missed> ahead(PricingContext asked, Reward.Tiers ladder) {
        return ladder.tiers().stream()
                .map(tier -> ThresholdCheck.inScope(asked, tier.level()))
                .filter(test -> test.have() < test.needed())
                .findFirst();
    }

    /** What the next time lacks. */
    static Optional<Missed> ahead(PricingContext asked, Reward.Every every) {
        Missed test = ThresholdCheck.inScope(asked, every.step());
        long next = test.have() / test.needed() + 1;
        return next > Deals.most(every.most())
                ? Optional.empty()
                : Optional.of(new Missed(test.measure(), Ledger.product(next, test.needed()), test.have()));
    }
}
