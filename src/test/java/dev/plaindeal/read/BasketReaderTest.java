package dev.plaindeal.read;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Store;
import dev.plaindeal.json.JsonProblems;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BasketReaderTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String LEAST = """
            {"basket": "us-1", "market": "US", "currency": "USD",
             "lines": [{"sku": "tea", "store": "pearl-house", "unitPrice": "47.9"}]}""";

    private static BasketReading read(String json) {
        return BasketReader.read("basket.json", json.getBytes(UTF_8), NOW);
    }

    private static List<String> codes(BasketReading reading) {
        return reading.problems().stream().map(Problem::code).toList();
    }

    @Test
    void fillsInWhatMayBeLeftOut() {
        BasketReading reading = read(LEAST);
        Basket basket = reading.orThrow();

        assertThat(basket.locale()).isEqualTo("en-US");
        assertThat(basket.channel()).isEqualTo(Channel.SHELF);
        assertThat(basket.stores()).containsExactly(Store.local("pearl-house"));
        assertThat(basket.lines())
                .containsExactly(Line.of("1", "tea", "pearl-house", Money.of("47.90", Currency.of("USD")), 1));
        assertThat(basket.at()).isEqualTo(NOW);
        assertThat(reading.filledIn()).contains(NOW);
    }

    @Test
    void keepsTheMomentOfTheBasketInAnyOffset() {
        BasketReading reading = read(LEAST.replace("\"market\"", "\"at\": \"2026-11-11T00:30:00+08:00\", \"market\""));

        assertThat(reading.orThrow().at()).isEqualTo(Instant.parse("2026-11-10T16:30:00Z"));
        assertThat(reading.filledIn()).isEmpty();
    }

    @Test
    void writesALocaleInItsUsualLetterCase() {
        assertThat(read(LEAST.replace("\"market\"", "\"locale\": \"EN-us\", \"market\"")).orThrow().locale()).isEqualTo("en-US");
    }

    @Test
    void putsStoresThatOnlyLinesNameBehindTheOthers() {
        BasketReading reading = read("""
                {"basket": "us-1", "market": "US", "currency": "USD",
                 "stores": [{"id": "b", "origin": "cross-border", "fullManaged": true}],
                 "lines": [{"sku": "x", "store": "a", "unitPrice": "1"}, {"sku": "y", "store": "b", "unitPrice": "1"}]}""");

        assertThat(reading.orThrow().stores()).containsExactly(new Store("b", true, true), Store.local("a"));
    }

    @Test
    void hasABasketBesideAWarning() {
        BasketReading reading = read(LEAST.replace("\"lines\"", "\"stores\": [{\"id\": \"perl-house\"}], \"lines\""));

        assertThat(codes(reading)).containsExactly("idle-store");
        assertThat(reading.basket()).isPresent();
    }

    @Test
    void throwsEveryProblemWhereABasketIsDemanded() {
        assertThatThrownBy(() -> read("{}").orThrow())
                .isInstanceOfSatisfying(ProblemException.class, thrown -> assertThat(thrown.problems()).hasSize(4));
    }

    @Test
    void blamesNoFeeAndNoStoreWhileALineDoesNotSayWhoSellsIt() {
        BasketReading reading = read(LEAST.replace("\"store\"", "\"stor\"")
                .replace("\"lines\"", "\"shipping\": {\"pearl-house\": \"1\"}, \"stores\": [{\"id\": \"pearl-house\"}], \"lines\""));

        assertThat(codes(reading)).containsExactlyInAnyOrder("unknown-field", "missing-field");
    }

    @ParameterizedTest
    @CsvSource({"USD, 12, 1200", "USD, 12.3, 1230", "USD, 12.34, 1234", "USD, 0, 0", "USD, 0.01, 1",
            "JPY, 150, 150", "KWD, 1.25, 1250", "KWD, 1.250, 1250", "IDR, 50000, 50000", "USD, 90000000000.00, 9000000000000"})
    void readsMoneyExactly(String currency, String written, long minor) {
        BasketReading reading = read(LEAST.replace("USD", currency).replace("47.9", written));

        assertThat(reading.orThrow().lines().get(0).unitPrice()).isEqualTo(new Money(minor, Currency.of(currency)));
    }

    /** Who writes thousands with a point is never sent away with goods for a thousandth. */
    @ParameterizedTest
    @CsvSource({"IDR, 50.000, 50000", "IDR, '50,000', 50000", "IDR, 50.00, 50", "IDR, 1.250.000, 1250000", "JPY, 1.0, 1",
            "EUR, 1.000, 1000", "EUR, '1,000', 1000", "EUR, '1.000,50', 1000.50", "EUR, '12,99', 12.99", "EUR, 1 000, 1000",
            "EUR, 1'000.5, 1000.5", "USD, 12.3400, 12.34", "KWD, '1,250', 1250", "KWD, 1.2500, 1.250", "INR, '1,00,000', 100000"})
    void sayWhatWasProbablyMeantByAnAmountItRefuses(String currency, String written, String meant) {
        for (String field : List.of("unitPrice", "priorPrice", "minimumPrice", "shipping", "budget")) {
            String amount = field.equals("shipping") ? "\"shipping\": {\"pearl-house\": \"AMOUNT\"}, \"lines\""
                    : field.equals("budget") ? "\"remaining\": {\"budget\": {\"ten\": \"AMOUNT\"}}, \"lines\"" : "\"lines\"";
            String json = field.equals("unitPrice") ? LEAST.replace("47.9", written)
                    : LEAST.replace("47.9\"", "47\"" + (field.endsWith("Price") ? ", \"" + field + "\": \"AMOUNT\"" : ""))
                            .replace("\"lines\"", amount).replace("AMOUNT", written);
            BasketReading reading = read(json.replace("USD", currency));

            assertThat(reading.problems()).as(field).singleElement().satisfies(problem -> {
                assertThat(problem.code()).isIn("too-many-decimals", "not-an-amount");
                assertThat(problem.hint()).isEqualTo("Maybe \"" + meant + "\"?");
            });
        }
    }

    @Test
    void agreesWithTheModelOnTheLargestTotal() {
        String json = LEAST.replace("47.9", "90000000000.00");
        assertThat(read(json).orThrow().subtotal()).isEqualTo(Basket.LARGEST_TOTAL);
        assertThat(codes(read(json.replace("\"lines\"", "\"shipping\": {\"pearl-house\": \"0.01\"}, \"lines\""))))
                .containsExactly("total-too-large");
    }

    @Test
    void survivesTotalsBeyondAnyLong() {
        String line = "{\"sku\": \"x\", \"store\": \"a\", \"unitPrice\": \"90000000000.00\", \"quantity\": 1000000}";
        BasketReading reading = read("{\"basket\": \"b\", \"market\": \"US\", \"currency\": \"USD\", \"lines\": ["
                + String.join(",", java.util.Collections.nCopies(500, line)) + "]}");

        assertThat(codes(reading)).containsExactly("total-too-large");
    }

    @Test
    void countsColumnsInCharactersAndNotInBytes() {
        BasketReading reading = read("{\"basket\": \"\u8336\ud83c\udf75\", \"x\": 1}");
        Problem unknown = reading.problems().stream().filter(p -> p.code().equals("unknown-field")).findFirst().orElseThrow();

        assertThat(unknown.place().line()).isEqualTo(1);
        assertThat(unknown.place().column()).isEqualTo(19);
        assertThat(unknown.place().source().substring(18)).startsWith("\"x\"");
    }

    @Test
    void findsTheNameEvenAwayFromItsColon() {
        Problem unknown = read("{\n\n \"x\"\n:\n 1}").problems().stream()
                .filter(p -> p.code().equals("unknown-field")).findFirst().orElseThrow();

        assertThat(unknown.place().text()).isEqualTo("basket.json:3:2");
    }

    @Test
    void escapesNamesInPointers() {
        assertThat(read(LEAST.replace("\"lines\"", "\"a/b~c\": 1, \"lines\"")).problems())
                .singleElement().extracting(problem -> problem.place().pointer()).isEqualTo("/a~1b~0c");
    }

    @Test
    @Timeout(60)
    void isNotKeptBusyByHostileText() {
        int most = BasketReader.MOST_BYTES;
        List<String> hostile = List.of(
                "[".repeat(most),
                "{\"a\":".repeat(most / 5),
                "{\"lines\":" + "[".repeat(most / 2) + "]".repeat(most / 3),
                "{\"lines\":[" + "1,".repeat(most / 2 - 10) + "1]}",
                "{\"lines\":[" + "[],".repeat(4_900) + "[]]}",
                "{\"" + "a".repeat(most - 8) + "\":1}",
                "{\"basket\":" + "9".repeat(most - 20) + "}",
                "{\"basket\":\"" + "\\u0000".repeat(most / 6 - 10) + "\"}",
                many(most / 12, i -> "\"u" + i + "\":1"),
                many(most / 5 - 10, i -> "\"\":1"),
                many(most / 40, i -> "\"" + colliding(i) + "\":1"));
        for (String text : hostile) {
            BasketReading reading = read(text);
            assertThat(reading.basket()).isEmpty();
            assertThat(reading.problems()).isNotEmpty().hasSizeLessThanOrEqualTo(JsonProblems.MOST + 2);
            assertThat(reading.problems().stream().mapToInt(problem -> problem.text().length()).max().orElseThrow()).isLessThan(2_000);
        }
    }

    private static String many(int count, java.util.function.IntFunction<String> field) {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < count; i++) {
            text.append(i == 0 ? "" : ",").append(field.apply(i));
        }
        return text.append('}').toString();
    }

    /** "Aa" and "BB" have one hash code, and so have all words made of them. */
    private static String colliding(int number) {
        StringBuilder word = new StringBuilder();
        for (int bit = 0; bit < 17; bit++) {
            word.append((number >> bit & 1) == 0 ? "Aa" : "BB");
        }
        return word.toString();
    }

    @Test
    void saysHowManyProblemsItDoesNotList() {
        BasketReading reading = read(many(1_500, i -> "\"u" + i + "\":1"));

        assertThat(reading.problems()).hasSize(JsonProblems.MOST + 1);
        assertThat(reading.problems().get(0).message()).isEqualTo("There are 1504 problems; the first 1000 found are listed");
    }

    @Test
    void listsNoMoreWarningsEitherAndStillHasABasket() {
        String stores = String.join(",", java.util.stream.IntStream.range(0, 1_500).mapToObj(i -> "{\"id\": \"s" + i + "\"}").toList());
        BasketReading reading = read(LEAST.replace("\"lines\"", "\"stores\": [" + stores + "], \"lines\""));

        assertThat(reading.basket()).isPresent();
        assertThat(reading.problems()).hasSize(JsonProblems.MOST + 1).noneMatch(Problem::isError);
    }

    private static Line ofLeast(String fields) {
        return read(LEAST.replace("\"sku\"", fields + ", \"sku\"")).orThrow().lines().get(0);
    }

    @Test
    void readsOneCategorySeveralOrBoth() {
        assertThat(ofLeast("\"category\": \"tea\"").categories()).containsExactly("tea");
        assertThat(ofLeast("\"categories\": [\"tea\", \"gift\"]").categories()).containsExactly("tea", "gift");
        assertThat(ofLeast("\"category\": \"\", \"categories\": [\"tea\", \"gift\"]").category()).isEqualTo("tea");
        assertThat(ofLeast("\"categories\": []").category()).isEmpty();
        assertThat(ofLeast("\"tags\": [\"new\"]").tags()).containsExactly("new");
    }

    @Test
    void theMainCategoryComesFirstWhereverItStandsAmongThem() {
        assertThat(ofLeast("\"categories\": [\"tea\", \"gift\", \"cup\"], \"category\": \"gift\"").categories())
                .containsExactly("gift", "tea", "cup");
    }

    @Test
    void saysWhatStandsRightBehindANumberThatIsAll() {
        assertThat(read("0\"basket\": 1").problems()).extracting(Problem::message)
                .containsExactly("Something stands right behind the end of the JSON");
    }

    @Test
    void refusesMoreNamesThanALineHas() {
        String names = java.util.stream.IntStream.rangeClosed(0, Line.MOST_NAMES)
                .mapToObj(i -> "\"c" + i + "\"").collect(java.util.stream.Collectors.joining(","));

        assertThat(codes(read(LEAST.replace("\"sku\"", "\"categories\": [" + names + "], \"sku\"")))).containsExactly("too-many-categories");
        assertThat(codes(read(LEAST.replace("\"sku\"", "\"tags\": [" + names + "], \"sku\"")))).containsExactly("too-many-tags");
    }

    @ParameterizedTest
    @CsvSource({"30", "600", "100000"})
    void saysOnceThatBracketsAreNestedTooDeep(int depth) {
        assertThat(codes(read(LEAST.replace("\"lines\"", "\"id\": " + "[".repeat(depth) + "]".repeat(depth) + ", \"lines\""))))
                .contains("nested-too-deep").doesNotContain("malformed-json").doesNotHaveDuplicates();
    }

    @Test
    void refusesMoreBytesThanABasketHas() {
        byte[] bytes = new byte[BasketReader.MOST_BYTES + 1];
        java.util.Arrays.fill(bytes, (byte) ' ');

        assertThat(codes(BasketReader.read("b", bytes, NOW))).containsExactly("input-too-large");
    }

    @Test
    void refusesTooManyLinesAndStores() {
        String line = "{\"sku\": \"x\", \"store\": \"a\", \"unitPrice\": \"1\"}";
        BasketReading most = read("{\"basket\": \"b\", \"market\": \"US\", \"currency\": \"USD\", \"lines\": ["
                + String.join(",", java.util.Collections.nCopies(Basket.MOST_LINES, line)) + "]}");
        BasketReading more = read("{\"basket\": \"b\", \"market\": \"US\", \"currency\": \"USD\", \"lines\": ["
                + String.join(",", java.util.Collections.nCopies(Basket.MOST_LINES + 1, line)) + "]}");
        String stores = String.join(",", java.util.Collections.nCopies(BasketObject.MOST_STORES + 1, "{\"id\": \"s\"}"));

        assertThat(most.orThrow().lines()).hasSize(Basket.MOST_LINES);
        assertThat(codes(more)).containsExactly("too-many-lines");
        assertThat(codes(read(LEAST.replace("\"lines\"", "\"stores\": [" + stores + "], \"lines\"")))).containsExactly("too-many-stores");
    }

    /** Far above what is measured (0.2 ms), so that only a change of kind fails it, not a busy machine. */
    @Test
    void readsAFullBasketInWellUnderASecond() {
        byte[] json = Baskets.json(new Baskets(new java.util.Random(3)).next(200)).toString().getBytes(UTF_8);
        for (int i = 0; i < 50; i++) {
            BasketReader.read("b", json, NOW);
        }
        long start = System.nanoTime();
        for (int i = 0; i < 50; i++) {
            assertThat(BasketReader.read("b", json, NOW).basket()).isPresent();
        }
        assertThat(Duration.ofNanos((System.nanoTime() - start) / 50)).isLessThan(Duration.ofMillis(50));
    }
}
