package dev.plaindeal.price;

import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.Outcome.Missed;
import java.util.Optional;
import java.util.function.Predicate;

/** What has to be spent or bought first, and what there is of it. */
final class ThresholdCheck {

    private ThresholdCheck() {}

    /** What the first of the offer's thresholds lacks that is not met, empty when all are. */
    static Optional<Missed> lacking(PricingContext asked) {
        return lacking(asked, threshold -> true);
    }

    /** The same of those that count more than the scope, which are met for all lines or for none. */
    static Optional<Missed> lackingBeyond(PricingContext asked) {
        return lacking(asked, threshold -> threshold.reach() != Threshold.Reach.SCOPE);
    }

    private static Optional<Missed> lacking(PricingContext asked, Predicate<Threshold> which) {
        Optional<Threshold> next = asked.terms.threshold();
        while (next.isPresent()) {
            Optional<Missed> missed = which.test(next.get()) ? lacking(asked, next.get()) : Optional.empty();
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
        if (threshold.test() == Threshold.Test.AT_MOST) {
            Measure upper = test.measure() == Measure.ITEMS ? Measure.ITEMS_AT_MOST : Measure.MONEY_AT_MOST;
            return test.have() <= test.needed() ? Optional.empty() : Optional.of(new Missed(upper, test.needed(), test.have()));
        }
        return test.have() >= test.needed() ? Optional.empty() : Optional.of(test);
    }

    /** Over all it is for, also where it is narrowed to the lines it wins. */
    static Missed inScope(PricingContext asked, Level level) {
        return measure(asked, level, asked.counted);
    }

    /** What is needed and what there is of what counts towards it. */
    static Missed measure(PricingContext asked, Threshold threshold) {
        return threshold.reach() == Threshold.Reach.SCOPE
                ? measure(asked, threshold.level(), asked.counted)
                : asked.beyondScope(threshold);
    }

    /** What is needed and what there is; the caller compares. */
    static Missed measure(PricingContext asked, Level level, boolean[] counts) {
        return level.match(new Counted(asked, counts));
    }

    /** What there is of each kind of level on the lines that count. */
    private record Counted(PricingContext asked, boolean[] counts) implements Level.Cases<Missed> {
        @Override
        public Missed spend(Level.Spend level) {
            long spent = 0;
            for (int i = 0; i < counts.length; i++) {
                spent += counts[i] ? asked.measured[i] : 0;
            }
            return new Missed(Measure.MONEY, asked.minor(level.amounts()), spent);
        }

        @Override
        public Missed items(Level.Items level) {
            long items = 0;
            for (int i = 0; i < counts.length; i++) {
                items += counts[i] ? asked.ledger.goods.lines[i].quantity() : 0;
            }
            return new Missed(Measure.ITEMS, level.count(), items);
        }
    }
}
