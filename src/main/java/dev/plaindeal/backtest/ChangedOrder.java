package dev.plaindeal.backtest;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;

/**
 * An order that the change of rules touches.
 *
 * @param order its id
 * @param currency its currency
 * @param pays how much more the buyer pays with the rules after, in minor units
 * @param score how many tenths of a point its score rises
 * @param before the order in JSON, as the rules before priced it
 * @param after the same as those after did; another where limits leave other things
 */
record ChangedOrder(String order, String currency, long pays, long score, byte[] before, byte[] after) {

    /**
     * Those that change most come first: in money, then in score. What else is compared is the order itself and not where it stands, so
     * that the same orders come out however the input is cut.
     */
    static final Comparator<ChangedOrder> MOST_FIRST = Comparator.<ChangedOrder>comparingLong(one -> -Math.abs(one.pays))
            .thenComparingLong(one -> -Math.abs(one.score))
            .thenComparing(ChangedOrder::order)
            .thenComparing(ChangedOrder::text);

    String text() {
        return new String(before, StandardCharsets.UTF_8);
    }
}
