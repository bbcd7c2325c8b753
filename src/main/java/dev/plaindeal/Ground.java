package dev.plaindeal;

import dev.plaindeal.model.MarketView;
import dev.plaindeal.model.Policy;
import dev.plaindeal.score.Stopwatch;

/**
 * What holds in one market and channel.
 *
 * @param policy what may be combined
 * @param stopwatch how hard each step is
 * @param market what is held of its buyers
 * @param floor score below which a stack is not shown as it is: the policy's word, else the market's own
 */
record Ground(Policy policy, Stopwatch stopwatch, MarketView market, double floor) {

    static Ground of(Policy policy, Stopwatch stopwatch, MarketView market) {
        return new Ground(policy, stopwatch, market, policy.simplicityFloor().orElse(market.floor()));
    }
}
