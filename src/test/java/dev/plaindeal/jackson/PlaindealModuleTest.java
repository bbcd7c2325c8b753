package dev.plaindeal.jackson;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketJson;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.returns.Refund;
import dev.plaindeal.returns.RefundJson;
import dev.plaindeal.returns.Returns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Baskets, receipts, refunds and problems by a mapper of the host's. */
class PlaindealModuleTest {

    private static final Path ARTICLE = Path.of("fixtures/article/us-live-three-layers.basket.json");
    private static final Instant NOON = Instant.parse("2026-11-27T12:00:00Z");

    private final ObjectMapper mapper = new ObjectMapper().registerModule(new PlaindealModule(() -> NOON));

    /** A request of a host's own, with a basket in it. */
    record Order(String number, Basket basket) {}

    private static List<Path> baskets() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("fixtures"))) {
            return files.filter(file -> file.toString().endsWith(".basket.json") && !file.toString().contains("/_")).sorted().toList();
        }
    }

    private static List<Problem> problems(Throwable refused) {
        return ((ProblemException) refused.getCause()).problems();
    }

    @Test
    void everyBasketIsReadAndWrittenAsTheReaderHasIt() throws IOException {
        assertThat(baskets()).hasSizeGreaterThan(200);
        for (Path file : baskets()) {
            Basket basket = BasketReader.read("b", Files.readAllBytes(file), NOON).orThrow();
            assertThat(mapper.readValue(file.toFile(), Basket.class)).as(file.toString()).isEqualTo(basket);
            String written = mapper.writeValueAsString(basket);
            assertThat(mapper.readTree(written)).as(file.toString()).isEqualTo(mapper.readTree(BasketJson.line(basket)));
            assertThat(mapper.readValue(written, Basket.class)).as(file.toString()).isEqualTo(basket);
        }
    }

    @Test
    void aReceiptIsTheOneOfItsFormat() throws IOException {
        Receipt receipt = PromotionEngine.load(Path.of("rules")).evaluate(mapper.readValue(ARTICLE.toFile(), Basket.class));
        String written = mapper.writeValueAsString(receipt);
        assertThat(mapper.readTree(written)).isEqualTo(mapper.readTree(ReceiptJson.line(receipt)));
        assertThat(ReceiptJson.line(mapper.readValue(written, Receipt.class))).isEqualTo(ReceiptJson.line(receipt));
        JsonNode tree = mapper.valueToTree(Map.of("receipt", receipt));
        assertThat(tree.at("/receipt/total").asText()).isEqualTo("97.39");
        Refund refund = Returns.keepingPaidShare(receipt).with(Map.of("1", 1)).last().orElseThrow();
        assertThat(mapper.readTree(mapper.writeValueAsString(refund))).isEqualTo(mapper.readTree(RefundJson.line(refund)));
    }

    /** Jackson would take the last of two equal names, read a number as a price, and pass over what it does not know. */
    @Test
    void nothingIsGuessedOnTheWayToTheReader() throws IOException {
        String basket = Files.readString(ARTICLE).replace("\"47.99\"", "47.99").replace("\"channel\": \"live\"",
                "\"channel\": \"live\", \"channel\": \"shelf\", \"coupons\": []");
        assertThatThrownBy(() -> mapper.readValue(basket, Basket.class))
                .isInstanceOf(JsonMappingException.class)
                .satisfies(refused -> assertThat(problems(refused))
                        .extracting(problem -> problem.code() + " " + problem.place().pointer())
                        .containsExactlyInAnyOrder("unknown-field /coupons", "duplicate-field /channel", "money-as-number /lines/0/unitPrice"));
    }

    @Test
    void halfACharacterIsFoundAndNotReplaced() throws IOException {
        String basket = Files.readString(ARTICLE).replace("\"tea-set\"", "\"tea-set \\ud83c\"");
        assertThatThrownBy(() -> mapper.readValue(basket, Basket.class))
                .satisfies(refused -> assertThat(problems(refused)).extracting(Problem::code).containsExactly("lone-surrogate"));
    }

    @Test
    void aBasketInARequestIsReadWhereItStands() throws IOException {
        String basket = Files.readString(ARTICLE);
        Order order = mapper.readValue("{\"basket\":" + basket + ",\"number\":\"7\"}", Order.class);
        assertThat(order.basket().id()).isEqualTo("us-live-three-layers");
        assertThat(order.number()).isEqualTo("7");
        assertThatThrownBy(() -> mapper.readValue("[{\"basket\":" + basket.replace("\"US\"", "\"UK\"") + "}]", Order[].class))
                .isInstanceOf(JsonProcessingException.class)
                .satisfies(refused -> assertThat(problems(refused)).extracting(problem -> problem.place().pointer())
                        .containsExactly("/0/basket/market"));
    }

    @Test
    void aBasketWithoutAMomentIsPricedForNow() throws IOException {
        Basket basket = mapper.readValue(
                "{\"basket\":\"b\",\"market\":\"US\",\"currency\":\"USD\",\"lines\":[{\"sku\":\"a\",\"store\":\"s\",\"unitPrice\":\"1.00\"}]}",
                Basket.class);
        assertThat(basket.at()).isEqualTo(NOON);
    }

    @Test
    void whatIsNoBasketIsRefusedAsOne() {
        for (String json : List.of("[]", "7", "\"basket\"", "{}", "true")) {
            assertThatThrownBy(() -> mapper.readValue(json, Basket.class)).as(json)
                    .isInstanceOf(JsonMappingException.class)
                    .hasCauseInstanceOf(ProblemException.class);
        }
    }

    @Test
    void aBasketThatIsTooLargeIsNotCopiedWhole() {
        String basket = "{\"basket\":\"" + "x".repeat(BasketReader.MOST_BYTES) + "\"}";
        assertThatThrownBy(() -> mapper.readValue(basket, Basket.class))
                .satisfies(refused -> assertThat(problems(refused)).extracting(Problem::code).containsExactly("input-too-large"));
    }

    @Test
    void problemsAreWrittenAsTheyAreElsewhere() throws IOException {
        ProblemException refused = new ProblemException(
                BasketReader.read("b.json", "{}".getBytes(java.nio.charset.StandardCharsets.UTF_8), NOON).problems());
        JsonNode written = mapper.valueToTree(refused);
        assertThat(written.at("/problems/0/code").asText()).isEqualTo("missing-field");
        assertThat(mapper.<JsonNode>valueToTree(refused.problems().get(0))).isEqualTo(written.at("/problems/0"));
    }

    @Test
    void theModuleIsFoundByItself() throws IOException {
        assertThat(new ObjectMapper().findAndRegisterModules().readValue(ARTICLE.toFile(), Basket.class).id())
                .isEqualTo("us-live-three-layers");
    }
}
