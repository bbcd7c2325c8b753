package dev.plaindeal.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.RandomDeals;
import dev.plaindeal.Records;
import dev.plaindeal.model.ChanceKind;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Policy;
import dev.plaindeal.model.Promise;
import dev.plaindeal.model.Remaining;
import dev.plaindeal.model.Strategy;
import dev.plaindeal.price.Goods;
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
            Promise promise = new Promise(ChanceKind.PLATFORM_ITEMS, 0).percentOff(50 - i).budget("USD 1");
            offers.add(new Offer("vain" + i, 0, promise.terms(), "", ""));
        }
        offers.add(new Offer("ten", 0, new Promise(ChanceKind.PLATFORM_ITEMS, 0).percentOff(10).terms(), "", ""));
        Goods goods = Goods.of(RandomDeals.basket(
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
