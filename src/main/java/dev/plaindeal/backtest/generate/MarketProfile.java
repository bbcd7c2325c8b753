package dev.plaindeal.backtest.generate;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.money.Currency;
import java.util.Map;

/**
 * How orders of one market are distributed.
 *
 * @param market ISO 3166 country
 * @param currency of its prices
 * @param locale language of its buyers, BCP 47
 * @param channels where buyers meet the offers
 * @param stores who sells a line
 * @param categories the kind of thing of a line; empty for none
 * @param lines how many lines an order has
 * @param quantities how many of each
 * @param prices of one
 * @param shipping fee of a store, in minor units
 * @param codes percent of the orders that present a code, each by itself
 * @param buyers how many different buyers there are
 * @param newBuyers percent of the orders that are a buyer's first
 */
record MarketProfile(
        String market,
        Currency currency,
        String locale,
        Draw<Channel> channels,
        Draw<String> stores,
        Draw<String> categories,
        Draw<Long> lines,
        Draw<Long> quantities,
        Draw<PriceBand> prices,
        Draw<Long> shipping,
        Map<String, Long> codes,
        long buyers,
        long newBuyers) {}
