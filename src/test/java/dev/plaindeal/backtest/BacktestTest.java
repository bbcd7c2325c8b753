package dev.plaindeal.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Percent;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a change of rules costs on orders of the past: by hand, against a second opinion, and however the work is cut. */
class BacktestTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final RuleBooks BOOKS = Orders.books();

    @TempDir
    Path folder;

    private static BacktestReport run(OrderFile... files) {
        return Backtest.of(BOOKS, NOW).run(List.of(files));
    }

    /** 60.00 with 10 % is 54.00, with 12 % 52.80; 5.00 of the store come off before, so of 120.00 it is 12 and 10.80, then 12.96. */
    @Test
    void sumsByHand() throws IOException {
        BacktestReport report = run(Orders.file("orders.jsonl", List.of(
                Orders.order("small", "2026-11-02T03:30:00Z", "cedar", "60.00", "\"SAVE\""),
                Orders.order("big", "2026-11-02T12:00:00Z", "pearl", "120.00", "\"SAVE\""),
                Orders.order("plain", "2026-11-02T12:00:00Z", "cedar", "45.00", "\"SAVE\""))));
        JsonNode json = JSON.readTree(BacktestJson.of(report));
        JsonNode usd = json.path("currencies").path(0);
        assertThat(usd.path("currency").asText()).isEqualTo("USD");
        assertThat(usd.at("/all/touched").asInt()).isEqualTo(2);
        assertThat(usd.at("/all/cheaper").asInt()).isEqualTo(2);
        assertThat(usd.at("/all/cheaperBy").asText()).isEqualTo("3.36");
        assertThat(usd.at("/all/dearer").asInt()).isZero();
        assertThat(usd.at("/all/before/saving").asText()).isEqualTo("28.80");
        assertThat(usd.at("/all/after/saving").asText()).isEqualTo("32.16");
        assertThat(usd.at("/all/change/toPay").asText()).isEqualTo("-3.36");
        assertThat(usd.at("/all/before/nearMisses").asInt()).as("45.00 wants 5.00 more").isEqualTo(1);
        assertThat(usd.at("/promotion/1/name").asText()).isEqualTo("us-save");
        assertThat(usd.at("/promotion/1/after/saving").asText()).isEqualTo("20.16");
        assertThat(usd.at("/promotion/1/after/platform").asText()).isEqualTo("20.16");
        assertThat(usd.at("/funder/1/after/saving").asText()).as("the stores pay").isEqualTo("12.00");
        assertThat(usd.at("/store/0/before/toPay").asText()).as("cedar").isEqualTo("99.00");
        assertThat(usd.at("/day/0/name").asText()).as("03:30 UTC is the evening before in New York").isEqualTo("2026-11-01");
        assertThat(usd.at("/day/0/change/saving").asText()).isEqualTo("1.20");
        assertThat(json.at("/mostChanged/0/order").asText()).isEqualTo("big");
        assertThat(json.at("/mostChanged/0/pays").asText()).isEqualTo("-2.16");
        assertThat(json.at("/mostChanged/0/before/total").asText()).isEqualTo("97.20");
        assertThat(json.at("/mostChanged/1/after/total").asText()).isEqualTo("52.80");
        assertThat(json.path("mostChanged")).hasSize(2);
    }

    @Test
    void theSumsAreThoseOfPricingEachOrderByItself() {
        List<String> lines = Orders.many(2_000);
        BacktestReport report = run(Orders.file("orders.jsonl", lines));
        TreeMap<String, BigInteger> expected = new TreeMap<>();
        long below = 0;
        for (String line : lines) {
            Basket basket = BasketReader.read("x", line.getBytes(UTF_8), NOW).orThrow();
            Receipt after = BOOKS.after().evaluate(basket);
            add(expected, basket.currency().code(), after.total().minor());
            after.stores().forEach(store -> add(expected, basket.currency() + " " + store.store(), store.total().minor()));
            after.applied().forEach(one -> add(expected, basket.currency() + " " + one.id(), one.discount().minor()));
            below += after.look().simplicity().score() < BOOKS.after().simplicityFloor("US", basket.channel()) ? 1 : 0;
        }
        TreeMap<String, BigInteger> found = new TreeMap<>();
        report.byCurrency().forEach((currency, sums) -> {
            found.put(currency, sums.all().get(BookSide.AFTER, SumKind.TO_PAY));
            sums.by(Breakdown.STORE).forEach((store, row) -> found.put(currency + " " + store, row.get(BookSide.AFTER, SumKind.TO_PAY)));
            sums.by(Breakdown.PROMOTION).forEach((id, row) -> {
                if (row.get(BookSide.AFTER, SumKind.SAVING).signum() != 0) {
                    found.put(currency + " " + id, row.get(BookSide.AFTER, SumKind.SAVING));
                }
            });
        });
        assertThat(found).isEqualTo(expected).hasSizeGreaterThan(5);
        assertThat(report.byCurrency().values().stream().mapToLong(sums -> sums.all().get(BookSide.AFTER, SumKind.BELOW_FLOOR).longValue()).sum())
                .isEqualTo(below).isPositive();
    }

    private static void add(TreeMap<String, BigInteger> sums, String name, long more) {
        sums.merge(name, BigInteger.valueOf(more), BigInteger::add);
    }

    @Test
    void everyBreakdownOfOrdersAddsUpToTheWhole() {
        run(Orders.file("orders.jsonl", Orders.many(1_000))).byCurrency().values().forEach(sums -> {
            for (Breakdown by : List.of(Breakdown.MARKET, Breakdown.DAY, Breakdown.STORE, Breakdown.PROMOTION, Breakdown.LAYER, Breakdown.FUNDER)) {
                BigInteger saving = sums.by(by).values().stream().map(row -> row.get(BookSide.AFTER, SumKind.SAVING)).reduce(BigInteger.ZERO, BigInteger::add);
                assertThat(saving).as(by.key()).isEqualTo(sums.all().get(BookSide.AFTER, SumKind.SAVING));
            }
        });
    }

    @Test
    void theAnswerIsTheSameForAnyNumberOfWorkersAndAnyPacking() {
        byte[] orders = Orders.bytes(Orders.many(4_000));
        assertThat(orders.length).as("several blocks").isGreaterThan(2 * OrderBlocks.USUAL_BYTES);
        String alone = BacktestJson.of(run(Orders.file("orders", orders)));
        for (int workers : new int[] {2, 8}) {
            BacktestReport report = Backtest.of(BOOKS, NOW).withWorkers(workers).run(List.of(Orders.file("orders", orders)));
            assertThat(BacktestJson.of(report)).isEqualTo(alone);
        }
        assertThat(BacktestJson.of(run(Orders.file("orders", Orders.packed(orders))))).isEqualTo(alone);
        byte[] first = Arrays.copyOf(orders, orders.length / 3);
        int cut = new String(first, UTF_8).lastIndexOf('\n') + 1;
        OrderFile one = Orders.file("a", Arrays.copyOf(orders, cut));
        OrderFile other = Orders.file("b", Orders.packed(Arrays.copyOfRange(orders, cut, orders.length)));
        assertThat(BacktestJson.of(run(other, one))).as("in two files, the second first").isEqualTo(alone);
    }

    /** As a cluster does it: parts of the input by themselves, sent as bytes, put together elsewhere. */
    @Test
    void partsThatArePutTogetherGiveTheSameAnswer() {
        List<String> lines = new ArrayList<>(Orders.many(2_000));
        lines.set(700, "no order");
        BacktestPart all = new BacktestPart(BOOKS, NOW);
        for (int from = 0; from < lines.size(); from += 300) {
            BacktestPart part = new BacktestPart(BOOKS, NOW);
            for (int i = from; i < Math.min(lines.size(), from + 300); i++) {
                part.add("orders", i + 1, lines.get(i).getBytes(UTF_8));
            }
            all.addAll(part.bytes());
        }
        assertThat(BacktestJson.of(all.report())).isEqualTo(BacktestJson.of(run(Orders.file("orders", lines))));
    }

    @Test
    void badLinesAreKeptAsTheyAreAndTheOthersStayAsTheyWere() throws IOException {
        List<String> good = Orders.many(3_000);
        List<String> mixed = new ArrayList<>();
        List<String> bad = new ArrayList<>();
        for (int i = 0; i < good.size(); i++) {
            if (i % 100 == 50) {
                String broken = i % 200 == 50 ? good.get(i).substring(0, 40) : good.get(i).replace("unitPrice\": \"", "unitPrice\": \"-");
                mixed.add(broken);
                bad.add(broken);
            }
            mixed.add(good.get(i));
        }
        Path rejects = folder.resolve("rejects.jsonl");
        Files.writeString(rejects, "what was there before ".repeat(10_000));
        BacktestReport report;
        try (RejectFile file = RejectFile.open(rejects)) {
            report = Backtest.of(BOOKS, NOW).withWorkers(4).withRejects(file).run(List.of(Orders.file("orders.jsonl", mixed)));
        }
        assertThat(Files.readAllLines(rejects)).isEqualTo(bad);
        assertThat(report.bad()).isEqualTo(30);
        assertThat(report.badByCode()).hasSize(2).containsEntry("negative-amount", 15L);
        assertThat(report.problems()).hasSize(30);
        Problem first = report.problems().get(1);
        assertThat(first.place().text()).isEqualTo("orders.jsonl:152:" + (1 + mixed.get(151).indexOf("\"-")));
        assertThat(first.place().pointer()).isEqualTo("/lines/0/unitPrice");
        BacktestReport without = run(Orders.file("orders.jsonl", good));
        assertThat(BacktestCsv.of(report)).isEqualTo(BacktestCsv.of(without));
    }

    @Test
    void ofVeryManyBadLinesTheFirstAreShownAndAllAreCounted() {
        BacktestReport report = run(Orders.file("orders.jsonl", java.util.Collections.nCopies(250, "{}")));
        assertThat(report.bad()).isEqualTo(250);
        assertThat(report.problems()).hasSize(100);
        assertThat(report.problems().get(99).place().line()).isEqualTo(100);
    }

    @Test
    void moreBadLinesThanArePutUpWithIsNoAnswer() {
        List<String> lines = new ArrayList<>(Orders.many(98));
        lines.add(10, "{}");
        lines.add("no order");
        OrderFile file = Orders.file("orders.jsonl", lines);
        Backtest test = Backtest.of(BOOKS, NOW);
        assertThat(test.withMostBad(new MostBad.FixedNumber(2)).run(List.of(file)).bad()).isEqualTo(2);
        assertThat(test.withMostBad(new MostBad.PartOfLines(Percent.of("2"))).run(List.of(file)).bad()).isEqualTo(2);
        for (MostBad most : List.of(new MostBad.FixedNumber(1), new MostBad.PartOfLines(Percent.of("1.9999")))) {
            assertThatThrownBy(() -> test.withMostBad(most).run(List.of(file)))
                    .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems()).extracting(Problem::code)
                            .containsExactlyInAnyOrder("missing-field", "malformed-json", "too-many-bad-lines"));
        }
    }

    /** Stopped after every block once, as by a signal between two lines of ours. */
    @Test
    void aRunThatIsStoppedAndGoesOnGivesTheSameAnswer() throws IOException {
        List<String> lines = Orders.many(4_000);
        for (int i = 7; i < lines.size(); i += 100) {
            lines.set(i, "bad line " + i);
        }
        byte[] orders = Orders.bytes(lines);
        for (byte[] bytes : List.of(orders, Orders.packed(orders))) {
            OrderFile file = Orders.file("orders", bytes);
            BacktestReport whole = run(file);
            Path rejects = folder.resolve("rejects");
            CheckpointFile checkpoint = new CheckpointFile(folder.resolve("checkpoint"));
            List<Long> stops = new ArrayList<>();
            BacktestReport report = null;
            while (report == null) {
                try (RejectFile rejected = RejectFile.open(rejects)) {
                    report = Backtest.of(BOOKS, stops.isEmpty() ? NOW : NOW.plusSeconds(9)).withWorkers(3).withRejects(rejected)
                            .withCheckpoint(checkpoint, 1)
                            .withProgress((step, done) -> stopOnce(done, stops))
                            .run(List.of(file));
                } catch (IllegalStateException stopped) {
                    assertThat(stopped).hasMessage("stopped");
                }
            }
            assertThat(stops).hasSizeGreaterThan(2);
            assertThat(BacktestJson.of(report)).isEqualTo(BacktestJson.of(whole));
            assertThat(Files.readAllLines(rejects)).hasSize(40).startsWith("bad line 7").endsWith("bad line 3907");
            assertThat(folder.resolve("checkpoint")).doesNotExist();
        }
    }

    /** What was worked off since the last checkpoint is done again. */
    private static void stopOnce(long done, List<Long> stops) {
        if (!stops.contains(done)) {
            stops.add(done);
            throw new IllegalStateException("stopped");
        }
    }

    @Test
    void aCheckpointOfAnotherRunIsRefused() throws IOException {
        List<String> lines = Orders.many(4_000);
        CheckpointFile checkpoint = new CheckpointFile(folder.resolve("checkpoint"));
        Backtest stopped = Backtest.of(BOOKS, NOW).withCheckpoint(checkpoint, 1).withProgress((step, done) -> {
            if (done > 2_000) {
                throw new IllegalStateException("stopped");
            }
        });
        assertThatThrownBy(() -> stopped.run(List.of(Orders.file("orders", lines)))).hasMessage("stopped");
        Backtest again = Backtest.of(BOOKS, NOW).withCheckpoint(checkpoint);
        assertThatThrownBy(() -> again.run(List.of(Orders.file("others", lines))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems().get(0).code()).isEqualTo("other-run"));
        OrderFile same = Orders.file("orders", lines);
        assertThatThrownBy(() -> again.withSettings("another directory of codes").run(List.of(same))).hasMessageContaining("a run with other settings");
        try (RejectFile rejects = RejectFile.open(folder.resolve("rejects"))) {
            assertThatThrownBy(() -> again.withRejects(rejects).run(List.of(same))).hasMessageContaining("a run with another file of bad lines");
        }
        Backtest otherRules = Backtest.of(new RuleBooks(BOOKS.after(), BOOKS.before()), NOW).withCheckpoint(checkpoint);
        assertThatThrownBy(() -> otherRules.run(List.of(Orders.file("others", lines)))).hasMessageContaining("a run with other rules and other orders");
        byte[] bytes = Files.readAllBytes(folder.resolve("checkpoint"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(folder.resolve("checkpoint"), bytes);
        assertThatThrownBy(() -> again.run(List.of(Orders.file("orders", lines))))
                .isInstanceOfSatisfying(ProblemException.class, refused -> assertThat(refused.problems().get(0).code()).isEqualTo("broken-checkpoint"));
    }

    @Test
    void aFileThatIsCutOffIsNoAnswer() {
        byte[] packed = Orders.packed(Orders.bytes(Orders.many(3_000)));
        OrderFile file = Orders.file("orders.gz", Arrays.copyOf(packed, packed.length - 100));
        assertThatThrownBy(() -> run(file)).isInstanceOfSatisfying(ProblemException.class, refused ->
                assertThat(refused.problems().get(0).code()).isEqualTo("unreadable-file"));
    }

    @Test
    void aLineLongerThanAnyOrderIsPassedOverAndTheNextIsRead() {
        String order = Orders.order("small", "2026-11-02T03:30:00Z", "cedar", "60.00", "\"SAVE\"");
        OrderFile file = new OrderFile("orders", "", () -> new SequenceInputStream(
                new ByteArrayInputStream((order + "\n{\"basket\": \"").getBytes(UTF_8)),
                new SequenceInputStream(new Endless(3L * BasketReader.MOST_BYTES), new ByteArrayInputStream(("\"\n" + order + "\n{}").getBytes(UTF_8)))));
        BacktestReport report = run(file);
        assertThat(report.orders()).isEqualTo(2);
        assertThat(report.problems()).extracting(Problem::code).containsExactly("input-too-large", "missing-field");
        assertThat(report.problems()).extracting(problem -> problem.place().line()).containsExactly(2, 4);
    }

    /** So many times the letter x. */
    private static final class Endless extends InputStream {
        private long left;

        Endless(long left) {
            this.left = left;
        }

        @Override
        public int read() {
            return left-- > 0 ? 'x' : -1;
        }
    }

    @Test
    void theReportIsOfItsSchema() throws IOException {
        List<String> lines = new ArrayList<>(Orders.many(300));
        lines.add("{}");
        lines.add(Orders.order("when", "", "cedar", "60.00", "").replace("\"at\": \"\", ", ""));
        String json = BacktestJson.of(run(Orders.file("orders", lines)));
        try (InputStream schema = BacktestReport.class.getResourceAsStream("/dev/plaindeal/backtest.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema).validate(JSON.readTree(json))).isEmpty();
        }
        assertThat(JSON.readTree(json).path("withoutMoment").asInt()).isEqualTo(1);
        assertThat(JSON.readTree(json).path("now").asText()).isEqualTo(NOW.toString());
    }

    @Test
    void namesInATableAreNoFormulas() {
        String csv = BacktestCsv.of(run(Orders.file("orders", List.of(
                Orders.order("=cmd(1)", "2026-11-02T03:30:00Z", "ce,dar", "60.00", "\"SAVE\"")))));
        assertThat(csv).contains("\nUSD,order,'=cmd(1),1,1,1,54.00,52.80,6.00,7.20,6.00,7.20,0.00,0.00,").contains("\nUSD,store,\"ce,dar\",1,1,1,54.00,");
    }

    @Test
    void noMoreThanAHundredOrdersAreShownAndThoseThatChangedMost() {
        BacktestReport report = run(Orders.file("orders", Orders.many(2_000)));
        assertThat(report.mostChanged()).hasSize(100);
        long least = report.mostChanged().stream().mapToLong(order -> Math.abs(order.morePaid().minor())).min().orElseThrow();
        long largest = report.mostChanged().stream().mapToLong(order -> Math.abs(order.morePaid().minor())).max().orElseThrow();
        assertThat(Math.abs(report.mostChanged().get(0).morePaid().minor())).isEqualTo(largest);
        long more = Orders.many(2_000).stream()
                .map(line -> BOOKS.price(BasketReader.read("x", line.getBytes(UTF_8), NOW).orThrow()))
                .filter(order -> Math.abs(order.morePaid().minor()) > least)
                .count();
        assertThat(more).as("orders that changed more than the last shown").isLessThan(100);
    }
}
