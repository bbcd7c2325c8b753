package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    /** They were passed over in silence. */
    @ParameterizedTest
    @ValueSource(strings = {
        "--steps", "--compare", "--terms t --fix us-save10", "--terms t --since HEAD", "--fix us-save10 --since HEAD", "--terms t --compare --steps",
        "--terms t --format html", "--terms t --format text", "--fix us-save10 --format json", "--since HEAD --format html", "--fix us-save10 --steps"
    })
    void optionsThatWouldBePassedOverAreRefused(String options) {
        Desk.Run run = score(options.split(" "));
        assertThat(run.code()).as(run.err()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
    }

    private Desk.Run terms(String json, String... more) {
        String[] args = new String[more.length + 3];
        System.arraycopy(new String[] {"score", "--terms", "-"}, 0, args, 0, 3);
        System.arraycopy(more, 0, args, 3, more.length);
        return new Desk(folder).run(json, false, args);
    }

    private static String off(String kind, String value) {
        return "{\"context\":{\"price\":47.99,\"currency\":\"USD\",\"market\":\"US\"},\"layers\":[{\"kind\":\"" + kind + "\",\"value\":" + value + "}]}";
    }

    @Test
    void twoAreCompared() {
        Desk.Run run = terms("[" + off("percent", "17") + "," + off("amount", "10") + "]", "--compare");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("\"simpler\" : \"second\"", "\"firstIn\" : 0", "the second is simpler than the first in all draws");
    }

    @Test
    void onlyTwoThatCanBeScoredAreCompared() {
        assertThat(terms("[" + off("percent", "17") + "]", "--compare").err()).contains("takes an array of two terms, not of 1");
        Desk.Run large = terms("[" + off("percent", "17") + "," + off("amount", "10").replace("47.99", "9999999999999") + "]", "--compare");
        assertThat(large.code()).isEqualTo(1);
    }

    /** An amount for every nothing in particular was told to be too large, as whatever failed was. */
    @Test
    void everyWithoutAThresholdIsScored() {
        Desk.Run run = terms(off("amount", "5,\"every\":true"));
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("47.99 less 5.00 is 42.99").doesNotContain("unscored");
    }
}
