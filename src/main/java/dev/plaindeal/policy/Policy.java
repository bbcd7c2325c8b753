package dev.plaindeal.policy;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may be combined in one market and channel: the answer of {@code rules/stacking/}.
 *
 * @param order the layers, first applied first; each layer once
 * @param layers what holds inside each layer
 * @param apart groups of promotion ids or group names of which at most one is kept
 * @param exclusive what an exclusive promotion does to the others
 * @param mostOff the largest discount on goods and shipping together
 * @param leastToPay the total is never below this
 * @param strategy what the best stack is
 * @param simplicityFloor score below which a stack is not shown as it is, 0 to 100; the market's own when not said
 * @param idle what becomes of an offer whose conditions hold but that has nothing left to take off
 * @param rivals what becomes of item prices that want the same line
 */
public record Policy(
        List<Layer> order,
        Map<Layer, LayerPolicy> layers,
        List<Set<String>> apart,
        Exclusive exclusive,
        Optional<MostOff> mostOff,
        Optional<Amounts> leastToPay,
        Strategy strategy,
        Optional<Integer> simplicityFloor,
        Idle idle,
        Rivals rivals) {

    /** Copies the collections. */
    public Policy {
        order = List.copyOf(order);
        Map<Layer, LayerPolicy> byLayer = new EnumMap<>(Layer.class);
        byLayer.putAll(layers);
        layers = Collections.unmodifiableMap(byLayer);
        apart = List.copyOf(apart);
    }

    /**
     * What holds inside one layer.
     *
     * @param keeps how many promotions are kept at most: per line in the item-price layer, per store in store layers,
     *     per basket in platform layers, per fee for shipping
     * @param conventions how it is rounded and measured
     */
    public record LayerPolicy(int keeps, Conventions conventions) {
        private static final LayerPolicy DEFAULT = new LayerPolicy(1, Conventions.DEFAULT);
    }

    /**
     * A ceiling on the whole discount: a share of the list total, or an amount.
     *
     * @param share of list price and shipping together
     * @param amounts by currency
     */
    public record MostOff(Optional<Percent> share, Optional<Amounts> amounts) {}

    /** What an exclusive promotion does. */
    public enum Exclusive {
        /** It stands alone where that saves the buyer more than the best stack without it. */
        IF_BETTER,
        /** It stands alone whenever it gives anything. */
        ALWAYS,
        /** It stands alone where it comes first in order, else it is left out. */
        IF_FIRST
    }

    /** What becomes of item prices that want the same line. */
    public enum Rivals {
        /** One of them is kept with all of its lines, the other is refused. */
        WHOLE,
        /** Each line gets the one that takes most off it at its list price; ties to the earlier place. */
        LINE_BY_LINE
    }

    /** What becomes of an offer that holds but takes nothing off. */
    public enum Idle {
        /** It is refused: the buyer keeps the code for another day. */
        REFUSED,
        /** It is kept with a discount of nothing, as many other engines do. */
        KEPT
    }

    /** What holds inside this layer. */
    public LayerPolicy in(Layer layer) {
        return layers.getOrDefault(layer, LayerPolicy.DEFAULT);
    }
}
