package dev.plaindeal.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.WholeReceipts;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.stack.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema is the contract: every receipt in {@code fixtures/} keeps it, and together they use all of it. */
class ReceiptSchemaTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static JsonNode text;
    private static Schema schema;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream in = ReceiptJson.class.getResourceAsStream("/dev/plaindeal/receipt.schema.json")) {
            text = JSON.readTree(in);
        }
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
    }

    static List<Path> receipts() throws IOException {
        return WholeReceipts.files();
    }

    @ParameterizedTest
    @MethodSource("receipts")
    void keepsTheSchema(Path receipt) throws IOException {
        assertThat(schema.validate(WholeReceipts.tree(receipt))).as("%s", receipt).isEmpty();
    }

    @Test
    void anUnknownKeyBreaksIt() throws IOException {
        ObjectNode receipt = WholeReceipts.tree(receipts().get(0));
        receipt.put("tax", "1.00");
        assertThat(schema.validate(receipt)).isNotEmpty();
    }

    /** A key that no receipt has is a key that nothing writes, or one without a fixture. */
    @Test
    void everyKeyOfTheSchemaIsWrittenSomewhere() throws IOException {
        Set<String> promised = new TreeSet<>();
        collectPromised(text, promised);
        Set<String> written = new TreeSet<>();
        for (Path receipt : receipts()) {
            collectWritten(WholeReceipts.tree(receipt), written);
        }
        assertThat(promised).hasSizeGreaterThan(50).isEqualTo(written);
    }

    @Test
    void everyKeyIsDescribed() {
        assertThat(checkDescriptions(text)).as("keys described").isGreaterThan(80);
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

    @Test
    void listsAreThoseOfTheCode() {
        assertList("/properties/rejected/items/properties/reason/enum", Arrays.stream(Reason.values()).map(Reason::key));
        assertList("/$defs/applied/properties/layer/enum", Arrays.stream(Layer.values()).map(Layer::key));
        assertList("/properties/strategy/enum", Arrays.stream(Strategy.values()).map(Strategy::key));
        assertList("/properties/channel/enum", Arrays.stream(Channel.values()).map(Channel::key));
    }

    private static void assertList(String place, Stream<String> keys) {
        List<String> listed = JSON.convertValue(text.at(place), JSON.getTypeFactory().constructCollectionType(List.class, String.class));
        assertThat(listed).as(place).containsExactlyElementsOf(keys.toList());
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
