package dev.plaindeal.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.tax.PaidParts.ThirdParty;
import dev.plaindeal.tax.TaxFacts.GoodsFacts;
import dev.plaindeal.tax.TaxFacts.StoreFacts;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Who paid what, on a receipt of two stores and on every receipt of the fixtures. */
class TaxFactsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String RECEIPT = """
            {"format": 1, "basket": "order", "market": "US", "currency": "USD", "channel": "shelf", "at": "2026-11-11T12:00:00Z",
             "rules": "0123456789abcdef", "strategy": "best-price",
             "subtotal": "100.00", "shipping": "9.00", "discount": "21.00", "total": "90.00",
             "rounding": {"step": "5.00", "mode": "half up", "amount": "2.00"},
             "lines": [
               {"line": "1", "sku": "tea", "store": "north", "quantity": 2, "list": "60.00", "net": "50.00"},
               {"line": "2", "sku": "pot", "store": "south", "quantity": 1, "list": "40.00", "net": "34.00"}],
             "stores": [
               {"store": "north", "subtotal": "60.00", "shipping": "9.00", "discount": "15.00", "total": "54.00", "funders": {"platform": "9.00", "store": "6.00"}},
               {"store": "south", "subtotal": "40.00", "shipping": "0.00", "discount": "6.00", "total": "34.00", "funders": {"platform": "0.00", "store": "6.00"}}],
             "applied": [
               {"id": "both", "layer": "platform-threshold", "discount": "10.00", "funders": {"platform": "8.00", "store": "2.00"},
                "allocations": [{"line": "1", "amount": "10.00", "platform": "8.00"}], %s},
               {"id": "own", "layer": "item-price", "discount": "6.00", "funders": {"platform": "0.00", "store": "6.00"},
                "allocations": [{"line": "2", "amount": "6.00"}], %s},
               {"id": "ship", "layer": "shipping", "discount": "5.00", "funders": {"platform": "1.00", "store": "4.00"},
                "allocations": [{"shipping": "north", "amount": "5.00", "platform": "1.00"}], %s}],
             "rejected": [], "nearMisses": [], "funders": {"platform": "9.00", "store": "12.00"}, "reserves": [],
             "simplicity": {"unscored": "no"}, "shown": "layers",
             "headline": {"text": "Save $21.00. You pay $90.00.", "frame": "amount", "against": "list", "saving": "21.00", "percent": "19", "pay": "90.00"},
             "bargain": 20.0}
            """.replace("%s", """
            "conventions": {"rounds": "discount", "grain": "scope", "mode": "half up", "spareCent": "largest remainder", "percentOf": "running price",
                "measuredOn": "running price"}, "simplicity": {"unscored": "no"}""");

    private static Receipt receipt() {
        return ReceiptReader.read("receipt.json", RECEIPT).orThrow();
    }

    @Test
    void eachPartyPaysItsPartAndTheTwoBasesDifferByThePlatforms() {
        TaxFacts facts = TaxFacts.of(receipt());
        assertThat(facts.lines()).extracting(GoodsFacts::line).containsExactly("1", "2");
        PaidParts tea = facts.lines().get(0).parts();
        assertThat(tea.buyer()).hasToString("USD 50.00");
        assertThat(tea.store()).hasToString("USD 2.00");
        assertThat(tea.platform()).hasToString("USD 8.00");
        assertThat(tea.base(ThirdParty.COUNTS_AS_PAID)).hasToString("USD 58.00");
        assertThat(tea.base(ThirdParty.REDUCES_PRICE)).hasToString("USD 50.00");
        PaidParts pot = facts.lines().get(1).parts();
        assertThat(pot.base(ThirdParty.COUNTS_AS_PAID)).isEqualTo(pot.base(ThirdParty.REDUCES_PRICE)).hasToString("USD 34.00");
        assertThat(facts.shipping()).extracting(StoreFacts::store).containsExactly("north");
        assertThat(facts.shipping().get(0).parts().base(ThirdParty.COUNTS_AS_PAID)).hasToString("USD 5.00");
        assertThat(facts.totals().base(ThirdParty.COUNTS_AS_PAID)).hasToString("USD 97.00");
        assertThat(facts.totals().base(ThirdParty.REDUCES_PRICE)).hasToString("USD 88.00");
        assertThat(facts.totals().buyer().plus(facts.rounding().orElseThrow())).isEqualTo(receipt().total());
        TaxSums.check(receipt());
    }

    @Test
    void aReceiptWithoutItsStoresIsRefused() throws IOException {
        String old = RECEIPT.replaceAll("(?s)\"stores\": \\[.*?\\}\\],\\s*\"applied\"", "\"applied\"");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TaxFacts.of(ReceiptReader.read("old.json", old).orThrow()))
                .withMessageContaining("does not tell its stores");
    }

    @Test
    void theJsonKeepsTheSchemaWhichDescribesEveryKey() throws IOException {
        JsonNode text;
        try (InputStream in = TaxFactsJson.class.getResourceAsStream("/dev/plaindeal/tax-facts.schema.json")) {
            text = JSON.readTree(in);
        }
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(text);
        JsonNode facts = JSON.readTree(TaxFactsJson.line(TaxFacts.of(receipt())));
        assertThat(schema.validate(facts)).isEmpty();
        assertThat(JSON.readTree(TaxFactsJson.pretty(TaxFacts.of(receipt())))).isEqualTo(facts);
        assertThat(facts.at("/totals/base/countsAsPaid").asText()).isEqualTo("97.00");
        Set<String> promised = new TreeSet<>();
        promised(text, promised);
        Set<String> written = new TreeSet<>();
        written(facts, written);
        assertThat(written).isEqualTo(promised);
    }

    private static void promised(JsonNode node, Set<String> keys) {
        node.path("properties").properties().forEach(property -> {
            keys.add(property.getKey());
            assertThat(property.getValue().path("description").asText()).as(property.getKey()).endsWith(".");
        });
        node.forEach(child -> promised(child, keys));
    }

    private static void written(JsonNode node, Set<String> keys) {
        if (node.isObject()) {
            node.fieldNames().forEachRemaining(keys::add);
        }
        node.forEach(child -> written(child, keys));
    }
}
