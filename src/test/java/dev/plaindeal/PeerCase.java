package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Money;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/**
 * One folder of {@code fixtures/peers} or {@code fixtures/peers-own}: rules, a basket, the numbers that must come out
 * and the receipt as the command line prints it.
 */
record PeerCase(Path folder, String id) {

    private static final ObjectMapper JSON = new ObjectMapper();

    PeerCase(Path folder) {
        this(folder, folder.getFileName().toString());
    }

    Path file(String ending) {
        return folder.resolve(id + ending);
    }

    /** Whether a file below the folder is one of the case's. */
    boolean owns(Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return name.equals(id + ".basket.json")
                || name.equals(id + ".expected.json")
                || name.equals(id + ".receipt.json")
                || name.equals(id + ".simplicity.json")
                || name.matches("rules/(promotions|stacking)/[^/]+\\.drl");
    }

    Receipt receipt() {
        Path file = file(".basket.json");
        Basket basket = BasketReader.read(file.toString(), bytes(file), Instant.EPOCH).orThrow();
        return PromotionEngine.load(folder.resolve("rules")).evaluate(basket);
    }

    JsonNode expected() {
        try {
            return JSON.readTree(bytes(file(".expected.json")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Every number and name the case gives, against the receipt's. */
    void check(Receipt receipt) {
        JsonNode expected = expected();
        assertThat(expected.path("case").asText()).isEqualTo(id);
        assertThat(found(receipt, expected)).isEqualTo(wanted(expected));
        checkSums(receipt);
    }

    private static Map<String, String> wanted(JsonNode expected) {
        Map<String, String> wanted = new TreeMap<>();
        wanted.put("total", amount(expected.path("total").asText()));
        wanted.put("discount", amount(expected.path("discountTotal").asText()));
        expected.path("applied").forEach(id -> wanted.put("applied " + id.asText(), ""));
        expected.path("gifts").forEach(sku -> wanted.put("gift " + sku.asText(), ""));
        put(wanted, "refused ", expected.path("notApplied"), "id", "reason");
        put(wanted, "gap ", expected.path("notApplied"), "id", "gap");
        put(wanted, "line ", expected.path("perLine"), "line", "discount");
        put(wanted, "near miss ", expected.path("nearMisses"), "id", "gap");
        return wanted;
    }

    private static void put(Map<String, String> into, String prefix, JsonNode array, String key, String value) {
        array.forEach(one -> {
            if (one.has(value)) {
                into.put(prefix + one.path(key).asText(), amount(one.path(value).asText()));
            }
        });
    }

    /** What the case is silent about (lines, gaps, near misses) is left out. */
    private static Map<String, String> found(Receipt receipt, JsonNode expected) {
        Map<String, String> found = new TreeMap<>();
        found.put("total", amount(receipt.total()));
        found.put("discount", amount(receipt.discount()));
        for (Receipt.Applied one : receipt.applied()) {
            found.put("applied " + one.id(), "");
            one.gift().ifPresent(gift -> found.put("gift " + gift.sku(), ""));
        }
        Map<String, String> wanted = wanted(expected);
        for (Receipt.Rejected one : receipt.rejected()) {
            String name = one.id().isEmpty() ? one.code() : one.id();
            found.put("refused " + name, one.reason());
            one.gap().ifPresent(gap -> putIfAsked(found, wanted, "gap " + name, gap));
        }
        for (Receipt.LinePrice line : receipt.lines()) {
            putIfAsked(found, wanted, "line " + line.line(), line.list().minus(line.net()));
        }
        if (expected.has("nearMisses")) {
            receipt.nearMisses().forEach(miss -> found.put("near miss " + miss.id(), amount(miss.gap())));
        }
        return found;
    }

    private static void putIfAsked(Map<String, String> found, Map<String, String> wanted, String key, Money money) {
        if (wanted.containsKey(key)) {
            found.put(key, amount(money));
        }
    }

    /** What always holds: shares sum to their discount, and discounts to the difference of list price and total. */
    private static void checkSums(Receipt receipt) {
        Money off = Money.zero(receipt.currency());
        for (Receipt.Applied applied : receipt.applied()) {
            Money shares = Money.zero(receipt.currency());
            for (Receipt.Allocation share : applied.allocations()) {
                shares = shares.plus(share.amount());
            }
            assertThat(shares).as(applied.id()).isEqualTo(applied.discount());
            off = off.plus(shares);
        }
        assertThat(off).isEqualTo(receipt.discount());
        assertThat(receipt.subtotal().plus(receipt.shipping()).minus(off)).isEqualTo(receipt.total());
        assertThat(receipt.lines()).allSatisfy(line -> assertThat(line.net().minor()).isNotNegative());
    }

    /** The receipt byte for byte; with {@code -Dupdate=true} it is written instead. */
    void checkReceipt(Receipt receipt) {
        checkHalf(".receipt.json", ReceiptJson.money(receipt));
        checkHalf(".simplicity.json", ReceiptJson.simplicity(receipt));
    }

    private void checkHalf(String ending, String text) {
        byte[] printed = text.getBytes(StandardCharsets.UTF_8);
        Path file = file(ending);
        if (Boolean.getBoolean("update")) {
            write(file, printed);
        }
        assertThat(file).hasBinaryContent(printed);
    }

    private static String amount(Money money) {
        return amount(money.text());
    }

    /** Amounts compare whatever their number of decimals; any other text is itself. */
    private static String amount(String text) {
        return text.matches("\\d+(\\.\\d+)?") ? new BigDecimal(text).stripTrailingZeros().toPlainString() : text;
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] content) {
        try {
            Files.write(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
