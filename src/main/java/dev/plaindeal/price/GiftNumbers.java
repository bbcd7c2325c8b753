package dev.plaindeal.price;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.price.Outcome.Added;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import java.util.Optional;

/** How many gifts an offer adds, and what they are worth. */
final class GiftNumbers {

    private static final long[] NO_FEES = new long[0];

    private GiftNumbers() {}

    static Outcome of(PricingContext asked, Reward.Gift gift) {
        Optional<Missed> missed = ThresholdCheck.lacking(asked);
        return missed.isPresent() ? missed.get() : given(asked, gift);
    }

    private static Outcome given(PricingContext asked, Reward.Gift gift) {
        Optional<Missed> per = gift.number().per().map(once -> ThresholdCheck.measure(asked, once));
        long times = per.map(test -> times(gift, test)).orElse(1L);
        if (times == 0) {
            return per.orElseThrow();
        }
        Added added = added(gift, times, asked.ledger.goods.currency);
        return new Taken(0, new long[asked.inScope.length], NO_FEES, false, 0, 0, 0, added);
    }

    private static long times(Reward.Gift gift, Missed test) {
        return Math.min(test.have() / test.needed(), Deals.most(gift.number().most()));
    }

    /** No parcel holds more than a line may; gifts worth more than any basket costs are worth as much as the largest. */
    static Added added(Reward.Gift gift, long times, Currency currency) {
        long quantity = Math.min(Line.MOST, Ledger.product(times, gift.number().gifts()));
        long each = gift.worth().map(worth -> worth.minor(currency)).orElse(0L);
        return new Added((int) quantity, Math.min(Basket.LARGEST_TOTAL, Ledger.product(quantity, each)));
    }

    /** What the next gifts lack, where there are more. */
    static Optional<Missed> ahead(PricingContext asked, Reward.Gift gift) {
        Optional<Missed> per = gift.number().per().map(once -> ThresholdCheck.measure(asked, once));
        return per.filter(test -> test.have() / test.needed() < Deals.most(gift.number().most()))
                .map(test -> new Missed(test.measure(), Ledger.product(test.have() / test.needed() + 1, test.needed()), test.have()));
    }
}
