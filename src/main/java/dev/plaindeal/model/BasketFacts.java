package dev.plaindeal.model;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/** What every chance of one basket shares, worked out once. */
record BasketFacts(
        String market,
        String currency,
        String channel,
        String locale,
        Buyer buyer,
        String shippingMethod,
        Collection<String> skus,
        Collection<String> categories,
        Collection<String> brands) {

    static BasketFacts of(Basket basket) {
        Set<String> skus = new LinkedHashSet<>();
        Set<String> categories = new LinkedHashSet<>();
        Set<String> brands = new LinkedHashSet<>();
        for (Line line : basket.lines()) {
            skus.add(line.sku());
            categories.add(line.category());
            brands.add(line.brand());
        }
        return new BasketFacts(
                basket.market(),
                basket.currency().code(),
                basket.channel().key(),
                basket.locale(),
                basket.buyer(),
                basket.shippingMethod(),
                skus,
                categories,
                brands);
    }
}
