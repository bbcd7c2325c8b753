package dev.plaindeal.returns;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plaindeal.WholeReceipts;
import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptReader;
import dev.plaindeal.receipt.ReceiptReading;
import dev.plaindeal.returns.Refund.Back;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * An attacker with every receipt of {@code fixtures/} in hand, who edits them: either the receipt is refused, or nothing is
 * given back beyond what each line and the fees can have had paid by the receipt's own list prices.
 */
class ForgedReceiptsTest {

    private static final long SEED = 20_261_126;
    private static final int FORGERIES = 25;
    private static final int PRICED_AGAIN = 8;
    private static final long LONGEST = 20_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Money that a refund, or what a host sets free, is worked out from; never right when changed alone. */
    private static final Set<String> HELD_BY_SUMS =
            Set.of("subtotal", "shipping", "discount", "total", "list", "net", "pay");

    private final Random random = new Random(SEED);
    private int refused;
    private int paid;

    private static List<Path> receipts() throws IOException {
        return WholeReceipts.files().stream().filter(file -> WholeReceipts.json(file).length() < LONGEST).toList();
    }

    private static JsonNode json(Path file) {
        return WholeReceipts.tree(file);
    }

    /** One value in its object or array. */
    private record Spot(JsonNode parent, String field, int index) {

        JsonNode value() {
            return parent.isObject() ? parent.get(field) : parent.get(index);
        }

        void set(JsonNode value) {
            if (parent instanceof ObjectNode object) {
                object.set(field, value);
            } else {
                ((ArrayNode) parent).set(index, value);
            }
        }

        void remove() {
            if (parent instanceof ObjectNode object) {
                object.remove(field);
            } else {
                ((ArrayNode) parent).remove(index);
            }
        }

        boolean isMoney() {
            return value().isTextual() && value().asText().matches("[0-9]+(\\.[0-9]+)?") && !field.equals("line");
        }

        boolean isNumber() {
            return isMoney() || value().isNumber();
        }
    }

    /** Every value but those that only say how simple the deal looks. */
    private static List<Spot> spots(JsonNode receipt) {
        List<Spot> spots = new ArrayList<>();
        collect(receipt, spots);
        return spots;
    }

    private static void collect(JsonNode node, List<Spot> spots) {
        if (node.isObject()) {
            node.properties().forEach(field -> {
                if (!field.getKey().equals("simplicity") && !field.getKey().equals("conventions")) {
                    spots.add(new Spot(node, field.getKey(), 0));
                    collect(field.getValue(), spots);
                }
            });
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            spots.add(new Spot(node, "", i));
            collect(node.get(i), spots);
        }
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    /** One to three edits, some of them made so that sums have a chance to hold. */
    private void forge(JsonNode receipt) {
        for (int n = random.nextInt(3); n >= 0; n--) {
            List<Spot> spots = spots(receipt);
            List<Spot> numbers = spots.stream().filter(Spot::isNumber).toList();
            List<Spot> money = spots.stream().filter(Spot::isMoney).toList();
            List<Spot> rows = spots.stream().filter(one -> one.parent().isArray()).toList();
            if (rows.isEmpty() || money.isEmpty()) {
                return;
            }
            Spot spot = any(spots);
            switch (random.nextInt(9)) {
                case 0 -> change(any(numbers));
                case 1 -> swap(any(numbers), any(numbers));
                case 2 -> shift(money, change());
                case 3 -> spot.remove();
                case 4 -> repeat(any(rows));
                case 5 -> rename(spot);
                case 6 -> spot.set(any(spots).value().deepCopy());
                case 7 -> everywhere(money, any(money).value().asText());
                default -> spot.set(any(List.of(
                        JSON.nullNode(), JSON.createArrayNode(), JSON.createObjectNode(), JSON.getNodeFactory().textNode(""),
                        JSON.getNodeFactory().numberNode(-1), JSON.getNodeFactory().textNode("-1.00"),
                        JSON.getNodeFactory().textNode("9000000000000000"), JSON.getNodeFactory().booleanNode(true))));
            }
        }
    }

    private BigDecimal change() {
        return new BigDecimal(any(List.of("0.01", "-0.01", "1", "-1", "5", "10", "100", "90000000000", "0.001")));
    }

    private void change(Spot spot) {
        BigDecimal value = new BigDecimal(spot.value().asText());
        BigDecimal other = switch (random.nextInt(5)) {
            case 0 -> value.negate();
            case 1 -> value.multiply(BigDecimal.TEN);
            case 2 -> value.scale() > 0 ? value.setScale(0, java.math.RoundingMode.DOWN) : BigDecimal.ZERO;
            default -> value.add(spot.value().isInt() ? new BigDecimal(1 - 2 * random.nextInt(2)) : change());
        };
        spot.set(spot.isMoney()
                ? JSON.getNodeFactory().textNode(other.toPlainString())
                : JSON.getNodeFactory().numberNode(other));
    }

    private static void swap(Spot one, Spot other) {
        JsonNode was = one.value();
        one.set(other.value());
        other.set(was);
    }

    /** The same change at several amounts, up or down, as somebody would who knows that sums are checked. */
    private void shift(List<Spot> money, BigDecimal by) {
        for (int n = 2 + random.nextInt(6); n > 0; n--) {
            Spot spot = any(money);
            BigDecimal value = new BigDecimal(spot.value().asText());
            BigDecimal other = random.nextBoolean() ? value.add(by) : value.subtract(by);
            spot.set(JSON.getNodeFactory().textNode(other.toPlainString()));
        }
    }

    /** One amount replaced wherever it stands. */
    private void everywhere(List<Spot> money, String amount) {
        String other = new BigDecimal(amount).add(change().setScale(0, java.math.RoundingMode.UP)).toPlainString();
        money.stream()
                .filter(spot -> spot.value().asText().equals(amount))
                .forEach(spot -> spot.set(JSON.getNodeFactory().textNode(other)));
    }

    private void repeat(Spot spot) {
        ((ArrayNode) spot.parent()).insert(random.nextInt(spot.parent().size() + 1), spot.value().deepCopy());
    }

    private void rename(Spot spot) {
        if (spot.parent() instanceof ObjectNode object) {
            JsonNode value = object.remove(spot.field());
            object.set(any(List.of("line", "shipping", "amount", "platform", "net", "quantity", "gift")), value);
        }
    }

    @Test
    void aForgedReceiptIsRefusedOrGivesBackNoMoreThanItsListPrices() throws IOException {
        for (Path file : receipts()) {
            for (int i = 0; i < FORGERIES; i++) {
                JsonNode forged = json(file);
                forge(forged);
                String about = "seed " + SEED + ", " + file + ", forgery " + i;
                ReceiptReading reading = ReceiptReader.read("forged.json", forged.toString());
                assertThat(reading.receipt().isEmpty()).as(about).isEqualTo(!reading.problems().isEmpty());
                reading.receipt().ifPresent(receipt -> giveAllBack(about, receipt));
                refused += reading.receipt().isEmpty() ? 1 : 0;
            }
        }
        System.out.printf("forged receipts: seed %d, %d refused, %d paid within bounds%n", SEED, refused, paid);
        assertThat(refused).isGreaterThan(5_000);
        assertThat(paid).isGreaterThan(200);
    }

    private void giveAllBack(String about, Receipt receipt) {
        Map<String, Integer> quantities = new LinkedHashMap<>();
        receipt.lines().forEach(line -> quantities.put(line.line(), line.quantity()));
        if (quantities.values().stream().mapToLong(n -> n).sum() > 2_000) {
            return;
        }
        paid++;
        Returns now = Returns.keepingPaidShare(receipt);
        long gifts = 0;
        for (Map<String, Integer> step : Orders.steps(quantities, 5, random)) {
            now = now.with(step);
            within(about, receipt, step, now);
            gifts += now.last().orElseThrow().gifts().stream().mapToLong(gift -> gift.worth().map(Money::minor).orElse(0L)).sum();
        }
        assertThat(now.refunded().minor() + gifts).as("%s: paid back, or kept as gifts", about).isEqualTo(receipt.total().minor());
    }

    private static void within(String about, Receipt receipt, Map<String, Integer> step, Returns now) {
        Refund refund = now.last().orElseThrow();
        long most = receipt.lines().stream().allMatch(line -> now.returnable(line.line()) == 0) ? receipt.shipping().minor() : 0;
        for (LinePrice line : receipt.lines()) {
            most += line.list().minor() / line.quantity() * step.getOrDefault(line.line(), 0);
        }
        assertThat(refund.amount().minor()).as(about).isBetween(0L, most);
        assertThat(now.refunded().minor()).as(about).isLessThanOrEqualTo(receipt.total().minor());
        for (Back back : refund.lines()) {
            assertThat(back.buyer().minor()).as(about).isBetween(0L, back.list().minor());
            assertThat(back.funders().platform().minor()).as(about).isBetween(0L, back.list().minor());
            assertThat(back.funders().store().minor()).as(about).isBetween(0L, back.list().minor());
        }
    }

    /** One amount that others are held against, changed by itself by one minor unit, is always told. */
    @Test
    void anAmountChangedAloneIsAlwaysFound() throws IOException {
        int tried = 0;
        for (Path file : receipts()) {
            JsonNode forged = json(file);
            for (Spot spot : heldBySums(forged)) {
                JsonNode was = spot.value();
                BigDecimal value = new BigDecimal(was.asText());
                BigDecimal other = value.add(BigDecimal.valueOf(random.nextBoolean() ? 1 : -1, value.scale()));
                spot.set(JSON.getNodeFactory().textNode(other.toPlainString()));
                assertThat(ReceiptReader.read("forged.json", forged.toString()).problems())
                        .as("%s: %s %s made %s", file, spot.field(), value, other)
                        .isNotEmpty();
                spot.set(was);
                tried++;
            }
            assertThat(ReceiptReader.read("put back", forged.toString()).problems()).isEmpty();
        }
        assertThat(tried).isGreaterThan(3_000);
    }

    private static List<Spot> heldBySums(JsonNode receipt) {
        ((ObjectNode) receipt).putArray("nearMisses");
        List<Spot> spots = new ArrayList<>(spots(receipt).stream()
                .filter(spot -> HELD_BY_SUMS.contains(spot.field()) && spot.isMoney())
                .toList());
        for (String rows : List.of("/applied", "/stores", "/reserves", "/funders")) {
            List<Spot> below = new ArrayList<>();
            collect(receipt.at(rows), below);
            below.stream()
                    .filter(spot -> Set.of("amount", "platform", "store").contains(spot.field()) && spot.isMoney())
                    .forEach(spots::add);
        }
        return spots;
    }

    /** Priced again, an edited receipt is never taken: the rules say what was paid. */
    @Test
    void pricedAgainNoForgedReceiptIsTaken() throws IOException {
        PromotionEngine engine = PromotionEngine.load(Path.of("rules"));
        int read = 0;
        for (Path file : receipts()) {
            boolean ownRules = Files.exists(file.resolveSibling("rules")) || Files.exists(file.getParent().resolveSibling("rules"));
            for (int i = 0; !ownRules && i < PRICED_AGAIN; i++) {
                JsonNode forged = json(file);
                forge(forged);
                String about = "seed " + SEED + ", " + file + ", forgery " + i;
                ReceiptReading reading = ReceiptReader.read("forged.json", forged.toString());
                if (reading.receipt().isPresent()) {
                    read++;
                    priceAgain(about, file, reading.orThrow(), engine);
                }
            }
        }
        assertThat(read).isGreaterThan(20);
    }

    private void priceAgain(String about, Path file, Receipt forged, PromotionEngine engine) throws IOException {
        Path basket = Path.of(file.toString().replace(".receipt.json", ".basket.json"));
        Basket asked = BasketReader.read(basket.toString(), Files.readAllBytes(basket), Instant.EPOCH).orThrow();
        Receipt honest = engine.evaluate(asked, forged.strategy());
        Returns now;
        try {
            now = Returns.reEvaluating(forged, asked, engine);
        } catch (IllegalArgumentException refusedIt) {
            return;
        }
        assertThat(forged.total()).as(about).isEqualTo(honest.total());
        assertThat(forged.lines()).as(about).isEqualTo(honest.lines());
        assertThat(forged.shipping()).as(about).isEqualTo(honest.shipping());
        assertThat(shares(forged)).as(about).isEqualTo(shares(honest));
        for (LinePrice line : forged.lines()) {
            now = now.with(Map.of(line.line(), line.quantity()));
            assertThat(now.refunded().minor()).as(about).isLessThanOrEqualTo(honest.total().minor());
        }
        assertThat(now.refunded()).as(about).isEqualTo(honest.total());
    }

    private static List<?> shares(Receipt receipt) {
        return receipt.applied().stream().map(Receipt.Applied::allocations).toList();
    }
}
