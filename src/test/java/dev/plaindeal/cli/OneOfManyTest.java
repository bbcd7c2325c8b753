package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One that cannot be scored, read or written never stops the others, whichever the command. */
class OneOfManyTest {

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void oneIsHuge() {
        desk = new Desk(folder);
        desk.write("rules/promotions/jp/jp-ten.drl", Desk.SAVE10
                .replace("us-save10", "jp-ten")
                .replace("\"US\"", "\"JP\"")
                .replace(".whenSpending(\"USD 50\").atMost(\"USD 20\")", ""));
        desk.write("fixtures/shop/huge.basket.json", huge("huge"));
    }

    private static String huge(String name) {
        return Desk.json(name, "2000000000000", "SAVE10").replace("\"US\"", "\"JP\"").replace("USD", "JPY");
    }

    @Test
    void evaluate() {
        desk.write("all.jsonl", Desk.json("a", "60.00", "SAVE10") + huge("huge") + Desk.json("b", "60.00", "SAVE10"));
        for (String more : new String[] {"--format=json", "--format=text", "--frontier", "--strategy=simplest", "--strategy=balanced"}) {
            Run run = desk.run("evaluate", "./all.jsonl", "--rules", "./rules", more);
            assertThat(run.err()).as(more).isEmpty();
            assertThat(run.code()).as(more).isZero();
            assertThat(run.out().replace(",", "")).as(more).contains("1800000000000").containsPattern("(?s)(49\\.50|5[45]\\.00).*(49\\.50|5[45]\\.00)");
        }
    }

    @Test
    void test() {
        assertThat(desk.test("--update")).matches(run -> run.code() == 0 && run.out().contains("3 written"));
        assertThat(desk.test().out()).startsWith("3 baskets OK");
    }

    @Test
    void compare() {
        desk.write("old/promotions/us/us-save10.drl", Desk.SAVE10);
        Run run = desk.run("compare", "./fixtures", "--before", "./old", "--after", "./rules");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("huge: to pay JPY 2000000000000 -> 1800000000000 (-200000000000), simplicity 100.0 -> -")
                .contains("3 baskets: 3 changed");
    }

    @Test
    void score() {
        desk.write("rules/promotions/us/us-rich.drl", Desk.SAVE10
                .replace("us-save10", "us-rich").replace("SAVE10", "RICH").replace("USD 50", "USD 999999999999"));
        Run table = desk.run("score", "--rules", "./rules");
        assertThat(table.out()).contains("us-save10").contains("Not scored: us-rich in US. ");
        Run json = desk.run("score", "--rules", "./rules", "--format", "json");
        assertThat(json.out()).contains("us-save10").doesNotContain("us-rich");
        assertThat(json.err()).startsWith("Not scored: us-rich in US. ");
        assertThat(desk.run("check", "--rules", "./rules")).matches(run -> run.code() == 0 && run.out().contains("4 promotions OK"));
    }

    /** As on a full disk; the others are written. */
    @Test
    void aReceiptThatCannotBeWritten() throws IOException {
        desk.test("--update");
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
        String before = desk.read("fixtures/shop/big.receipt.json");
        Files.createDirectories(desk.at("fixtures/shop/.big.receipt.json.half/in-the-way"));
        Run run = desk.test("--update");
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("REFUSED shop/big\n  fixtures/shop/big.receipt.json: error: this file cannot be written: ")
                .contains("[unwritable]\n      What was there is as it was.")
                .contains("CHANGED shop/small");
        assertThat(desk.read("fixtures/shop/big.receipt.json")).isEqualTo(before);
    }

    @Test
    void aReceiptThatIsNoText() throws IOException {
        desk.test("--update");
        Files.write(desk.at("fixtures/shop/big.receipt.json"), new byte[] {0, 0, (byte) 0xfe, (byte) 0xff, 0, 1});
        Files.delete(desk.at("fixtures/shop/small.receipt.json"));
        Files.createDirectories(desk.at("fixtures/shop/small.receipt.json"));
        Run run = desk.test();
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("big.receipt.json", "[not-a-receipt]", "small.receipt.json: error: this is no file [not-a-file]", "1 OK");
    }

    @Test
    void aRuleFileThatCannotBeWritten() throws IOException {
        Files.createDirectories(desk.at("rules/promotions/us/.us-save10.drl.half/in-the-way"));
        desk.replace("rules/promotions/us/us-save10.drl", "    $coupon.", "        $coupon.");
        desk.replace("rules/promotions/jp/jp-ten.drl", "    $coupon.", "        $coupon.");
        Run run = desk.run("fmt", "--rules", "./rules");
        assertThat(run.code()).isOne();
        assertThat(run.out()).isEqualTo("rules/promotions/jp/jp-ten.drl\n1 of 3 files changed\n");
        assertThat(run.err()).contains("us-save10.drl: error: this file cannot be written: ");
    }

    /** Buyers are told of the deal that is chosen, a tax engine of what was paid: neither of what else there might have been. */
    @Test
    void onlyTheMerchantSeesTheFrontier() {
        for (String format : new String[] {"buyer", "tax"}) {
            Run run = desk.run("evaluate", "./fixtures/shop/huge.basket.json", "--rules", "./rules", "--frontier", "--format", format);
            assertThat(run.code()).as(format).isEqualTo(2);
            assertThat(run.err()).startsWith("--format " + format + " is ").contains("--frontier");
        }
    }
}
