package dev.plaindeal.returns;

import static dev.plaindeal.returns.Orders.EUR;
import static dev.plaindeal.returns.Orders.basket;
import static dev.plaindeal.returns.Orders.line;
import static dev.plaindeal.returns.Orders.rule;
import static dev.plaindeal.returns.Orders.steps;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.Records;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.returns.Refund.Back;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class ReturnsTest {

    private static final long SEED = 42_502;
    private static PromotionEngine engine;

    /** A ladder, a coupon with a threshold, a buy-get, shared funding, free shipping from an amount. */
    @BeforeAll
    static void rules() {
        Map<String, String> files = new TreeMap<>();
        put(files, "v", "$c : PlatformCoupon( code == \"V\" )", "$c.percentOf(\"running price\").percentOff(10).whenSpending(\"EUR 300\");");
        put(files, "w", "$c : PlatformCoupon( code == \"W\" )", "$c.percentOff(20).whenSpending(\"EUR 60\");");
        put(files, "tenth", "$c : PlatformCoupon( code == \"TENTH\" )", "$c.percentOff(\"7.5\").platformPays(\"33%\");");
        put(files, "ladder", "$s : StoreBasket( store == \"a\" )",
                "$s.tier(\"EUR 20\", \"EUR 3.01\").tier(\"EUR 50\", \"EUR 9.97\").platformPays(\"40%\");");
        put(files, "third", "$i : StoreItems( store == \"b\" )", "$i.buyGet(2, 1);");
        put(files, "ship", "$s : PlatformShipping( market == \"DE\" )", "$s.freeShipping().whenSpending(\"EUR 40\").platformPays(\"50%\");");
        engine = PromotionEngine.load(files);
    }

    private static void put(Map<String, String> files, String id, String pattern, String offer) {
        files.put(rule(id, pattern, offer).getKey(), rule(id, pattern, offer).getValue());
    }

    private static Returns returns(ReturnPolicy policy, Basket basket, Receipt receipt) {
        return policy == ReturnPolicy.KEEP_PAID_SHARE
                ? Returns.keepingPaidShare(receipt)
                : Returns.reEvaluating(receipt, basket, engine);
    }

    /** Peer case sonata-refund-drops-below-minimum: 270 paid, 225 back by what was paid, 220 when priced again. */
    @Test
    void returningBelowTheMinimumIs225OfWhatWasPaidOr220PricedAgain() {
        Basket basket = basket(List.of(line("1", "x", 5_000, 6)), Map.of(), List.of("V"));
        Receipt receipt = engine.evaluate(basket);
        assertThat(receipt.total()).hasToString("EUR 270.00");
        Refund kept = Returns.keepingPaidShare(receipt).with(Map.of("1", 5)).last().orElseThrow();
        assertThat(kept.amount()).hasToString("EUR 225.00");
        assertThat(kept.kept()).hasToString("EUR 45.00");
        assertThat(kept.funders().platform()).hasToString("EUR 25.00");
        Refund again = Returns.reEvaluating(receipt, basket, engine).with(Map.of("1", 5)).last().orElseThrow();
        assertThat(again.amount()).hasToString("EUR 220.00");
        assertThat(again.kept()).hasToString("EUR 50.00");
        assertThat(again.funders().platform()).hasToString("EUR 30.00");
        assertThat(again.lines()).singleElement().extracting(Back::buyer).hasToString("EUR 220.00");
    }

    @Test
    void aReturnThatWouldCostMoneyIsNotAskedForAndSetOffLater() {
        Basket basket = basket(List.of(line("1", "x", 29_900, 1), line("2", "x", 100, 1)), Map.of(), List.of("V"));
        Receipt receipt = engine.evaluate(basket);
        assertThat(receipt.total()).hasToString("EUR 270.00");
        Returns first = Returns.reEvaluating(receipt, basket, engine).with(Map.of("2", 1));
        Refund small = first.last().orElseThrow();
        assertThat(small.amount()).hasToString("EUR 0.00");
        assertThat(small.carried()).hasToString("EUR 29.00");
        Refund all = first.with(Map.of("1", 1)).last().orElseThrow();
        assertThat(all.amount()).hasToString("EUR 270.00");
        assertThat(all.carried()).hasToString("EUR -29.00");
        assertThat(all.kept()).hasToString("EUR 0.00");
    }

    @Test
    void shippingComesBackWithTheLastThing() {
        Basket basket = basket(List.of(line("1", "x", 1_000, 2)), Map.of("x", new Money(499, EUR)), List.of());
        Receipt receipt = engine.evaluate(basket);
        assertThat(receipt.total()).hasToString("EUR 24.99");
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Returns one = returns(policy, basket, receipt).with(Map.of("1", 1));
            assertThat(one.last().orElseThrow().amount()).as(policy.key()).hasToString("EUR 10.00");
            Refund last = one.with(Map.of("1", 1)).last().orElseThrow();
            assertThat(last.amount()).as(policy.key()).hasToString("EUR 14.99");
            assertThat(last.shipping().buyer()).as(policy.key()).hasToString("EUR 4.99");
        }
    }

    @Test
    void freeShippingThatIsLostIsAskedForWhenPricedAgain() {
        Basket basket = basket(List.of(line("1", "x", 2_500, 2)), Map.of("x", new Money(499, EUR)), List.of());
        Receipt receipt = engine.evaluate(basket);
        assertThat(receipt.total()).hasToString("EUR 50.00");
        Refund again = Returns.reEvaluating(receipt, basket, engine).with(Map.of("1", 1)).last().orElseThrow();
        assertThat(again.amount()).hasToString("EUR 20.01");
        assertThat(again.shipping().buyer()).hasToString("EUR -4.99");
        assertThat(Returns.keepingPaidShare(receipt).with(Map.of("1", 1)).last().orElseThrow().amount())
                .hasToString("EUR 25.00");
    }

    @Test
    void whatIsNotThereCannotBeReturned() {
        Basket basket = basket(List.of(line("1", "x", 1_000, 2)), Map.of(), List.of());
        Returns returns = Returns.keepingPaidShare(engine.evaluate(basket));
        assertThatIllegalArgumentException().isThrownBy(() -> returns.with(Map.of("2", 1))).withMessageContaining("no line 2");
        assertThatIllegalArgumentException().isThrownBy(() -> returns.with(Map.of("1", 3))).withMessageContaining("there are 2");
        assertThatIllegalArgumentException().isThrownBy(() -> returns.with(Map.of("1", 0)));
        assertThatIllegalArgumentException().isThrownBy(() -> returns.with(Map.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> returns.with(Map.of("1", 2)).with(Map.of("1", 1)))
                .withMessageContaining("there are 0");
        Basket other = basket(List.of(line("1", "x", 1_001, 2)), Map.of(), List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> Returns.reEvaluating(engine.evaluate(basket), other, engine));
    }

    @Test
    void aReceiptMadeInCodeHasToAddUpToo() {
        Basket basket = basket(List.of(line("1", "x", 5_000, 6)), Map.of(), List.of("V"));
        Receipt good = engine.evaluate(basket);
        Receipt bad = Records.with(good, "total", good.total().plus(good.total()));
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> returns(policy, basket, bad))
                    .withMessageContaining("at /total");
        }
    }

    @Test
    void onlyWhatChangesIsTold() {
        Basket basket = basket(List.of(line("1", "x", 1_000, 2), line("2", "x", 0, 1), line("3", "x", 500, 1)), Map.of(), List.of());
        Receipt receipt = engine.evaluate(basket);
        for (ReturnPolicy policy : ReturnPolicy.values()) {
            Refund refund = returns(policy, basket, receipt).with(Map.of("1", 1, "2", 1)).last().orElseThrow();
            assertThat(refund.lines()).extracting(Back::line).as(policy.key()).containsExactly("1", "2");
            assertThat(refund.policy()).isEqualTo(policy);
            assertThat(refund.basket()).isEqualTo("order");
        }
    }

    /** Any order returned in any steps: exact by line and funder, never more than was paid, in the end all of it. */
    @Test
    void anySequenceOfReturnsGivesBackWhatWasPaidAndNoMore() {
        Random random = new Random(SEED);
        int returns = 0;
        int discounted = 0;
        int carried = 0;
        for (int i = 0; i < 300; i++) {
            Basket basket = order(random);
            Receipt receipt = engine.evaluate(basket);
            Receipt read = ReceiptReader.read("r", ReceiptJson.line(receipt)).orThrow();
            discounted += receipt.discount().isZero() ? 0 : 1;
            for (ReturnPolicy policy : ReturnPolicy.values()) {
                String about = "seed " + SEED + ", order " + i + ", " + policy.key();
                Returns now = returns(policy, basket, read);
                for (Map<String, Integer> step : steps(quantities(basket), 3, random)) {
                    now = now.with(step);
                    check(about, receipt, step, now);
                    carried += now.last().orElseThrow().carried().isZero() ? 0 : 1;
                    returns++;
                }
                everythingIsBack(about, receipt, now);
            }
        }
        System.out.printf(
                "returns: seed %d, 300 orders (%d with discounts), %d returns, %d with something carried%n",
                SEED, discounted, returns, carried);
        assertThat(discounted).isGreaterThan(200);
        assertThat(carried).isGreaterThan(10);
    }

    private static Basket order(Random random) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i <= random.nextInt(4); i++) {
            lines.add(line("l" + i, List.of("a", "b").get(random.nextInt(2)), random.nextInt(random.nextBoolean() ? 300 : 6_000), 1 + random.nextInt(5)));
        }
        Map<String, Money> fees = Map.of(lines.get(0).store(), new Money(random.nextInt(800), EUR));
        return basket(lines, fees, List.of("W", "TENTH").subList(0, 1 + random.nextInt(2)));
    }

    private static Map<String, Integer> quantities(Basket basket) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        basket.lines().forEach(line -> quantities.put(line.id(), line.quantity()));
        return quantities;
    }

    private static void check(String about, Receipt receipt, Map<String, Integer> step, Returns now) {
        Refund refund = now.last().orElseThrow();
        assertThat(refund.amount().minor()).as(about).isNotNegative();
        assertThat(now.refunded().minor()).as(about).isLessThanOrEqualTo(receipt.total().minor());
        assertThat(refund.kept().plus(now.refunded())).as("%s: kept and refunds", about).isEqualTo(receipt.total());
        Money sum = refund.shipping().buyer().plus(refund.carried());
        for (Back line : refund.lines()) {
            sum = sum.plus(line.buyer());
            assertThat(line.buyer().plus(line.funders().platform()).plus(line.funders().store()))
                    .as("%s: who has line %s back", about, line.line())
                    .isEqualTo(line.list());
            assertThat(line.quantity()).as(about).isEqualTo(step.getOrDefault(line.line(), 0));
        }
        assertThat(sum).as("%s: lines, shipping and what is carried", about).isEqualTo(refund.amount());
        if (refund.policy() == ReturnPolicy.KEEP_PAID_SHARE) {
            assertThat(refund.carried().isZero()).as(about).isTrue();
            assertThat(refund.lines()).as(about).allSatisfy(line -> {
                assertThat(line.buyer().minor()).isNotNegative();
                assertThat(line.funders().platform().minor()).isNotNegative();
                assertThat(line.funders().store().minor()).isNotNegative();
            });
        }
    }

    private static void everythingIsBack(String about, Receipt receipt, Returns done) {
        assertThat(done.refunded()).as(about).isEqualTo(receipt.total());
        Map<String, Money> byLine = new HashMap<>();
        Money platform = Money.zero(EUR);
        Money store = Money.zero(EUR);
        for (Refund refund : done.refunds()) {
            refund.lines().forEach(line -> byLine.merge(line.line(), line.buyer(), Money::plus));
            platform = platform.plus(refund.funders().platform());
            store = store.plus(refund.funders().store());
        }
        receipt.lines().forEach(line -> assertThat(byLine.get(line.line())).as(about).isEqualTo(line.net()));
        assertThat(platform).as(about).isEqualTo(receipt.funders().platform());
        assertThat(store).as(about).isEqualTo(receipt.funders().store());
        assertThat(receipt.lines()).as(about).allSatisfy(line -> assertThat(done.returnable(line.line())).isZero());
    }

    @Test
    void pricedAgainIsWhatWasPaidLessTheNewTotal() {
        Random random = new Random(SEED + 1);
        for (int i = 0; i < 200; i++) {
            Basket basket = order(random);
            Receipt receipt = engine.evaluate(basket);
            Line returned = basket.lines().get(0);
            if (basket.lines().size() > 1) {
                Basket kept = basket.with(basket.lines().subList(1, basket.lines().size()));
                long difference = receipt.total().minor() - engine.evaluate(kept).total().minor();
                Refund refund = Returns.reEvaluating(receipt, basket, engine)
                        .with(Map.of(returned.id(), returned.quantity()))
                        .last()
                        .orElseThrow();
                assertThat(refund.amount().minor()).as("seed %d, order %d", SEED + 1, i).isEqualTo(Math.max(0, difference));
            }
        }
    }

    /** PrestaShop 42502: 108 came back of 120. One piece each of what was paid, to the cent. */
    @Test
    void unitByUnitGivesBackEveryCent() {
        Basket basket = basket(List.of(line("1", "a", 1_000, 7)), Map.of(), List.of("TENTH"));
        Receipt receipt = engine.evaluate(basket);
        Returns now = Returns.keepingPaidShare(receipt);
        long least = Long.MAX_VALUE;
        long most = 0;
        for (int i = 0; i < 7; i++) {
            now = now.with(Map.of("1", 1));
            long amount = now.last().orElseThrow().amount().minor();
            least = Math.min(least, amount);
            most = Math.max(most, amount);
        }
        assertThat(now.refunded()).isEqualTo(receipt.total());
        assertThat(most - least).isLessThanOrEqualTo(1);
    }
}
