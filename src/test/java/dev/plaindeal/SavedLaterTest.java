package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Receipt.Later;
import dev.plaindeal.receipt.Receipt.Rejected;
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
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Cashback, points and vouchers: promised on what is paid, given together, never a part of today's price. */
class SavedLaterTest {

    private static PromotionEngine engine(String... thens) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < thens.length; i++) {
            String[] said = thens[i].split(" : ", 2);
            files.put("promotions/" + said[0] + ".drl", """
                    // For later.
                    package promotions
                    import dev.plaindeal.model.*

                    rule "%s"
                    when
                        $b : PlatformBasket( market == "US" )
                    then
                        %s
                    end
                    """.formatted(said[0], said[1]));
        }
        return PromotionEngine.load(files);
    }

    private static Basket basket(String lines) {
        String json = "{\"basket\": \"b\", \"market\": \"US\", \"currency\": \"USD\", \"lines\": [" + lines + "]}";
        return BasketReader.read("b", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).orThrow();
    }

    private static String line(String id, String price, int quantity) {
        return "{\"id\": \"%1$s\", \"sku\": \"%1$s\", \"store\": \"s\", \"unitPrice\": \"%2$s\", \"quantity\": %3$d}"
                .formatted(id, price, quantity);
    }

    private static List<String> given(Receipt receipt) {
        return receipt.later().stream().map(one -> one.id() + " " + one.amount()).toList();
    }

    private static List<String> refused(Receipt receipt) {
        return receipt.rejected().stream().map(one -> one.id() + " " + one.reason()).toList();
    }

    @Test
    void everyPromiseIsGivenTheLargestFirstAndNoneBuildsOnAnother() {
        Receipt receipt = engine(
                        "off : $b.percentOff(10);", "one : $b.percentOff(1).asCashback();", "four : $b.percentOff(4).asCashback();",
                        "fixed : $b.amountOff(\"USD 2\").asVoucher();")
                .evaluate(basket(line("x", "100.00", 1)));
        assertThat(receipt.total()).hasToString("USD 90.00");
        assertThat(receipt.discount()).hasToString("USD 10.00");
        assertThat(given(receipt)).containsExactly("four USD 3.60", "fixed USD 2.00", "one USD 0.90");
        assertThat(receipt.savedLater()).hasToString("USD 6.50");
        assertThat(receipt.look().headline().pay()).hasToString("USD 90.00");
        assertThat(receipt.look().headline().saving()).hasToString("USD 10.00");
        assertThat(receipt.look().simplicity().reasons()).anyMatch(reason -> reason.code().equals("DEFERRED"));
    }

    @Test
    void onlyTheLargerOfAGroupIsPromisedAndNoneBesideWhatItMayNotStandWith() {
        Receipt receipt = engine(
                        "off : $b.percentOff(10).group(\"now\");", "one : $b.percentOff(1).asCashback().group(\"g\");",
                        "four : $b.percentOff(4).asCashback().group(\"g\");", "apart : $b.percentOff(50).asCashback().notWith(\"off\");",
                        "alone : $b.percentOff(40).asCashback().exclusive();", "now : $b.percentOff(30).asCashback().group(\"now\");")
                .evaluate(basket(line("x", "100.00", 1)));
        assertThat(given(receipt)).containsExactly("four USD 3.60");
        assertThat(refused(receipt))
                .containsExactlyInAnyOrder("one not-together", "apart not-together", "alone exclusive-beaten", "now not-together");
    }

    @Test
    void theListPriceIsMeantWhereThePromotionSaysSo() {
        Receipt receipt = engine(
                        "off : $b.amountOff(\"USD 1\");", "list : $b.percentOff(10).percentOf(\"list price\").asCashback();",
                        "met : $b.percentOff(1).whenSpending(\"USD 10\").measuredOn(\"list price\").asCashback();",
                        "lost : $b.percentOff(1).whenSpending(\"USD 10\").asCashback();")
                .evaluate(basket(line("x", "10.00", 1)));
        assertThat(given(receipt)).containsExactly("list USD 1.00", "met USD 0.09");
        assertThat(receipt.rejected()).singleElement().extracting(Rejected::id, Rejected::reason).containsExactly("lost", "threshold-lost");
    }

    @Test
    void pointsAreWholeAndTooLittleForOneIsSaid() {
        PromotionEngine engine = engine("p : $b.percentOff(10).asPoints(\"USD 0.30\");");
        Receipt receipt = engine.evaluate(basket(line("x", "4.99", 1) + "," + line("y", "5.00", 1)));
        Later points = receipt.later().get(0);
        assertThat(points.points()).hasValue(3);
        assertThat(points.amount()).hasToString("USD 0.90");
        assertThat(points.allocations()).extracting(Receipt.Allocation::amount).hasToString("[USD 0.45, USD 0.45]");
        assertThat(engine.evaluate(basket(line("x", "2.00", 1))).rejected()).singleElement().satisfies(refusal -> {
            assertThat(refusal.reason()).isEqualTo("takes-nothing");
            assertThat(refusal.message()).isEqualTo("What is paid is too little for one point of USD 0.30.");
        });
    }

    @Test
    void whatComesOffTodayAndLaterSharesOneBudgetWhicheverStatementSaysIt() {
        PromotionEngine engine = engine("two : $b.percentOff(10); $b.percentOff(10).asCashback().budget(\"USD 15\");");
        Receipt receipt = engine.evaluate(basket(line("x", "100.00", 1)));
        assertThat(receipt.total()).hasToString("USD 90.00");
        assertThat(receipt.later()).isEmpty();
        assertThat(receipt.applied().get(0).notGiven()).singleElement().satisfies(one -> {
            assertThat(one.statement()).isEqualTo("10 % off as cashback");
            assertThat(one.reason()).isEqualTo("budget-spent");
        });
        Receipt tooMuch = engine.evaluate(basket(line("x", "200.00", 1)));
        assertThat(tooMuch.total()).hasToString("USD 200.00");
    }

    @Test
    void whatIsReservedCoversWhatIsPromised() {
        Receipt receipt = engine("two : $b.percentOff(10).limitInAll(5); $b.percentOff(10).asCashback();")
                .evaluate(basket(line("x", "100.00", 1)));
        assertThat(receipt.reserves()).singleElement().extracting(Receipt.Reserve::amount).hasToString("USD 19.00");
        assertThat(ReceiptReader.read("r", ReceiptJson.line(receipt)).problems()).isEmpty();
    }

    /** A promise is no price, so the least a line may cost does not bound it. */
    @Test
    void aMinimumPriceDoesNotBoundIt() {
        String floor = line("x", "10.00", 1).replace("\"quantity\"", "\"minimumPrice\": \"9.50\", \"quantity\"");
        assertThat(given(engine("half : $b.percentOff(50).asCashback();").evaluate(basket(floor)))).containsExactly("half USD 5.00");
    }

    @Test
    void returnedGoodsTakeTheirPromiseBack() {
        PromotionEngine engine = engine("c : $b.percentOff(10).whenSpending(\"USD 30\").asCashback();",
                "p : $b.percentOff(5).asPoints(\"USD 0.20\");");
        Basket basket = basket(line("x", "10.00", 4));
        Receipt receipt = engine.evaluate(basket);
        Returns paid = Returns.keepingPaidShare(receipt).with(Map.of("x", 1));
        assertThat(withdrawn(paid)).containsExactly("c USD 1.00", "p USD 0.60");
        assertThat(withdrawn(paid.with(Map.of("x", 3)))).containsExactly("c USD 3.00", "p USD 1.40");
        Returns again = Returns.reEvaluating(receipt, basket, engine).with(Map.of("x", 2));
        assertThat(withdrawn(again)).containsExactly("c USD 4.00", "p USD 1.00");
        Refund refund = again.last().orElseThrow();
        assertThat(refund.amount()).hasToString("USD 20.00");
        assertThat(RefundJson.line(refund)).contains("{\"id\":\"p\",\"kind\":\"points\",\"withdrawn\":\"1.00\",\"points\":5}");
        assertThat(RefundText.of(refund)).contains("Later of c: USD 4.00 cashback less than promised.");
    }

    private static List<String> withdrawn(Returns returns) {
        return returns.last().orElseThrow().later().stream().map(one -> one.promotion() + " " + one.amount()).toList();
    }

    /** An edited promise is no promise. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "\"amount\":\"4.00\",\"funders\"|\"amount\":\"5.00\",\"funders\"|/later/0/amount",
        "\"savedLater\":\"4.00\"|\"savedLater\":\"5.00\"|/savedLater",
        "\"savedLater\":\"4.00\",||/savedLater",
        "\"kind\":\"cashback\"|\"kind\":\"points\"|/later/0/points",
        "\"kind\":\"cashback\"|\"kind\":\"today\"|/later/0/kind",
        "[{\"line\":\"x\",\"amount\":\"4.00\"}]|[{\"line\":\"y\",\"amount\":\"4.00\"}]|/later/0/allocations/0",
    })
    void aForgedPromiseDoesNotAddUp(String written, String forged, String pointer) {
        Receipt receipt = engine("c : $b.percentOff(10).asCashback();").evaluate(basket(line("x", "10.00", 4)));
        String json = ReceiptJson.line(receipt);
        assertThat(json).contains(written);
        String edited = json.replace(written, forged == null ? "" : forged);
        assertThat(ReceiptReader.read("r", edited).problems()).anySatisfy(problem ->
                assertThat(problem.place().pointer()).startsWith(pointer));
    }

    /** What could not be kept as it is written is refused where it stands. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "$b.nowPrice(\"USD 5\").asCashback();|asCashback",
        "$b.gift(\"cup\", \"A cup\").asVoucher();|asVoucher",
        "$b.percentOff(5).asCashback().asVoucher();|asVoucher",
        "$b.percentOff(5).asPoints(\"USD 0.01\").neverBelow(\"USD 1\");|neverBelow",
        "$b.percentOff(5).asCashback().order(1);|order",
        "$b.percentOff(5).percentOf(\"running price\").asCashback();|percentOf",
        "$b.percentOff(5).whenSpending(\"USD 9\").measuredOn(\"price so far\").asCashback();|measuredOn",
    })
    void whatMeansNothingForLaterIsRefused(String statement, String word) {
        assertThatThrownBy(() -> engine("x : " + statement)).isInstanceOfSatisfying(ProblemException.class, refused ->
                assertThat(refused.problems()).singleElement().satisfies(problem -> assertThat(problem.message()).contains(word)));
    }
}
