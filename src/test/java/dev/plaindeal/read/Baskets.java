package dev.plaindeal.read;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Client;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.json.ValueReader;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/** Random valid baskets, and the JSON of a basket with every field written out. */
final class Baskets {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> MARKETS = List.of("US", "GB", "DE", "JP", "ID", "KW", "MY");
    private static final List<String> CURRENCIES = List.of("USD", "GBP", "EUR", "JPY", "IDR", "KWD");
    private static final List<String> WORDS = List.of(
            "tea", "pearl-house", "cup/large", "a~b", "th\u00e9", "\u8336", "\ud83c\udf75", "x y", "q\"uote", "back\\slash", "0", "{[", "]}:,");

    private final Random random;

    Baskets(Random random) {
        this.random = random;
    }

    private String word(String start) {
        return start + WORDS.get(random.nextInt(WORDS.size())) + random.nextInt(100);
    }

    Basket next() {
        return next(1 + random.nextInt(6));
    }

    Basket next(int size) {
        Currency currency = Currency.of(CURRENCIES.get(random.nextInt(CURRENCIES.size())));
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lines.add(line(currency, random.nextBoolean() ? "l" + i : Integer.toString(i + 1)));
        }
        Set<String> sellers = new LinkedHashSet<>();
        lines.forEach(line -> sellers.add(line.store()));
        List<Store> stores = new ArrayList<>();
        Map<String, Money> shipping = new HashMap<>();
        for (String id : sellers) {
            stores.add(new Store(id, random.nextBoolean(), random.nextBoolean(), attributes()));
            if (random.nextBoolean()) {
                shipping.put(id, money(currency));
            }
        }
        String market = MARKETS.get(random.nextInt(MARKETS.size()));
        Instant at = Instant.ofEpochSecond(random.nextInt(Integer.MAX_VALUE), random.nextInt(3) * 1_000_000L);
        return new Basket(word("b-"), market, currency, "en-" + market, Channel.values()[random.nextInt(4)], at,
                buyer(), stores, lines, shipping, random.nextBoolean() ? "" : word("ship "),
                random.nextBoolean() ? "" : word("pay"), maybe(() -> Client.values()[random.nextInt(2)]), codes(), remaining(currency), attributes());
    }

    private Line line(Currency currency, String id) {
        return new Line(id, word("s"), word("store"), words(" c"), random.nextBoolean() ? "" : word("b"),
                Set.copyOf(words("tag ")), money(currency), maybe(() -> money(currency)), maybe(() -> money(currency)), 1 + random.nextInt(9), attributes());
    }

    private Money money(Currency currency) {
        return new Money(random.nextInt(1 << random.nextInt(1, 31)), currency);
    }

    private <T> Optional<T> maybe(Supplier<T> value) {
        return random.nextBoolean() ? Optional.empty() : Optional.of(value.get());
    }

    private Buyer buyer() {
        if (random.nextBoolean()) {
            return Buyer.unknown();
        }
        boolean isNew = random.nextBoolean();
        return new Buyer(random.nextBoolean() ? "" : word("u"), isNew, isNew ? 0 : random.nextInt(50),
                Set.copyOf(List.copyOf(new TreeSet<>(words("seg")))), attributes());
    }

    private List<String> codes() {
        return words("CODE").stream().map(code -> random.nextBoolean() ? code : " " + code.toLowerCase(java.util.Locale.ROOT)).toList();
    }

    private List<String> words(String start) {
        Map<String, String> byNormal = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String word = word(start);
            byNormal.put(dev.plaindeal.basket.Code.normal(word), word);
        }
        return List.copyOf(byNormal.values());
    }

    private Remaining remaining(Currency currency) {
        Map<String, Long> uses = new HashMap<>();
        Map<String, Long> byBuyer = new HashMap<>();
        Map<String, Money> budget = new HashMap<>();
        words("p").forEach(id -> uses.put(id, random.nextLong(ValueReader.LARGEST + 1)));
        words("p").forEach(id -> byBuyer.put(id, (long) random.nextInt(5)));
        words("p").forEach(id -> budget.put(id, money(currency)));
        return new Remaining(uses, byBuyer, budget);
    }

    private Attributes attributes() {
        Attributes told = Attributes.NONE;
        for (int i = random.nextInt(4); i > 0; i--) {
            told = switch (random.nextInt(3)) {
                case 0 -> told.with(word("a"), word(" t"));
                case 1 -> told.with(word("a"), random.nextInt(-999_999_999, 1_000_000_000));
                default -> told.with(word("a"), random.nextBoolean());
            };
        }
        return told;
    }

    private static void attributes(Attributes told, ObjectNode json) {
        told.byName().forEach((name, value) -> {
            switch (value.type()) {
                case TEXT -> json.withObject("/attributes").put(name, told.text(name));
                case NUMBER -> json.withObject("/attributes").put(name, told.number(name).orElseThrow());
                case FLAG -> json.withObject("/attributes").put(name, told.flag(name));
            }
        });
    }

    static ObjectNode json(Basket basket) {
        ObjectNode json = JSON.createObjectNode();
        json.put("basket", basket.id()).put("market", basket.market()).put("currency", basket.currency().code());
        json.put("locale", basket.locale()).put("channel", basket.channel().key()).put("at", basket.at().toString());
        buyer(basket.buyer(), json.putObject("buyer"));
        ArrayNode stores = json.putArray("stores");
        basket.stores().forEach(store -> attributes(store.attributes(), stores.addObject().put("id", store.id())
                .put("origin", store.crossBorder() ? "cross-border" : "local").put("fullManaged", store.fullManaged())));
        ArrayNode lines = json.putArray("lines");
        basket.lines().forEach(line -> line(line, lines.addObject()));
        ObjectNode shipping = json.putObject("shipping");
        basket.shipping().forEach((store, fee) -> shipping.put(store, fee.text()));
        if (!basket.shippingMethod().isEmpty()) {
            json.put("shippingMethod", basket.shippingMethod());
        }
        if (!basket.paymentMethod().isEmpty()) {
            json.put("paymentMethod", basket.paymentMethod());
        }
        basket.client().ifPresent(client -> json.put("client", client.key()));
        ArrayNode codes = json.putArray("codes");
        basket.codes().forEach(codes::add);
        remaining(basket.remaining(), json.putObject("remaining"));
        attributes(basket.attributes(), json);
        return json;
    }

    private static void buyer(Buyer buyer, ObjectNode json) {
        if (!buyer.id().isEmpty()) {
            json.put("id", buyer.id());
        }
        json.put("new", buyer.isNew()).put("priorOrders", buyer.priorOrders());
        ArrayNode segments = json.putArray("segments");
        buyer.segments().stream().sorted().forEach(segments::add);
        attributes(buyer.attributes(), json);
    }

    private static void line(Line line, ObjectNode json) {
        json.put("id", line.id()).put("sku", line.sku()).put("store", line.store());
        json.put("category", line.category()).put("brand", line.brand()).put("unitPrice", line.unitPrice().text());
        if (line.categories().size() > 1) {
            List<String> sorted = line.categories().stream().sorted().filter(other -> !other.equals(line.category())).toList();
            boolean isFirst = sorted.equals(line.categories().subList(1, line.categories().size()));
            (isFirst ? sorted.stream() : line.categories().stream()).forEach(json.withArray("categories")::add);
            if (isFirst) {
                json.withArray("categories").add(line.category());
            }
        }
        line.tags().stream().sorted().forEach(json.withArray("tags")::add);
        line.priorPrice().ifPresent(price -> json.put("priorPrice", price.text()));
        line.minimumPrice().ifPresent(price -> json.put("minimumPrice", price.text()));
        json.put("quantity", line.quantity());
        attributes(line.attributes(), json);
    }

    private static void remaining(Remaining remaining, ObjectNode json) {
        ObjectNode uses = json.putObject("uses");
        remaining.uses().forEach(uses::put);
        ObjectNode byBuyer = json.putObject("usesByBuyer");
        remaining.usesByBuyer().forEach(byBuyer::put);
        ObjectNode budget = json.putObject("budget");
        remaining.budget().forEach((id, money) -> budget.put(id, money.text()));
    }
}
