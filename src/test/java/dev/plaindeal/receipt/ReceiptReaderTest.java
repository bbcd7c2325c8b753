package dev.plaindeal.receipt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.WholeReceipts;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.score.Band;
import dev.plaindeal.score.ScoreRange;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReceiptReaderTest {

    private static final Path ARTICLE = WholeReceipts.FIXTURES.resolve("article/us-live-three-layers.receipt.json");
    private static final long SEED = 99;

    private static List<Path> receipts() throws IOException {
        return WholeReceipts.files();
    }

    private static String article() throws IOException {
        return WholeReceipts.json(ARTICLE);
    }

    @Test
    void everyFixtureComesBackAsItWas() throws IOException {
        List<Path> receipts = receipts();
        assertThat(receipts).hasSizeGreaterThan(100);
        for (Path file : receipts) {
            String json = WholeReceipts.json(file);
            ReceiptReading reading = ReceiptReader.read(file.toString(), json);
            assertThat(reading.problems()).as(file.toString()).isEmpty();
            Receipt receipt = reading.orThrow();
            assertThat(ReceiptJson.pretty(receipt)).as(file.toString()).isEqualTo(json);
            assertThat(ReceiptReader.read("again", ReceiptJson.line(receipt)).orThrow()).isEqualTo(receipt);
        }
    }

    /** 79.96 is written as 80.0, where the next band begins. */
    @ParameterizedTest
    @CsvSource({"61.3, 79.96, fine", "79.96, 80.04, ''", "79.96, 79.98, fine", "39.97, 41, ''", "80, 85, plain"})
    void aRangeKeepsItsBandWhereItsEndsWereRoundedToAnother(double low, double high, String band) throws IOException {
        ScoreRange range = new ScoreRange(low, high);
        assertThat(range.band().map(Band::words).orElse("")).isEqualTo(band);
        String told = String.format(Locale.ROOT, "\"range\" : {\n      \"low\" : %.1f,\n      \"high\" : %.1f%s\n    }", low, high, band.isEmpty() ? "" : ",\n      \"band\" : \"" + band + "\"");
        String json = article();
        int whole = json.lastIndexOf("\n  \"simplicity\"");
        String edited = json.substring(0, whole) + json.substring(whole).replaceFirst("(?s)\"range\" : \\{.*?\\}", told);
        Receipt receipt = ReceiptReader.read("r", edited).orThrow();
        assertThat(receipt.look().simplicity().range().orElseThrow().band()).isEqualTo(range.band());
        assertThat(ReceiptJson.pretty(receipt)).isEqualTo(edited);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock =
            """
            "total" : "97.39"     | "total" : "97.40"     | does-not-add-up | /total
            "total" : "97.39"     | "total" : 97.39       | wrong-type      | /total
            "total" : "97.39"     | "total" : "97.391"    | not-an-amount   | /total
            "total" : "97.39"     | "total" : "1e2"       | wrong-type      | /total
            "total" : "97.39"     | "total" : "-97.39"    | negative-amount | /total
            "total" : "97.39"     | "sum" : "97.39"       | missing-field   | /total
            "currency" : "USD"    | "currency" : "USX"    | unknown-word    | /currency
            "strategy" : "best-price" | "strategy" : "best" | unknown-word  | /strategy
            "sku" : "tea-tray"    | "sku" : 7             | wrong-type      | /lines/1/sku
            "list" : "47.99"      | "list" : "47.98"      | does-not-add-up | /subtotal
            "layer" : "store-coupon" | "layer" : "coupon" | unknown-word    | /applied/1/layer
            "grain" : "scope"     | "grain" : "cent"      | unknown-word    | /applied/0/conventions/grain
            "lines" : [           | "lines" : 3, "was" : [ | wrong-type     | /lines
            "sku" : "tea-tray"    | "sku" : "tea\\u200btray" | control-character | /lines/1/sku
            "sku" : "tea-tray"    | "sku" : "tea\\n::error::" | control-character | /lines/1/sku
            "text" : "            | "text" : "\\u202e       | control-character | /headline/text
            "text" : "            | "text" : "\\u001b[2J    | control-character | /headline/text
            """)
    void aSlipIsToldWithItsPlace(String right, String wrong, String code, String pointer) throws IOException {
        String json = article();
        assertThat(json).contains(right);
        int at = json.indexOf(right);
        ReceiptReading reading =
                ReceiptReader.read("r.json", json.substring(0, at) + wrong + json.substring(at + right.length()));
        assertThat(reading.receipt()).isEmpty();
        assertThat(reading.problems()).extracting(Problem::code).contains(code);
        assertThat(reading.problems())
                .filteredOn(problem -> problem.code().equals(code))
                .extracting(problem -> problem.place().pointer())
                .contains(pointer);
        assertThatThrownBy(reading::orThrow).isInstanceOf(ProblemException.class).hasMessageContaining(pointer);
    }

    @Test
    void whatIsNoJsonOrNoReceiptIsTold() {
        assertThat(ReceiptReader.read("r", "").problems()).extracting(Problem::code).containsExactly("not-an-object");
        assertThat(ReceiptReader.read("r", "[]").problems()).extracting(Problem::code).containsExactly("not-an-object");
        assertThat(ReceiptReader.read("r", "{").problems()).extracting(Problem::code).containsExactly("not-json");
        assertThat(ReceiptReader.read("r", "{} {}").problems()).extracting(Problem::code).containsExactly("not-json");
        assertThat(ReceiptReader.read("r", "{\"a\":1,\"a\":2}").problems().get(0).message()).contains("twice");
    }

    /** Money that no longer adds up is always told, whichever digit was changed. */
    @Test
    void aDigitChangedInAnyAmountOfLinesOrSharesIsFound() throws IOException {
        String json = article();
        int until = json.indexOf("\"rejected\"");
        Random random = new Random(SEED);
        int tried = 0;
        for (int i = 0; i < 10_000; i++) {
            int at = random.nextInt(until);
            boolean money = Character.isDigit(json.charAt(at))
                    && json.substring(json.lastIndexOf('\n', at), json.indexOf('\n', at))
                            .matches("(?s).*\"(total|discount|subtotal|shipping|list|net|amount|platform|store)\" : \"[0-9.]+\".*");
            if (money) {
                tried++;
                char other = (char) ('0' + (json.charAt(at) - '0' + 1 + random.nextInt(9)) % 10);
                String changed = json.substring(0, at) + other + json.substring(at + 1);
                assertThat(ReceiptReader.read("r", changed).receipt()).as("seed %d, offset %d", SEED, at).isEmpty();
            }
        }
        assertThat(tried).isGreaterThan(100);
    }

    @Test
    void noTextMakesItThrow() throws IOException {
        String json = article();
        Random random = new Random(SEED);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(json);
            for (int n = random.nextInt(4); n >= 0; n--) {
                int at = random.nextInt(text.length());
                switch (random.nextInt(3)) {
                    case 0 -> text.deleteCharAt(at);
                    case 1 -> text.setCharAt(at, "{}[]\",:0-9ae".charAt(random.nextInt(12)));
                    default -> text.delete(at, Math.min(text.length(), at + random.nextInt(80)));
                }
            }
            ReceiptReading reading = ReceiptReader.read("r", text.toString());
            assertThat(reading.receipt().isPresent()).as("seed %d, round %d", SEED, i).isEqualTo(reading.problems().isEmpty());
        }
    }
}
