package dev.plaindeal;

import dev.plaindeal.model.MarketView;
import dev.plaindeal.model.Policy;
import dev.plaindeal.score.Stopwatch;

/** What holds in one market and channel. */
record Ground(Policy policy, Stopwatch stopwatch, MarketView market) {

    /** Score below which a stack is not shown as it is: the policy's word, else the market's own. */
    double floor() {
        return policy.simplicityFloor().orElse(market.floor());
    }
}
