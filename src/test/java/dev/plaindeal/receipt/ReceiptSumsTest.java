package dev.plaindeal.receipt;

import static dev.plaindeal.Records.with;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.LinePrice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each way in which a receipt may fail to add up, edited into one of two stores with a coupon, shipping and a gift. */
class ReceiptSumsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static String honest = "";
    private JsonNode receipt = JSON.nullNode();

    /** 10 % off 80.00 of goods, 40 % of it from the platform; shipping of 5.00 made free; a tote of store b. */
    @BeforeAll
    static void sell() {
        PromotionEngine engine = PromotionEngine.load(Map.ofEntries(
                rule("ten", "$c : PlatformCoupon( code == \"TEN\" )", "$c.percentOff(10).platformPays(\"40%\").limitPerBuyer(1);"),
                rule("ship", "$s : PlatformShipping( market == \"US\" )", "$s.freeShipping();"),
                rule("tote", "$s : StoreBasket( store == \"b\" )", "$s.gift(\"tote\", \"Tote\");")));
        String basket = """
                { "basket": "o", "market": "US", "currency": "USD", "at": "2026-11-22T12:00:00Z", "codes": ["TEN"], "buyer": { "id": "x" },
                  "lines": [ { "id": "1", "sku": "tea", "store": "a", "unitPrice": "50.00" },
                             { "id": "2", "sku": "cup", "store": "b", "unitPrice": "10.00", "quantity": 3 } ],
                  "shipping": { "a": "3.00", "b": "2.00" } }
                """;
        honest = ReceiptJson.line(engine.evaluate(
                BasketReader.read("o", basket.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).orThrow()));
    }

    private static Map.Entry<String, String> rule(String id, String pattern, String offer) {
        return Map.entry("promotions/" + id + ".drl", """
                // A promotion for sums.
                package promotions
                import dev.plaindeal.model.*

                rule "%s"
                when
                    %s
                then
                    %s
                end
                """.formatted(id, pattern, offer));
    }

    @BeforeEach
    void copy() throws IOException {
        receipt = JSON.readTree(honest);
    }

    private List<String> told() {
        return ReceiptReader.read("r.json", receipt.toString()).problems().stream().map(ReceiptSumsTest::told).toList();
    }

    private static String told(Problem problem) {
        return problem.code() + " at " + problem.place().pointer();
    }

    private void set(String pointer, String json) throws IOException {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode parent = receipt.at(place.head());
        if (parent instanceof ObjectNode object) {
            object.set(place.last().getMatchingProperty(), JSON.readTree(json));
        } else {
            ((ArrayNode) parent).set(place.last().getMatchingIndex(), JSON.readTree(json));
        }
    }

    @Test
    void anHonestReceiptAddsUp() {
        assertThat(told()).isEmpty();
        assertThat(receipt.at("/applied/0/store").asText()).isEqualTo("b");
        assertThat(receipt.at("/applied/1/allocations/1/platform").asText()).isEqualTo("1.20");
        assertThat(receipt.at("/applied/2/allocations/1/shipping").asText()).isEqualTo("b");
        assertThat(receipt.at("/reserves/0/amount").asText()).isEqualTo("8.00");
        assertThat(receipt.at("/stores/0").toString()).isEqualTo(
                "{\"store\":\"a\",\"subtotal\":\"50.00\",\"shipping\":\"3.00\",\"discount\":\"8.00\",\"total\":\"45.00\","
                        + "\"funders\":{\"platform\":\"5.00\",\"store\":\"3.00\"}}");
    }

    /** Where an edit breaks two sums, both are told; here is the one at the place that was edited. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock =
            """
            /total                             | "72.01"  | does-not-add-up | /total
            /total                             | "0.00"   | does-not-add-up | /total
            /subtotal                          | "80.01"  | does-not-add-up | /subtotal
            /discount                          | "13.01"  | does-not-add-up | /discount
            /shipping                          | "4.99"   | does-not-add-up | /shipping
            /shipping                          | "0.00"   | does-not-add-up | /shipping
            /lines                             | []       | out-of-range    | /lines
            /lines/0/line                      | "2"      | line-twice      | /lines/1/line
            /lines/0/line                      | ""       | empty           | /lines/0/line
            /lines/0/store                     | ""       | empty           | /lines/0/store
            /lines/0/store                     | "c"      | unknown-store   | /applied/2/allocations/0/shipping
            /lines/1/quantity                  | 7        | does-not-add-up | /lines/1/list
            /lines/1/quantity                  | 0        | wrong-type      | /lines/1/quantity
            /lines/1/quantity                  | -3       | wrong-type      | /lines/1/quantity
            /lines/1/quantity                  | 3.0      | wrong-type      | /lines/1/quantity
            /lines/1/quantity                  | "3"      | wrong-type      | /lines/1/quantity
            /lines/1/quantity                  | 1000001  | wrong-type      | /lines/1/quantity
            /lines/1/quantity                  | 4294967299 | wrong-type    | /lines/1/quantity
            /lines/1/list                      | "33.00"  | does-not-add-up | /lines/1/net
            /lines/1/net                       | "30.00"  | does-not-add-up | /lines/1/net
            /lines/1/net                       | "-27.00" | negative-amount | /lines/1/net
            /lines/1/net                       | "27.0"   | not-an-amount   | /lines/1/net
            /lines/1/net                       | "27"     | not-an-amount   | /lines/1/net
            /lines/1/net                       | "27.000" | not-an-amount   | /lines/1/net
            /lines/1/net                       | 27       | wrong-type      | /lines/1/net
            /lines/1/net                       | "99999999999999999.00" | wrong-type | /lines/1/net
            /currency                          | "JPY"    | not-an-amount   | /total
            /currency                          | "KWD"    | not-an-amount   | /total
            /currency                          | "usd"    | unknown-word    | /currency
            /channel                           | "shop"   | unknown-word    | /channel
            /applied                           | []       | does-not-add-up | /discount
            /applied/1/discount                | "8.01"   | does-not-add-up | /applied/1/discount
            /applied/1/layer                   | "shipping" | does-not-add-up | /applied/1/allocations/0/line
            /applied/2/layer                   | "platform-coupon" | does-not-add-up | /applied/2/allocations/0/shipping
            /applied/1/funders/platform        | "3.21"   | does-not-add-up | /applied/1/funders/platform
            /applied/1/funders/store           | "4.81"   | does-not-add-up | /applied/1/funders
            /applied/1/allocations/0/line      | "3"      | unknown-line    | /applied/1/allocations/0/line
            /applied/1/allocations/1/line      | "1"      | share-twice     | /applied/1/allocations/1
            /applied/1/allocations/0/shipping  | "a"      | share-twice     | /applied/1/allocations/0
            /applied/1/allocations/0/amount    | "0.00"   | does-not-add-up | /applied/1/allocations/0/amount
            /applied/1/allocations/0/amount    | "-5.00"  | negative-amount | /applied/1/allocations/0/amount
            /applied/1/allocations/0/platform  | "2.01"   | does-not-add-up | /applied/1/funders/platform
            /applied/1/allocations/0/platform  | "5.01"   | does-not-add-up | /applied/1/allocations/0/platform
            /applied/2/allocations/0/shipping  | "nowhere" | unknown-store  | /applied/2/allocations/0/shipping
            /applied/2/allocations/0/shipping  | "b"      | share-twice     | /applied/2/allocations/1
            /applied/0/gift/quantity           | 0        | wrong-type      | /applied/0/gift/quantity
            /applied/0/gift/quantity           | 1000001  | wrong-type      | /applied/0/gift/quantity
            /applied/0/store                   | "c"      | unknown-store   | /applied/0/store
            /applied/1/store                   | "a"      | does-not-add-up | /applied/1/allocations/1/line
            /applied/2/store                   | "b"      | does-not-add-up | /applied/2/allocations/0/shipping
            /applied/0/gift/sku                | ""       | empty           | /applied/0/gift/sku
            /applied/1/gift                    | {"sku":"x","name":"X","quantity":1} | does-not-add-up | /applied/1/allocations
            /funders/platform                  | "8.21"   | does-not-add-up | /funders/platform
            /funders/store                     | "4.79"   | does-not-add-up | /funders
            /reserves/0/amount                 | "7.00"   | does-not-add-up | /reserves/0/amount
            /reserves/0/id                     | "none"   | unknown-promotion | /reserves/0/id
            /reserves/0/uses                   | 0        | wrong-type      | /reserves/0/uses
            /headline/pay                      | "0.00"   | does-not-add-up | /headline/pay
            /headline/saving                   | "12.00"  | does-not-add-up | /headline/saving
            /stores/0/store                    | "b"      | store-twice     | /stores/1/store
            /stores/0/store                    | "c"      | does-not-add-up | /stores
            /stores/0/store                    | ""       | empty           | /stores/0/store
            /stores/0/subtotal                 | "50.01"  | does-not-add-up | /stores/0/subtotal
            /stores/0/shipping                 | "3.01"   | does-not-add-up | /stores
            /stores/1/shipping                 | "1.99"   | does-not-add-up | /stores/1/shipping
            /stores/0/shipping                 | "-3.00"  | negative-amount | /stores/0/shipping
            /stores/0/discount                 | "8.01"   | does-not-add-up | /stores/0/discount
            /stores/0/total                    | "45.01"  | does-not-add-up | /stores/0/total
            /stores/0/funders/platform         | "5.01"   | does-not-add-up | /stores/0/funders/platform
            /stores/1/funders/store            | "0.00"   | does-not-add-up | /stores/1/funders
            /format                            | 2        | unknown-format  | /format
            /format                            | "1"      | wrong-type      | /format
            /bargain                           | -1       | wrong-type      | /bargain
            /bargain                           | 1e999    | wrong-type      | /bargain
            """)
    void anEditIsToldWithItsPlace(String pointer, String json, String code, String place) throws IOException {
        set(pointer, json);
        assertThat(told()).contains(code + " at " + place);
    }

    /** Orders that were paid before keep their receipts. */
    @Test
    void aReceiptOfAnEarlierVersionTellsNoStores() throws IOException {
        ((ObjectNode) receipt).remove(List.of("format", "stores"));
        Receipt read = read();
        assertThat(read.stores()).isEmpty();
        assertThat(ReceiptReader.read("again", ReceiptJson.line(read)).orThrow()).isEqualTo(read);
        assertThat(ReceiptJson.line(read)).startsWith("{\"format\":1,").doesNotContain("\"stores\"");
    }

    @Test
    void ofAnotherFormatNothingElseIsSaid() throws IOException {
        set("/format", "2");
        set("/total", "\"0.01\"");
        assertThat(ReceiptReader.read("r.json", receipt.toString()).problems()).extracting(Problem::text).containsExactly(
                "r.json: error: This receipt is of format 2, and only format 1 is read here [unknown-format]\n    at /format");
    }

    @Test
    void feesOfAllPromotionsTogetherAreNoMoreThanTheFees() throws IOException {
        set("/stores", "[]");
        set("/applied/2/allocations/0/amount", "\"8.00\"");
        set("/applied/2/discount", "\"10.00\"");
        set("/applied/2/funders/platform", "\"10.00\"");
        set("/discount", "\"18.00\"");
        set("/funders/platform", "\"13.20\"");
        set("/total", "\"67.00\"");
        set("/headline/pay", "\"67.00\"");
        set("/headline/saving", "\"18.00\"");
        assertThat(told()).containsExactly("does-not-add-up at /shipping");
    }

    @Test
    void whatThePlatformPaysInAllIsWhatItPaysOfEach() throws IOException {
        set("/funders/platform", "\"13.00\"");
        set("/funders/store", "\"0.00\"");
        assertThat(told()).containsExactly("does-not-add-up at /funders/platform");
    }

    /** One share above its amount, another below: the sums hold, and the store would be paid for a discount it did not give. */
    @Test
    void aPlatformsPartIsNoMoreThanItsShare() throws IOException {
        set("/stores", "[]");
        set("/applied/1/allocations/0/platform", "\"0.00\"");
        set("/applied/1/allocations/1/platform", "\"3.20\"");
        assertThat(told()).containsExactly("does-not-add-up at /applied/1/allocations/1/platform");
    }

    @Test
    void aRowDroppedOrRepeatedIsFound() throws IOException {
        for (String rows : List.of("/lines", "/stores", "/applied/1/allocations", "/applied/2/allocations", "/reserves")) {
            copy();
            ArrayNode array = (ArrayNode) receipt.at(rows);
            array.add(array.get(0).deepCopy());
            assertThat(told()).as("repeated in %s", rows).isNotEmpty();
        }
        for (String rows : List.of("/lines", "/stores", "/applied/1/allocations", "/applied/2/allocations")) {
            copy();
            ((ArrayNode) receipt.at(rows)).remove(0);
            assertThat(told()).as("dropped from %s", rows).isNotEmpty();
        }
    }

    @Test
    void moreThanABasketMayCostIsRefused() throws IOException {
        String list = "90000000000.00";
        for (String pointer : List.of("/subtotal", "/lines/0/list", "/lines/0/net", "/total", "/headline/pay")) {
            set(pointer, "\"" + list + "\"");
        }
        set("/lines", "[" + receipt.at("/lines/0") + "]");
        set("/stores", "[]");
        set("/applied", "[]");
        set("/reserves", "[]");
        set("/shipping", "\"0.00\"");
        set("/discount", "\"0.00\"");
        set("/funders", "{\"platform\":\"0.00\",\"store\":\"0.00\"}");
        set("/headline/frame", "\"none\"");
        set("/headline/saving", "\"0.00\"");
        assertThat(told()).isEmpty();
        for (String pointer : List.of("/subtotal", "/lines/0/list", "/lines/0/net", "/total", "/headline/pay")) {
            set(pointer, "\"90000000000.01\"");
        }
        assertThat(told()).containsExactly("out-of-range at /subtotal");
    }

    @Test
    void amountsTooLargeToBeAddedAreAProblem() throws IOException {
        set("/lines/0/list", "\"9999999999999999.00\"");
        set("/lines/0/net", "\"9999999999999994.00\"");
        for (int i = 0; i < 10; i++) {
            ObjectNode line = receipt.at("/lines/0").deepCopy();
            ((ArrayNode) receipt.at("/lines")).add(line.put("line", "more " + i));
        }
        assertThat(told()).contains("does-not-add-up at ");
    }

    private Receipt read() {
        return ReceiptReader.read("r.json", receipt.toString()).orThrow();
    }

    private static Money usd(long cents) {
        return new Money(cents, Currency.of("USD"));
    }

    private static List<String> told(Receipt made) {
        return ReceiptSums.check(made, "made").stream().map(ReceiptSumsTest::told).toList();
    }

    /** What no JSON can hold, because the reader refuses it, a receipt put together in code can. */
    @Test
    void noAmountOfAReceiptMadeInCodeIsBelowZero() {
        Receipt was = read();
        assertThat(told(was)).isEmpty();
        assertThat(told(with(was, "shipping", usd(-1)))).contains("negative-amount at /shipping");
        assertThat(told(with(was, "total", usd(-1)))).contains("negative-amount at /total");
        assertThat(told(with(was, "funders", new Funders(usd(-1), usd(1_301))))).contains("negative-amount at /funders/platform");
        assertThat(told(with(was, "funders", new Funders(usd(1_301), usd(-1))))).contains("negative-amount at /funders/store");
        assertThat(told(withLine(was, new LinePrice("2", "cup", "b", 3, usd(-3), usd(-303)))))
                .contains("negative-amount at /lines/1/list", "negative-amount at /lines/1/net");
    }

    private static Receipt withLine(Receipt was, LinePrice second) {
        return with(was, "lines", List.of(was.lines().get(0), second));
    }

    @Test
    void aQuantityOfAReceiptMadeInCodeIsInItsRange() {
        Receipt was = read();
        assertThat(told(withLine(was, new LinePrice("2", "cup", "b", 0, usd(3_000), usd(2_700))))).containsExactly("out-of-range at /lines/1/quantity");
        assertThat(told(withLine(was, new LinePrice("2", "cup", "b", 1, usd(3_000), usd(2_700))))).isEmpty();
        assertThat(told(withLine(was, new LinePrice("2", "cup", "b", 1_000_000, usd(3_000), usd(2_700)))))
                .containsExactly("does-not-add-up at /lines/1/list");
        assertThat(told(withLine(was, new LinePrice("2", "cup", "b", 1_000_001, usd(3_000), usd(2_700)))))
                .containsExactly("out-of-range at /lines/1/quantity");
    }

    @Test
    void aGiftOfAReceiptMadeInCodeIsInItsRange() {
        assertThat(told(withGift(read(), 0))).containsExactly("out-of-range at /applied/0/gift/quantity");
        assertThat(told(withGift(read(), 1))).isEmpty();
        assertThat(told(withGift(read(), 1_000_000))).isEmpty();
        assertThat(told(withGift(read(), 1_000_001))).containsExactly("out-of-range at /applied/0/gift/quantity");
    }

    @Test
    void aGiftIsWorthMoreThanNothing() {
        Receipt was = read();
        for (long worth : List.of(0L, -1L, 1L)) {
            Optional<Money> each = Optional.of(new Money(worth, was.currency()));
            Optional<Receipt.AddedGift> gift = Optional.of(with(was.applied().get(0).gift().orElseThrow(), "worth", each));
            List<String> problems = worth > 0 ? List.of() : List.of("out-of-range at /applied/0/gift/worth");
            assertThat(told(withApplied(was, 0, with(was.applied().get(0), "gift", gift)))).isEqualTo(problems);
        }
    }

    private static Receipt withGift(Receipt was, int quantity) {
        Optional<Receipt.AddedGift> gift = Optional.of(with(was.applied().get(0).gift().orElseThrow(), "quantity", quantity));
        return withApplied(was, 0, with(was.applied().get(0), "gift", gift));
    }

    private static Receipt withApplied(Receipt was, int index, Applied other) {
        List<Applied> applied = new ArrayList<>(was.applied());
        applied.set(index, other);
        return with(was, "applied", applied);
    }

    /** One part below zero, the other so much above that the sums hold. */
    @Test
    void aPlatformsPartMadeInCodeIsNotBelowZero() {
        Receipt was = read();
        List<Allocation> shares = List.of(
                new Allocation(Allocation.On.LINE, "1", usd(500), usd(-1)), new Allocation(Allocation.On.LINE, "2", usd(300), usd(300)));
        assertThat(told(withApplied(was, 1, with(was.applied().get(1), "allocations", shares))))
                .contains("negative-amount at /applied/1/allocations/0/platform");
    }

    @Test
    void severalCurrenciesDoNotAddUp() {
        Receipt was = read();
        Money euros = new Money(3_000, Currency.of("EUR"));
        assertThat(told(withLine(was, new LinePrice("2", "cup", "b", 3, euros, usd(2_700))))).contains("does-not-add-up at ");
    }

    @Test
    void aReceiptHasAsManyLinesAsABasketMayHave() {
        Receipt was = read();
        List<LinePrice> lines = new ArrayList<>(was.lines());
        for (int i = lines.size(); i < 5_000; i++) {
            lines.add(new LinePrice("more " + i, "x", "a", 1, usd(0), usd(0)));
        }
        assertThat(told(with(was, "lines", lines))).isEmpty();
        lines.add(new LinePrice("one more", "x", "a", 1, usd(0), usd(0)));
        assertThat(told(with(was, "lines", lines))).containsExactly("out-of-range at /lines");
    }

    @Test
    void theSentenceNamesTheLineOrTheStoreThatIsNotThere() throws IOException {
        set("/applied/1/allocations/0/line", "\"7\"");
        set("/applied/2/allocations/0/shipping", "\"c\"");
        assertThat(ReceiptReader.read("r.json", receipt.toString()).problems().stream().map(Problem::message))
                .contains("There is no line 7", "No line is sold by the store c");
        copy();
        set("/applied/1/layer", "\"shipping\"");
        set("/applied/2/layer", "\"item-price\"");
        assertThat(ReceiptReader.read("r.json", receipt.toString()).problems().stream().map(Problem::message))
                .contains("The layer shipping takes nothing off goods", "The layer item-price takes nothing off shipping");
    }

    @Test
    void theSentenceTellsBothNumbers() throws IOException {
        set("/total", "\"72.01\"");
        assertThat(ReceiptReader.read("r.json", receipt.toString()).problems().get(0).message())
                .isEqualTo("USD 72.01 is not USD 72.00, which is list price and shipping less the discount");
    }
}
