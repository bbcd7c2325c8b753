package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.RandomDeals;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.receipt.Receipt;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Gifts that are worth something, where another promotion would take money off in their place. */
class GiftsWorthTest {

    private static final Currency USD = Currency.of("USD");

    private static Receipt receipt(Strategy strategy, String... statements) {
        Map<String, String> files = new HashMap<>();
        for (int i = 0; i < statements.length; i++) {
            files.put("promotions/p" + i + ".drl", """
                    // One of several.
                    package promotions
                    import dev.plaindeal.model.*

                    rule "p%d"
                    when
                        $b : PlatformBasket( market == "US" )
                    then
                        $b.%s.group("one");
                    end
                    """.formatted(i, statements[i]));
        }
        Basket basket = RandomDeals.basket(USD, List.of(Line.of("1", "p", "a", new Money(6_000, USD), 2)), Map.of(), Remaining.UNTOUCHED);
        return PromotionEngine.load(files).evaluate(basket, strategy);
    }

    private static String kept(Receipt receipt) {
        return receipt.applied().get(0).id() + " " + receipt.total();
    }

    /** A tie goes to the money; of gifts without a worth to the gift that has one. */
    @ParameterizedTest
    @CsvSource({"23.99, p1 USD 96.00", "24, p1 USD 96.00", "24.01, p0 USD 120.00"})
    void theLargerGainWins(String worth, String kept) {
        for (Strategy strategy : List.of(Strategy.BEST_PRICE, Strategy.BALANCED)) {
            Receipt receipt = receipt(strategy, "gift(\"cup\", \"A cup\").worth(\"USD " + worth + "\")", "amountOff(\"USD 24\")");
            assertThat(kept(receipt)).as(strategy.name()).isEqualTo(kept);
            assertThat(receipt.applied()).hasSize(1);
        }
        assertThat(kept(receipt(Strategy.BEST_PRICE, "gift(\"cup\", \"A cup\")", "gift(\"tote\", \"A tote\").worth(\"USD 0.01\")")))
                .isEqualTo("p1 USD 120.00");
    }

    /** Two for each item bought, so four at 6.01. */
    @Test
    void asManyGiftsCountAsThereAre() {
        assertThat(kept(receipt(Strategy.BEST_PRICE, "gift(\"cup\", \"A cup\").worth(\"USD 6.01\").giftsPer(1, 2)", "amountOff(\"USD 24\")")))
                .isEqualTo("p0 USD 120.00");
        assertThat(kept(receipt(Strategy.BEST_PRICE, "gift(\"cup\", \"A cup\").worth(\"USD 6.01\").giftsPer(1, 2).upTo(1)", "amountOff(\"USD 24\")")))
                .isEqualTo("p1 USD 96.00");
    }

    @Test
    void theWorthIsNoPartOfAnyPriceAndIsTold() {
        Receipt receipt = receipt(Strategy.BEST_PRICE, "gift(\"cup\", \"A cup\").worth(\"USD 30\").giftsPer(\"USD 50\", 1)", "amountOff(\"USD 24\")");
        assertThat(receipt.discount().isZero()).isTrue();
        assertThat(receipt.applied().get(0).gift()).contains(
                new Receipt.AddedGift("cup", "A cup", 2, java.util.Optional.of(new Money(3_000, USD))));
        assertThat(receipt.rejected()).singleElement().satisfies(beaten -> {
            assertThat(beaten.reason()).isEqualTo("not-together");
            assertThat(beaten.message()).contains("p0, which brings USD 36.00 more");
        });
    }
}
