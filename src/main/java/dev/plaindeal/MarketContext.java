package dev.plaindeal;

import dev.plaindeal.policy.Policy;
import dev.plaindeal.score.Stopwatch;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.ViewSettings;

/**
 * What holds in one market and channel.
 *
 * @param policy what may be combined
 * @param stopwatch how hard each step is
 * @param market what is held of its buyers
 * @param setting its clocks and law
 * @param view what its buyers see; of language and currency only what is said of them, else they go by the basket
 * @param floor score below which a stack is not shown as it is: the policy's word, else the market's own
 */
record MarketContext(Policy policy, Stopwatch stopwatch, MarketView market, MarketSetting setting, ViewSettings view, double floor) {

    static MarketContext of(Policy policy, Stopwatch stopwatch, MarketView market, MarketSetting setting, ViewSettings view) {
        return new MarketContext(policy, stopwatch, market, setting, view, policy.simplicityFloor().orElse(market.floor()));
    }
}
