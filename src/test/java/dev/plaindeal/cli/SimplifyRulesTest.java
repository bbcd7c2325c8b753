package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimplifyRulesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Desk desk;

    /** 200 orders; every other presents the code, and one in four is below its minimum spend. */
    @BeforeEach
    void desk() {
        desk = new Desk(folder);
        StringBuilder orders = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String price = (i % 4 == 3 ? 20 + i % 20 : 60 + i) + ".00";
            orders.append(Desk.json("order-" + i, price, i % 2 == 0 ? "SAVE10" : "NONE").replace("\n", " ").replace("pearl", "cedar")).append('\n');
        }
        desk.write("orders.jsonl", orders.toString());
    }

    @Test
    void oneSavingByItselfCostsTheSameAndItsRulesAreAccepted() throws IOException {
        desk.replace("rules/promotions/us/us-save10.drl", ".atMost(", ".until(\"2030-01-01\", \"UTC\").limitInAll(5000).atMost(");
        Run run = desk.run("simplify", "--orders", "./orders.jsonl", "--rules", "./rules", "--out", "./proposals");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("us-save10 in US: amountOff(", "orders that get it: 100 -> 200", "simplicity of the promotion by itself, mean: ", "1 proposal\n");
        assertThat(run.code()).isZero();
        Matcher cost = Pattern.compile("the platform pays USD ([0-9.]+) -> USD ([0-9.]+)").matcher(run.out());
        assertThat(cost.find()).isTrue();
        BigDecimal before = new BigDecimal(cost.group(1));
        assertThat(new BigDecimal(cost.group(2)).subtract(before).abs()).as("half a percent of " + before)
                .isLessThanOrEqualTo(before.multiply(new BigDecimal("0.005")));

        assertThat(desk.files()).contains("proposals/us-save10-in-USD/promotions/us/us-save10-by-itself.drl",
                        "proposals/us-save10-in-USD/promotions/pearl/pearl-tiers.drl")
                .doesNotContain("proposals/us-save10-in-USD/promotions/us/us-save10.drl");
        assertThat(desk.run("check", "--rules", "./proposals/us-save10-in-USD").code()).isZero();
        assertThat(desk.read("proposals/us-save10-in-USD/promotions/us/us-save10-by-itself.drl")).as("dates and limits stay, the code goes")
                .contains("PlatformBasket( market == \"US\" )", ".until(\"2030-01-01\", \"UTC\").limitInAll(5000)").doesNotContain("SAVE10");
        desk.write("proposals/us-save10-in-USD-fixtures/some.basket.json", desk.read("orders.jsonl").lines().findFirst().orElseThrow());
        String[] test = {"test", "--rules", "./proposals/us-save10-in-USD", "./proposals/us-save10-in-USD-fixtures"};
        assertThat(desk.run(Stream.concat(Arrays.stream(test), Stream.of("--update")).toArray(String[]::new)).code()).isZero();
        assertThat(desk.run(test).code()).isZero();

        Run again = desk.run("backtest", "--before", "./rules", "--after", "./proposals/us-save10-in-USD", "./orders.jsonl", "--format", "json");
        JsonNode all = JSON.readTree(again.out()).at("/currencies/0/all");
        assertThat(all.at("/after/platform").asText()).as("what was promised is what a backtest says").isEqualTo(cost.group(2));
        assertThat(run.out()).as("also where those who got nothing before have something to work out now")
                .contains("mean: " + all.at("/before/score").asText() + " -> " + all.at("/after/score").asText());
        assertThat(run.out()).contains("buyers who pay less: " + all.path("cheaper").asText() + ", together USD " + all.path("cheaperBy").asText()
                + "; who pay more: " + all.path("dearer").asText() + ", together USD " + all.path("dearerBy").asText());
    }

    @Test
    void whatIsNoSimplerIsToldAndNotProposed() {
        StringBuilder orders = new StringBuilder();
        for (int i = 0; i < 300; i++) {
            orders.append(Desk.json("order-" + i, 61 + i % 10 + ".37", i % 10 == 0 ? "SAVE10" : "NONE").replace("\n", " ").replace("pearl", "cedar")).append('\n');
        }
        desk.write("few.jsonl", orders.toString());
        Run run = desk.run("simplify", "--orders", "./few.jsonl", "--rules", "./rules", "--out", "./proposals");
        assertThat(run.out()).contains("us-save10 in US: percentOff(\"0.", "orders that get it: 30 -> 300", "not proposed: it is no simpler", "0 proposals\n");
        assertThat(desk.files()).noneMatch(file -> file.startsWith("proposals/"));
        assertThat(run.code()).isZero();
    }

    @Test
    void badLinesAreToldAndNoOrdersAreNoAnswer() {
        desk.write("bad.jsonl", "{\"basket\": 1}\n");
        Run bad = desk.run("simplify", "--orders", "./bad.jsonl", "--rules", "./rules");
        assertThat(bad.err()).startsWith("bad.jsonl:1:").contains("[missing-field]");
        assertThat(bad.code()).isEqualTo(1);
        desk.write("empty.jsonl", "\n");
        Run empty = desk.run("simplify", "--orders", "./empty.jsonl", "--rules", "./rules");
        assertThat(empty.err()).contains("[no-orders]");
        assertThat(empty.code()).isEqualTo(1);
    }

    @Test
    void whatIsThereIsNotOverwrittenAndOrdersAreFiles() {
        desk.write("proposals/us-save10-in-USD/promotions/us/us-save10-by-itself.drl", "x");
        Run run = desk.run("simplify", "--orders", "./orders.jsonl", "--rules", "./rules", "--out", "./proposals");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("[file-exists]");
        assertThat(desk.run("simplify", "--orders", "-", "--rules", "./rules").code()).isEqualTo(2);
        assertThat(desk.run("simplify", "--rules", "./rules").code()).isEqualTo(2);
    }
}
