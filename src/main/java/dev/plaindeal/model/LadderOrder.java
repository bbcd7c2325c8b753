package dev.plaindeal.model;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Tier;
import java.util.Comparator;
import java.util.List;

/** Puts tiers in rising order, and refuses a ladder that no basket could climb. */
final class LadderOrder {

    private LadderOrder() {}

    static Reward.Tiers of(List<Tier> tiers) {
        boolean money = tiers.get(0).level() instanceof Level.Spend;
        for (Tier tier : tiers) {
            if (tier.level() instanceof Level.Spend != money) {
                throw new IllegalArgumentException("tiers count money or items, not both");
            }
        }
        List<Tier> rising = tiers.stream().sorted(money ? byMoney() : byItems()).toList();
        requireDistinct(rising, money ? byMoney() : byItems());
        return new Reward.Tiers(rising);
    }

    private static void requireDistinct(List<Tier> rising, Comparator<Tier> order) {
        for (int i = 1; i < rising.size(); i++) {
            if (order.compare(rising.get(i - 1), rising.get(i)) == 0) {
                throw new IllegalArgumentException("two tiers ask for the same");
            }
        }
    }

    /** By the alphabetically first currency; tiers that rise in one currency and fall in another are check's to find. */
    private static Comparator<Tier> byMoney() {
        return Comparator.comparingLong(tier -> {
            Amounts amounts = ((Level.Spend) tier.level()).amounts();
            String first = amounts.codes().stream().sorted().findFirst().orElseThrow();
            return amounts.minorByCode().get(first);
        });
    }

    private static Comparator<Tier> byItems() {
        return Comparator.comparingInt(tier -> ((Level.Items) tier.level()).count());
    }
}
