package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.cli.Desk.Run;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nobody prices with rules that are not used without being told. */
class MissedRulesTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
    }

    private List<Run> all() {
        return List.of(
                desk.run("evaluate", "./fixtures/shop/big.basket.json", "--rules", "./rules", "--format", "json"),
                desk.run("score", "--rules", "./rules"),
                desk.run("compare", "--before", "./rules", "--after", "./rules", "./fixtures"));
    }

    @Test
    void whatIsNotReadIsSaidByEveryCommand() {
        desk.write("rules/promotions/us/SPRING.DRL", Desk.SAVE10);
        for (Run run : all()) {
            assertThat(run.code()).isZero();
            assertThat(run.err()).startsWith("rules/promotions/us/SPRING.DRL: warning: this file is not read [not-read]\n");
            assertThat(run.out()).doesNotContain("SPRING");
        }
        desk.test("--update");
        assertThat(desk.test().err()).startsWith("rules/promotions/us/SPRING.DRL: warning: ");
        assertThat(desk.test().code()).isZero();
    }

    @Test
    void thatThereIsNoPromotionIsSaidByEveryCommandAndAnErrorOfTest() throws IOException {
        desk.test("--update");
        Files.delete(desk.at("rules/promotions/pearl/pearl-tiers.drl"));
        Files.move(desk.at("rules/promotions/us/us-save10.drl"), desk.at("rules/promotions/us/us-save10.drl.txt"));
        for (Run run : all()) {
            assertThat(run.code()).isZero();
            assertThat(run.err()).contains(
                    "rules/: warning: there is not one promotion here, so nothing is ever taken off [no-promotion]",
                    "us-save10.drl.txt: warning: this file is not read [not-read]");
        }
        for (Run run : List.of(desk.test(), desk.test("--update"))) {
            assertThat(run.code()).isOne();
            assertThat(run.err()).contains("rules/: error: there is not one promotion here", "us-save10.drl.txt: warning: ");
        }
        assertThat(desk.read("fixtures/shop/big.receipt.json")).contains("us-save10");
    }

    @Test
    void fixturesWithRulesOfTheirOwnThatHoldNoPromotionAreAnError() throws IOException {
        desk.test("--update");
        Files.createDirectories(desk.at("fixtures/shop/rules/promotions"));
        assertThat(desk.test().err()).contains("fixtures/shop/rules/: error: there is not one promotion here");
        assertThat(desk.test().code()).isOne();
    }

    @Test
    void textsWithoutAPromotionAreRefused() {
        for (Map<String, String> texts : List.of(
                Map.<String, String>of(), Map.of("us-ten", Desk.SAVE10), Map.of("promotions/_us-save10.drl", Desk.SAVE10))) {
            assertThatThrownBy(() -> PromotionEngine.load(texts)).isInstanceOf(ProblemException.class);
        }
        assertThat(PromotionEngine.load(Map.of("promotions/us-save10.drl", Desk.SAVE10)).missed()).isEmpty();
    }
}
