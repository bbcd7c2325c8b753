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
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Outcome.Taken;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Lines that count each alone take what each would take as the only line of a basket. */
class LineByLineTest {

    private static final long SEED = 20261125;
    private static final Currency USD = Currency.of("USD");
    private static final List<UnaryOperator<PromotionWords>> DEALS = List.of(
            p -> p.percentOff(17).whenSpending("USD 20"),
            p -> p.amountOff("USD 5"),
            p -> p.amountOffEach("USD 1.10").whenBuying(2),
            p -> p.nowPrice("USD 3"),
            p -> p.tier("USD 10", "USD 1").tier("USD 30", "12%"),
            p -> p.every("USD 15", "USD 2").upTo(2),
            p -> p.nthItem(2, "50%"),
            p -> p.buyGet(2, 1),
            p -> p.forPrice("USD 9.99"));

    private static Offer offer(PromotionWords promise) {
        return new Offer("deal", 0, promise.offer().terms(), "", "");
    }

    private static PromotionWords promise() {
        return new OfferBuilder(ChanceKind.PLATFORM_ITEMS, 0);
    }

    private static long[] taken(List<Line> lines, Offer offer) {
        Ledger open = PricedBasket.of(RandomDeals.basket(USD, lines, Map.of(), Remaining.UNTOUCHED)).open(List.of(Layer.values()));
        Outcome outcome = Pricer.apply(open, offer, Conventions.DEFAULT, open.linePrices()).outcome();
        return outcome instanceof Taken money ? money.byLine() : new long[lines.size()];
    }

    @Test
    void eachTakesWhatItWouldAlone() {
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            List<Line> lines = new ArrayList<>();
            for (int n = 1 + random.nextInt(5); n > 0; n--) {
                Money price = new Money(1 + random.nextInt(3_000), USD);
                lines.add(Line.of("l" + n, "sku" + random.nextInt(3), "shop", price, 1 + random.nextInt(5)));
            }
            UnaryOperator<PromotionWords> deal = DEALS.get(i % DEALS.size());
            long[] together = taken(lines, offer(deal.apply(promise()).eachLineAlone()));
            for (int line = 0; line < together.length; line++) {
                assertThat(together[line])
                        .as("seed %d, case %d, line %d of %s", SEED, i, line, lines)
                        .isEqualTo(taken(List.of(lines.get(line)), offer(deal.apply(promise())))[0]);
            }
        }
    }
}
