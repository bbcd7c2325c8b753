package dev.plaindeal.model;

import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Tier;
import java.util.Comparator;
import java.util.List;

/** Puts tiers in rising order, and refuses a ladder that no basket could climb. */
final class LadderOrder {

    private LadderOrder() {}

    static Reward.Tiers of(List<Tier> tiers) {
        if (tiers.stream().map(tier -> tier.level().getClass()).distinct().count() > 1) {
            throw new IllegalArgumentException("tiers count money or items, not both");
        }
        List<Tier> rising = tiers.stream().sorted(RISING).toList();
        requireDistinct(rising);
        return new Reward.Tiers(rising);
    }

    private static void requireDistinct(List<Tier> rising) {
        for (int i = 1; i < rising.size(); i++) {
            if (RISING.compare(rising.get(i - 1), rising.get(i)) == 0) {
                throw new IllegalArgumentException("two tiers ask for the same");
            }
        }
    }

    private static final Comparator<Tier> RISING = Comparator.comparingLong(tier -> tier.level().match(new Height()));

    /** How high a level is among levels of its kind. */
    private record Height() implements Level.Cases<Long> {

        /** By the alphabetically first currency; tiers that rise in one currency and fall in another are check's to find. */
        @Override
        public Long spend(Level.Spend level) {
            String first = level.amounts().codes().stream().sorted().findFirst().orElseThrow();
            return level.amounts().minorByCode().get(first);
        }

        @Override
        public Long items(Level.Items level) {
            return (long) level.count();
        }
    }
}
