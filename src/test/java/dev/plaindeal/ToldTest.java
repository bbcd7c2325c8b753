package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.SimplicityView.FixView;
import dev.plaindeal.score.Fix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is told of a promotion names the store and the statement it means. The receipts are in {@code fixtures/told}. */
class ToldTest {

    private static final Path FOLDER = Path.of("fixtures/told");
    private static final PromotionEngine ENGINE = PromotionEngine.load(FOLDER.resolve("rules"));

    private static Receipt receipt(String name) throws IOException {
        Path file = FOLDER.resolve(name + ".basket.json");
        Basket basket = BasketReader.read(file.toString(), Files.readAllBytes(file), Instant.EPOCH).orThrow();
        return ENGINE.evaluate(basket);
    }

    private static String text(String name) throws IOException {
        return ENGINE.text(receipt(name), "en-US");
    }

    private static List<String> fixes(Receipt receipt) {
        return receipt.look().simplicity().fixes().stream().map(FixView::message).toList();
    }

    @Test
    void theTextNamesTheStoreWhereSeveralSell() throws IOException {
        assertThat(text("one-of-two-stores")).contains("  - five at north  ", "  - five: At south: It needs", " more at south to save");
        assertThat(text("items-that-count")).doesNotContain(" at north");
    }

    @Test
    void aPromotionIsAppliedOrRejectedAndWhatItLacksIsToldBesideIt() throws IOException {
        Receipt receipt = receipt("statement-not-given");
        Applied summer = receipt.applied().get(0);
        assertThat(summer.notGiven()).singleElement().satisfies(one -> {
            assertThat(one.statement()).isEqualTo("free shipping");
            assertThat(one.reason()).isEqualTo("threshold-not-met");
            assertThat(one.gap()).isPresent();
        });
        assertThat(receipt.rejected()).noneMatch(rejected -> rejected.code().equals("SUN"));
        assertThat(text("statement-not-given")).contains("    not given: free shipping. It needs USD 50.00, ");
    }

    @Test
    void severalStatementsThatAreRefusedAreOneRefusal() throws IOException {
        assertThat(receipt("statements-refused-together").rejected())
                .filteredOn(rejected -> rejected.id().equals("winter"))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.message()).startsWith("10 % off: It needs USD 60.00, ").contains(" Free shipping: It needs USD 50.00, ");
                    assertThat(one.gap()).map(Object::toString).contains("USD 5.00");
                });
    }

    @Test
    void theSaleThatReducedItIsNamed() throws IOException {
        assertThat(text("reduced-by-a-sale")).contains("What it is for is already reduced by sale, and it is not for reduced items.");
        assertThat(text("some-reduced")).contains(", reduced items do not");
    }

    @Test
    void aFixNamesTheStatementOrTheStoreItMeans() throws IOException {
        Receipt statements = receipt("statement-that-is-meant");
        assertThat(fixes(statements)).contains(
                "drop the free shipping of summer", "drop the 10 % off of summer", "drop the cap of the 10 % off of summer");
        assertThat(fixes(receipt("both-stores"))).contains("drop five at north", "drop five at south");
        assertThat(fixes(receipt("statement-not-given"))).as("the only one that is kept").contains("let summer come off by itself, and everyone has it");
    }

    @Test
    void theScoreOfAPromotionNamesItsStatements() {
        Stream<PromotionScore> summer = ENGINE.scores(Optional.of("US")).stream().filter(score -> score.id().equals("summer"));
        assertThat(summer.flatMap(score -> score.fixes().stream()).map(Fix::message))
                .contains("drop the free shipping of summer")
                .doesNotContain("drop summer");
    }

    /** The name a statement has inside, {@code summer+1}, is nobody's. */
    @Test
    void noReceiptNamesAStatementAsTheEngineDoes() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            for (Path file : files.filter(one -> one.toString().matches(".*\\.(receipt|simplicity)\\.json")).toList()) {
                assertThat(Files.readString(file)).as(file.toString()).doesNotContainPattern("\"[^\"]*[a-z0-9]\\+[0-9][^\"]*\"");
            }
        }
    }
}
