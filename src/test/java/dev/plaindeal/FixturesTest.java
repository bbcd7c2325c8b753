package dev.plaindeal;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.rules.drools.TestBuild;
import dev.plaindeal.stack.Reason;
import dev.plaindeal.verify.Fixture;
import dev.plaindeal.verify.FixtureFolder;
import dev.plaindeal.verify.Golden;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every basket in {@code fixtures/} gives the receipt beside it, byte for byte but for the rule book's hash, as for the
 * command {@code test}. {@code -Dupdate=true} writes all receipts anew, hashes too; the change is then read in the
 * difference, and the invariants still have to hold.
 */
class FixturesTest {

    private static final long SEED = 20261122;
    private static final Path RULES = Path.of("rules");
    private static final FixtureFolder FOLDER = FixtureFolder.read(Path.of("fixtures"));
    private static final Map<String, Fixture> BY_NAME =
            FOLDER.fixtures().stream().collect(toMap(Fixture::name, fixture -> fixture));
    private static final Map<Path, PromotionEngine> ENGINES = new ConcurrentHashMap<>();

    static List<String> cases() {
        return FOLDER.fixtures().stream().map(Fixture::name).toList();
    }

    private static Basket basket(String name) {
        Path file = BY_NAME.get(name).basket();
        try {
            return BasketReader.read(file.toString(), Files.readAllBytes(file), Instant.EPOCH).orThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static PromotionEngine engine(String name) {
        Fixture fixture = BY_NAME.get(name);
        return fixture.engine(ENGINES.computeIfAbsent(fixture.rules().orElse(RULES), PromotionEngine::load));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void givesTheReceiptBesideIt(String name) throws IOException {
        Basket basket = basket(name);
        Receipt receipt = engine(name).evaluate(basket);
        Invariants.check(basket, receipt);
        for (Golden half : Golden.values()) {
            givesTheHalfBesideIt(name, half, half == Golden.MONEY ? ReceiptJson.money(receipt) : ReceiptJson.simplicity(receipt));
        }
    }

    private static void givesTheHalfBesideIt(String name, Golden half, String printed) throws IOException {
        Path file = half.of(BY_NAME.get(name));
        boolean stale = !Files.exists(file) || !withoutHash(Files.readString(file)).equals(withoutHash(printed));
        if (stale && Boolean.getBoolean("update")) {
            Files.writeString(file, printed);
        }
        assertThat(file).as("the receipt of %s; -Dupdate=true writes it", name).exists();
        assertThat(withoutHash(printed)).as("the receipt of %s", name).isEqualTo(withoutHash(Files.readString(file)));
    }

    /** Every edit of any rule changes the hash of the book; a receipt that is otherwise the same stays as it is. */
    private static String withoutHash(String receipt) {
        return receipt.replaceFirst("\"rules\" : \"[0-9a-f]{16}\"", "\"rules\" : \"\"");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void ordersDoNotMatter(String name) {
        Basket basket = basket(name);
        PromotionEngine engine = engine(name);
        Invariants.checkOrder(engine, basket, engine.evaluate(basket), SEED);
    }

    @Test
    void theOrderOfRuleFilesDoesNotMatter() {
        PromotionEngine moved = PromotionEngine.load(moved(RuleTexts.all(), new Random(SEED)));
        for (Fixture fixture : FOLDER.fixtures()) {
            if (fixture.rules().isEmpty()) {
                Basket basket = basket(fixture.name());
                Receipt there = engine(fixture.name()).evaluate(basket);
                Invariants.checkSame(there, fixture.engine(moved).evaluate(basket), "rule files moved with seed " + SEED);
            }
        }
    }

    /** What Drools is given as objects means what its own language means by the text, whichever way it reads that. */
    @ParameterizedTest
    @EnumSource(value = TestBuild.class, mode = EnumSource.Mode.EXCLUDE, names = "MODEL")
    void everyReceiptIsTheSameWhenDroolsReadsText(TestBuild build) {
        Map<Path, PromotionEngine> others = new HashMap<>();
        for (Fixture fixture : FOLDER.fixtures()) {
            Path rules = fixture.rules().orElse(RULES);
            PromotionEngine other = others.computeIfAbsent(
                    rules, folder -> PromotionEngine.of(build.load(RuleFiles.folder(folder))));
            Basket basket = basket(fixture.name());
            Invariants.checkSame(engine(fixture.name()).evaluate(basket), fixture.engine(other).evaluate(basket), fixture.name() + " under " + build);
        }
    }

    /** The same files in folders that sort otherwise. */
    private static Map<String, String> moved(Map<String, String> texts, Random random) {
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            places.add(i);
        }
        Collections.shuffle(places, random);
        Map<String, String> moved = new TreeMap<>();
        texts.forEach((path, text) -> moved.put(
                path.substring(0, path.indexOf('/')) + "/moved-" + places.get(moved.size())
                        + path.substring(path.lastIndexOf('/')),
                text));
        return moved;
    }

    @Test
    void noReceiptIsLeftWithoutABasket() {
        assertThat(FOLDER.orphans()).isEmpty();
    }

    @Test
    void everyBasketIsCalledAsItsFileIs() {
        for (String name : cases()) {
            assertThat(name).as("file of the basket").endsWith("/" + basket(name).id());
        }
    }

    @Test
    void theArticlesBasketKeepsItsNumbers() {
        String name = "article/us-live-three-layers";
        Receipt receipt = engine(name).evaluate(basket(name));
        assertThat(receipt.subtotal().text()).isEqualTo("112.40");
        assertThat(receipt.discount().text()).isEqualTo("20.00");
        assertThat(receipt.total().text()).isEqualTo("97.39");
        assertThat(receipt.funders().store().text()).isEqualTo("15.00");
        assertThat(receipt.funders().platform().text()).isEqualTo("5.00");
        assertThat(receipt.applied().stream()
                        .map(applied -> applied.allocations().stream().map(share -> share.amount().text()).toList()))
                .containsExactly(
                        List.of("5.12", "3.20", "3.68"), List.of("1.28", "0.80", "0.92"), List.of("2.14", "1.33", "1.53"));
        assertThat(receipt.rejected()).as("no other promotion meets this basket").isEmpty();
    }

    /** A fixture for each reason, named like it, in {@code reasons/} or in a folder of its own with its own rules there. */
    @ParameterizedTest
    @EnumSource(Reason.class)
    void everyReasonHasAFixture(Reason reason) {
        String key = reason.key();
        List<String> named = cases().stream()
                .filter(name -> name.equals("reasons/" + key) || name.equals("reasons/" + key + "/" + key))
                .toList();
        assertThat(named).as("fixtures for the reason %s", key).hasSize(1);
        Receipt receipt = engine(named.get(0)).evaluate(basket(named.get(0)));
        assertThat(receipt.rejected().stream().map(Receipt.Rejected::reason))
                .as("reasons in %s", named.get(0))
                .contains(key);
    }
}
