package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two promotions for Kuwait were left out of the table without a word, because nobody had said what things cost there. */
class ScoreTest {

    private static final String YEN = Desk.SAVE10.replace("us-save10", "jp-five")
            .replace("\"US\"", "\"JP\"")
            .replace("percentOff(10).whenSpending(\"USD 50\").atMost(\"USD 20\")", "amountOff(\"USD 5\")");

    @TempDir
    private Path folder;

    private Desk.Run score(String... more) {
        Desk desk = new Desk(folder);
        desk.write("rules/promotions/jp/jp-five.drl", YEN);
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"score", "--rules", desk.at("rules").toString()}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return desk.run(args);
    }

    @Test
    void whatIsNotScoredIsNamed() {
        Desk.Run run = score();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("us-save10").endsWith("""
                Not scored: jp-five in JP. No amount there is in the currency of the market's reference price (simplicity/markets.drl), or one is a million million or more.
                """);
        assertThat(score("--market", "JP").out()).contains("Not scored: jp-five in JP.").doesNotContain("No promotion");
    }

    @Test
    void aMarketWithoutPromotionsIsTold() {
        assertThat(score("--market", "BR").out()).endsWith("No promotion here is for BR.\n");
    }
}
