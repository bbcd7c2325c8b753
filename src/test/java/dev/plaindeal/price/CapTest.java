package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.Taken;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A cap is told only where it took something away: what reaches it to the cent is not capped. */
class CapTest {

    private static final Currency USD = Currency.of("USD");

    private static Taken taken(long goods, long fee, PromotionWords promise) {
        PricedBasket basket = PricedBasket.of(RandomDeals.basket(
                USD, List.of(Line.of("1", "p", "a", new Money(goods, USD), 1)), Map.of("a", new Money(fee, USD)), Remaining.UNTOUCHED));
        Ledger open = basket.open(List.of(dev.plaindeal.policy.Layer.values()));
        Offer offer = new Offer("cap", 0, promise.offer().terms(), "", "");
        return (Taken) Pricer.apply(open, offer, Conventions.DEFAULT, open.linePrices()).outcome();
    }

    @ParameterizedTest
    @CsvSource({"4999, 500, false", "5000, 500, false", "5004, 500, false", "5005, 500, true", "5010, 500, true", "9000, 500, true"})
    void ofGoods(long price, long off, boolean capped) {
        Taken taken = taken(price, 0, new OfferBuilder(ChanceKind.PLATFORM_BASKET, 0).percentOff(10).atMost("USD 5"));
        assertThat(taken.discount()).isEqualTo(off);
        assertThat(taken.capped()).isEqualTo(capped);
    }

    @ParameterizedTest
    @CsvSource({"499, 250, false", "500, 250, false", "501, 250, true", "900, 250, true"})
    void ofShipping(long fee, long off, boolean capped) {
        Taken taken = taken(1_000, fee, new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0).shippingOff("50%").atMost("USD 2.50"));
        assertThat(taken.discount()).isEqualTo(off);
        assertThat(taken.capped()).isEqualTo(capped);
    }
}
