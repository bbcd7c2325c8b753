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
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GenerateOrdersTest {

    /** Of the packed profile; another text means that orders of earlier versions cannot be made again. */
    private static final String FIRST = "{\"format\":1,\"basket\":\"order-0000000001\",";

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
}
