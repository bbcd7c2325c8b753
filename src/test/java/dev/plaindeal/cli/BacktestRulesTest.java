package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestRulesTest {

    private static final String GOLDEN = """
            All orders, USD                                         before             after            change
              the buyers pay                                        146.70            143.44             -3.26
              they save                                              33.30             36.56             +3.26
                of that the platform pays                            16.30             19.56             +3.26
                of that the stores pay                               17.00             17.00
              promised for later                                      0.00              0.00
              simplicity, mean                                           A                 B                 C
              below the floor                                      100.0 %           100.0 %
              near misses                                                0                 0
            By promotion, saving
              us-save10                                              16.30             19.56             +3.26
            By layer, saving
              platform-coupon                                        16.30             19.56             +3.26
            By funder, saving
              platform                                               16.30             19.56             +3.26
            By market, saving
              US                                                     33.30             36.56             +3.26
            By store, saving
              pearl                                                  33.30             36.56             +3.26
            By day, saving
              2026-11-22                                             33.30             36.56             +3.26

            Orders that changed most
              big: to pay USD 97.20 -> 95.04 (-2.16), simplicity A -> B
                pearl-tiers 12.00, us-save10 10.80 -> pearl-tiers 12.00, us-save10 12.96
              small: to pay USD 49.50 -> 48.40 (-1.10), simplicity A -> B
                pearl-tiers 5.00, us-save10 5.50 -> pearl-tiers 5.00, us-save10 6.60

            2 orders: 2 touched
            """;

    /** Scores are written as A, B and C: they are the score's own tests' business. */
    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
        desk.write("old/promotions/us/us-save10.drl", Desk.SAVE10);
        desk.write("old/promotions/pearl/pearl-tiers.drl", Desk.TIERS);
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
        desk.write("orders/a.jsonl", line("big", "120.00") + line("small", "60.00"));
    }

    private static String line(String id, String price) {
        return Desk.json(id, price, "SAVE10").replace("\n", " ") + "\n";
    }

    private Run backtest(String... more) {
        List<String> args = new ArrayList<>(List.of("backtest", "--after", "./rules"));
        args.addAll(Arrays.asList(more));
        return desk.run(args.toArray(String[]::new));
    }

    @Test
    void sumsThenWhomItFallsOnThenTheOrdersThatChangedMost() {
        Run run = backtest("--before", "./old", "./orders/a.jsonl");
        String out = run.out().replaceAll("(simplicity, mean +)\\d+\\.\\d( +)\\d+\\.\\d( +)[-+]\\d+\\.\\d", "$1A$2B$3C")
                .replaceAll("simplicity \\d+\\.\\d -> \\d+\\.\\d", "simplicity A -> B");
        assertThat(new Run(run.code(), out.replaceAll("mean +A +B +C", "mean" + " ".repeat(43) + "A" + " ".repeat(17) + "B" + " ".repeat(17) + "C"), run.err()))
                .isEqualTo(new Run(0, GOLDEN, ""));
    }

    @Test
    void whatIsNoOrderIsShownAndIsAFindingUnlessItIsPutUpWith() {
        desk.write("orders/b.jsonl", "{\"basket\": 1}\n");
        Run run = backtest("--before", "./old", "./orders", "--rejects", "./bad.jsonl");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("orders/b.jsonl:1:");
        assertThat(run.out()).endsWith("2 orders: 2 touched; 1 line is bad (missing-field 1)\n");
        assertThat(desk.read("bad.jsonl")).isEqualTo("{\"basket\": 1}\n");
        assertThat(backtest("--before", "./old", "./orders", "--max-bad", "1").code()).isZero();
        Run tooMany = backtest("--before", "./old", "./orders", "--max-bad", "33%");
        assertThat(tooMany.code()).isEqualTo(1);
        assertThat(tooMany.out()).isEmpty();
        assertThat(tooMany.err()).contains("1 of 3 lines are bad, more than are put up with [too-many-bad-lines]");
    }

    @Test
    void noOrderIsOverwrittenByWhatIsWritten() throws IOException {
        String orders = desk.read("orders/a.jsonl");
        Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("orders/a.jsonl"));
        for (String output : List.of("./orders/a.jsonl", "./orders/../orders/a.jsonl", "./link.txt")) {
            for (String option : List.of("--rejects", "--checkpoint")) {
                for (String input : List.of("./orders/a.jsonl", "./orders")) {
                    Run run = backtest("--before", "./old", input, option, output);
                    assertThat(run.code()).as("%s %s %s", input, option, output).isEqualTo(2);
                    assertThat(run.err()).contains(option + " would overwrite orders");
                    assertThat(desk.read("orders/a.jsonl")).isEqualTo(orders);
                }
            }
        }
        assertThat(backtest("--before", "./old", "./orders", "--rejects", "./orders/new.jsonl").code()).as("read as orders the next time").isEqualTo(2);
        assertThat(backtest("--before", "./old", "./orders", "--rejects", "./x", "--checkpoint", "./x").code()).isEqualTo(2);
    }

    @Test
    void aFolderIsReadAndWhatIsPassedOverInItIsSaid() {
        desk.write("orders/notes.txt", "x");
        Run run = backtest("--before", "./old", "./orders");
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("orders/notes.txt: warning: ");
        desk.write("none/notes.txt", "x");
        assertThat(backtest("--before", "./old", "./none").err()).contains("[no-orders]");
        assertThat(backtest("--before", "./old", "./nowhere.jsonl").err()).contains("[no-such-file]");
    }

    @Test
    void standardInputAndTheOtherForms() {
        String orders = desk.read("orders/a.jsonl");
        Run csv = desk.run(orders, false, "backtest", "--before", "./old", "--after", "./rules", "-", "--format", "csv", "--workers", "2");
        assertThat(csv.code()).isZero();
        assertThat(csv.out()).startsWith("currency,by,name,touched,orders_before,").contains("\nUSD,market,US,2,2,2,146.70,143.44,");
        Run json = backtest("--before", "./old", "./orders", "--format", "json");
        assertThat(json.out()).startsWith("{\"format\":1,\"rules\":{").endsWith("}\n").hasLineCount(1);
        assertThat(backtest("--before", "./old", "-", "--checkpoint", "./c").code()).isEqualTo(2);
        assertThat(backtest("--before", "./old", "./orders", "--workers", "0").code()).isEqualTo(2);
        assertThat(backtest("--before", "./old", "./orders", "--max-bad", "some").code()).isEqualTo(2);
        assertThat(backtest("./orders").code()).isEqualTo(2);
    }

    @Test
    void progressIsShownToWhoSitsInFrontOfItAndLeavesNothingBehind() {
        Run run = desk.run("", true, "backtest", "--before", "./old", "--after", "./rules", "./orders");
        assertThat(run.err()).isEqualTo("\r2 orders\u001b[K\r\u001b[K");
    }
}
