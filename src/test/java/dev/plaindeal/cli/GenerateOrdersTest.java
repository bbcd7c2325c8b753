package dev.plaindeal.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.cli.Desk.Run;
import dev.plaindeal.read.BasketReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateOrdersTest {

    /** Of the packed profile; another text means that orders of earlier versions cannot be made again. */
    private static final String FIRST = "{\"format\":1,\"basket\":\"order-0000000001\",";

    private static final String PROFILE = """
            {"from": "2026-01-01", "until": "2026-02-01", "hours": [%s], "markets": [{"market": "US", "weight": 1, "currency": "USD",
             "channels": {"live": 1}, "stores": {"cedar": 1}, "categories": {"": 1}, "lines": {"1": 1, "3": 1}, "quantities": {"1": 1, "999": 1},
             "prices": [{"from": "10.00", "to": "20.00", "step": "1.00", "weight": 1}], "shipping": {"0": 1, "0.00": 1}, "codes": {"SAVE": 10}}]}
            """.formatted(String.join(", ", Collections.nCopies(24, "1")));

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
    }

    @Test
    void theSameSeedGivesTheSameBytesPackedOrNotAndForAnyNumberOfWorkers() throws IOException {
        String shown = desk.run("generate-orders", "--count", "5000", "--seed", "7", "--workers", "1").out();
        assertThat(desk.run("generate-orders", "--count", "5000", "--seed", "7", "--workers", "4", "--out", "./orders.jsonl.gz"))
                .isEqualTo(new Run(0, "", ""));
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(desk.at("orders.jsonl.gz")))) {
            assertThat(new String(packed.readAllBytes(), UTF_8)).isEqualTo(shown);
        }
        assertThat(shown).startsWith(FIRST).hasLineCount(5_000);
        assertThat(desk.run("generate-orders", "--count", "5000", "--seed", "8").out()).isNotEqualTo(shown);
        assertThat(desk.run("generate-orders", "--count", "1", "--out", "./orders.jsonl.gz").err()).contains("[file-exists]");
    }

    @Test
    void ordersAreReadableInTheOrderOfTimeAndAsTheirProfileSays() {
        List<Basket> orders = desk.run("generate-orders", "--count", "4000").out().lines()
                .map(line -> BasketReader.read("x", line.getBytes(UTF_8), Instant.EPOCH).orThrow())
                .toList();
        assertThat(orders).isSortedAccordingTo(java.util.Comparator.comparing(Basket::at));
        assertThat(orders.get(0).at()).isBetween(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-01-01T12:00:00Z"));
        assertThat(orders.get(3_999).at()).isBetween(Instant.parse("2026-12-31T12:00:00Z"), Instant.parse("2026-12-31T23:59:59Z"));
        assertThat(orders.get(2_000).at().toString()).as("half-way").startsWith("2026-07-0");
        assertThat(orders.stream().filter(order -> order.market().equals("US")).count()).as("40 % within 3 deviations").isBetween(1_507L, 1_693L);
        long us = orders.stream().filter(order -> order.market().equals("US")).count();
        assertThat(orders.stream().filter(order -> order.codes().contains("SAVE10")).count()).as("14 % of them").isBetween(us * 11 / 100, us * 17 / 100);
    }

    @Test
    void aProfileOfOnesOwnIsReadWithItsMistakes() throws IOException {
        String packed = desk.run("generate-orders", "--print-profile").out();
        try (InputStream schema = Basket.class.getResourceAsStream("/dev/plaindeal/order-profile.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema).validate(new ObjectMapper().readTree(packed))).isEmpty();
        }
        desk.write("own.json", packed.replace("\"weight\": 40", "\"weight\": 0"));
        assertThat(desk.run("generate-orders", "--count", "300", "--profile", "./own.json").out()).hasLineCount(300).doesNotContain("\"market\":\"US\"");
        desk.write("own.json", packed.replace("\"JPY\"", "\"YEN\"").replace("\"newBuyers\": 14", "\"newBuyers\": 140").replace("\"until\"", "\"untill\""));
        Run run = desk.run("generate-orders", "--count", "3", "--profile", "./own.json");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("[wrong-value]", "at /markets/0/newBuyers", "Maybe until?", "own.json:");
        assertThat(desk.run("generate-orders").code()).isEqualTo(2);
        assertThat(desk.run("generate-orders", "--count", "-1").code()).isEqualTo(2);
    }

    private static String with(String packed, String old, String other) {
        assertThat(packed).contains(old);
        return packed.replace(old, other);
    }

    /** What no order could hold is told of the profile, and not by the first order that would hold it. */
    @Test
    void aProfileWhoseOrdersNobodyCouldPriceIsRefusedWithItsPlace() {
        String packed = PROFILE;
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put(with(packed, "\"cedar\": 1", "\" \": 1"), "\" \" cannot stand here");
        wrong.put(with(packed, "\"cedar\": 1", "\"" + "s".repeat(199) + "\": 1"), "[wrong-value]");
        wrong.put(with(packed, "\"\": 1", "\" \\u0007\": 1"), "[wrong-value]");
        wrong.put(with(packed, "\"SAVE\": 10", "\"SAVE\": 10, \"save\": 5"), "\"save\" is given twice");
        wrong.put(with(packed, "\"SAVE\": 10", "\" \": 10"), "\" \" is no code");
        wrong.put(with(packed, "\"SAVE\": 10", IntStream.range(0, 51).mapToObj(i -> "\"C" + i + "\": 1").collect(Collectors.joining(", "))),
                "[too-many-codes]");
        wrong.put(with(packed, "\"to\": \"20.00\"", "\"to\": \"9000000000.00\""), "[too-large]");
        wrong.put(with(packed, "\"to\": \"20.00\"", "\"to\": \"92233720368547758.07\""), "[too-large]");
        wrong.put(with(packed, "2026-01-01", "+999999999-01-01"), "[no-day]");
        wrong.forEach((profile, said) -> {
            desk.write("own.json", profile);
            Run run = desk.run("generate-orders", "--count", "50", "--profile", "./own.json");
            assertThat(run.code()).as(said).isEqualTo(1);
            assertThat(run.err()).startsWith("own.json:").contains(said).doesNotContain("internal-error");
        });
    }

    /** Two bands of the same prices weigh as much as both. */
    @Test
    void whatIsSaidTwiceWeighsTwice() {
        String once = with(PROFILE, "\"weight\": 1}]", "\"weight\": 3}, {\"from\": \"50.00\", \"to\": \"50.00\", \"step\": \"1.00\", \"weight\": 1}]");
        String often = with(PROFILE, "\"weight\": 1}]", "\"weight\": 1}" + ", {\"from\": \"10.00\", \"to\": \"20.00\", \"step\": \"1.00\", \"weight\": 1}".repeat(2)
                + ", {\"from\": \"50.00\", \"to\": \"50.00\", \"step\": \"1.00\", \"weight\": 1}]");
        desk.write("once.json", once);
        desk.write("often.json", often);
        String orders = desk.run("generate-orders", "--count", "200", "--profile", "./once.json").out();
        assertThat(orders).contains("\"50.00\"").hasLineCount(200);
        assertThat(desk.run("generate-orders", "--count", "200", "--profile", "./often.json").out()).isEqualTo(orders);
    }
}
