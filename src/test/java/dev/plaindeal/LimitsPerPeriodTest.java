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
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What begins anew is counted by period; nothing here counts anything itself, and nothing has to be reset. */
class LimitsPerPeriodTest {

    private static final Currency USD = Currency.of("USD");
    private static final Instant AT = Instant.parse("2021-11-08T04:30:00Z");

    private static PromotionEngine engine(String... statements) {
        return PromotionEngine.load(Map.of("promotions/ten.drl", """
                // A limited promotion.
                package promotions
                import dev.plaindeal.model.*

                rule "ten"
                when
                    $c : PlatformCoupon( code == "TEN" )
                then
                    %s
                end
                """.formatted(String.join("\n    ", statements))));
    }

    private static Basket basket(Instant at, long cents, Remaining remaining) {
        return guest(at, cents, remaining).buyer(new Buyer("ann", false, 0, Set.of())).build();
    }

    private static BasketBuilder guest(Instant at, long cents, Remaining remaining) {
        return Basket.builder("b", "US", "USD", at)
                .line(Line.of("1", "p", "a", new Money(cents, USD), 1))
                .code("TEN")
                .remaining(remaining);
    }

    private static Remaining byBuyer(String name, long uses) {
        return new Remaining(Map.of(), Map.of(name, uses), Map.of());
    }

    private static Remaining moneyByBuyer(Map<String, Money> money) {
        return new Remaining(Map.of(), Map.of(), Map.of(), money, Map.of(), Map.of(), Map.of());
    }

    private static Money usd(long cents) {
        return new Money(cents, USD);
    }

    @Test
    void aUseOfThisPeriodIsToldWithWhenTheNextBegins() {
        PromotionEngine engine = engine("$c.percentOff(10).limitPerBuyer(1, \"day\", \"Asia/Manila\").limitInAll(500, \"week\", \"Asia/Manila\");");
        Receipt receipt = engine.evaluate(basket(AT, 10_000, Remaining.UNTOUCHED));
        assertThat(receipt.reserves()).containsExactly(
                new Reserve("ten", "ten/buyer/day/2021-11-08", 1, usd(1_000)), new Reserve("ten", "ten/week/2021-W45", 1, usd(1_000)));
        Rejected used = engine.evaluate(basket(AT, 10_000, byBuyer("ten/day/2021-11-08", 0))).rejected().get(0);
        assertThat(used.reason()).isEqualTo("limit-per-buyer-reached");
        assertThat(used.message())
                .isEqualTo("This buyer has used it as often as one buyer may in a day; again from 9 Nov 2021 00:00 Asia/Manila.");
        assertThat(used.holdsFrom()).contains(Instant.parse("2021-11-08T16:00:00Z"));
        assertThat(engine.evaluate(basket(AT, 10_000, byBuyer("ten/day/2021-11-07", 0))).rejected()).isEmpty();
        Rejected week = engine.evaluate(basket(AT, 10_000, new Remaining(Map.of("ten/week/2021-W45", 0L), Map.of(), Map.of())))
                .rejected().get(0);
        assertThat(week.reason()).isEqualTo("limit-reached");
    }

    @Test
    void whatIsOverBeforeTheNextPeriodIsNotPromisedAgain() {
        PromotionEngine engine =
                engine("$c.percentOff(10).limitPerBuyer(1, \"day\", \"Asia/Manila\").until(\"2021-11-09\", \"Asia/Manila\");");
        Rejected used = engine.evaluate(basket(AT, 10_000, byBuyer("ten/day/2021-11-08", 0))).rejected().get(0);
        assertThat(used.message()).isEqualTo("This buyer has used it as often as one buyer may in a day.");
        assertThat(used.holdsFrom()).isEmpty();
    }

    @Test
    void theNextUseWaitsForTheHoursOfThePromotion() {
        PromotionEngine engine = engine("$c.percentOff(10).limitPerBuyer(1, \"day\", \"Asia/Manila\").onWeekdays(\"Monday\", \"Asia/Manila\");");
        Rejected used = engine.evaluate(basket(AT, 10_000, byBuyer("ten/day/2021-11-08", 0))).rejected().get(0);
        assertThat(used.holdsFrom()).contains(Instant.parse("2021-11-14T16:00:00Z"));
    }

    @Test
    void ofABuyersMoneyWhatIsLeftIsGiven() {
        PromotionEngine engine = engine("$c.amountOff(\"USD 100\").budgetPerBuyer(\"USD 100\").budgetPerBuyer(\"USD 80\", \"month\", \"Asia/Manila\");");
        assertThat(engine.evaluate(basket(AT, 20_000, Remaining.UNTOUCHED)).discount()).isEqualTo(usd(8_000));
        Receipt rest = engine.evaluate(basket(AT, 5_000, moneyByBuyer(Map.of("ten", usd(3_000), "ten/month/2021-11", usd(3_500)))));
        assertThat(rest.discount()).isEqualTo(usd(3_000));
        assertThat(rest.reserves()).containsExactly(
                new Reserve("ten", "ten/buyer", 1, usd(3_000)), new Reserve("ten", "ten/buyer/month/2021-11", 1, usd(3_000)));
        Rejected spent = engine.evaluate(basket(AT, 5_000, moneyByBuyer(Map.of("ten/month/2021-11", usd(0))))).rejected().get(0);
        assertThat(spent.reason()).isEqualTo("limit-per-buyer-reached");
        assertThat(spent.message())
                .isEqualTo("This buyer has saved by it as much as one buyer may in a month; again from 1 Dec 2021 00:00 Asia/Manila.");
    }

    @Test
    void severalStatementsShareABuyersMoney() {
        PromotionEngine engine = engine("$c.percentOff(10);", "$c.amountOff(\"USD 6\");", "$c.budgetPerBuyer(\"USD 12\");");
        assertThat(engine.evaluate(basket(AT, 5_000, Remaining.UNTOUCHED)).discount()).isEqualTo(usd(1_100));
        Receipt receipt = engine.evaluate(basket(AT, 10_000, Remaining.UNTOUCHED));
        assertThat(receipt.discount()).as("the better of the two fits, both do not").isEqualTo(usd(1_000));
        assertThat(receipt.applied().get(0).notGiven()).extracting(Receipt.NotGiven::reason).containsExactly("budget-spent");
    }

    @Test
    void aGuestHasNoLimitOfHisOwn() {
        PromotionEngine engine = engine("$c.percentOff(10).budgetPerBuyer(\"USD 12\");");
        Receipt receipt = engine.evaluate(guest(AT, 10_000, Remaining.UNTOUCHED).build());
        assertThat(receipt.rejected()).extracting(Rejected::reason).containsExactly("buyer-unknown");
    }

    @Test
    void aBudgetOfAMonthIsGivenWholeOrNotAtAll() {
        PromotionEngine engine = engine("$c.percentOff(10).budget(\"USD 30\", \"month\", \"Asia/Manila\");");
        assertThat(engine.evaluate(basket(AT, 30_000, Remaining.UNTOUCHED)).discount()).isEqualTo(usd(3_000));
        assertThat(engine.evaluate(basket(AT, 30_010, Remaining.UNTOUCHED)).rejected()).extracting(Rejected::reason)
                .containsExactly("budget-spent");
    }

    @Test
    void whatIsNeverReachedIsRefused() {
        assertThatThrownBy(() -> engine("$c.percentOff(10).limitPerBuyer(2).limitPerBuyer(2, \"day\", \"Asia/Manila\");"))
                .hasMessageContaining("its limit of 2 a day is never reached, because it has 2 in all");
        assertThatThrownBy(() -> engine("$c.percentOff(10).limitPerBuyer(3, \"day\", \"Asia/Manila\").limitPerBuyer(2, \"month\", \"Asia/Manila\");"))
                .hasMessageContaining("its limit of 3 a day is never reached, because it has 2 a month");
        assertThatThrownBy(() -> engine("$c.percentOff(10).limitPerBuyer(3, \"day\", \"Asia/Manila\").limitPerBuyer(2, \"day\", \"Asia/Manila\");"))
                .hasMessageContaining("two limits are for the same");
        assertThatThrownBy(() -> engine("$c.percentOff(10).limitPerBuyer(1, \"fortnight\", \"Asia/Manila\");"))
                .hasMessageContaining("there is no period \"fortnight\"; it is day, week, month or year");
    }

    /** A host that adds up what is reserved, by key, for half a year of orders. */
    @Test
    void nobodyEverGetsMoreThanAPeriodHas() {
        PromotionEngine engine = engine("$c.percentOff(10).limitPerBuyer(2, \"day\", \"Asia/Manila\").budgetPerBuyer(\"USD 40\", \"month\", \"Asia/Manila\");");
        Random random = new Random(20211108);
        Map<String, Long> uses = new HashMap<>();
        Map<String, Long> money = new HashMap<>();
        Map<LocalDate, Integer> usesOfDay = new HashMap<>();
        Map<String, Long> moneyOfMonth = new HashMap<>();
        ZoneId manila = ZoneId.of("Asia/Manila");
        Instant at = AT;
        int cut = 0;
        for (int i = 0; i < 600; i++) {
            at = at.plus(Duration.ofMinutes(random.nextInt(900)));
            LocalDate day = LocalDate.ofInstant(at, manila);
            String dayName = "ten/day/" + day;
            String monthName = "ten/month/" + day.toString().substring(0, 7);
            Remaining left = new Remaining(
                    Map.of(), Map.of(dayName, 2 - uses.getOrDefault(dayName, 0L)), Map.of(),
                    Map.of(monthName, usd(4_000 - money.getOrDefault(monthName, 0L))), Map.of(), Map.of(), Map.of());
            long cents = 100 * (1 + random.nextInt(200));
            Receipt receipt = engine.evaluate(basket(at, cents, left));
            long expected = uses.getOrDefault(dayName, 0L) >= 2 ? 0 : Math.min(cents / 10, 4_000 - money.getOrDefault(monthName, 0L));
            assertThat(receipt.discount().minor()).isEqualTo(expected);
            cut += expected > 0 && expected < cents / 10 ? 1 : 0;
            for (Reserve reserve : receipt.reserves()) {
                String name = reserve.key().replace("/buyer", "");
                uses.merge(name, (long) reserve.uses(), Long::sum);
                money.merge(name, reserve.amount().minor(), Long::sum);
                usesOfDay.merge(day, reserve.key().contains("/day/") ? 1 : 0, Integer::sum);
                moneyOfMonth.merge(monthName, reserve.key().contains("/month/") ? reserve.amount().minor() : 0, Long::sum);
            }
        }
        assertThat(usesOfDay.values()).allMatch(count -> count <= 2).contains(2);
        assertThat(moneyOfMonth.values()).allMatch(sum -> sum <= 4_000).contains(4_000L);
        assertThat(cut).isPositive();
    }
}
