package dev.plaindeal;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.receipt.Receipt;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a service may record of one evaluation. It carries no money, no code and nothing about the buyer, so that it can go
 * to logs and metrics as it is. Immutable and thread-safe.
 *
 * @param rules hash of the rule book
 * @param market ISO 3166 country as the basket names it
 * @param channel where the buyer met the offer, the key of a {@link Channel}
 * @param strategy what the best stack was taken to be
 * @param nanos how long each stage took
 * @param applied ids of the promotions applied, in the order they apply
 * @param rejected how many promotions and codes gave nothing, by reason
 * @param recall how what rules say of the basket was found
 * @param cutShort whether the best stack is not certain: too many offers, or more combinations than the search has steps for
 */
public record Evaluated(
        String rules,
        String market,
        String channel,
        Strategy strategy,
        Nanos nanos,
        List<String> applied,
        Map<String, Integer> rejected,
        Recall recall,
        boolean cutShort) {

    /** Where nothing was looked up. */
    public Evaluated(
            String rules,
            String market,
            String channel,
            Strategy strategy,
            Nanos nanos,
            List<String> applied,
            Map<String, Integer> rejected,
            boolean cutShort) {
        this(rules, market, channel, strategy, nanos, applied, rejected, new Recall(0, 0), cutShort);
    }

    /** Copies the collections. */
    public Evaluated {
        applied = List.copyOf(applied);
        rejected = Map.copyOf(rejected);
    }

    /**
     * Nanoseconds of wall clock spent in each stage, in their order.
     *
     * @param rules finding what is promised
     * @param stack finding the best stack, with a reason for everything left out; near misses are worked out when a receipt is
     *     first asked for them, and are not in here
     * @param report working out the score and putting the receipt together
     */
    public record Nanos(long rules, long stack, long report) {

        /** All stages together. */
        public long total() {
            return rules + stack + report;
        }
    }

    /**
     * How often what rules say of a fact, such as a store in a market or a code, was remembered, and how often Drools was asked.
     *
     * @param remembered from an earlier basket
     * @param asked because it was new, forgotten, or depends on the lines of the basket
     */
    public record Recall(int remembered, int asked) {}

    static Evaluated of(Receipt receipt, Nanos nanos, Recall recall) {
        Map<String, Integer> rejected = new TreeMap<>();
        receipt.rejected().forEach(one -> rejected.merge(one.reason(), 1, Integer::sum));
        return new Evaluated(
                receipt.rules(),
                receipt.market(),
                receipt.channel(),
                receipt.strategy(),
                nanos,
                receipt.applied().stream().map(Receipt.Applied::id).toList(),
                rejected,
                recall,
                !receipt.couldSave().isZero());
    }
}
