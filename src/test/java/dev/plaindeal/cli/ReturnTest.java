package dev.plaindeal.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line of returns, on the peer case of one coupon with a minimum. */
class ReturnTest {

    @TempDir
    Path folder;

    private String receipt = "";

    private record Run(int code, String out, String err) {}

    private static Run run(String in, String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)),
                new PrintWriter(out), new PrintWriter(err, true), Instant.parse("2026-11-22T12:00:00Z"));
        int code = Plaindeal.run(args, terminal);
        return new Run(code, out.toString(), err.toString());
    }

    private Run returned(String... more) {
        List<String> args = new ArrayList<>(List.of("return", path("order.receipt.json"), "--rules", path("rules")));
        args.addAll(List.of(more));
        return run("", args.toArray(new String[0]));
    }

    private String path(String name) {
        return folder.resolve(name).toString();
    }

    @BeforeEach
    void order() throws IOException {
        Files.createDirectories(folder.resolve("rules/promotions"));
        Files.writeString(folder.resolve("rules/promotions/ten-off.drl"), """
                // 10 % off from EUR 300.
                package promotions
                import dev.plaindeal.model.*

                rule "ten-off"
                when
                    $coupon : PlatformCoupon( code == "V" )
                then
                    $coupon.percentOff(10).whenSpending("EUR 300");
                end
                """);
        Files.writeString(folder.resolve("order.basket.json"), """
                { "basket": "order", "market": "DE", "currency": "EUR", "at": "2026-11-22T12:00:00Z", "codes": ["V"],
                  "lines": [ { "id": "a:1", "sku": "a", "store": "s", "unitPrice": "50.00", "quantity": 6 } ] }
                """);
        receipt = run("", "evaluate", path("order.basket.json"), "--rules", path("rules"), "--format", "json").out();
        Files.writeString(folder.resolve("order.receipt.json"), receipt);
    }

    @Test
    void keepsThePaidShareUnlessToldOtherwise() {
        Run run = returned("--lines", "a:1:5", "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo(
                "{\"format\":1,\"basket\":\"order\",\"policy\":\"keep\",\"currency\":\"EUR\",\"refund\":\"225.00\",\"lines\":"
                        + "[{\"line\":\"a:1\",\"quantity\":5,\"list\":\"250.00\",\"refund\":\"225.00\",\"funders\":"
                        + "{\"platform\":\"25.00\",\"store\":\"0.00\"}}],\"shipping\":{\"list\":\"0.00\",\"refund\":\"0.00\","
                        + "\"funders\":{\"platform\":\"0.00\",\"store\":\"0.00\"}},\"funders\":{\"platform\":\"25.00\","
                        + "\"store\":\"0.00\"},\"kept\":\"45.00\"}\n");
    }

    @Test
    void pricesWhatIsKeptAgain() {
        Run run = returned("--lines", "a:1:5", "--policy", "re-evaluate", "--basket", path("order.basket.json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("what is kept is priced again").contains("EUR 220.00").contains("EUR 50.00");
    }

    @Test
    void severalReturnsFollowEachOther() {
        Run run = returned("--lines", "a:1:1", "--lines", "a:1:2", "--format", "json");
        assertThat(run.out().lines()).hasSize(2);
        assertThat(run.out()).contains("\"refund\":\"45.00\"").contains("\"refund\":\"90.00\"").contains("\"kept\":\"135.00\"");
    }

    @Test
    void readsAReceiptFromStandardInput() {
        Run run = run(receipt, "return", "-", "--lines", "a:1:6");
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("EUR 270.00");
    }

    @Test
    void saysWhatCannotBeReturned() {
        assertThat(returned("--lines", "a:1:7").err()).contains("not-returnable").contains("of line a:1 there are 6 to return, not 7");
        assertThat(returned("--lines", "b:1").err()).contains("there is no line b");
        assertThat(returned("--lines", "a:1:7", "--format", "json").out()).startsWith("{\"problems\":[{\"code\":\"not-returnable\"");
        assertThat(returned("--lines", "a:1:7").code()).isEqualTo(1);
    }

    @Test
    void saysWhatIsWrongWithTheCommand() {
        assertThat(returned("--lines", "a").code()).isEqualTo(2);
        assertThat(returned("--lines", "a:0").err()).contains("LINE:QUANTITY");
        assertThat(returned("--lines", "a:1:1", "--policy", "generous").err()).contains("keep and re-evaluate");
        assertThat(returned("--lines", "a:1:1", "--policy", "re-evaluate").err()).contains("--basket");
        assertThat(returned().code()).isEqualTo(2);
    }

    @Test
    void refusesAnotherBasketOtherRulesAndAnEditedReceipt() throws IOException {
        String basket = Files.readString(folder.resolve("order.basket.json"));
        Files.writeString(folder.resolve("other.basket.json"), basket.replace("50.00", "51.00"));
        assertThat(returned("--lines", "a:1:1", "--policy", "re-evaluate", "--basket", path("other.basket.json")).err())
                .contains("other-basket");
        Files.writeString(folder.resolve("order.receipt.json"), receipt.replace("270.00", "300.00"));
        assertThat(returned("--lines", "a:1:1").err()).contains("does-not-add-up").contains("at /total");
        Files.writeString(folder.resolve("order.receipt.json"), receipt);
        Path rule = folder.resolve("rules/promotions/ten-off.drl");
        Files.writeString(rule, Files.readString(rule).replace("percentOff(10)", "percentOff(20)"));
        assertThat(returned("--lines", "a:1:1", "--policy", "re-evaluate", "--basket", path("order.basket.json")).err())
                .contains("other-rules");
        assertThat(run("", "return", path("none.json"), "--lines", "1:1").err()).contains("no-such-file");
    }

    @Test
    void aRefusedReceiptPrintsNothingOnStandardOutput() throws IOException {
        Files.writeString(folder.resolve("order.receipt.json"), receipt.replace("\"shipping\" : \"0.00\"", "\"shipping\" : \"5.00\""));
        Run run = returned("--lines", "a:1:1");
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("order.receipt.json").contains("at /total");
        Run second = returned("--lines", "a:1:5", "--lines", "a:1:2");
        assertThat(second.out()).isEmpty();
        Files.writeString(folder.resolve("order.receipt.json"), receipt);
        Run twice = returned("--lines", "a:1:5", "--lines", "a:1:2");
        assertThat(twice.code()).isEqualTo(1);
        assertThat(twice.out()).isEmpty();
        assertThat(twice.err()).contains("of line a:1 there are 1 to return, not 2");
    }

    @Test
    void saysInWhatTheBasketIsAnother() throws IOException {
        String basket = Files.readString(folder.resolve("order.basket.json"));
        Files.writeString(folder.resolve("other.basket.json"), basket.replace("\"codes\": [\"V\"],", ""));
        Run run = returned("--lines", "a:1:1", "--policy", "re-evaluate", "--basket", path("other.basket.json"));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("other.basket.json")
                .contains("these rules make another receipt of the basket: the total is EUR 270.00 on the receipt, and EUR 300.00 here");
    }

    @Test
    void aBasketWithoutAMomentIsPricedForThatOfItsReceipt() throws IOException {
        String basket = Files.readString(folder.resolve("order.basket.json"));
        Files.writeString(folder.resolve("order.basket.json"), basket.replace("\"at\": \"2026-11-22T12:00:00Z\", ", ""));
        Files.writeString(folder.resolve("order.receipt.json"), receipt.replace("2026-11-22T12:00:00Z", "2026-11-20T12:00:00Z"));
        Run run = returned("--lines", "a:1:5", "--policy", "re-evaluate", "--basket", path("order.basket.json"));
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).contains("EUR 220.00");
    }

    @Test
    void aNumberOfUnitsThatWrapsIsRefused() {
        String many = "a:1:9999999,".repeat(430) + "a:1:1";
        assertThat(returned("--lines", many).code()).isEqualTo(2);
    }

    @Test
    void namesTheGiftsThatAreToComeBack() throws IOException {
        Files.writeString(folder.resolve("rules/promotions/cup.drl"), """
                // A cup in a store from EUR 200.
                package promotions
                import dev.plaindeal.model.*

                rule "cup"
                when
                    $store : StoreBasket( market == "DE" )
                then
                    $store.gift("mug-7", "Cup of tea").whenSpending("EUR 200");
                end
                """);
        receipt = run("", "evaluate", path("order.basket.json"), "--rules", path("rules"), "--format", "json").out();
        Files.writeString(folder.resolve("order.receipt.json"), receipt);
        String[] again = {"--policy", "re-evaluate", "--basket", path("order.basket.json")};
        assertThat(returned("--lines", "a:1:1", again[0], again[1], again[2], again[3]).out()).doesNotContain("Gift");
        assertThat(returned("--lines", "a:1:3", again[0], again[1], again[2], again[3]).out()).contains(
                "Gift of cup: 1 x Cup of tea (mug-7, store s). It is no longer earned: it is to come back, or to be paid for.\n");
        assertThat(returned("--lines", "a:1:3").out()).contains(
                "Gift of cup: 1 x Cup of tea (mug-7, store s). Look whether what is kept still earns it; pricing again tells.\n");
        assertThat(returned("--lines", "a:1:6", "--format", "json").out()).endsWith(
                ",\"kept\":\"0.00\",\"gifts\":[{\"id\":\"cup\",\"store\":\"s\",\"sku\":\"mug-7\",\"name\":\"Cup of tea\","
                        + "\"quantity\":1,\"state\":\"no-longer-earned\"}]}\n");
    }
}
