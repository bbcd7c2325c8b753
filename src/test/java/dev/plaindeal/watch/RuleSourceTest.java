package dev.plaindeal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.Reload;
import dev.plaindeal.RuleSource;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Rules and sentences that a host keeps somewhere else than in a folder, for instance in a database. */
class RuleSourceTest {

    private static final String TEN = "promotions/us/ten.drl";
    private static final String ENGLISH = "messages/en.properties";

    private final Map<String, String> table = new TreeMap<>(Map.of(TEN, ten(10)));

    private static String ten(int dollars) {
        return Rules.promotion("ten", "code == \"SAVE\", market == \"US\"", dollars);
    }

    private static String english() throws IOException {
        return Files.readString(Path.of("rules", ENGLISH)).replace("headline.amount=Save", "headline.amount=Keep");
    }

    private static String headline(Receipt receipt) {
        return receipt.look().headline().text();
    }

    @Test
    void sentencesHandedInAreShown() throws IOException {
        table.put(ENGLISH, english());
        PromotionEngine engine = PromotionEngine.load(table);
        assertThat(headline(engine.evaluate(Rules.basket()))).startsWith("Keep $10.00");
    }

    @Test
    void sentencesThatCannotBeShownAreRefusedWithTheirPlace() {
        table.put(ENGLISH, "headline.amount=Keep {savings}\n");
        assertThatThrownBy(() -> PromotionEngine.load(table)).isInstanceOfSatisfying(ProblemException.class, refused ->
                assertThat(refused.problems()).filteredOn(Problem::isError).isNotEmpty().allSatisfy(problem ->
                        assertThat(problem.place().file()).isEqualTo(ENGLISH)));
    }

    @Test
    void sentencesThatAreTooLargeAreRefused() {
        table.put("messages/de.properties", "#".repeat(70_000));
        assertThatThrownBy(() -> PromotionEngine.load(table)).isInstanceOfSatisfying(ProblemException.class, refused ->
                assertThat(refused.problems()).extracting(Problem::code).contains("message-file-too-large"));
    }

    @Test
    void onlyWhatIsNoFileOfMessagesIsRefusedAmongThem() throws IOException {
        table.put(ENGLISH, english());
        table.put("messages/_de.properties", "nonsense");
        PromotionEngine.load(table);
        table.put("messages/de.txt", "headline.none=Sie zahlen {pay}.");
        assertThatThrownBy(() -> PromotionEngine.load(table)).isInstanceOfSatisfying(ProblemException.class, refused ->
                assertThat(refused.problems()).extracting(Problem::code).containsExactly("not-read"));
    }

    @Test
    void textsAreReloaded() throws IOException {
        PromotionEngine before = PromotionEngine.load(table);
        assertThat(before.reloaded(Map.copyOf(table))).isSameAs(before);
        table.put(TEN, ten(12));
        PromotionEngine next = before.reloaded(table);
        assertThat(next.evaluate(Rules.basket()).discount().minor()).isEqualTo(1200);
        assertThat(before.evaluate(Rules.basket()).discount().minor()).isEqualTo(1000);
        table.put(ENGLISH, english());
        PromotionEngine reworded = next.reloaded(table);
        assertThat(reworded.rules()).isEqualTo(next.rules());
        assertThat(headline(reworded.evaluate(Rules.basket()))).startsWith("Keep $12.00");
    }

    @Test
    void aReloadingEngineTakesAnySource() {
        ReloadingEngine engine = ReloadingEngine.load(RuleSource.texts("table rule_text", () -> table));
        assertThat(engine.reload()).isInstanceOf(Reload.Unchanged.class);
        table.put(TEN, ten(12));
        assertThat(engine.reload()).isInstanceOf(Reload.Published.class);
        assertThat(engine.evaluate(Rules.basket()).discount().minor()).isEqualTo(1200);
        table.put(TEN, "rule");
        assertThat(engine.reload()).isInstanceOf(Reload.Refused.class);
        table.clear();
        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Refused.class, refused ->
                assertThat(refused.problems()).extracting(Problem::code).containsExactly("no-promotion"));
        assertThat(engine.evaluate(Rules.basket()).discount().minor()).isEqualTo(1200);
        assertThatThrownBy(engine::watch).isInstanceOf(IllegalStateException.class).hasMessageContaining("table rule_text");
    }

    /** A database that does not answer is no reason to stop selling. */
    @Test
    void aSourceThatFailsLeavesTheLastGoodBook() {
        Map<String, String> texts = Map.copyOf(table);
        boolean[] down = {false};
        ReloadingEngine engine = ReloadingEngine.load(RuleSource.texts("table rule_text", () -> {
            if (down[0]) {
                throw new IllegalStateException("connection refused");
            }
            return texts;
        }));
        down[0] = true;
        assertThat(engine.reload()).isInstanceOfSatisfying(Reload.Refused.class, refused -> {
            assertThat(refused.problems()).extracting(Problem::code).containsExactly("not-loaded");
            assertThat(refused.problems().get(0).place().file()).isEqualTo("table rule_text");
        });
        assertThat(engine.evaluate(Rules.basket()).discount().minor()).isEqualTo(1000);
    }
}
