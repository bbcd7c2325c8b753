package dev.plaindeal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is read quickly is what is read thoroughly; of anything in doubt nothing is read. */
class PlainBasketTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String WHOLE = "{\"format\":1,\"basket\":\"b\",\"market\":\"US\",\"currency\":\"USD\",\"locale\":\"en-US\",\"channel\":\"live\","
            + "\"at\":\"2026-11-22T20:00:00-05:00\",\"buyer\":{\"id\":\"ann\",\"new\":false,\"priorOrders\":3,\"segments\":[\"vip\"]},"
            + "\"stores\":[{\"id\":\"a\",\"origin\":\"cross-border\",\"fullManaged\":true}],"
            + "\"lines\":[{\"id\":\"1\",\"sku\":\"cup\",\"store\":\"a\",\"category\":\"tea\",\"brand\":\"x\",\"unitPrice\":\"12.50\",\"quantity\":2},"
            + "{\"sku\":\"pot\",\"store\":\"b\",\"unitPrice\":\"7\"}],\"shipping\":{\"a\":\"4.99\"},\"shippingMethod\":\"air\",\"paymentMethod\":\"gopay\","
            + "\"client\":\"app\",\"codes\":[\"SAVE\",\"save \"],\"remaining\":{\"uses\":{},\"usesByBuyer\":{},\"budget\":{}}}";

    /** Every basket of the fixtures, on one line. */
    private static List<String> fixtures() throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".basket.json")).sorted().toList()) {
                try {
                    JsonNode basket = JSON.readTree(Files.readString(file));
                    lines.add(basket.toString());
                } catch (IOException broken) {
                    // Some fixtures are broken on purpose.
                    continue;
                }
            }
        }
        return lines;
    }

    /** Whether it was read quickly, and then as thoroughly. */
    private static boolean isRead(String line) {
        byte[] bytes = line.getBytes(UTF_8);
        Optional<BasketReading> quick = PlainBasket.read(bytes, 7, NOW);
        quick.ifPresent(reading -> assertThat(thorough(bytes, reading)).as(line).isEqualTo(reading));
        return quick.isPresent();
    }

    /** On line 7 of its file, as the other says it is. */
    private static BasketReading thorough(byte[] bytes, BasketReading like) {
        BasketReading reading = BasketReader.read("orders", bytes, NOW);
        return new BasketReading(like.line(), reading.basket(), reading.problems(), reading.filledIn());
    }

    @Test
    void whatMostBasketsAreIsReadQuicklyAndTheSame() {
        assertThat(isRead(WHOLE)).isTrue();
        assertThat(PlainBasket.read(WHOLE.getBytes(UTF_8), 7, NOW).orElseThrow().basket().orElseThrow())
                .isEqualTo(BasketReader.read("x", WHOLE.getBytes(UTF_8), NOW).orThrow());
    }

    @Test
    void allFixturesAreReadTheSame() throws IOException {
        List<String> lines = fixtures();
        assertThat(lines).hasSizeGreaterThan(300);
        assertThat(lines.stream().filter(PlainBasketTest::isRead).count()).as("read quickly").isGreaterThan(150);
    }

    /** Each change of one field: another value, left out, twice, misspelt. */
    @Test
    void whatIsWrongIsNeverRead() {
        List<String> values = List.of("\"\"", "\" \"", "\" x\"", "\"x\"", "null", "0", "-1", "1.0", "1e3", "2000000", "true", "[]", "{}", "\"12.345\"", "\"-1\"",
                "\"9999999999999.99\"", "\"2026-02-30T00:00:00Z\"", "\"a\\u0007b\"", "\"\u00e9\"", "\"" + "x".repeat(201) + "\"", "[\"x\",\"x\"]");
        List<String> fields = List.of("format", "basket", "market", "currency", "locale", "channel", "at", "buyer", "id", "new", "priorOrders", "segments",
                "stores", "origin", "fullManaged", "lines", "sku", "store", "category", "brand", "unitPrice", "quantity", "shipping", "shippingMethod",
                "paymentMethod", "client", "codes", "remaining", "uses");
        for (String field : fields) {
            String key = "\"" + field + "\":";
            for (String value : values) {
                isRead(WHOLE.replaceFirst(key + "(\"[^\"]*\"|[a-z0-9]+)", key + value.replace("\\", "\\\\")));
                isRead(WHOLE.replaceFirst(key, key + value.replace("\\", "\\\\") + "," + key));
            }
            assertThat(isRead(WHOLE.replaceFirst(key, "\"" + field + "s\":"))).as("misspelt " + field).isFalse();
        }
        for (String more : List.of(" ", "{}", ",", "x")) {
            isRead(WHOLE + more);
        }
        assertThat(isRead(WHOLE + "\r")).isTrue();
    }

    @Test
    void cutAndDamagedLinesAreReadTheSameOrNot() {
        long seed = Long.getLong("plaindeal.seed", 20_261_127L);
        System.out.println("damage of seed " + seed + "; again with -Dplaindeal.seed=" + seed);
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            char[] letters = WHOLE.toCharArray();
            letters[random.nextInt(letters.length)] = "\"{}[]:,.0 1ax-".charAt(random.nextInt(14));
            isRead(new String(letters));
            isRead(WHOLE.substring(0, random.nextInt(WHOLE.length())));
        }
    }
}
