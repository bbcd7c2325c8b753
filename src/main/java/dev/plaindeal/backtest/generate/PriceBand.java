package dev.plaindeal.backtest.generate;

import java.util.SplittableRandom;

/**
 * Prices from one to another in equal steps, each as likely.
 *
 * @param from in minor units
 * @param to in minor units, at least {@code from}
 * @param step in minor units, 1 or more
 */
record PriceBand(long from, long to, long step) {

    long price(SplittableRandom random) {
        return from + step * random.nextLong((to - from) / step + 1);
    }
}
