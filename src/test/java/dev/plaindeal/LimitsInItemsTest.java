package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt.Reserve;
import dev.plaindeal.receipt.Receipt;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A limit in items counts what is sold, whoever buys it and on however many lines; of what is left all is given. */
class LimitsInItemsTest {

    private static final Currency USD = Currency.of("USD");
    private static final Instant AT = Instant.parse("2026-11-27T04:00:00Z");

    private static PromotionEngine engine(String fact, String... statements) {
        return PromotionEngine.load(Map.of("promotions/live.drl", """
                // A limited promotion.
                package promotions
                import dev.plaindeal.model.*

                rule "live"
                when
                    $i : %s( market == "US" )
                then
                    %s
                end
                """.formatted(fact, String.join("\n    ", statements))));
    }

    private static Line line(String id, String sku, String store, long cents, int quantity) {
        return Line.of(id, sku, store, new Money(cents, USD), quantity);
    }

    private static BasketBuilder basket(Remaining remaining, Line... lines) {
        BasketBuilder basket = Basket.builder("b", "US", "USD", AT).remaining(remaining).buyer(new Buyer("ann", false, 0, Set.of()));
        for (Line line : lines) {
            basket.line(line);
        }
        return basket;
    }

    private static Remaining left(Map<String, Long> items, Map<String, Long> byBuyer) {
        return new Remaining(Map.of(), Map.of(), Map.of(), Map.of(), items, byBuyer, Map.of());
    }

    private static Money usd(long cents) {
        return new Money(cents, USD);
    }

    @Test
    void theFirstHundredAreSoldAtTheLivePrice() {
        PromotionEngine engine = engine("PlatformItems", "$i.nowPrice(\"USD 9\").onlySkus(\"pan\").limitItemsInAll(100);");
        Line[] lines = {line("1", "pan", "a", 2_000, 2), line("2", "pan", "b", 2_000, 3)};
        Receipt all = engine.evaluate(basket(Remaining.UNTOUCHED, lines).build());
        assertThat(all.discount()).isEqualTo(usd(5 * 1_100));
        assertThat(all.reserves()).containsExactly(new Reserve("live", "live", "", 1, usd(5_500), 5));
        Receipt some = engine.evaluate(basket(left(Map.of("live", 4L), Map.of()), lines).build());
        assertThat(some.discount()).isEqualTo(usd(4 * 1_100));
        assertThat(some.reserves()).extracting(Reserve::items).containsExactly(4L);
        Rejected gone = engine.evaluate(basket(left(Map.of("live", 0L), Map.of()), lines).build()).rejected().get(0);
        assertThat(gone.reason()).isEqualTo("limit-reached");
        assertThat(gone.message()).isEqualTo("It has been given for as many items as it may be.");
    }

    @Test
    void eachBuyerHasItForTwoAndAnewEachDay() {
        PromotionEngine engine = engine("PlatformItems", "$i.percentOff(50).limitItemsPerBuyer(2, \"day\", \"Asia/Manila\").dearestFirst();");
        Line[] lines = {line("1", "p", "a", 1_000, 2), line("2", "q", "a", 3_000, 1)};
        Receipt two = engine.evaluate(basket(Remaining.UNTOUCHED, lines).build());
        assertThat(two.discount()).isEqualTo(usd(1_500 + 500));
        assertThat(two.reserves()).containsExactly(new Reserve("live", "live/buyer/day/2026-11-27", "", 1, usd(2_000), 2));
        Receipt one = engine.evaluate(basket(left(Map.of(), Map.of("live/day/2026-11-27", 1L)), lines).build());
        assertThat(one.discount()).isEqualTo(usd(1_500));
        Rejected none = engine.evaluate(basket(left(Map.of(), Map.of("live/day/2026-11-27", 0L)), lines).build()).rejected().get(0);
        assertThat(none.reason()).isEqualTo("limit-per-buyer-reached");
        assertThat(none.message()).isEqualTo(
                "This buyer has had it for as many items as one buyer may in a day; again from 28 Nov 2026 00:00 Asia/Manila.");
        assertThat(engine.evaluate(Basket.builder("b", "US", "USD", AT).line(lines[0]).build()).rejected())
                .extracting(Rejected::reason).containsExactly("buyer-unknown");
    }

    @Test
    void storesShareWhatIsLeft() {
        PromotionEngine engine = engine("StoreItems", "$i.percentOff(50).limitItemsInAll(3);");
        Line[] lines = {line("1", "p", "a", 1_000, 2), line("2", "q", "b", 3_000, 2)};
        Receipt receipt = engine.evaluate(basket(Remaining.UNTOUCHED, lines).build());
        long items = receipt.reserves().get(0).items();
        assertThat(items).isLessThanOrEqualTo(3);
        assertThat(receipt.discount()).as("the better of the two fits whole").isEqualTo(usd(3_000));
        assertThat(receipt.rejected()).extracting(Rejected::reason).containsExactly("limit-reached");
    }

    @Test
    void usesAndItemsAreReservedTogether() {
        PromotionEngine engine = engine("PlatformItems", "$i.percentOff(50).limitPerBuyer(1).limitItemsPerBuyer(2);");
        Receipt receipt = engine.evaluate(basket(Remaining.UNTOUCHED, line("1", "p", "a", 1_000, 3)).build());
        assertThat(receipt.reserves()).containsExactly(new Reserve("live", "live/buyer", "", 1, usd(1_000), 2));
    }

    @Test
    void whatIsNotForEachItemIsRefused() {
        for (String saving : List.of("amountOff(\"USD 5\")", "buyGet(1, 1)", "freeShipping()", "gift(\"pen\", \"Pen\")", "tier(2, \"10%\")")) {
            String fact = saving.startsWith("free") ? "PlatformShipping" : "PlatformBasket";
            assertThatThrownBy(() -> engine(fact, "$i." + saving + ".limitItemsInAll(3);"))
                    .as(saving)
                    .hasMessageContaining("it goes with percentOff, amountOffEach, nowPrice and cheapestOff");
        }
        assertThatThrownBy(() -> engine("PlatformItems", "$i.percentOff(5).eachLineAlone().limitItemsInAll(3);"))
                .hasMessageContaining("it counts items over all lines");
    }

    /** The k cheapest of all units, one by one. */
    @Test
    void theCheapestGetItFirst() {
        PromotionEngine engine = engine("PlatformItems", "$i.amountOffEach(\"USD 3\").limitItemsInAll(1000);");
        Random random = new Random(20261127);
        for (int i = 0; i < 200; i++) {
            List<Line> lines = new ArrayList<>();
            List<Long> units = new ArrayList<>();
            for (int number = 0; number <= random.nextInt(5); number++) {
                long price = 100 * (1 + random.nextInt(9));
                int quantity = 1 + random.nextInt(4);
                lines.add(line("l" + number, "s" + random.nextInt(3), "a", price, quantity));
                units.addAll(Collections.nCopies(quantity, price));
            }
            long left = 1 + random.nextInt(8);
            Receipt receipt = engine.evaluate(basket(left(Map.of("live", left), Map.of()), lines.toArray(Line[]::new)).build());
            long expected = units.stream().sorted().limit(left).mapToLong(price -> Math.min(price, 300)).sum();
            assertThat(receipt.discount()).isEqualTo(usd(expected));
            assertThat(receipt.reserves().get(0).items()).isEqualTo(Math.min(left, units.size()));
        }
    }
}
