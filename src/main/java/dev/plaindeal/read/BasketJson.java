package dev.plaindeal.read;

import dev.plaindeal.basket.AttributeValue;
import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Balance;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.money.Money;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes baskets as the JSON that {@link BasketReader} reads: the same basket comes back, and the same basket is always the same
 * text. Stateless and thread-safe.
 *
 * <p>Worked number: a line of 4799 minor units in USD is {@code "unitPrice":"47.99"}.
 */
public final class BasketJson {

    private BasketJson() {}

    /** On one line, without a line end. */
    public static String line(Basket basket) {
        return JsonWriter.line(out -> write(out, basket));
    }

    private static void write(JsonWriter out, Basket basket) {
        out.whole("format", BasketReader.FORMAT);
        out.text("basket", basket.id());
        out.text("market", basket.market());
        out.text("currency", basket.currency().code());
        out.text("locale", basket.locale());
        out.text("channel", basket.channel().key());
        out.text("at", basket.at().toString());
        out.object("buyer", () -> buyer(out, basket.buyer()));
        out.objects("stores", basket.stores(), BasketJson::store);
        out.objects("lines", basket.lines(), BasketJson::line);
        out.object("shipping", () -> money(out, basket.shipping()));
        out.textIfAny("shippingMethod", basket.shippingMethod());
        out.textIfAny("paymentMethod", basket.paymentMethod());
        basket.client().ifPresent(client -> out.text("client", client.key()));
        out.texts("codes", basket.codes());
        out.object("remaining", () -> remaining(out, basket.remaining()));
        attributes(out, basket.attributes());
        out.objectsIfAny("balances", basket.balances(), BasketJson::balance);
    }

    private static void balance(JsonWriter out, Balance balance) {
        out.text("name", balance.name());
        out.whole("units", balance.units());
        balance.use().ifPresent(use -> out.whole("use", use));
    }

    private static void buyer(JsonWriter out, Buyer buyer) {
        out.textIfAny("id", buyer.id());
        out.flag("new", buyer.isNew());
        out.whole("priorOrders", buyer.priorOrders());
        out.texts("segments", new TreeSet<>(buyer.segments()));
        attributes(out, buyer.attributes());
    }

    private static void store(JsonWriter out, Store store) {
        out.text("id", store.id());
        out.text("origin", store.crossBorder() ? "cross-border" : "local");
        out.flag("fullManaged", store.fullManaged());
        attributes(out, store.attributes());
    }

    private static void line(JsonWriter out, Line line) {
        out.text("id", line.id());
        out.text("sku", line.sku());
        out.text("store", line.store());
        categories(out, line);
        out.textIfAny("brand", line.brand());
        if (!line.tags().isEmpty()) {
            out.texts("tags", new TreeSet<>(line.tags()));
        }
        out.money("unitPrice", line.unitPrice());
        line.priorPrice().ifPresent(price -> out.money("priorPrice", price));
        line.minimumPrice().ifPresent(price -> out.money("minimumPrice", price));
        out.whole("quantity", line.quantity());
        attributes(out, line.attributes());
    }

    /** One is written as baskets have always said it. */
    private static void categories(JsonWriter out, Line line) {
        if (line.categories().size() > 1) {
            out.texts("categories", line.categories());
        } else {
            out.textIfAny("category", line.category());
        }
    }

    private static void remaining(JsonWriter out, Remaining left) {
        out.object("uses", () -> new TreeMap<>(left.uses()).forEach(out::whole));
        out.object("usesByBuyer", () -> new TreeMap<>(left.usesByBuyer()).forEach(out::whole));
        out.object("budget", () -> money(out, left.budget()));
        if (!left.budgetByBuyer().isEmpty()) {
            out.object("budgetByBuyer", () -> money(out, left.budgetByBuyer()));
        }
        if (!left.items().isEmpty()) {
            out.object("items", () -> new TreeMap<>(left.items()).forEach(out::whole));
        }
        if (!left.itemsByBuyer().isEmpty()) {
            out.object("itemsByBuyer", () -> new TreeMap<>(left.itemsByBuyer()).forEach(out::whole));
        }
        if (!left.usesByCode().isEmpty()) {
            out.object("usesByCode", () -> new TreeMap<>(left.usesByCode()).forEach(out::whole));
        }
    }

    private static void attributes(JsonWriter out, Attributes attributes) {
        if (!attributes.isEmpty()) {
            out.object(AttributesReader.FIELD, () -> attributes.byName().forEach((name, value) -> attribute(out, name, value)));
        }
    }

    private static void attribute(JsonWriter out, String name, AttributeValue value) {
        if (value instanceof AttributeValue.TextValue text) {
            out.text(name, text.value());
        } else if (value instanceof AttributeValue.NumberValue number) {
            out.whole(name, number.value());
        } else if (value instanceof AttributeValue.FlagValue flag) {
            out.flag(name, flag.value());
        }
    }

    private static void money(JsonWriter out, Map<String, Money> amounts) {
        new TreeMap<>(amounts).forEach(out::money);
    }
}
