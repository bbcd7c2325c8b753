package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.receipt.ReceiptReading;
import dev.plaindeal.returns.Refund;
import dev.plaindeal.returns.RefundJson;
import dev.plaindeal.returns.RefundText;
import dev.plaindeal.returns.Returns;
import dev.plaindeal.model.Market;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What is to pay is a multiple of the smallest amount that can be paid in the market, and everything still adds up. */
class WholeMoneyTest {

    private static final long SEED = 17_910;
    private static PromotionEngine engine;

    @BeforeAll
    static void rules() {
        Map<String, String> files = new TreeMap<>();
        RuleTexts.all().forEach((path, text) -> {
            if (path.startsWith("simplicity/")) {
                files.put(path, text);
            }
        });
        files.put("simplicity/payable.drl", """
                // What payment providers take.
                package simplicity
                import dev.plaindeal.model.*

                rule "payable-tw"
                when
                    $market : Market( code == "TW" )
                then
                    $market.payableStep("TWD 1");
                end

                rule "payable-hu"
                when
                    $market : Market( code == "HU" )
                then
                    $market.payableStep("HUF 5", "down");
                end
                """);
        files.put("promotions/ten.drl", """
                // Ten percent, shared.
                package promotions
                import dev.plaindeal.model.*

                rule "ten"
                when
                    $p : PlatformItems( channel == "shelf" )
                then
                    $p.percentOff(10).platformPays("33%");
                end
                """);
        files.put("promotions/more.drl", """
                // More from a threshold.
                package promotions
                import dev.plaindeal.model.*

                rule "more"
                when
                    $b : PlatformBasket( channel == "shelf" )
                then
                    $b.percentOff(3).whenSpending("TWD 400, HUF 4000");
                end
                """);
        engine = PromotionEngine.load(files);
    }

    private static Basket basket(String market, String currency, String price, int quantity, String second) {
        String json = """
                {"basket": "whole", "market": "%s", "currency": "%s", "locale": "en", "channel": "shelf", "at": "2026-11-11T00:00:00Z",
                 "stores": [{"id": "a", "origin": "local", "fullManaged": false}, {"id": "b", "origin": "local", "fullManaged": false}],
                 "lines": [{"id": "1", "sku": "tea", "store": "a", "unitPrice": "%s", "quantity": %d},
                           {"id": "2", "sku": "pot", "store": "b", "unitPrice": "%s", "quantity": 1}]}
                """.formatted(market, currency, price, quantity, second);
        return BasketReader.read("whole.json", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).orThrow();
    }

    private static Receipt receipt(Basket basket) {
        Receipt receipt = engine.evaluate(basket);
        Invariants.check(basket, receipt);
        return receipt;
    }

    @Test
    void theRoundingIsALineOfItsOwnAndNoDiscount() {
        Receipt receipt = receipt(basket("TW", "TWD", "99.00", 1, "100.00"));
        assertThat(receipt.discount()).hasToString("TWD 19.90");
        assertThat(receipt.total()).hasToString("TWD 179.00");
        assertThat(receipt.rounding().orElseThrow().amount()).hasToString("TWD -0.10");
        assertThat(receipt.look().headline().saving()).hasToString("TWD 19.90");
        assertThat(receipt.look().headline().pay()).hasToString("TWD 179.00");
        assertThat(receipt.look().headline().text()).contains("179");
        assertThat(engine.text(receipt, "en")).containsPattern("\nRounding +\\S*-\\S*0\\.10");
        assertThat(ReceiptJson.line(receipt)).contains(
                "\"rounding\":{\"step\":\"1.00\",\"mode\":\"half up\",\"amount\":\"-0.10\"}");
        assertThat(engine.frontier(basket("TW", "TWD", "99.00", 1, "100.00")).choices())
                .allSatisfy(choice -> assertThat(choice.pay().minor() % 100).isZero());
    }

    @Test
    void nearMissesTellWhatWouldBePaid() {
        Receipt receipt = receipt(basket("TW", "TWD", "199.50", 1, "231.30"));
        assertThat(receipt.nearMisses()).isNotEmpty().allSatisfy(miss -> assertThat(miss.pay().minor() % 100).isZero());
        assertThat(receipt.nearMisses().get(0).message()).doesNotContainPattern("(pay|is) TWD [0-9]+\\.(?!00)");
    }

    @Test
    void anotherMarketOrCurrencyIsNotRounded() {
        assertThat(receipt(basket("US", "TWD", "99.00", 1, "100.00")).rounding()).isEmpty();
        Receipt dollars = receipt(basket("TW", "USD", "99.00", 1, "100.00"));
        assertThat(dollars.rounding()).isEmpty();
        assertThat(dollars.total()).hasToString("USD 179.10");
        assertThat(ReceiptJson.line(dollars)).doesNotContain("rounding");
    }

    @Test
    void aRoundedReceiptIsReadBackAndAForgedRoundingIsFound() {
        String json = ReceiptJson.line(receipt(basket("HU", "HUF", "999.00", 1, "1000.00")));
        ReceiptReading read = ReceiptReader.read("receipt.json", json);
        assertThat(ReceiptJson.line(read.orThrow())).isEqualTo(json);
        assertThat(ReceiptReader.read("receipt.json", json.replace("\"amount\":\"-4.10\"", "\"amount\":\"-9.10\"")).problems())
                .extracting(problem -> problem.place().pointer()).contains("/rounding/amount");
        assertThat(ReceiptReader.read("receipt.json", json.replace("\"step\":\"5.00\"", "\"step\":\"0.00\"")).problems())
                .extracting(problem -> problem.place().pointer()).contains("/rounding/step");
    }

    @Test
    void refundsCanBePaidAndSumToWhatWasPaid() {
        Random random = new Random(SEED);
        for (int i = 0; i < 60; i++) {
            boolean taiwan = random.nextBoolean();
            Basket basket = taiwan
                    ? basket("TW", "TWD", price(random), 1 + random.nextInt(4), price(random))
                    : basket("HU", "HUF", "9" + price(random), 1 + random.nextInt(4), "9" + price(random));
            Receipt receipt = receipt(basket);
            sendBack(Returns.keepingPaidShare(receipt), receipt, basket, random, taiwan ? 100 : 500);
            sendBack(Returns.reEvaluating(receipt, basket, engine), receipt, basket, random, taiwan ? 100 : 500);
        }
    }

    private static String price(Random random) {
        return "%d.%02d".formatted(random.nextInt(500), random.nextInt(100));
    }

    private static void sendBack(Returns returns, Receipt receipt, Basket basket, Random random, long step) {
        Returns now = returns;
        int left = basket.lines().get(0).quantity();
        if (random.nextBoolean()) {
            now = now.with(Map.of("2", 1));
        }
        while (left > 0) {
            int units = 1 + random.nextInt(left);
            now = now.with(Map.of("1", units));
            left -= units;
        }
        if (now.returnable("2") > 0) {
            now = now.with(Map.of("2", 1));
        }
        for (Refund refund : now.refunds()) {
            assertThat(refund.amount().minor() % step).isZero();
            Money parts = refund.shipping().buyer().plus(refund.carried()).plus(refund.rounding());
            for (Refund.Back back : refund.lines()) {
                parts = parts.plus(back.buyer());
            }
            assertThat(parts).isEqualTo(refund.amount());
        }
        assertThat(now.refunded()).isEqualTo(receipt.total());
    }

    @Test
    void aRefundTellsItsRounding() {
        Receipt receipt = receipt(basket("TW", "TWD", "99.00", 1, "100.00"));
        Refund refund = Returns.keepingPaidShare(receipt).with(Map.of("1", 1)).last().orElseThrow();
        assertThat(refund.amount()).hasToString("TWD 89.00");
        assertThat(refund.rounding()).hasToString("TWD -0.10");
        assertThat(RefundJson.line(refund)).contains("\"rounding\":\"-0.10\"");
        assertThat(RefundText.of(refund)).containsPattern("  rounding +TWD -0\\.10");
    }

    @Test
    void stepsAreOneForACurrencyAndMoreThanItsSmallestAmount() {
        Market any = new Market("any").payableStep("TWD 1, CHF 0.05");
        assertThat(new Market("TW").toSetting(any).payableStep(Currency.of("CHF")).orElseThrow().step()).hasToString("CHF 0.05");
        assertThat(new Market("TW").payableStep("TWD 5").toSetting(any).steps()).hasSize(1);
        assertThat(new Market("TW").toSetting(new Market("any")).steps()).isEqualTo(List.of());
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("JP").payableStep("JPY 1")).withMessageContaining("smallest amount there is");
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("JP").payableStep("JPY 0"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("JP").payableStep("JPY 10", "nearest"));
        assertThatIllegalArgumentException().isThrownBy(() -> new Market("JP").payableStep("JPY 10").payableStep("JPY 5"));
    }
}
