package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.model.Amounts;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Level;
import dev.plaindeal.model.Promotion;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Tier;
import dev.plaindeal.report.Receipt;
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
 * @param promotions of every rules folder that was used
 * @param tiers of those promotions
 * @param reasons a promotion or code can give nothing for
 */
public record Coverage(Part promotions, Part tiers, Part reasons) {

    /**
     * One kind of thing to reach.
     *
     * @param all how many there are
     * @param unreached those that no fixture reaches, sorted
     */
    public record Part(int all, List<String> unreached) {

        /** Copies the list. */
        public Part {
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
        private final Map<String, PromotionEngine> engines = new TreeMap<>();

        /** A rules folder whose promotions are to be reached; its label is empty for the rules that are tested. */
        void expect(String label, PromotionEngine engine) {
            engines.put(label, engine);
        }

        void reach(String label, Receipt receipt) {
            for (Receipt.Applied applied : receipt.applied()) {
                reached.add(named(label, applied.id()));
                reached.add(named(label, applied.id()) + " " + applied.tier());
            }
            receipt.rejected().forEach(rejected -> reasons.add(rejected.reason()));
        }

        Coverage coverage() {
            engines.forEach((label, engine) -> engine.promotions().values().forEach(p -> expect(label, p)));
            return new Coverage(
                    part(promotions, reached),
                    part(tiers, reached),
                    part(reasons(), reasons));
        }

        private void expect(String label, Promotion promotion) {
            String name = named(label, promotion.id());
            promotions.put(name, name);
            promotion.offers().stream()
                    .map(terms -> terms.reward())
                    .filter(Reward.Tiers.class::isInstance)
                    .forEach(ladder -> expect(name, ((Reward.Tiers) ladder).tiers()));
        }

        private void expect(String name, List<Tier> ladder) {
            for (int i = 1; i <= ladder.size(); i++) {
                tiers.put(name + " tier " + i + " (" + level(ladder.get(i - 1).level()) + ")", name + " " + i);
            }
        }

        private static String level(Level level) {
            return level instanceof Level.Items items
                    ? items.count() + " items"
                    : amounts(((Level.Spend) level).amounts());
        }

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
        private static Part part(Map<String, String> wanted, Set<String> reached) {
            List<String> unreached = wanted.entrySet().stream()
                    .filter(entry -> !reached.contains(entry.getValue()))
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            return new Part(wanted.size(), unreached);
        }

        private static String named(String label, String id) {
            return label.isEmpty() ? id : label + ":" + id;
        }
    }
}
