package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.WholeReceipts;
import dev.plaindeal.cli.Desk.Run;
import java.io.StringReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class TestFixturesTest {

    private static final String ALL_REACHED = "(0.0 s); 2 of 2 promotions, 2 of 2 tiers, 0 of 29 reasons reached\n";

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void receiptsAreWritten() {
        desk = new Desk(folder);
        assertThat(desk.test("--update")).isEqualTo(new Run(0,
                """
                WRITTEN fixtures/shop/big.receipt.json
                WRITTEN fixtures/shop/big.simplicity.json
                WRITTEN fixtures/shop/small.receipt.json
                WRITTEN fixtures/shop/small.simplicity.json
                2 baskets: 0 OK, 2 written """ + " " + ALL_REACHED, ""));
    }

    @Test
    void successIsOneLine() {
        assertThat(desk.test()).isEqualTo(new Run(0, "2 baskets OK " + ALL_REACHED, ""));
    }

    /** The rules weigh no steps of their own: those of the jar are taken, and the budget is heard all the same. */
    @Test
    void aStackBelowItsBudgetFails() {
        desk.run("test", "./fixtures", "--rules", "./rules", "--update");
        desk.write("rules/simplicity/budgets.drl", "package simplicity\nimport dev.plaindeal.model.*\n\nrule \"us-live\"\nwhen\n"
                + "    $b : Budget( market == \"US\", channel == \"live\" )\nthen\n    $b.stackAtLeast(99);\nend\n");
        Run run = desk.run("test", "./fixtures", "--rules", "./rules");
        assertThat(run.code()).isOne();
        assertThat(run.out()).contains("in US live where 99 is the budget");
        desk.replace("rules/simplicity/budgets.drl", "99", "1");
        assertThat(desk.run("test", "./fixtures", "--rules", "./rules")).isEqualTo(new Run(0, "2 baskets OK " + ALL_REACHED, ""));
    }

    @Test
    void aStackWhoseRangeAloneCrossesItsBudgetIsWarnedOf() throws IOException {
        desk.run("test", "./fixtures", "--rules", "./rules", "--update");
        double score = new ObjectMapper().readTree(desk.read("fixtures/shop/big.simplicity.json")).at("/simplicity/score").asDouble();
        desk.write("rules/simplicity/budgets.drl", "package simplicity\nimport dev.plaindeal.model.*\n\nrule \"us-live\"\nwhen\n"
                + "    $b : Budget( market == \"US\", channel == \"live\" )\nthen\n    $b.stackAtLeast(" + (int) score + ");\nend\n");
        Run run = desk.run("test", "./fixtures", "--rules", "./rules", "--run", "big");
        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("fixtures/shop/big.basket.json: warning: the stack scores ").contains("[near-budget]", "somewhere from");
        assertThat(run.out()).endsWith("; 1 warning\n");
        assertThat(desk.run("test", "./fixtures", "--rules", "./rules", "--run", "big", "--format", "json").out()).contains("\"warnings\":[{\"code\":\"near-budget\"");
    }

    @Test
    void whatEvaluatePrintsIsTheReceipt() {
        Run run = desk.run("evaluate", "./fixtures/shop/big.basket.json", "--rules", "./rules", "--format", "json");
        assertThat(WholeReceipts.json(desk.at("fixtures/shop/big.receipt.json"))).isEqualTo(run.out());
    }

    @Test
    void moneyComesFirst() {
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
        Run run = desk.test("--run", "big");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith(
                """
                DIFFERENT shop/big
                  money                                      receipt         now      change
                    total                                      97.20       95.04       -2.16
                    discount                                   22.80       24.96       +2.16
                    us-save10                                  10.80       12.96       +2.16
                    line 1 net                                 97.20       95.04       -2.16
                    funders platform                           10.80       12.96       +2.16
                    us-save10 line 1 amount                    10.80       12.96       +2.16
                    store pearl discount                       22.80       24.96       +2.16
                    store pearl total                          97.20       95.04       -2.16
                    store pearl funders platform               10.80       12.96       +2.16
                  scores
                """);
        assertThat(run.out()).endsWith(
                """
                1 basket: 0 OK, 1 different (0.0 s); 2 of 2 promotions, 1 of 2 tiers, 0 of 29 reasons reached
                If that is as it should be: the same command with --update writes these receipts.
                """);
    }

    @Test
    void aPromotionThatIsRefusedNowSaysWhy() {
        desk.replace("rules/promotions/us/us-save10.drl", "USD 50", "USD 58");
        assertThat(desk.test("--run", "small").out()).contains(
                """
                    pearl-tiers                                 5.00           -
                """,
                """
                  promotions
                    pearl-tiers
                      was applied
                      now refused, spoils-more: With it the buyer would pay USD 1.00 more, because it spoils another promotion.
                  scores
                """);
    }

    @Test
    void aCommentChangesNothing() {
        desk.replace("rules/promotions/us/us-save10.drl", "// 10 %", "// Ten percent: 10 %");
        assertThat(desk.test().code()).isZero();
    }

    @Test
    void updateWritesWhatDiffersAndNothingElse() throws Exception {
        desk.replace("rules/promotions/us/us-save10.drl", "USD 20", "USD 10");
        String small = desk.read("fixtures/shop/small.receipt.json");
        Run run = desk.test("--update");
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("CHANGED shop/big\n").doesNotContain("shop/small");
        assertThat(desk.read("fixtures/shop/small.receipt.json")).isEqualTo(small);
        assertThat(desk.test().code()).isZero();
    }

    @Test
    void aReceiptWithoutABasketFailsEvenWhenUpdating() throws Exception {
        Files.delete(desk.at("fixtures/shop/small.basket.json"));
        Run run = desk.test("--update");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("NO BASKET fixtures/shop/small.receipt.json: delete it, or bring its basket back\n",
                "NO BASKET fixtures/shop/small.simplicity.json: delete it, or bring its basket back\n",
                "1 basket: 1 OK, 2 receipts without a basket");
    }

    @Test
    void aBasketWithoutAReceiptFails() throws Exception {
        Files.delete(desk.at("fixtures/shop/small.receipt.json"));
        Run run = desk.test();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).startsWith(
                "NO RECEIPT shop/small: there is no fixtures/shop/small.receipt.json yet\n"
                        + "2 baskets: 1 OK, 1 without a receipt");
    }

    @Test
    void whatCannotBeUsedIsToldWithItsPlace() {
        desk.write("fixtures/shop/big.basket.json", Desk.json("big", "12O.00", "SAVE10"));
        desk.write("fixtures/shop/small.receipt.json", "{\n  \"total\" : \n<<<<<<< HEAD\n");
        Run run = desk.test();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains(
                "REFUSED shop/big\n  fixtures/shop/big.basket.json:3:",
                "REFUSED shop/small\n  fixtures/shop/small.receipt.json:3:1: error: this is not a receipt [not-a-receipt]\n"
                        + "      Delete it, and write it anew with --update.\n");
    }

    @Test
    void aFixtureNamesItsMoment() {
        desk.replace("fixtures/shop/big.basket.json", "\"at\": \"2026-11-22T20:00:00-05:00\",", "");
        assertThat(desk.test().out()).contains("the basket does not say when it is");
    }

    @Test
    void rulesOfItsOwnCount() {
        desk.write("fixtures/other/rules/promotions/us/us-half.drl",
                Desk.SAVE10.replace("us-save10", "us-half").replace("SAVE10", "HALF").replace("(10)", "(50)"));
        desk.basket("other/deep/one", "30.00", "HALF");
        desk.replace("fixtures/other/rules/promotions/us/us-half.drl", ".whenSpending(\"USD 50\")", "");
        assertThat(desk.test("--update").code()).isZero();
        assertThat(desk.read("fixtures/other/deep/one.receipt.json")).contains("\"total\" : \"15.00\"");
        assertThat(desk.test().out())
                .isEqualTo("3 baskets OK (0.0 s); 2 of 2 promotions, 2 of 2 tiers, 0 of 29 reasons reached\n");
    }

    private void wholeAgain(String name) throws Exception {
        Path file = desk.at("fixtures/shop/" + name + ".receipt.json");
        desk.write("fixtures/shop/" + name + ".receipt.json", WholeReceipts.json(file));
        Files.delete(desk.at("fixtures/shop/" + name + ".simplicity.json"));
    }

    @Test
    void aReceiptInOneFileIsComparedAsAWholeAndSplitByUpdate() throws Exception {
        String money = desk.read("fixtures/shop/big.receipt.json");
        String simplicity = desk.read("fixtures/shop/big.simplicity.json");
        wholeAgain("big");
        assertThat(desk.test().out()).startsWith("2 baskets OK");
        desk.replace("fixtures/shop/big.receipt.json", "\"band\" : \"", "\"band\" : \"un");
        assertThat(desk.test().out()).startsWith("DIFFERENT shop/big\n  scores\n");
        wholeAgainFrom(money, simplicity);
        assertThat(desk.test("--update").out()).startsWith(
                "WRITTEN fixtures/shop/big.receipt.json\nWRITTEN fixtures/shop/big.simplicity.json\n2 baskets: 1 OK, 1 written");
        assertThat(desk.read("fixtures/shop/big.receipt.json")).isEqualTo(money);
        assertThat(desk.read("fixtures/shop/big.simplicity.json")).isEqualTo(simplicity);
    }

    private void wholeAgainFrom(String money, String simplicity) throws Exception {
        desk.write("fixtures/shop/big.receipt.json", money);
        desk.write("fixtures/shop/big.simplicity.json", simplicity);
        wholeAgain("big");
    }

    /** Whoever has receipts of the version before need not write them anew. */
    @Test
    void aReceiptOfAnEarlierVersionIsHeldAgainstWhatThatVersionWrote() throws Exception {
        wholeAgain("big");
        String now = desk.read("fixtures/shop/big.receipt.json");
        String before = now.replace("  \"format\" : 1,\n", "").replaceFirst("(?s)  \"stores\" : \\[.*?\n  \\],\n", "");
        assertThat(before).doesNotContain("format").doesNotContain("stores");
        desk.write("fixtures/shop/big.receipt.json", before);
        assertThat(desk.test().out()).startsWith("2 baskets OK");
    }

    @Test
    void onlyOneHalfIsComparedAndWritten() {
        String money = desk.read("fixtures/shop/big.receipt.json");
        String simplicity = desk.read("fixtures/shop/big.simplicity.json");
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(13)");
        assertThat(desk.test("--only", "money", "--run", "big").out())
                .startsWith("DIFFERENT shop/big\n  money").doesNotContain("simplicity");
        assertThat(desk.test("--only", "simplicity", "--run", "big").out())
                .startsWith("DIFFERENT shop/big\n  scores").doesNotContain("money");
        assertThat(desk.test("--only", "simplicity", "--update").code()).isZero();
        assertThat(desk.read("fixtures/shop/big.receipt.json")).isEqualTo(money);
        assertThat(desk.read("fixtures/shop/big.simplicity.json")).isNotEqualTo(simplicity);
        assertThat(desk.test().out()).startsWith("DIFFERENT shop/big\n  money");
        assertThat(desk.test("--only", "money", "--update").code()).isZero();
        assertThat(desk.test().out()).startsWith("2 baskets OK");
    }

    @Test
    void oneHalfOfAReceiptInOneFileIsNotWrittenAlone() throws Exception {
        wholeAgain("big");
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
        Run run = desk.test("--only", "money", "--update", "--run", "big");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).contains("REFUSED shop/big\n", "[not-split]", "Split it with --update once, without --only.");
    }

    /** The halves were written apart, or one was edited: nothing of either is passed over. */
    @Test
    void halvesThatSpeakOfOtherPromotionsDiffer() {
        desk.replace("fixtures/shop/big.simplicity.json", "\"id\" : \"us-save10\",\n", "\"id\" : \"us-gone\",\n");
        assertThat(desk.test("--run", "big").out()).contains("us-gone").startsWith("DIFFERENT shop/big");
    }

    @Test
    void halfAReceiptIsNotEnough() throws Exception {
        Files.delete(desk.at("fixtures/shop/big.simplicity.json"));
        assertThat(desk.test().out()).startsWith("NO RECEIPT shop/big: there is no fixtures/shop/big.simplicity.json yet\n");
        String money = desk.read("fixtures/shop/big.receipt.json");
        assertThat(desk.test("--update").out()).startsWith("WRITTEN fixtures/shop/big.simplicity.json\n2 baskets: 1 OK, 1 written");
        assertThat(desk.read("fixtures/shop/big.receipt.json")).isEqualTo(money);
    }

    @Test
    void foldersPutAsideAreLeftOut() {
        desk.basket("_broken/one", "30.00", "X");
        desk.basket("shop/_later/one", "30.00", "X");
        assertThat(desk.test().out()).startsWith("2 baskets OK");
    }

    @Test
    void runChoosesByPath() {
        assertThat(desk.test("--run", "shop/s").out()).startsWith("1 basket OK");
        assertThat(desk.test("--run", "("))
                .extracting(Run::code, run -> run.err().lines().findFirst().orElseThrow())
                .containsExactly(2, "--run is not a regular expression: Unclosed group");
        assertThat(desk.test("--run", "nobody")).isEqualTo(new Run(1, "",
                """
                fixtures: error: no fixture's path has nobody in it [no-fixtures]
                    A fixture is a file whose name ends in .basket.json.
                """));
    }

    @Test
    void oneBasketAlone() {
        assertThat(desk.run("test", "./fixtures/shop/big.basket.json", "--rules", "./rules").out())
                .startsWith("1 basket OK");
    }

    @Test
    void aFolderThatIsNotThere() {
        assertThat(desk.run("test", "./nowhere", "--rules", "./rules")).isEqualTo(new Run(1, "",
                """
                nowhere: error: there is no such folder [no-folder]
                    Name the folder that holds the baskets.
                """));
    }

    @Test
    void coverageBelowWhatIsAskedFor() throws Exception {
        Files.delete(desk.at("fixtures/shop/big.basket.json"));
        Files.delete(desk.at("fixtures/shop/big.receipt.json"));
        Files.delete(desk.at("fixtures/shop/big.simplicity.json"));
        Run run = desk.test("--min-coverage", "1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out())
                .startsWith("Tiers no fixture reaches (1 of 2):\n  pearl-tiers tier 2 (USD 100.00)\n"
                        + "Reasons no fixture reaches (29 of 29):\n  already-reduced\n  beaten\n")
                .endsWith("1 basket OK (0.0 s); 2 of 2 promotions, 1 of 2 tiers, 0 of 29 reasons reached\n"
                        + "Coverage is 0 %, less than the 1 % asked for.\n");
        assertThat(desk.test("--coverage").code()).isZero();
        assertThat(desk.test("--min-coverage", "101").code()).isEqualTo(2);
        Run machine = desk.test("--min-coverage", "1", "--format", "json");
        assertThat(machine.code()).isEqualTo(1);
        assertThat(machine.err()).isEqualTo("Coverage is 0 %, less than the 1 % asked for.\n");
    }

    @Test
    void brokenRulesAreToldOnceAndAllAtOnce() {
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOf(10)");
        desk.replace("rules/promotions/pearl/pearl-tiers.drl", "USD 5\"", "USD five\"");
        Run run = desk.test();
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("rules/promotions/us/us-save10.drl:9:13: ", "pearl-tiers.drl:9:12: ");
    }

    @Test
    void junitXmlIsXml() throws Exception {
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
        desk.write("fixtures/shop/a<&\"b.basket.json", Desk.json("a", "30.00", "X"));
        desk.write("fixtures/shop/big.basket.json", "{ \"\u0001\": 1");
        Run run = desk.test("--format", "junit");
        assertThat(run.code()).isEqualTo(1);
        Document xml = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new InputSource(new StringReader(run.out())));
        Element suite = (Element) xml.getElementsByTagName("testsuite").item(0);
        assertThat(suite.getAttribute("tests") + suite.getAttribute("failures") + suite.getAttribute("errors"))
                .isEqualTo("321");
        Element first = (Element) xml.getElementsByTagName("testcase").item(0);
        assertThat(first.getAttribute("name")).isEqualTo("a<&\"b");
        assertThat(first.getAttribute("classname")).isEqualTo("fixtures.shop");
        assertThat(xml.getElementsByTagName("failure").item(1).getTextContent()).contains("us-save10");
    }

    @Test
    void jsonIsForMachines() throws Exception {
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff(10)", "percentOff(12)");
        JsonNode run = new ObjectMapper().readTree(desk.test("--format", "json", "--run", "big").out());
        assertThat(run.get("baskets").asInt()).isEqualTo(1);
        assertThat(run.get("ok").asInt()).isZero();
        assertThat(run.at("/fixtures/0/fixture").asText()).isEqualTo("shop/big");
        assertThat(run.at("/fixtures/0/differences/0").toString())
                .isEqualTo("{\"topic\":\"money\",\"what\":\"total\",\"before\":\"97.20\",\"after\":\"95.04\"}");
        assertThat(run.at("/coverage/tiers/unreached/0").asText()).isEqualTo("pearl-tiers tier 1 (USD 50.00)");
    }

    @Test
    void manyFixturesComeInOrderAndProgressIsForPeople() {
        for (int i = 0; i < 120; i++) {
            desk.basket("many/b%03d".formatted(i), "60.00", "X");
        }
        Run run = desk.test("--run", "many/");
        assertThat(run.out().lines().filter(line -> line.startsWith("NO RECEIPT")).toList())
                .hasSize(120)
                .isSorted();
        assertThat(run.err()).isEmpty();
        assertThat(desk.attended("", "test", "./fixtures", "--rules", "./rules").err()).contains("\r100 of 122");
    }
}
