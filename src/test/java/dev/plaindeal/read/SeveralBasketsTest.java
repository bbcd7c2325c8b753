package dev.plaindeal.read;

import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How several baskets in one input are told apart. */
class SeveralBasketsTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private static String line(String id) {
        return "{\"basket\":\"" + id + "\",\"market\":\"US\",\"currency\":\"USD\","
                + "\"lines\":[{\"sku\":\"tea\",\"store\":\"s\",\"unitPrice\":\"1\"}]}\n";
    }

    private static String pretty(String id) {
        return "{\n  \"basket\": \"" + id + "\",\n  \"market\": \"US\",\n  \"currency\": \"USD\",\n"
                + "  \"lines\": [\n    {\"sku\": \"tea\", \"store\": \"s\", \"unitPrice\": \"1\"}\n  ]\n}\n";
    }

    private static String unindented(String id) {
        return "{\n\"basket\": \"" + id + "\",\n\"market\": \"US\",\n\"currency\": \"USD\",\n"
                + "\"lines\": [\n{\"sku\": \"tea\", \"store\": \"s\", \"unitPrice\": \"1\"},\n"
                + "{\n\"sku\": \"cup\", \"store\": \"s\", \"unitPrice\": \"1\"\n}\n]\n}\n";
    }

    private static List<BasketReading> readAll(String text) {
        return BasketReader.readAll("in", text.getBytes(UTF_8), NOW);
    }

    private static List<String> ids(List<BasketReading> readings) {
        return readings.stream().map(reading -> reading.basket().map(Basket::id).orElse("-")).toList();
    }

    @Test
    void readsOneInAnyLayout() {
        for (String text : List.of(line("a"), pretty("a"), unindented("a"), line("a").strip(), "\n\n" + pretty("a") + "\n \n")) {
            assertThat(ids(readAll(text))).as(text).containsExactly("a");
        }
    }

    @Test
    void readsSeveralInAnyMixtureOfLayouts() {
        List<BasketReading> readings = readAll(line("a") + pretty("b") + "\r\n" + unindented("c") + line("d").replace("\n", "\r\n") + line("e"));

        assertThat(ids(readings)).containsExactly("a", "b", "c", "d", "e");
        assertThat(readings.stream().map(BasketReading::line)).containsExactly(1, 2, 11, 22, 23);
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "hello",
            "{",
            "}",
            "]]]",
            "[1, 2",
            "{\"basket\":\"x\",\"lines\":[{\"sku\":",
            "{\"basket\":\"x\",\"lines\":[{\"sku\":\"tea\"},",
            "{\"basket\":\"x\",\"lines\":[",
            "{\"basket\":\"x\",",
            "{\"basket\":\"x",
            "{\"basket\":\"x\\",
            "{\"basket\":\"x\",\"lines\":[}]",
            "{\"basket\":\"x\"}}",
            "{\"basket\":\"x\"} {\"basket\":\"y\"}",
            "\"{",
            "{\"a\":[[[[[[[[[[[[[[[[[[[[[[[[[",
            "\u0000",
            "// nothing"
    })
    void losesNoBasketBehindABrokenOne(String broken) {
        for (String good : List.of(line("b"), " " + line("b"), pretty("b"))) {
            List<BasketReading> readings = readAll(line("a") + broken + "\n" + good + line("c"));

            assertThat(ids(readings)).as(broken + " before " + good).contains("a", "c").containsSubsequence("a", "-", "c");
            if (!good.equals(pretty("b"))) {
                assertThat(ids(readings)).as(broken).containsExactly("a", "-", "b", "c");
            }
        }
    }

    @Test
    void isOneBrokenBasketAndNotOnePerLine() {
        for (String name : List.of("truncated", "missing-comma", "wrong-bracket", "trailing-comma", "missing-quote", "comment")) {
            byte[] bytes = brokenFile(name);
            assertThat(BasketReader.readAll(name, bytes, NOW)).as(name).hasSize(1);
            assertThat(BasketReader.readAll(name, bytes, NOW)).isEqualTo(List.of(BasketReader.read(name, bytes, NOW)));
        }
    }

    private static byte[] brokenFile(String name) {
        try {
            return BrokenBasketsTest.basket(name);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void countsLinesOverTheWholeInput() {
        List<BasketReading> readings = readAll(pretty("a") + "\n" + pretty("b").replace("\"1\"", "1"));

        assertThat(readings.get(1).problems()).singleElement()
                .extracting(problem -> problem.place().text()).isEqualTo("in:15:47");
    }

    @Test
    void refusesAnArrayOnce() {
        List<BasketReading> readings = readAll("[\n" + line("a").strip() + ",\n" + line("b") + "]\n");

        assertThat(readings).singleElement()
                .satisfies(reading -> assertThat(reading.problems()).extracting(Problem::code).containsExactly("basket-array"));
    }

    @Test
    void refusesUtf16OnceHoweverManyLines() {
        List<BasketReading> readings = BasketReader.readAll("in", (line("a") + line("b")).getBytes(UTF_16), NOW);

        assertThat(readings).singleElement()
                .satisfies(reading -> assertThat(reading.problems()).extracting(Problem::code).containsExactly("not-utf-8"));
    }

    @Test
    void saysThatEmptyInputIsEmpty() {
        for (String text : List.of("", "\n", " \r\n\t\n")) {
            assertThat(readAll(text)).singleElement()
                    .satisfies(reading -> assertThat(reading.problems()).extracting(Problem::code).containsExactly("empty-input"));
        }
    }

    @Test
    void handsABasketOnBeforeTheNextIsWritten() {
        InputStream silent = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("nothing more was to be read yet");
            }
        };
        Iterator<BasketReading> readings = BasketReader
                .stream("in", new SequenceInputStream(new ByteArrayInputStream(pretty("a").getBytes(UTF_8)), silent), NOW)
                .iterator();

        assertThat(readings.next().orThrow().id()).isEqualTo("a");
        assertThatThrownBy(readings::next).isInstanceOf(UncheckedIOException.class).hasMessageContaining("nothing more");
    }

    @Test
    @Timeout(60)
    void readsAnyNumberOfBaskets() {
        int count = 50_000;
        byte[] one = line("a").getBytes(UTF_8);
        InputStream endless = new InputStream() {
            private long at;

            @Override
            public int read() {
                return at == (long) one.length * count ? -1 : one[(int) (at++ % one.length)];
            }
        };

        assertThat(BasketReader.stream("in", endless, NOW).filter(reading -> reading.basket().isPresent()).count()).isEqualTo(count);
    }

    @Test
    @Timeout(30)
    void dropsALineTooLongToBeABasketAndGoesOn() {
        List<InputStream> parts = new ArrayList<>();
        parts.add(new ByteArrayInputStream(line("a").getBytes(UTF_8)));
        byte[] filler = new byte[1 << 20];
        java.util.Arrays.fill(filler, (byte) '[');
        for (int i = 0; i < 50; i++) {
            parts.add(new ByteArrayInputStream(filler));
        }
        parts.add(new ByteArrayInputStream(("\n" + line("b")).getBytes(UTF_8)));
        List<BasketReading> readings = BasketReader.stream("in", new SequenceInputStream(Collections.enumeration(parts)), NOW).toList();

        assertThat(ids(readings)).containsExactly("a", "-", "b");
        assertThat(readings.get(1).problems()).singleElement()
                .satisfies(problem -> assertThat(problem.text()).startsWith("in:2: error: A basket has at most 4000000 bytes"));
    }
}
