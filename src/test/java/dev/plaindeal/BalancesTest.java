package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Balance;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketJson;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.returns.Refund;
import dev.plaindeal.returns.RefundJson;
import dev.plaindeal.returns.RefundText;
import dev.plaindeal.returns.Returns;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is paid from the buyer's balances: the last step, and never a discount. */
class BalancesTest {

    private static final long SEED = 25_200;

    private static PromotionEngine engine(String... statements) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < statements.length; i++) {
            files.put("promotions/p" + i + ".drl", """
                    // Of coins.
                    package promotions
                    import dev.plaindeal.model.*

                    rule "p%d"
                    when
                        $b : PlatformBasket( channel == "shelf" )
                    then
                        $b.%s;
                    end
                    """.formatted(i, statements[i]));
        }
        return PromotionEngine.load(files);
    }

    private static Basket basket(String first, String second, String fee, long coins) {
        return Basket.builder("order", "US", "USD", Instant.parse("2026-11-20T12:00:00Z"))
                .line("tea", "a", first, 2).line("pot", "b", second, 1).shipping("a", fee).balance("coins", coins).build();
    }

    @ParameterizedTest
    @CsvSource({
        "percentOff(25), 10.00, 20.00, 4.00, 99999, 1100",
        "percentOff(25), 10.00, 20.00, 4.00, 700, 700",
        "percentOff(25).atMost(\"USD 3\"), 10.00, 20.00, 4.00, 9999, 300",
        "percentOff(25).onlySkus(\"pot\"), 10.00, 20.00, 4.00, 9999, 500",
        "amountOff(\"USD 90\"), 10.00, 20.00, 4.00, 9999, 4400",
        "percentOff(50).whenSpending(\"USD 44\"), 10.00, 20.00, 4.00, 9999, 2200",
        "percentOff(50).whenSpending(\"USD 44.01\"), 10.00, 20.00, 4.00, 9999, 0",
        "percentOff(25).inStepsOf(300), 10.00, 20.00, 4.00, 9999, 900",
        "percentOff(25).inStepsOf(300), 10.00, 20.00, 4.00, 299, 0"
    })
    void aBalancePaysWhatTheRuleLetsIt(String words, String first, String second, String fee, long coins, long used) {
        Basket basket = basket(first, second, fee, coins);
        Receipt receipt = engine(words + ".paidFromBalance(\"coins\", \"USD 0.01\")").evaluate(basket);
        Invariants.check(basket, receipt);
        assertThat(receipt.balances().stream().mapToLong(Receipt.BalancePayment::units).sum()).isEqualTo(used);
        assertThat(receipt.total().minor() - receipt.toPay().minor()).isEqualTo(used);
        assertThat(receipt.discount().isZero()).isTrue();
        assertThat(receipt.look().headline().pay()).isEqualTo(receipt.total());
        assertThat(receipt.look().simplicity().score()).isEqualTo(100);
        assertThat(receipt.rejected().isEmpty()).isEqualTo(used > 0);
    }

    @Test
    void itComesAfterAllDiscountsAndIsReserved() {
        Basket basket = basket("10.00", "20.00", "4.00", 9_999);
        Receipt receipt = engine("percentOff(50)", "percentOff(25).platformPays(\"50%\").paidFromBalance(\"coins\", \"USD 0.01\")").evaluate(basket);
        Invariants.check(basket, receipt);
        assertThat(receipt.total()).hasToString("USD 24.00");
        assertThat(receipt.toPay()).hasToString("USD 18.00");
        assertThat(receipt.balances()).singleElement().satisfies(one -> assertThat(one.funders().store()).hasToString("USD 3.00"));
        assertThat(receipt.reserves()).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("balance/coins");
            assertThat(one.uses()).isEqualTo(600);
        });
        String json = ReceiptJson.line(receipt);
        assertThat(ReceiptJson.line(ReceiptReader.read("r.json", json).orThrow())).isEqualTo(json);
        assertThat(ReceiptReader.read("r.json", json.replace("\"toPay\":\"18.00\"", "\"toPay\":\"8.00\"")).problems()).isNotEmpty();
        assertThat(ReceiptReader.read("r.json", json.replace("\"units\":600", "\"units\":7")).problems()).isNotEmpty();
        assertThat(engine("percentOff(1)").text(receipt, "en")).containsPattern("- 600 coins \\(p1\\) +\\S*6.00").containsPattern("To pay +\\S*18.00");
    }

    @Test
    void theBestOfferOfABalanceCountsAndOneNobodyPaysWithIsNotGiven() {
        Receipt receipt = engine("percentOff(10).paidFromBalance(\"coins\", \"USD 0.01\")", "percentOff(20).paidFromBalance(\"coins\", \"USD 0.01\")",
                "percentOff(20).paidFromBalance(\"points\", \"USD 0.01\")").evaluate(basket("10.00", "20.00", "0.00", 9_999));
        assertThat(receipt.balances()).extracting(Receipt.BalancePayment::id).containsExactly("p1");
        assertThat(receipt.rejected()).extracting(Receipt.Rejected::reason).containsExactly("beaten", "condition-not-met");
    }

    /** Units go back first; in the end all of both. */
    @Test
    void refundsGiveUnitsBackBeforeMoneyAndSumToBoth() {
        Random random = new Random(SEED);
        PromotionEngine engine = engine("percentOff(60).paidFromBalance(\"coins\", \"USD 0.30\")");
        for (int i = 0; i < 40; i++) {
            Basket basket = basket("%d.%02d".formatted(random.nextInt(9), random.nextInt(100)), random.nextInt(30) + ".15", "3.99", random.nextInt(60));
            Receipt receipt = engine.evaluate(basket);
            Returns returns = random.nextBoolean() ? Returns.keepingPaidShare(receipt) : Returns.reEvaluating(receipt, basket, engine);
            for (String line : List.of("1", "2", "1")) {
                returns = returns.with(Map.of(line, 1));
            }
            long units = 0;
            long money = 0;
            for (Refund refund : returns.refunds()) {
                units += refund.balances().stream().mapToLong(Refund.BalanceBack::units).sum();
                money += refund.money().minor();
                assertThat(refund.money().minor()).isNotNegative();
                assertThat(money == 0 || units == used(receipt)).as("units before money").isTrue();
            }
            assertThat(units).isEqualTo(used(receipt));
            assertThat(money).isEqualTo(receipt.toPay().minor());
        }
    }

    private static long used(Receipt receipt) {
        return receipt.balances().stream().mapToLong(Receipt.BalancePayment::units).sum();
    }

    @Test
    void aRefundTellsWhatGoesBackToTheBalance() {
        Receipt receipt = engine("percentOff(25).paidFromBalance(\"coins\", \"USD 0.01\")").evaluate(basket("10.00", "20.00", "4.00", 9_999));
        Refund refund = Returns.keepingPaidShare(receipt).with(Map.of("2", 1)).last().orElseThrow();
        assertThat(RefundJson.line(refund)).contains("\"balances\":[{\"name\":\"coins\",\"units\":1100,\"amount\":\"11.00\"}],\"money\":\"9.00\"");
        assertThat(RefundText.of(refund)).contains("to the balance: 1100 coins").contains("as money");
    }

    @Test
    void aBasketWithBalancesIsReadAsItIsWritten() {
        Basket basket = basket("10.00", "20.00", "4.00", 50).withBalances(List.of(new Balance("coins", 50, OptionalLong.of(20)), new Balance("credit", 7)));
        byte[] json = BasketJson.line(basket).getBytes(StandardCharsets.UTF_8);
        assertThat(BasketReader.read("b.json", json, Instant.EPOCH).orThrow()).isEqualTo(basket);
        String twice = BasketJson.line(basket).replace("credit", "coins");
        assertThat(BasketReader.read("b.json", twice.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).problems())
                .extracting(problem -> problem.code()).contains("balance-twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "freeShipping().paidFromBalance(\"coins\", \"USD 1\")",
        "percentOff(5).whenBuying(2).paidFromBalance(\"coins\", \"USD 1\")",
        "percentOff(5).exclusive().paidFromBalance(\"coins\", \"USD 1\")",
        "percentOff(5).percentOf(\"list price\").paidFromBalance(\"coins\", \"USD 1\")",
        "percentOff(5).budget(\"USD 9\").paidFromBalance(\"coins\", \"USD 1\")",
        "percentOff(5).paidFromBalance(\"coins, points\", \"USD 1\")",
        "percentOff(5).paidFromBalance(\"coins\", \"USD 0\")",
        "percentOff(5).inStepsOf(10)",
        "percentOff(5).neverBelow(\"USD 1\").paidFromBalance(\"coins\", \"USD 1\")"
    })
    void whatABalanceCannotPayByIsRefused(String words) {
        assertThatThrownBy(() -> engine(words)).isInstanceOf(ProblemException.class);
    }
}
