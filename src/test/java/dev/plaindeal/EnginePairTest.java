package dev.plaindeal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.plaindeal.backtest.generate.OrderGenerator;
import dev.plaindeal.backtest.generate.OrderProfile;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.Shortfall;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is priced once is what would have been priced twice: checked on fixtures and on generated orders, with one edit after the other. */
class EnginePairTest {

    private static final Path RULES = Path.of("rules");
    private static final Instant NOW = Instant.parse("2026-11-27T12:00:00Z");

    private static Map<String, String> rules() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(RULES)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".drl")).toList()) {
                texts.put(RULES.relativize(file).toString(), Files.readString(file));
            }
        }
        return texts;
    }

    private static List<Basket> baskets() throws IOException {
        List<Basket> baskets = new ArrayList<>();
        ByteArrayOutputStream orders = new ByteArrayOutputStream();
        new OrderGenerator(OrderProfile.packed(), 3, 600).write(orders, 1, made -> {});
        orders.toString(UTF_8).lines().forEach(line -> baskets.add(BasketReader.readLine("orders", 1, line.getBytes(UTF_8), NOW).orThrow()));
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            for (Path file : files.filter(one -> one.toString().endsWith(".basket.json")).sorted().toList()) {
                BasketReader.read(file.toString(), Files.readAllBytes(file), NOW).basket().ifPresent(baskets::add);
            }
        }
        return baskets;
    }

    /** All that a price, a promise, a score and a near miss are: what is said in words may be of the other rules. */
    private static List<Object> sums(Receipt receipt) {
        return List.of(receipt.total(), receipt.discount(), receipt.funders(), receipt.lines(), receipt.stores(), receipt.balances(), receipt.reserves(),
                receipt.couldSave(), receipt.look().simplicity().score(), receipt.look().simplicity().isScored(),
                receipt.applied().stream().map(one -> List.of(one.id(), one.code(), one.store(), one.discount(), one.funders(), one.allocations(),
                        one.gift(), one.simplicity().score(), one.conventions())).toList(),
                receipt.later().stream().map(one -> List.of(one.id(), one.code(), one.amount(), one.funders(), one.points(), one.simplicity().score())).toList(),
                receipt.rejected().stream().filter(one -> one.gap().isPresent() || one.itemsGap().isPresent())
                        .map(one -> List.of(one.id(), one.gap(), one.itemsGap())).toList());
    }

    /** What is counted without sentences is what the receipt says in them. */
    private static void requireShortfalls(EnginePair.CountedReceipt priced) {
        assertThat(lacking(priced.shortfalls())).isEqualTo(lacking(Shortfall.of(priced.receipt())));
    }

    private static List<Shortfall> lacking(List<Shortfall> all) {
        return all.stream().filter(one -> one.gap().isPresent() || one.itemsGap().isPresent()).toList();
    }

    /** How many baskets were priced once. */
    private static int requireSame(PromotionEngine before, Map<String, String> changed, List<Basket> baskets) {
        PromotionEngine after = PromotionEngine.load(changed);
        EnginePair pair = EnginePair.of(before, after);
        int once = 0;
        for (Basket basket : baskets) {
            try {
                EnginePair.Receipts both = pair.evaluate(basket);
                assertThat(sums(both.before().receipt())).as(basket.id()).isEqualTo(sums(before.evaluate(basket)));
                assertThat(sums(both.after().receipt())).as(basket.id()).isEqualTo(sums(after.evaluate(basket)));
                requireShortfalls(both.before());
                requireShortfalls(both.after());
                once += both.before() == both.after() ? 1 : 0;
            } catch (ProblemException unpriced) {
                assertThatExceptionOfType(ProblemException.class).as(basket.id()).isThrownBy(() -> after.evaluate(basket));
            }
        }
        return once;
    }

    @Test
    void whatIsPricedOnceIsWhatWouldHaveBeenPricedTwice() throws IOException {
        Map<String, String> rules = rules();
        PromotionEngine before = PromotionEngine.load(rules);
        List<Basket> baskets = baskets();
        for (String path : List.of("promotions/us/us-save10.drl", "promotions/pearl-house/pearl-house-spend-and-save.drl", "promotions/us/us-plat5.drl")) {
            Map<String, String> edited = new TreeMap<>(rules);
            assertThat(edited.get(path)).as(path).isNotNull();
            edited.compute(path, (same, text) -> text.replace("percentOff(10)", "percentOff(12)").replace("\"USD 5\"", "\"USD 7\""));
            assertThat(edited).isNotEqualTo(rules);
            assertThat(requireSame(before, edited, baskets)).as(path).isBetween(baskets.size() / 3, baskets.size() - 1);
            Map<String, String> without = new TreeMap<>(rules);
            without.remove(path);
            assertThat(requireSame(before, without, baskets)).as("without " + path).isBetween(baskets.size() / 3, baskets.size() - 1);
            assertThat(requireSame(PromotionEngine.load(without), rules, baskets)).as("new " + path).isBetween(baskets.size() / 3, baskets.size() - 1);
        }
    }

    /** A code that only the other rules know as it is meant: with a dot that their file does not write. */
    @Test
    void aCodeThatTheOtherRulesSpellOtherwiseIsPricedTwice() throws IOException {
        Map<String, String> without = rules();
        Map<String, String> with = new TreeMap<>(without);
        String file = without.remove("promotions/us/us-save10.drl");
        with.put("promotions/us/us-save10.drl", file.replace("SAVE10", "INDIRIM"));
        List<Basket> american = baskets().stream().filter(basket -> basket.market().equals("US"))
                .map(basket -> basket.withCodes(List.of("\u0130ND\u0130R\u0130M"))).toList();
        PromotionEngine after = PromotionEngine.load(with);
        assertThat(american).anySatisfy(basket -> assertThat(after.evaluate(basket).applied()).anyMatch(one -> one.id().equals("us-save10")));
        requireSame(PromotionEngine.load(without), with, american);
    }

    /** What holds for all promotions is no matter of one. */
    @Test
    void everythingIsPricedTwiceWhereAnythingElseDiffers() throws IOException {
        Map<String, String> rules = rules();
        PromotionEngine before = PromotionEngine.load(rules);
        List<Basket> baskets = baskets();
        for (String folder : List.of("stacking/", "simplicity/")) {
            Map<String, String> edited = new TreeMap<>(rules);
            String path = rules.keySet().stream().filter(one -> one.startsWith(folder)).findFirst().orElseThrow();
            edited.compute(path, (same, text) -> text + "\n// Said otherwise.\n");
            assertThat(requireSame(before, edited, baskets.subList(0, 20))).as(path).isZero();
        }
        PromotionEngine heard = before.heardBy(new EngineListener() {});
        assertThat(EnginePair.of(before, heard).evaluate(baskets.get(0))).satisfies(both -> assertThat(both.before()).isNotSameAs(both.after()));
        PromotionEngine other = before.withCodeDirectory(code -> Optional.empty());
        assertThat(EnginePair.of(before, other).evaluate(baskets.get(0))).satisfies(both -> assertThat(both.before()).isNotSameAs(both.after()));
        assertThat(EnginePair.of(before, before).evaluate(baskets.get(0))).satisfies(both -> assertThat(both.before()).isSameAs(both.after()));
    }
}
