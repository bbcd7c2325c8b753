package dev.plaindeal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.problem.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The published schema and the reader agree: on what is a basket, and on where one that is none goes wrong. */
class SchemaTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Schema SCHEMA = schema();

    /** What needs more than a schema: lists of countries, other fields, the way a number is written. */
    /** Of the characters that cannot be seen, a pattern tells not whether a joiner stands where its letters join. */
    private static final Set<String> BEYOND_A_SCHEMA = Set.of("unknown-market", "unknown-currency", "malformed-locale",
            "malformed-moment", "not-whole", "too-many-decimals", "amount-too-large", "total-too-large", "line-twice",
            "too-many-codes", "category-not-among", "control-character", "store-twice", "idle-store", "shipping-without-lines", "lone-surrogate", "nested-too-deep");

    private static Schema schema() {
        try (InputStream in = BasketReader.class.getResourceAsStream("/dev/plaindeal/basket.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(in);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    static List<String> brokenButJson() throws IOException {
        List<String> names = new ArrayList<>();
        for (String name : BrokenBasketsTest.cases()) {
            byte[] bytes = BrokenBasketsTest.basket(name);
            boolean read = BasketReader.read(name, bytes, NOW).problems().stream()
                    .noneMatch(problem -> Set.of("duplicate-field", "trailing-content", "not-utf-8").contains(problem.code()));
            if (read && json(bytes).isPresent()) {
                names.add(name);
            }
        }
        return names;
    }

    private static Optional<JsonNode> json(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(new String(bytes, UTF_8));
            return json.isMissingNode() ? Optional.empty() : Optional.of(json);
        } catch (JsonProcessingException malformed) {
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @MethodSource("brokenButJson")
    void agreesOnWhereABasketIsBroken(String name) throws IOException {
        byte[] bytes = BrokenBasketsTest.basket(name);
        List<Problem> problems = BasketReader.read(name, bytes, NOW).problems();
        List<String> refused = SCHEMA.validate(json(bytes).orElseThrow()).stream()
                .map(error -> error.getInstanceLocation().toString())
                .toList();

        for (Problem problem : problems) {
            if (!BEYOND_A_SCHEMA.contains(problem.code())) {
                assertThat(refused).as("where the schema refuses, for: %s", problem.text())
                        .anyMatch(pointer -> isNear(pointer, problem.place().pointer()));
            }
        }
        for (String pointer : refused) {
            assertThat(problems).as("problems, for what the schema refuses at %s", pointer)
                    .anyMatch(problem -> isNear(pointer, problem.place().pointer()));
        }
    }

    /** A schema reports an unknown field at the object around it, and a field's name at the object that has it. */
    private static boolean isNear(String schemaPointer, String pointer) {
        return schemaPointer.equals(pointer) || schemaPointer.equals(pointer.substring(0, Math.max(0, pointer.lastIndexOf('/'))));
    }

    @Test
    void describesEveryField() throws IOException {
        try (InputStream in = BasketReader.class.getResourceAsStream("/dev/plaindeal/basket.schema.json")) {
            assertThat(checkDescriptions(JSON.readTree(in))).as("fields described").isEqualTo(49);
        }
    }

    /** Conditions repeat a field without describing it again. */
    private static int checkDescriptions(JsonNode schema) {
        int fields = 0;
        for (JsonNode field : schema.path("properties")) {
            assertThat(field.path("description").asText()).as("description of %s", field).endsWith(".");
            fields += 1 + checkDescriptions(field) + checkDescriptions(field.path("items"));
        }
        return fields;
    }

    @Test
    void comparesManyBrokenBaskets() throws IOException {
        assertThat(brokenButJson()).hasSizeGreaterThan(35);
    }

    @Test
    void acceptsEveryFixtureThatIsNotMeantToBeBroken() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            List<Path> sound = files.filter(file -> file.toString().endsWith(".basket.json"))
                    .filter(file -> !file.startsWith(BrokenBasketsTest.FOLDER))
                    .toList();
            assertThat(sound).isNotEmpty();
            for (Path file : sound) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(BasketReader.read(file.toString(), bytes, NOW).problems()).as("%s", file).isEmpty();
                assertThat(SCHEMA.validate(json(bytes).orElseThrow())).as("%s", file).isEmpty();
            }
        }
    }

    @Test
    void acceptsEveryBasketTheReaderAccepts() throws IOException {
        long seed = Long.getLong("seed", 7L);
        Baskets baskets = new Baskets(new Random(seed));
        for (int run = 0; run < 200; run++) {
            JsonNode json = Baskets.json(baskets.next());
            assertThat(BasketReader.read("basket.json", json.toString().getBytes(UTF_8), NOW).problems()).isEmpty();
            assertThat(SCHEMA.validate(json)).as("seed %d, run %d: %s", seed, run, json).isEmpty();
        }
    }

    @Test
    void isRefusedByTheReaderWhereverItRefuses() throws IOException {
        long seed = Long.getLong("seed", 8L);
        Random random = new Random(seed);
        Baskets baskets = new Baskets(random);
        int refusals = 0;
        for (int run = 0; run < 600; run++) {
            JsonNode json = Baskets.json(baskets.next(2));
            damage(json, random);
            boolean accepted = BasketReader.read("b", json.toString().getBytes(UTF_8), NOW).basket().isPresent();
            boolean refused = !SCHEMA.validate(json).isEmpty();
            refusals += refused ? 1 : 0;
            assertThat(accepted && refused).as("seed %d, run %d: accepted, yet against the schema: %s", seed, run, json).isFalse();
        }
        assertThat(refusals).isGreaterThan(200);
    }

    /** Puts a foreign value in place of one that is there. */
    private static void damage(JsonNode json, Random random) {
        List<String> foreign = List.of("null", "-1", "0", "1.5", "\"\"", "\" x\"", "\"-1\"", "\"1.5\"", "\"1,5\"", "[]", "{}",
                "true", "[\"a\",\"a\"]", "{\"a\":1}", "\"us\"", "\"live\"", "[{}]", "1e400", "\"2026-11-22\"", "\"\\u00a0\"");
        List<JsonNode> objects = new ArrayList<>();
        collect(json, objects);
        var object = (com.fasterxml.jackson.databind.node.ObjectNode) objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        JsonNode value = json(foreign.get(random.nextInt(foreign.size())).getBytes(UTF_8)).orElseThrow();
        if (names.isEmpty() || random.nextInt(8) == 0) {
            object.set("other", value);
        } else if (random.nextInt(8) == 0) {
            object.remove(names.get(random.nextInt(names.size())));
        } else {
            object.set(names.get(random.nextInt(names.size())), value);
        }
    }

    private static void collect(JsonNode node, List<JsonNode> objects) {
        if (node.isObject()) {
            objects.add(node);
        }
        node.forEach(child -> collect(child, objects));
    }
}
