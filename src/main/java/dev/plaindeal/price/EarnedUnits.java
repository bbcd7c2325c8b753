package dev.plaindeal.price;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.UnitOrder;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Units.Run;
import java.util.List;
import java.util.Optional;

/** Units that get a benefit, more of them the more is spent or bought. */
final class EarnedUnits {

    private EarnedUnits() {}

    static Proposal take(PricingContext asked, Reward.Earned deal) {
        Missed test = ThresholdCheck.measure(asked, deal.per());
        long times = Math.min(test.have() / test.needed(), Deals.most(deal.most()));
        if (times == 0) {
            return Proposal.lacks(test);
        }
        List<Run> units = Units.first(
                Deals.free(asked, asked.terms.which(), Deals.off(asked, deal.benefit())), Ledger.product(times, deal.units()));
        return units.isEmpty()
                ? Proposal.lacks(new Missed(Measure.ITEMS, deal.units(), 0))
                : Proposal.of(Deals.on(asked, units, deal.benefit(), units));
    }

    /** What the next time lacks, where there are units that would get it then. */
    static Optional<Missed> ahead(PricingContext asked, Reward.Earned deal) {
        Missed test = ThresholdCheck.measure(asked, deal.per());
        long times = test.have() / test.needed();
        boolean some = Units.count(Deals.free(asked, UnitOrder.DEAREST)) > Ledger.product(times, deal.units());
        return some && times < Deals.most(deal.most())
                ? Optional.of(new Missed(test.measure(), Ledger.product(times + 1, test.needed()), test.have()))
                : Optional.empty();
    }
}
