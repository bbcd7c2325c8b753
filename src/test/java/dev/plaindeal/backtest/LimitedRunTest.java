package dev.plaindeal.backtest;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.limits.BasketCaps;
import dev.plaindeal.limits.MemoryLimits;
import dev.plaindeal.money.Percent;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Limits that run out while orders come in, by hand and against the counting that hosts do. */
class LimitedRunTest {

    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");
    private static final Path FIXTURE = Path.of("fixtures/_backtest/limits");
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String LIMITED = """
            // %1$s off with a code, to each buyer twice, to all so often and for so much.
            package promotions
            import dev.plaindeal.model.*

            rule "us-blitz"
            when
                $coupon : PlatformCoupon( code == "SAVE", market == "US" )
            then
                $coupon.percentOff(%1$s).limitPerBuyer(2).budget("USD %2$s");
            end
            """;

    private static PromotionEngine engine(String percent, String budget) {
        return PromotionEngine.load(Map.of("promotions/us-blitz.drl", LIMITED.formatted(percent, budget)));
    }

    /** The page beside the fixture works it out. */
    @Test
    void theBudgetOfTheFixtureEndsWhenItsPageSays() throws IOException {
        RuleBooks books = new RuleBooks(PromotionEngine.load(FIXTURE.resolve("before")), PromotionEngine.load(FIXTURE.resolve("after")));
        BacktestReport report = Backtest.of(books, NOW).runInTime(List.of(OrderFile.of(FIXTURE.resolve("orders.jsonl"))));
        JsonNode json = JSON.readTree(BacktestJson.of(report));
        JsonNode limit = json.at("/limits/0");
        assertThat(json.path("limits")).hasSize(1);
        assertThat(limit.path("limit").asText()).isEqualTo("us-blitz");
        assertThat(limit.at("/before").toString()).isEqualTo("{\"most\":\"100.00\",\"taken\":\"100.00\",\"ended\":\"2026-11-17T14:05-05:00\","
                + "\"endedBy\":\"order-20\",\"refused\":4,\"instead\":[{\"currency\":\"USD\",\"paid\":\"240.00\",\"wouldHavePaid\":\"220.00\"}]}");
        assertThat(limit.at("/after").toString()).isEqualTo("{\"most\":\"100.00\",\"taken\":\"96.00\",\"ended\":\"2026-11-12T09:30-05:00\","
                + "\"endedBy\":\"order-13\",\"refused\":12,\"instead\":[{\"currency\":\"USD\",\"paid\":\"720.00\",\"wouldHavePaid\":\"624.00\"}]}");
        assertThat(json.at("/currencies/0/all/before/toPay").asText()).isEqualTo("1340.00");
        assertThat(json.at("/currencies/0/all/after/toPay").asText()).isEqualTo("1344.00");
        assertThat(json.at("/mostChanged/0/order").asText()).isEqualTo("order-13");
        assertThat(json.at("/mostChanged/0/after/total").asText()).as("the receipt is of what was left").isEqualTo("60.00");
        try (InputStream schema = BacktestReport.class.getResourceAsStream("/dev/plaindeal/backtest.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(schema).validate(json)).isEmpty();
        }
        assertThat(BacktestCsv.of(report)).contains("\nus-blitz,USD,after,100.00,96.00,2026-11-12T09:30-05:00,order-13,12\n");
    }

    /** Of one buyer or of none, and what they say is left is not looked at. */
    private static List<String> orders() {
        long seed = Long.getLong(Orders.SEED, 20_261_128L);
        System.out.println("orders of seed " + seed + "; again with -D" + Orders.SEED + "=" + seed);
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            String at = "2026-%02d-%02dT%02d:%02d:00Z".formatted(1 + random.nextInt(12), 1 + random.nextInt(28), random.nextInt(24), random.nextInt(60));
            String order = Orders.order("order-" + i, at, "pearl", 10 + random.nextInt(90) + ".00", "\"SAVE\"");
            lines.add(random.nextInt(10) == 0 ? order
                    : order.replace("\"lines\"", "\"buyer\": {\"id\": \"b%d\"}, \"remaining\": {\"uses\": {\"us-blitz\": 0}}, \"lines\"".formatted(random.nextInt(900))));
        }
        return lines;
    }

    @Test
    void whatIsTakenIsWhatAHostWouldHaveCounted() {
        PromotionEngine engine = engine("10", "4000");
        MemoryLimits store = new MemoryLimits(Clock.fixed(NOW, ZoneOffset.UTC));
        List<Basket> baskets = orders().stream()
                .map(line -> BasketReader.read("x", line.getBytes(UTF_8), NOW).orThrow())
                .sorted(Comparator.comparing(Basket::at))
                .toList();
        BigInteger expected = BigInteger.ZERO;
        long refused = 0;
        for (Basket told : baskets) {
            Basket basket = told.withRemaining(dev.plaindeal.basket.Remaining.UNTOUCHED);
            BasketCaps caps = BasketCaps.of(engine, basket);
            Receipt receipt = engine.evaluate(caps.told(store, basket.id()));
            store.reserve(caps.claim(basket.id(), receipt), Duration.ofHours(1));
            store.confirm(basket.id());
            expected = expected.add(BigInteger.valueOf(receipt.total().minor()));
            refused += receipt.rejected().stream().filter(one -> one.reason().equals("limit-per-buyer-reached")).count();
        }
        BacktestReport report = Backtest.of(new RuleBooks(engine, engine("11", "4000")), NOW).withWorkers(3)
                .runInTime(List.of(Orders.file("orders", orders())));
        assertThat(report.byCurrency().get("USD").all().get(BookSide.BEFORE, SumKind.TO_PAY)).isEqualTo(expected);
        LimitReport ofBuyers = report.limits().stream().filter(limit -> limit.name().equals("us-blitz/buyer")).findFirst().orElseThrow();
        assertThat(ofBuyers.before().refused()).isEqualTo(refused).isPositive();
        assertThat(ofBuyers.before().ended()).as("the limits of single buyers end one by one").isEmpty();
        LimitReport budget = report.limits().get(0);
        assertThat(budget.before().taken()).isLessThanOrEqualTo(BigInteger.valueOf(400_000));
        assertThat(budget.after().ended().orElseThrow()).isBefore(budget.before().ended().orElseThrow());
    }

    @Test
    void theAnswerIsTheSameForAnyNumberOfWorkers() {
        RuleBooks books = new RuleBooks(engine("10", "4000"), engine("12", "4000"));
        List<OrderFile> files = List.of(Orders.file("orders", orders()));
        String alone = BacktestJson.of(Backtest.of(books, NOW).runInTime(files));
        assertThat(BacktestJson.of(Backtest.of(books, NOW).withWorkers(8).runInTime(files))).isEqualTo(alone);
    }

    @Test
    void anOrderWithoutAMomentHasNoPlaceInTime() {
        RuleBooks books = new RuleBooks(engine("10", "4000"), engine("12", "4000"));
        String order = Orders.order("when", "", "cedar", "60.00", "").replace("\"at\": \"\", ", "");
        BacktestReport report = Backtest.of(books, NOW).runInTime(List.of(Orders.file("orders", List.of(order))));
        assertThat(report.badByCode()).containsExactly(Map.entry("no-moment", 1L));
        assertThat(report.orders()).isZero();
    }

    /** A refusal names the promotion, and not the budget it shares with others. */
    @Test
    void aSharedBudgetThatRanOutIsToldWithWhatItRefused() {
        String coupon = """
                // 10 off with a code, out of one budget.
                package promotions
                import dev.plaindeal.model.*

                rule "us-%1$s"
                when
                    $coupon : PlatformCoupon( code == "%2$s", market == "US" )
                then
                    $coupon.amountOff("USD 10").sharedBudget("autumn", "USD 20");
                end
                """;
        PromotionEngine engine = PromotionEngine.load(Map.of(
                "promotions/us-one.drl", coupon.formatted("one", "ONE"), "promotions/us-two.drl", coupon.formatted("two", "TWO")));
        List<String> orders = List.of(
                Orders.order("a", "2026-11-01T10:00:00Z", "cedar", "60.00", "\"ONE\""),
                Orders.order("b", "2026-11-02T10:00:00Z", "cedar", "60.00", "\"TWO\""),
                Orders.order("c", "2026-11-03T10:00:00Z", "cedar", "60.00", "\"TWO\""));
        BacktestReport report = Backtest.of(new RuleBooks(engine, engine), NOW).runInTime(List.of(Orders.file("orders", orders)));
        assertThat(BacktestCsv.of(report)).contains("\nbudget/autumn,USD,before,20.00,20.00,2026-11-02T05:00-05:00,b,1\n");
    }

    /** Limits of single codes are told together: who is refused two of them is one order refused. */
    @Test
    void anOrderThatTwoUsedUpCodesRefuseIsRefusedOnce() {
        String coupon = """
                // Off with a code that holds once.
                package promotions
                import dev.plaindeal.model.*

                rule "us-%1$s"
                when
                    $coupon : %3$s( code == "%2$s", market == "US" )
                then
                    $coupon.amountOff("USD 5").limitPerCode(1);
                end
                """;
        PromotionEngine engine = PromotionEngine.load(Map.of(
                "promotions/us-one.drl", coupon.formatted("one", "ONE", "PlatformCoupon"),
                "promotions/us-two.drl", coupon.formatted("two", "TWO", "StoreCoupon").replace("market ==", "store == \"cedar\", market ==")));
        List<String> orders = List.of(
                Orders.order("a", "2026-11-01T10:00:00Z", "cedar", "60.00", "\"ONE\""),
                Orders.order("b", "2026-11-02T10:00:00Z", "cedar", "60.00", "\"TWO\""),
                Orders.order("c", "2026-11-03T10:00:00Z", "cedar", "60.00", "\"ONE\", \"TWO\""),
                Orders.order("d", "2026-11-04T10:00:00Z", "cedar", "60.00", "\"TWO\""));
        LimitUse codes = Backtest.of(new RuleBooks(engine, engine), NOW).runInTime(List.of(Orders.file("orders", orders))).limits().get(0).before();
        assertThat(codes.refused()).isEqualTo(2);
        assertThat(codes.taken()).isEqualTo(BigInteger.TWO);
    }

    /** What one store has used up is no matter of another's. */
    @Test
    void theLimitOfTheStoreThatIsShortIsTheOneThatRefuses() {
        PromotionEngine engine = PromotionEngine.load(Map.of("promotions/us-one.drl", """
                // 5 off in each store, once.
                package promotions
                import dev.plaindeal.model.*

                rule "us-one"
                when
                    $store : StoreBasket( market == "US" )
                then
                    $store.amountOff("USD 5").limitPerStore(1);
                end
                """));
        List<String> orders = List.of(
                Orders.order("a", "2026-11-01T10:00:00Z", "cedar", "60.00", ""),
                Orders.order("b", "2026-11-02T10:00:00Z", "pearl", "60.00", ""),
                Orders.order("c", "2026-11-03T10:00:00Z", "pearl", "60.00", ""));
        BacktestReport report = Backtest.of(new RuleBooks(engine, engine), NOW).runInTime(List.of(Orders.file("orders", orders)));
        Map<String, Long> refused = new TreeMap<>();
        report.limits().forEach(limit -> refused.put(limit.name(), limit.before().refused()));
        assertThat(refused).isEqualTo(Map.of("us-one/store/cedar", 0L, "us-one/store/pearl", 1L));
    }

    private static PromotionEngine coupon(String reward) {
        return PromotionEngine.load(Map.of("promotions/us-one.drl", """
                // Off with a code, to so many.
                package promotions
                import dev.plaindeal.model.*

                rule "us-one"
                when
                    $coupon : PlatformCoupon( code == "ONE", market == "US" )
                then
                    $coupon.%s;
                end
                """.formatted(reward)));
    }

    private static List<String> ordersOnDays(int days) {
        List<String> orders = new ArrayList<>();
        for (int day = 1; day <= days; day++) {
            orders.add(Orders.order("o" + day, "2026-11-0" + day + "T17:00:00Z", "cedar", "60.00", "\"ONE\""));
        }
        return orders;
    }

    private static String limits(PromotionEngine before, PromotionEngine after, List<String> orders) {
        String csv = BacktestCsv.of(Backtest.of(new RuleBooks(before, after), NOW).runInTime(List.of(Orders.file("orders", orders))));
        return csv.lines().filter(line -> line.startsWith("us-one") || line.startsWith("budget/")).collect(java.util.stream.Collectors.joining("\n"));
    }

    /** 25 for 10 each: the third cannot have the last 5. */
    @Test
    void aSharedBudgetRefusesAsSoonAsTheRestIsTooSmall() {
        PromotionEngine engine = coupon("amountOff(\"USD 10\").sharedBudget(\"autumn\", \"USD 25\")");
        assertThat(limits(engine, engine, ordersOnDays(4)))
                .contains("budget/autumn,USD,before,25.00,20.00,2026-11-03T12:00-05:00,o3,2");
    }

    @Test
    void ofTwoBudgetsOfOnePromotionTheOneThatIsShortRefuses() {
        PromotionEngine engine = coupon("amountOff(\"USD 10\").budget(\"USD 500\").budget(\"USD 10\", \"day\", \"America/New_York\")");
        List<String> orders = List.of(
                Orders.order("a", "2026-11-01T17:00:00Z", "cedar", "60.00", "\"ONE\""),
                Orders.order("b", "2026-11-01T18:00:00Z", "cedar", "60.00", "\"ONE\""));
        assertThat(limits(engine, engine, orders).lines().toList()).anySatisfy(line -> assertThat(line).startsWith("us-one,USD,before,500.00,10.00,,,0"))
                .anySatisfy(line -> assertThat(line).startsWith("us-one/day/2026-11-01,USD,before,10.00,10.00,").endsWith(",a,1"));
    }

    /** The total after would be too large to be priced, or whatever else stops it. */
    @Test
    void anOrderThatOneRuleBookRefusesTakesNothingOfTheOther() {
        PromotionEngine fails = coupon("amountOff(\"USD 10\").limitInAll(1)").withCodeDirectory(codes -> {
            throw new IllegalStateException("away");
        });
        BacktestReport report = Backtest.of(new RuleBooks(coupon("amountOff(\"USD 10\").limitInAll(1)"), fails), NOW)
                .runInTime(List.of(Orders.file("orders", ordersOnDays(2))));
        assertThat(report.bad()).isEqualTo(2);
        assertThat(report.limits()).allSatisfy(limit -> assertThat(limit.before().taken()).isZero());
    }

    @Test
    void ordersAreSortedWhetherTheyFitIntoMemoryOrNot() throws IOException {
        for (int memory : new int[] {TimeSort.USUAL_MEMORY, 500}) {
            Random random = new Random(5);
            List<ArrivalOrder> expected = new ArrayList<>();
            try (TimeSort sort = new TimeSort(memory)) {
                for (int i = 0; i < 300; i++) {
                    ArrivalOrder order = new ArrivalOrder(NOW.plusSeconds(random.nextInt(50)), random.nextInt(3), i, ("order " + i).getBytes(UTF_8));
                    expected.add(order);
                    sort.add(order);
                }
                expected.sort(ArrivalOrder.IN_TIME);
                sort.sort();
                List<String> found = new ArrayList<>();
                for (Optional<ArrivalOrder> next = sort.poll(); next.isPresent(); next = sort.poll()) {
                    found.add(next.get().file() + new String(next.get().json(), UTF_8));
                }
                assertThat(found).isEqualTo(expected.stream().map(one -> one.file() + new String(one.json(), UTF_8)).toList());
            }
        }
    }

    /** All lines are read first, then priced: both are told from the first line to the last. */
    @Test
    void howFarItIsAndHowManyAreBadIsCountedInLines() {
        List<String> lines = new ArrayList<>(orders());
        lines.set(7, "no order");
        lines.set(1_990, "{}");
        OrderFile file = Orders.file("orders", lines);
        Map<RunProgress.LineStep, List<Long>> told = new EnumMap<>(RunProgress.LineStep.class);
        Backtest test = Backtest.of(new RuleBooks(engine("10", "4000"), engine("12", "4000")), NOW)
                .withProgress((step, done) -> told.computeIfAbsent(step, first -> new ArrayList<>()).add(done));
        test.runInTime(List.of(file));
        assertThat(told.get(RunProgress.LineStep.READ)).isSorted().endsWith(2_000L).hasSizeGreaterThan(1);
        assertThat(told.get(RunProgress.LineStep.DONE)).containsExactly(1_000L);
        assertThatThrownBy(() -> test.withMostBad(new MostBad.FixedNumber(1)).runInTime(List.of(file)))
                .hasMessageContaining("2 of 2000 lines are bad");
        assertThatThrownBy(() -> test.withMostBad(new MostBad.PartOfLines(Percent.of("0.05"))).runInTime(List.of(file)))
                .hasMessageContaining("2 of 2000 lines are bad");
    }
}
