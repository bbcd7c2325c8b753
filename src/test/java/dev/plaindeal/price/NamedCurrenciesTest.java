package dev.plaindeal.price;

import dev.plaindeal.model.OfferBuilder;
import static dev.plaindeal.price.PriceSteps.items;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.price.Outcome.NoAmount;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Amounts are never converted: an offer with an amount in dollars alone is none for a basket in another currency. */
class NamedCurrenciesTest {

    private static final Currency CHF = Currency.of("CHF");

    static Stream<Supplier<PromotionWords>> inDollarsAlone() {
        return Stream.of(
                () -> items().percentOff(10).atMost("USD 5"),
                () -> items().percentOff(10).neverBelow("USD 5"),
                () -> items().percentOff(10).pricedBetween("USD 1", "USD 5, CHF 5"),
                () -> items().percentOff(10).pricedBetween("USD 1, CHF 1", "USD 5"),
                () -> items().percentOff(10).whenSpending("USD 5"),
                () -> items().percentOff(10).whenSpendingMoreThan("USD 5").whenBuying(2),
                () -> items().amountOff("USD 5"),
                () -> items().amountOffEach("USD 5"),
                () -> items().nowPrice("USD 5"),
                () -> items().tier("USD 10", "5%"),
                () -> items().tier(2, "USD 5"),
                () -> items().tier("USD 10, CHF 10", "5%").tier("USD 20, CHF 20", "USD 4"),
                () -> items().every("USD 10", "USD 1, CHF 1"),
                () -> items().every("USD 10, CHF 10", "USD 1"),
                () -> items().every(2, "USD 1"),
                () -> items().setOf(2).amountOff("USD 1"),
                () -> items().nthItem(2, "USD 1"),
                () -> items().buyGet(1, 1, "USD 1"),
                () -> items().cheapestOff("USD 1"),
                () -> new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0).shippingOff("USD 1"),
                () -> new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0).shippingFor("USD 1"));
    }

    static Stream<Supplier<PromotionWords>> withoutAmount() {
        return Stream.of(
                () -> items().percentOff(10),
                () -> items().percentOff(10).whenBuying(2),
                () -> items().tier(2, "5%"),
                () -> items().setOf(2).percentOff(10),
                () -> items().nthItem(2, "50%"),
                () -> items().buyGet(1, 1),
                () -> items().cheapestOff("50%"),
                () -> items().gift("mug", "a mug"),
                () -> new OfferBuilder(ChanceKind.PLATFORM_SHIPPING, 0).freeShipping());
    }

    @ParameterizedTest
    @MethodSource("inDollarsAlone")
    void anAmountInDollarsIsNoneInFrancs(Supplier<PromotionWords> promise) {
        assertThat(NamedCurrencies.named(promise.get().offer().terms(), PriceSteps.USD)).isTrue();
        assertThat(NamedCurrencies.named(promise.get().offer().terms(), CHF)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("withoutAmount")
    void anOfferWithoutAmountHoldsInEveryCurrency(Supplier<PromotionWords> promise) {
        assertThat(NamedCurrencies.named(promise.get().offer().terms(), CHF)).isTrue();
    }

    @Test
    void theSecondOfTwoThresholdsNeedsTheCurrencyToo() {
        PromotionWords shared = items().whenSpending("USD 5");
        PromotionWords both = items().percentOff(10).whenBuying(2);
        both.offer().sharing(shared.offer());
        assertThat(NamedCurrencies.named(both.offer().terms(), CHF)).isFalse();
    }

    @Test
    void anOfferWithoutAnAmountInTheCurrencyTakesAndTellsNothing() {
        Ledger open = PriceSteps.open(PriceSteps.line("p", 1_000, 3));
        PromotionWords francs = items().every("CHF 5", "CHF 1");
        Pricer.PricedStep step = PriceSteps.step(open, PriceSteps.offer(francs));
        assertThat(step.outcome()).isEqualTo(new NoAmount());
        assertThat(step.ledger()).isSameAs(open);
        assertThat(PriceSteps.ahead(open, francs)).isEqualTo(Optional.empty());
        assertThat(OfferBounds.of(PriceSteps.goods(Map.of(), PriceSteps.line("p", 1_000, 3)), PriceSteps.offer(francs), Conventions.DEFAULT))
                .isEqualTo(OfferBound.NOTHING);
    }
}
