package dev.plaindeal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Problem;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What holds for any basket. {@code -Dseed=...} repeats a run. */
class BasketPropertyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final long seed = Long.getLong("seed", 20261122L);
    private final Random random = new Random(seed);
    private final Baskets baskets = new Baskets(random);

    @Test
    void readsBackWhatWasWritten() {
        for (int run = 0; run < 500; run++) {
            Basket basket = baskets.next();
            String json = written(basket);
            BasketReading reading = BasketReader.read("basket.json", json.getBytes(UTF_8), NOW);

            assertThat(reading.problems()).as("seed %d, run %d: %s", seed, run, json).isEmpty();
            assertThat(reading.basket()).as("seed %d, run %d: %s", seed, run, json).contains(basket);
            assertThat(reading.filledIn()).isEmpty();
        }
    }

    @Test
    void readsBackSeveralWhetherEachIsOnOneLineOrOnMany() {
        for (int run = 0; run < 100; run++) {
            List<Basket> several = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            for (int i = 1 + random.nextInt(5); i > 0; i--) {
                Basket basket = baskets.next();
                several.add(basket);
                text.append(written(basket)).append("\n".repeat(1 + random.nextInt(2)));
            }
            List<BasketReading> readings = BasketReader.readAll("baskets", text.toString().getBytes(UTF_8), NOW);

            assertThat(readings.stream().map(BasketReading::basket)).as("seed %d, run %d:%n%s", seed, run, text)
                    .isEqualTo(several.stream().map(Optional::of).toList());
        }
    }

    private String written(Basket basket) {
        return random.nextBoolean() ? Baskets.json(basket).toString() : Baskets.json(basket).toPrettyString();
    }

    @Test
    void neverThrowsWhateverTheBytes() {
        int stillGood = 0;
        for (int run = 0; run < 2_500; run++) {
            byte[] bytes = mutated(written(baskets.next(1 + random.nextInt(3))).getBytes(UTF_8));
            try {
                BasketReading reading = BasketReader.read("basket.json", bytes, NOW);
                check(reading, bytes);
                BasketReader.readAll("basket.json", bytes, NOW).forEach(each -> check(each, bytes));
                stillGood += reading.basket().isPresent() ? 1 : 0;
            } catch (RuntimeException thrown) {
                fail("seed " + seed + ", run " + run + ": " + Arrays.toString(bytes), thrown);
            }
        }
        assertThat(stillGood).as("seed %d: some mutations do no harm, most do", seed).isBetween(10, 2_000);
    }

    /** Text, not the reader, says where the foreign field and the foreign value are. */
    @Test
    void findsTheExactPlaceInAnyLayout() {
        for (int run = 0; run < 500; run++) {
            var json = Baskets.json(baskets.next());
            var line = (com.fasterxml.jackson.databind.node.ObjectNode) json.get("lines").get(random.nextInt(json.get("lines").size()));
            line.put("zzz", 1);
            line.put("quantity", "zz");
            String text = spaced(random.nextBoolean() ? json.toString() : json.toPrettyString());
            BasketReading reading = BasketReader.read("basket.json", text.getBytes(UTF_8), NOW);

            assertThat(reading.problems().stream().map(problem -> problem.code() + " " + problem.place().line() + " "
                            + problem.place().column())).as("seed %d, run %d:%n%s", seed, run, text)
                    .containsExactlyInAnyOrder("unknown-field " + place(text, "\"zzz\""), "wrong-type " + place(text, "\"zz\""));
        }
    }

    /** More blanks, of any kind, behind commas that separate; there is no comma-and-quote inside the words used. */
    private String spaced(String json) {
        StringBuilder out = new StringBuilder();
        for (String part : json.split("(?<=,)(?=\")")) {
            out.append(part).append(List.of("", " ", "\t", "\n", "\r\n", "\r", " \n ").get(random.nextInt(7)));
        }
        return out.toString();
    }

    private static String place(String text, String needle) {
        int at = text.indexOf(needle);
        int line = 1 + (int) text.substring(0, at).chars().filter(c -> c == '\n').count();
        return line + " " + (at - text.lastIndexOf('\n', at));
    }

    private void check(BasketReading reading, byte[] bytes) {
        boolean errors = reading.problems().stream().anyMatch(Problem::isError);
        assertThat(reading.basket().isEmpty()).as("seed %d: %s", seed, new String(bytes, UTF_8)).isEqualTo(errors);
        for (Problem problem : reading.problems()) {
            assertThat(problem.text()).isNotEmpty();
            assertThat(problem.message()).as("seed %d: %s", seed, new String(bytes, UTF_8)).isNotEqualTo("This is not JSON");
        }
    }

    /** One to three bytes changed, dropped, doubled or swapped, or the end cut off. */
    private byte[] mutated(byte[] bytes) {
        byte[] out = bytes;
        for (int i = 1 + random.nextInt(3); i > 0 && out.length > 1; i--) {
            int at = random.nextInt(out.length);
            out = switch (random.nextInt(6)) {
                case 0 -> Arrays.copyOf(out, at);
                case 1 -> joined(Arrays.copyOf(out, at), Arrays.copyOfRange(out, at + 1, out.length));
                case 2 -> joined(Arrays.copyOf(out, at + 1), Arrays.copyOfRange(out, at, out.length));
                case 3 -> changed(out, at, (byte) random.nextInt(256));
                default -> changed(out, at, (byte) "{}[]:,\"\\0-1.eu/ntf\n\t '".charAt(random.nextInt(22)));
            };
        }
        return out;
    }

    private static byte[] changed(byte[] bytes, int at, byte value) {
        byte[] out = bytes.clone();
        out[at] = value;
        return out;
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] out = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, out, first.length, second.length);
        return out;
    }
}
