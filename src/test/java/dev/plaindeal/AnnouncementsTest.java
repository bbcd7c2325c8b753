package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Promotions as marketplaces and shops announced them, each a rules folder a marketer could have written: every basket
 * must come out to the total, and the discount by promotion, that the announcement gives it.
 */
class AnnouncementsTest {

    private static final Path FOLDER = Path.of("fixtures/announcements");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** One basket of an announcement, with the numbers that must come out. */
    private record Case(Path folder, JsonNode expected) {
        String name() {
            return expected.path("basket").asText();
        }

        Path file(String ending) {
            return folder.resolve(name() + ending);
        }

        void check(PromotionEngine engine) throws IOException {
            Path file = file(".basket.json");
            Basket basket = BasketReader.read(file.toString(), Files.readAllBytes(file), Instant.EPOCH).orThrow();
            Receipt receipt = engine.evaluate(basket);
            assertThat(found(receipt)).isEqualTo(wanted());
            checkHalf(".receipt.json", ReceiptJson.money(receipt));
            checkHalf(".simplicity.json", ReceiptJson.simplicity(receipt));
        }

        private Map<String, String> wanted() {
            Map<String, String> wanted = new TreeMap<>(Map.of("total", plain(expected.path("total").asText())));
            expected.path("discounts").properties()
                    .forEach(one -> wanted.put("discount " + one.getKey(), plain(one.getValue().asText())));
            if (expected.has("later")) {
                wanted.put("later", plain(expected.path("later").asText()));
            }
            if (expected.has("toPay")) {
                wanted.put("to pay", plain(expected.path("toPay").asText()));
            }
            expected.path("balances").properties()
                    .forEach(one -> wanted.put("balance " + one.getKey(), plain(one.getValue().asText())));
            expected.path("gifts").forEach(sku -> wanted.put("gift " + sku.asText(), ""));
            expected.path("refused").properties()
                    .forEach(one -> wanted.put("refused " + one.getKey(), one.getValue().asText()));
            return wanted;
        }

        /** What was refused is compared where the announcement says so. */
        private Map<String, String> found(Receipt receipt) {
            Map<String, BigDecimal> discounts = new TreeMap<>();
            Map<String, String> found = new TreeMap<>(Map.of("total", plain(receipt.total().text())));
            for (Receipt.Applied one : receipt.applied()) {
                one.gift().ifPresentOrElse(
                        gift -> found.put("gift " + gift.sku(), ""),
                        () -> discounts.merge("discount " + one.id(), new BigDecimal(one.discount().text()), BigDecimal::add));
            }
            discounts.forEach((key, amount) -> found.put(key, plain(amount.toPlainString())));
            if (!receipt.later().isEmpty()) {
                found.put("later", plain(receipt.savedLater().text()));
            }
            if (!receipt.balances().isEmpty()) {
                found.put("to pay", plain(receipt.toPay().text()));
                receipt.balances().forEach(one -> found.put("balance " + one.name(), plain(one.amount().text())));
            }
            for (Receipt.Rejected one : receipt.rejected()) {
                if (expected.path("refused").has(one.id())) {
                    found.put("refused " + one.id(), one.reason());
                }
            }
            return found;
        }

        private void checkHalf(String ending, String text) throws IOException {
            if (Boolean.getBoolean("update")) {
                Files.writeString(file(ending), text);
            }
            assertThat(file(ending)).hasBinaryContent(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @TestFactory
    Stream<DynamicTest> comesOutAsAnnounced() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path folder : folders()) {
            PromotionEngine engine = PromotionEngine.load(folder.resolve("rules"));
            for (Case one : cases(folder)) {
                tests.add(DynamicTest.dynamicTest(folder.getFileName() + " " + one.name(), () -> one.check(engine)));
            }
        }
        return tests.stream();
    }

    @Test
    void everyFileBelongsToABasket() throws IOException {
        List<Path> folders = folders();
        assertThat(folders).hasSizeGreaterThanOrEqualTo(69);
        for (Path folder : folders) {
            List<String> names = new ArrayList<>(List.of("expected.json"));
            cases(folder).forEach(one -> Stream.of(".basket.json", ".receipt.json", ".simplicity.json")
                    .forEach(ending -> names.add(one.name() + ending)));
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
                        .containsExactlyInAnyOrderElementsOf(names);
            }
        }
    }

    private static List<Path> folders() throws IOException {
        try (Stream<Path> found = Files.list(FOLDER)) {
            return found.filter(Files::isDirectory).sorted().toList();
        }
    }

    private static List<Case> cases(Path folder) throws IOException {
        JsonNode expected = JSON.readTree(Files.readAllBytes(folder.resolve("expected.json")));
        assertThat(expected.path("announcement").asText()).isEqualTo(folder.getFileName().toString());
        List<Case> cases = new ArrayList<>();
        expected.path("baskets").forEach(one -> cases.add(new Case(folder, one)));
        assertThat(cases).isNotEmpty();
        return cases;
    }

    /** Amounts compare whatever their number of decimals. */
    private static String plain(String amount) {
        return new BigDecimal(amount).stripTrailingZeros().toPlainString();
    }
}
