package dev.plaindeal.stack;

import dev.plaindeal.model.OfferBuilder;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.Records;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The best item price of a line goes to the next where its winner is not kept, round after round. */
class RoundTest {

    private static final Currency USD = Currency.of("USD");

    private static Policy byLine() {
        return Records.with(RandomDeals.keeping(1), "rivals", Policy.Rivals.LINE_BY_LINE);
    }

    /** So many that would take more and have spent their budget, and one of 10 % behind them all. */
    private static long saved(int inVain) {
        List<Offer> offers = new ArrayList<>();
        for (int i = 0; i < inVain; i++) {
            PromotionWords promise = new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0).percentOff(50 - i).budget("USD 1");
            offers.add(new Offer("vain" + i, 0, promise.offer().terms(), "", ""));
        }
        offers.add(new Offer("ten", 0, new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0).percentOff(10).offer().terms(), "", ""));
        PricedBasket goods = PricedBasket.of(RandomDeals.basket(
                USD, List.of(Line.of("1", "p", "a", new Money(10_000, USD), 1)), Map.of(), Remaining.UNTOUCHED));
        return Planner.plan(goods, offers, byLine(), Strategy.BEST_PRICE, Judge.INDIFFERENT).stack().saved();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
    void sevenMayWinALineInVainBeforeTheOneThatIsKept(int inVain) {
        assertThat(saved(inVain)).isEqualTo(1_000);
    }

    /** The work is bounded: a shop with eight better prices, none of which it can give, does not get the ninth. */
    @ParameterizedTest
    @ValueSource(ints = {8, 9})
    void afterEightRoundsTheSearchEnds(int inVain) {
        assertThat(saved(inVain)).isZero();
    }
}
