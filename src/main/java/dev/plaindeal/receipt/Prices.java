package dev.plaindeal.receipt;

import dev.plaindeal.money.Money;
import java.util.Optional;

/**
 * What a headline is made of.
 *
 * @param list the list price of goods and shipping, before any discount
 * @param pay what is to pay for both
 * @param goods the part of it that is for goods
 * @param rounding what makes the amount one that can be paid; the saving is measured without it
 * @param prior the lowest price of the goods in the 30 days before, without shipping
 */
record Prices(Money list, Money pay, Money goods, Money rounding, Optional<Money> prior) {

    Prices {
        refuseNegative(list);
        refuseNegative(pay);
        refuseNegative(goods);
        prior.ifPresent(Prices::refuseNegative);
    }

    private static void refuseNegative(Money price) {
        if (price.minor() < 0) {
            throw new IllegalArgumentException("a price is never below zero: " + price);
        }
    }
}
