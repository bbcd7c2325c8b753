package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.cli.Desk.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NewPromotionTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    private Desk desk;

    @BeforeEach
    void desk() {
        desk = new Desk(folder);
        desk.test("--update");
    }

    private static String[] with(String[] more) {
        List<String> args = new ArrayList<>(List.of("new", "--rules", "./rules", "--fixtures", "./fixtures"));
        args.addAll(Arrays.asList(more));
        return args.toArray(String[]::new);
    }

    private Run make(String... more) {
        return desk.run(with(more));
    }

    @Test
    void aCoupon() {
        Run run = make("--layer", "platform-coupon", "--kind", "percent-off", "--market", "US", "--code", "TWELVE",
                "--id", "us-twelve", "--percent", "12.5", "--threshold", "USD 40", "--cap", "USD 20",
                "--until", "2026-12-01", "--zone", "America/New_York");
        assertThat(run).isEqualTo(new Run(0,
                """
                Wrote rules/promotions/us/us-twelve.drl
                Wrote fixtures/us/us-twelve-just-qualifies.basket.json
                Wrote fixtures/us/us-twelve-just-qualifies.receipt.json
                Wrote fixtures/us/us-twelve-just-qualifies.simplicity.json
                Wrote fixtures/us/us-twelve-just-misses.basket.json
                Wrote fixtures/us/us-twelve-just-misses.receipt.json
                Wrote fixtures/us/us-twelve-just-misses.simplicity.json

                The basket that just qualifies: to pay USD 35.00; us-twelve takes off USD 5.00
                The basket that just misses: to pay USD 39.99; us-twelve is refused, threshold-not-met: \
                It needs USD 40.00, USD 39.99 counts towards it; USD 0.01 more would do.
                Next: plaindeal check, plaindeal test, and plaindeal compare --before-rev HEAD for what it does to the \
                other baskets.
                """, ""));
        assertThat(desk.read("rules/promotions/us/us-twelve.drl")).isEqualTo(
                """
                // 12.5 % off everything for shoppers in US from USD 40, at most USD 20, with the code TWELVE. Paid by the platform.
                package promotions
                import dev.plaindeal.model.*

                rule "us-twelve"
                when
                    $coupon : PlatformCoupon( code == "TWELVE", market == "US" )
                then
                    $coupon.percentOff("12.5").whenSpending("USD 40").atMost("USD 20").until("2026-12-01", "America/New_York");
                end
                """);
        assertThat(desk.test().out()).startsWith("4 baskets OK");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock =
            """
            item-price         | percent-off   | JP    |       |     | --percent 15
            item-price         | buy-get       | JP    | maru  |     | --buy 2 --get 1 --times 3
            store-threshold    | tiers         | ID    | batik |     | --tiers IDR~200000:~IDR~20000;~IDR~400000:~12%
            store-threshold    | every         | US,GB | pearl |     | --threshold USD~30,~GBP~25 --amount USD~3,~GBP~2 --times 5
            store-coupon       | amount-off    | VN    | tet   | TET | --amount VND~20000 --channel live
            store-coupon       | free-shipping | DE    | haus  | FREI | --threshold EUR~40
            platform-threshold | amount-off    | SA    |       |     | --amount SAR~10 --threshold SAR~100 --from 2026-11-27 --zone Asia/Riyadh
            platform-threshold | tiers         | MY    |       |     | --tiers MYR~50:~5%;~MYR~90:~10% --cap MYR~8
            platform-coupon    | percent-off   | US    |       | TEN | --percent 10 --until 2026-12-01 --zone America/New_York
            item-price         | now-price     | GB    | pearl |     | --price £9 --from 2026-11-27 --until 2026-11-30 --zone Europe/London
            item-price         | amount-off-each | US  | pearl |     | --amount $2
            store-threshold    | set-price     | GB    | pearl |     | --items 3 --price 10
            store-threshold    | nth-item      | DE    | haus  |     | --items 2 --saving 50~%
            store-threshold    | cheapest-off  | DE    | haus  |     | --saving 4,50 --threshold 40
            store-threshold    | item-tiers    | JP    | maru  |     | --item-tiers 3:~10%;~5:~500
            platform-threshold | gift          | US    |       |     | --gift mug-1 --gift-name Mug --threshold $60
            shipping           | shipping-off  | GB    |       |     | --saving 50% --threshold 30
            shipping           | shipping-for  | GB    |       |     | --price 1.99
            shipping           | free-shipping | GB    |       |     | --threshold GBP~30
            shipping           | free-shipping | GB    | pearl |     |
            """)
    void everyKindLoadsAndPassesAtOnce(
            String layer, String kind, String market, String store, String code, String rest) throws IOException {
        List<String> args = new ArrayList<>(
                List.of("--layer", layer, "--kind", kind, "--market", market, "--id", "fresh"));
        if (store != null) {
            args.addAll(List.of("--store", store));
        }
        if (code != null) {
            args.addAll(List.of("--code", code));
        }
        if (rest != null) {
            Arrays.stream(rest.split(" ")).map(word -> word.replace('~', ' ')).forEach(args::add);
        }
        Run run = make(args.toArray(String[]::new));
        assertThat(run.code()).as(run.err()).isZero();
        String where = "fixtures/" + (store == null ? market.substring(0, 2).toLowerCase(Locale.ROOT) : store);
        assertThat(applied(where + "/fresh-just-qualifies.receipt.json")).contains("fresh");
        assertThat(applied(where + "/fresh-just-misses.receipt.json")).doesNotContain("fresh");
        assertThat(desk.test("--run", "fresh")).extracting(Run::code, Run::err).containsExactly(0, "");
        Run check = desk.run("check", "--rules", "./rules");
        assertThat(check.code()).as(check.out() + check.err()).isZero();
        Run layout = desk.run("fmt", "--rules", "./rules", "--check");
        assertThat(layout.code()).as(layout.out() + layout.err()).isZero();
    }

    private Set<String> applied(String receipt) throws IOException {
        JsonNode tree = JSON.readTree(desk.read(receipt));
        return Set.copyOf(tree.get("applied").findValuesAsText("id"));
    }

    /** Whatever links there are, what is new lies in the folders that were named. */
    @Test
    void writesThroughNoLinkThatLeavesTheFolder(@TempDir Path outside) throws IOException {
        String[] five = {"--layer", "platform-coupon", "--kind", "amount-off", "--market", "GB", "--code", "T", "--id", "t",
            "--amount", "GBP 2", "--threshold", "GBP 60"};
        for (String way : List.of("rules/promotions/gb", "fixtures/gb")) {
            Path link = Files.createSymbolicLink(desk.at(way), outside);
            Set<String> before = desk.files();
            Run run = make(five);
            assertThat(run.code()).isOne();
            assertThat(run.err()).contains("leads out of");
            assertThat(desk.files()).isEqualTo(before);
            assertThat(outside).isEmptyDirectory();
            Files.delete(link);
        }
        Path link = Files.createSymbolicLink(desk.at("fixtures/gb"), outside.resolve("nothing"));
        assertThat(make(five).code()).isOne();
        Files.delete(link);
        Files.createDirectories(desk.at("rules/promotions/gb"));
        Path file = Files.createSymbolicLink(desk.at("rules/promotions/gb/t.drl"), outside.resolve("t.drl"));
        assertThat(make(five).err()).contains("this file is there already");
        assertThat(outside).isEmptyDirectory();
        Files.delete(file);
        assertThat(make(five).code()).isZero();
    }

    /** Promotions that lie behind links inside the folder are reckoned with, and the new one lies beside them. */
    @Test
    void followsLinksInsideTheFolder() throws IOException {
        Files.createDirectories(desk.at("rules/..data"));
        Files.move(desk.at("rules/promotions"), desk.at("rules/..data/promotions"));
        Files.createSymbolicLink(desk.at("rules/promotions"), Path.of("..data/promotions"));
        Run run = make("--layer", "platform-coupon", "--kind", "amount-off", "--market", "US", "--code", "T",
                "--id", "t", "--amount", "USD 2", "--threshold", "USD 60");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(desk.read("rules/..data/promotions/us/t.drl")).contains("USD 2");
        assertThat(desk.test("--run", "/t-").code()).isZero();
        assertThat(desk.read("fixtures/us/t-just-qualifies.receipt.json")).contains("\"rules\"");
    }

    @Test
    void otherPromotionsAreReckonedWith() {
        desk.replace("rules/promotions/pearl/pearl-tiers.drl", "market == \"US\"", "market in (\"US\", \"CA\")");
        Run run = make("--layer", "platform-coupon", "--kind", "amount-off", "--market", "US", "--code", "T",
                "--id", "t", "--amount", "USD 2", "--threshold", "USD 60");
        assertThat(run.code()).isZero();
        assertThat(desk.test("--run", "/t-").code()).isZero();
    }

    @Test
    void whatIsMissingIsListedWhereNobodyCanBeAsked() {
        Set<String> before = desk.files();
        Run run = make("--layer", "store-coupon", "--kind", "amount-off", "--until", "2026-12-01");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(
                "These are missing: --market, --store, --code, --id, --amount, --zone.\nUsage: plaindeal new ");
        assertThat(desk.files()).isEqualTo(before);
    }

    @Test
    void onATerminalItAsksAndAsksAgain() {
        Run run = desk.attended(
                """
                coupon
                platform-coupon
                percent-off
                usa
                US
                ASKED
                us-asked
                10
                fifty
                USD 50



                2026-12-01
                Asia/Atlantis
                America/New_York
                """,
                with(new String[0]));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains(
                "  there is no layer coupon; Layer: item-price,",
                "  there is no country usa; a market is two capitals, like US\n",
                "  an amount is a currency and a number",
                "Most it takes off, for instance USD 20 (empty for none): ",
                "  there is no time zone Asia/Atlantis");
        assertThat(desk.read("rules/promotions/us/us-asked.drl")).contains(
                "$coupon.percentOff(10).whenSpending(\"USD 50\").until(\"2026-12-01\", \"America/New_York\");");
        assertThat(desk.test("--run", "asked").code()).isZero();
    }

    /** Numbers choose, what is typed is understood as the market's, and going back keeps what was answered. */
    @Test
    void understandsWhatPeopleType() {
        Run run = desk.attended(
                """
                5
                1
                GB
                TEN
                us-save10
                gb-ten
                200%
                back
                gb-ten2
                12,5 %
                $20
                £20
                back

                20

                -

                """,
                with(new String[] {"--until", "2026-12-01", "--zone", "Europe/London"}));
        assertThat(run.code()).as(run.out() + run.err()).isZero();
        assertThat(run.out()).contains(
                "  5  platform-coupon: off the whole basket, with a code\n",
                "  = percent-off\n",
                "  there is a promotion of this name already\n",
                "  a percentage is between 0 and 100",
                "Id, for instance us-save10 [gb-ten]: ",
                "  = 12.5\n",
                "Maybe USD 20?",
                "  = GBP 20\n");
        assertThat(desk.read("rules/promotions/gb/gb-ten2.drl"))
                .contains("$coupon.percentOff(\"12.5\").whenSpending(\"GBP 20\").atMost(\"GBP 20\").until(");
    }

    @Test
    void asksAScriptToo() {
        Run run = desk.run("US\n\npearl\nfresh\n", false, with(new String[] {"--ask", "--template", "buy-one-get-one"}));
        assertThat(run.code()).as(run.out() + run.err()).isEqualTo(2);
        assertThat(run.err()).startsWith("Nothing was written.");
        Run whole = desk.run("US\npearl\nfresh\n\n\n\n\n", false, with(new String[] {"--ask", "--template", "buy-one-get-one"}));
        assertThat(whole.code()).as(whole.out() + whole.err()).isZero();
        assertThat(desk.read("rules/promotions/pearl/fresh.drl")).contains("$store.buyGet(1, 1);");
    }

    @Test
    void listsItsTemplates() {
        Run run = make("--list-templates");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("buy-one-get-one      buy one, get one free\n");
        Run near = make("--template", "buy-one-get-on");
        assertThat(near.code()).isEqualTo(2);
        assertThat(near.err()).startsWith("There is no template buy-one-get-on. Maybe buy-one-get-one?");
    }

    @Test
    void answersThatEndWriteNothing() {
        Set<String> before = desk.files();
        Run run = desk.attended("platform-coupon\n", with(new String[0]));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("Nothing was written.");
        assertThat(desk.files()).isEqualTo(before);
    }

    private static final String[] FINE = {
        "--layer", "platform-threshold", "--kind", "percent-off", "--market", "US", "--id", "fine", "--percent", "10"
    };

    @Test
    void nothingIsOverwritten() {
        assertThat(make(FINE).code()).isZero();
        String rule = desk.read("rules/promotions/us/fine.drl");
        Run again = make(FINE);
        assertThat(again).isEqualTo(new Run(1, "",
                """
                rules/promotions/us/fine.drl: error: this file is there already [file-exists]
                    Choose another --id, or delete it.
                """));
        assertThat(desk.read("rules/promotions/us/fine.drl")).isEqualTo(rule);
    }

    @Test
    void aReceiptThatIsThereStopsItAll() {
        desk.write("fixtures/us/fine-just-misses.receipt.json", "mine");
        Set<String> before = desk.files();
        assertThat(make(FINE).err()).contains("fine-just-misses.receipt.json: error: this file is there already");
        assertThat(desk.files()).isEqualTo(before);
    }

    @Test
    void nothingIsHalfWritten() {
        desk.write("fixtures/us", "a file where a folder belongs");
        Set<String> before = desk.files();
        Run run = make(FINE);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("this file cannot be written: something else is in its place [unwritable]");
        assertThat(desk.files()).isEqualTo(before);
    }

    @Test
    void rulesThatDoNotLoadStopIt() {
        desk.replace("rules/promotions/us/us-save10.drl", "percentOff", "percentOf");
        Set<String> before = desk.files();
        Run run = make(FINE);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("rules/promotions/us/us-save10.drl:9:").doesNotContain("/tmp");
        assertThat(desk.files()).isEqualTo(before);
    }

    @Test
    void anIdOfAnotherPromotionIsRefused() {
        Run run = make("--layer", "store-threshold", "--kind", "percent-off", "--market", "US", "--store", "other",
                "--id", "us-save10", "--percent", "10");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("there is another rule us-save10");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "--id=../../evil", "--id=a\"b", "--store=../x", "--percent=101", "--percent=ten", "--market=XX", "--market=us",
        "--code=\"); System.exit(1); (\"", "--threshold=50", "--layer=coupon", "--kind=present", "--zone=Moon/Base",
        "--until=tomorrow", "--cap=USD 5\nend", "--buy=0", "--tiers=USD 50 USD 5", "--channel=tv", "--times=-1"
    })
    void answersThatAreNoneAreUsageErrors(String flag) {
        Set<String> before = desk.files();
        Run run = make(flag);
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith(flag.substring(0, flag.indexOf('=')) + ": ");
        assertThat(desk.files()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "--code, X, --code does not go with this layer and kind.",
        "--store, pearl, --store does not go with this layer and kind.",
        "--zone, UTC, --zone does not go with a promotion without dates.",
        "--tiers, USD 50: USD 5, --tiers does not go with this layer and kind."
    })
    void answersThatMakeNoSenseTogether(String flag, String answer, String sentence) {
        List<String> args = new ArrayList<>(Arrays.asList(FINE));
        args.addAll(List.of(flag, answer));
        assertThat(make(args.toArray(String[]::new)).err()).startsWith(sentence);
    }

    @Test
    void shippingAndGoodsAreDifferentLayers() {
        assertThat(make("--layer", "shipping", "--kind", "percent-off", "--market", "US", "--id", "s", "--percent", "10")
                        .err())
                .startsWith("The kind percent-off does not go with the layer shipping.");
    }
}
