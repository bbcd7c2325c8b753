package dev.plaindeal.returns;

import static dev.plaindeal.returns.Orders.EUR;
import static dev.plaindeal.returns.Orders.basket;
import static dev.plaindeal.returns.Orders.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Balance;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.returns.Refund.GiftBack;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published schema is the contract: refunds of every sort keep it, and together they use all of it. */
class RefundSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonNode text;
    private static Schema schema;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = RefundJson.class.getResourceAsStream("/dev/plaindeal/refund.schema.json")) {
            text = JSON.readTree(in);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }

    /** Lines, free shipping that is lost, something carried and set off, gifts of a store and of the platform. */
    private static List<JsonNode> refunds() throws IOException {
        List<JsonNode> refunds = new ArrayList<>();
        PromotionEngine engine = PromotionEngine.load(Map.ofEntries(
                Orders.rule("v", "$c : PlatformCoupon( code == \"V\" )", "$c.percentOff(10).whenSpending(\"EUR 300\");"),
                Orders.rule("ship", "$s : PlatformShipping( market == \"DE\" )", "$s.freeShipping().whenSpending(\"EUR 300\");"),
                Orders.rule("cup", "$b : PlatformBasket( market == \"DE\" )", "$b.gift(\"cup\", \"Cup\").whenSpending(\"EUR 300\");"),
                Orders.rule("tote", "$s : StoreBasket( store == \"b\" )", "$s.gift(\"tote\", \"Tote\");")));
        Basket order = basket(
                List.of(line("1", "a", 28_900, 1), line("2", "b", 1_100, 1)), Map.of("a", new Money(499, EUR)), List.of("V"));
        Receipt receipt = engine.evaluate(order);
        for (Returns start : List.of(Returns.keepingPaidShare(receipt), Returns.reEvaluating(receipt, order, engine))) {
            for (Refund refund : start.with(Map.of("2", 1)).with(Map.of("1", 1)).refunds()) {
                refunds.add(JSON.readTree(RefundJson.line(refund)));
            }
        }
        refunds.add(JSON.readTree(RefundJson.line(rounded())));
        refunds.add(JSON.readTree(RefundJson.line(withPoints())));
        refunds.add(JSON.readTree(RefundJson.line(toABalance())));
        refunds.add(JSON.readTree(RefundJson.line(withGifts())));
        return refunds;
    }

    /** Points by a store's code, which are not given any more. */
    private static Refund withPoints() {
        PromotionEngine engine = PromotionEngine.load(Map.ofEntries(Orders.rule(
                "pts", "$c : StoreCoupon( store == \"a\", code == \"PTS\" )", "$c.percentOff(5).asPoints(\"EUR 0.01\");")));
        Receipt receipt = engine.evaluate(basket(List.of(line("1", "a", 2_004, 1)), Map.of(), List.of("PTS")));
        return Returns.keepingPaidShare(receipt).with(Map.of("1", 1)).last().orElseThrow();
    }

    /** Of three cups one came back. */
    private static Refund withGifts() {
        PromotionEngine engine = PromotionEngine.load(Map.ofEntries(Orders.rule(
                "cups", "$b : PlatformBasket( market == \"DE\" )", "$b.gift(\"cup\", \"Cup\").worth(\"EUR 2\").giftsPer(1, 3);")));
        Receipt receipt = engine.evaluate(basket(List.of(line("1", "a", 2_004, 1)), Map.of(), List.of()));
        return Returns.keepingPaidShare(receipt).withGiftsBack(Map.of("cup", 1)).with(Map.of("1", 1)).last().orElseThrow();
    }

    /** Half of 20.04 was paid with coins. */
    private static Refund toABalance() {
        PromotionEngine engine = PromotionEngine.load(Map.ofEntries(Orders.rule(
                "coins", "$b : PlatformBasket( market == \"DE\" )", "$b.percentOff(50).paidFromBalance(\"coins\", \"EUR 0.01\");")));
        Basket order = basket(List.of(line("1", "a", 2_004, 1)), Map.of(), List.of()).withBalances(List.of(new Balance("coins", 5_000)));
        return Returns.keepingPaidShare(engine.evaluate(order)).with(Map.of("1", 1)).last().orElseThrow();
    }

    /** One of 10.02 in steps of 0.05. */
    private static Refund rounded() throws IOException {
        Map<String, String> files = new TreeMap<>(Map.ofEntries(Orders.rule("v", "$p : PlatformItems( market == \"DE\" )", "$p.percentOff(50);")));
        for (String name : List.of("steps.drl", "markets.drl")) {
            files.put("simplicity/" + name, Files.readString(Path.of("rules/simplicity", name))
                    .replace("tolerance(\"0.85\").floor(40).reference(\"EUR", "payableStep(\"EUR 0.05\").tolerance(\"0.85\").floor(40).reference(\"EUR"));
        }
        Receipt receipt = PromotionEngine.load(files).evaluate(basket(List.of(line("1", "a", 2_004, 1)), Map.of(), List.of()));
        return Returns.keepingPaidShare(receipt).with(Map.of("1", 1)).last().orElseThrow();
    }

    @Test
    void everyRefundKeepsTheSchema() throws IOException {
        assertThat(refunds()).hasSize(8).allSatisfy(refund -> assertThat(schema.validate(refund)).as("%s", refund).isEmpty());
    }

    @Test
    void anUnknownKeyBreaksIt() throws IOException {
        assertThat(schema.validate(((ObjectNode) refunds().get(0)).put("tax", "1.00"))).isNotEmpty();
    }

    /** A key that no refund has is a key that nothing writes. */
    @Test
    void everyKeyOfTheSchemaIsWrittenSomewhere() throws IOException {
        Set<String> promised = new TreeSet<>();
        collectPromised(text, promised);
        Set<String> written = new TreeSet<>();
        refunds().forEach(refund -> collectWritten(refund, written));
        assertThat(promised).hasSizeGreaterThan(15).isEqualTo(written);
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(checkDescriptions(text)).as("keys described").isGreaterThan(20);
    }

    @Test
    void listsAreThoseOfTheCode() {
        assertList("/properties/policy/enum", Arrays.stream(ReturnPolicy.values()).map(ReturnPolicy::key));
        assertList("/properties/gifts/items/properties/state/enum", Arrays.stream(GiftBack.State.values()).map(GiftBack.State::key));
    }

    private static void assertList(String place, Stream<String> keys) {
        List<String> listed = new ArrayList<>();
        text.at(place).forEach(key -> listed.add(key.asText()));
        assertThat(listed).as(place).containsExactlyElementsOf(keys.toList());
    }

    private static int checkDescriptions(JsonNode node) {
        int keys = 0;
        for (var property : node.path("properties").properties()) {
            assertThat(property.getValue().path("description").asText()).as(property.getKey()).endsWith(".");
            keys++;
        }
        for (JsonNode child : node) {
            keys += checkDescriptions(child);
        }
        return keys;
    }

    private static void collectPromised(JsonNode node, Set<String> keys) {
        node.path("properties").fieldNames().forEachRemaining(keys::add);
        node.forEach(child -> collectPromised(child, keys));
    }

    private static void collectWritten(JsonNode node, Set<String> keys) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(keys::add);
        }
        node.forEach(child -> collectWritten(child, keys));
    }
}
