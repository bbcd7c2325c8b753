package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.stack.Reason;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a run of fixtures reached: promotions that were applied, tiers that were, reasons that were given. A promotion that
 * was only ever refused is not reached.
 *
 * <p>Fixtures with rules of their own count for the reasons alone: they show how rules work, not what is sold.
 *
 * @param promotions of the rules that are tested; none when every fixture has rules of its own
 * @param tiers of those promotions
 * @param reasons a promotion or code can give nothing for
 */
public record Coverage(Tally promotions, Tally tiers, Tally reasons) {

    /**
     * One kind of thing to reach.
     *
     * @param all how many there are
     * @param unreached those that no fixture reaches, sorted
     */
    public record Tally(int all, List<String> unreached) {

        /** Copies the list. */
        public Tally {
            unreached = List.copyOf(unreached);
        }

        /** How many are reached. */
        public int reached() {
            return all - unreached.size();
        }

        /** Percentage reached, rounded down; 100 where there is nothing to reach. */
        public int percent() {
            return all == 0 ? 100 : (int) (100L * reached() / all);
        }
    }

    /** The lowest of the three percentages. */
    public int percent() {
        return Math.min(promotions.percent(), Math.min(tiers.percent(), reasons.percent()));
    }

    /** Counts what receipts reach. For one thread. */
    static final class Count {

        private final Map<String, String> promotions = new TreeMap<>();
        private final Map<String, String> tiers = new TreeMap<>();
        private final Set<String> reached = new HashSet<>();
        private final Set<String> reasons = new HashSet<>();

        /** The rules that are tested. */
        void expect(PromotionEngine engine) {
            engine.promotions().values().forEach(this::expect);
        }

        /** A receipt made with the rules that are tested. */
        void reach(Receipt receipt) {
            for (Receipt.Applied applied : receipt.applied()) {
                reached.add(applied.id());
                reached.add(applied.id() + " " + applied.tier());
            }
            for (Receipt.Later promise : receipt.later()) {
                reached.add(promise.id());
                reached.add(promise.id() + " " + promise.tier());
            }
            for (Receipt.BalancePayment payment : receipt.balances()) {
                reached.add(payment.id());
            }
            reachReasons(receipt);
        }

        /** A receipt made with other rules. */
        void reachReasons(Receipt receipt) {
            receipt.rejected().forEach(rejected -> reasons.add(rejected.reason()));
        }

        Coverage coverage() {
            return new Coverage(
                    part(promotions, reached),
                    part(tiers, reached),
                    part(reasons(), reasons));
        }

        private void expect(Promotion promotion) {
            promotions.put(promotion.id(), promotion.id());
            promotion.offers().stream()
                    .map(terms -> terms.reward())
                    .filter(Reward.Tiers.class::isInstance)
                    .forEach(ladder -> expect(promotion.id(), ((Reward.Tiers) ladder).tiers()));
        }

        private void expect(String name, List<Tier> ladder) {
            for (int i = 1; i <= ladder.size(); i++) {
                tiers.put(name + " tier " + i + " (" + level(ladder.get(i - 1).level()) + ")", name + " " + i);
            }
        }

        private static String level(Level level) {
            return level.match(LEVEL_WORDS);
        }

        private static final Level.Cases<String> LEVEL_WORDS = new Level.Cases<>() {
            @Override
            public String spend(Level.Spend level) {
                return amounts(level.amounts());
            }

            @Override
            public String items(Level.Items level) {
                return level.count() + " items";
            }
        };

        private static String amounts(Amounts amounts) {
            return amounts.codes().stream()
                    .sorted()
                    .map(code -> amounts.in(Currency.of(code)).orElseThrow().toString())
                    .collect(Collectors.joining(", "));
        }

        private static Map<String, String> reasons() {
            return Arrays.stream(Reason.values()).map(Reason::key).collect(Collectors.toMap(key -> key, key -> key));
        }

        /** What is wanted, by the words it is shown in, against what is reached. */
        private static Tally part(Map<String, String> wanted, Set<String> reached) {
            List<String> unreached = wanted.entrySet().stream()
                    .filter(entry -> !reached.contains(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return new Tally(wanted.size(), unreached);
        }
    }
}
