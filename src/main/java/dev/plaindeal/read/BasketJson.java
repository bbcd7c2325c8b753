package dev.plaindeal.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes baskets as the JSON that {@link BasketReader} reads: the same basket comes back, and the same basket is always the same
 * text. What has its default is left out. Stateless and thread-safe.
 *
 * <p>Worked number: a line of 4799 minor units in USD is {@code "unitPrice":"47.99"}.
 */
public final class BasketJson {

    private static final JsonFactory JSON = new JsonFactory();

    private BasketJson() {}

    /** On one line, without a line end. */
    public static String line(Basket basket) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, basket);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, Basket basket) throws IOException {
        out.writeStartObject();
        out.writeStringField("basket", basket.id());
        out.writeStringField("market", basket.market());
        out.writeStringField("currency", basket.currency().code());
        out.writeStringField("locale", basket.locale());
        out.writeStringField("channel", basket.channel().key());
        out.writeStringField("at", basket.at().toString());
        buyer(out, basket.buyer());
        stores(out, basket);
        out.writeArrayFieldStart("lines");
        for (Line line : basket.lines()) {
            line(out, line);
        }
        out.writeEndArray();
        money(out, "shipping", basket.shipping());
        optional(out, "shippingMethod", basket.shippingMethod());
        strings(out, "codes", basket.codes());
        remaining(out, basket.remaining());
        out.writeEndObject();
    }

    private static void buyer(JsonGenerator out, Buyer buyer) throws IOException {
        if (buyer.equals(Buyer.unknown())) {
            return;
        }
        out.writeObjectFieldStart("buyer");
        optional(out, "id", buyer.id());
        out.writeBooleanField("new", buyer.isNew());
        out.writeNumberField("priorOrders", buyer.priorOrders());
        strings(out, "segments", new TreeSet<>(buyer.segments()));
        out.writeEndObject();
    }

    private static void stores(JsonGenerator out, Basket basket) throws IOException {
        out.writeArrayFieldStart("stores");
        for (Store store : basket.stores()) {
            out.writeStartObject();
            out.writeStringField("id", store.id());
            out.writeStringField("origin", store.crossBorder() ? "cross-border" : "local");
            out.writeBooleanField("fullManaged", store.fullManaged());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void line(JsonGenerator out, Line line) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", line.id());
        out.writeStringField("sku", line.sku());
        out.writeStringField("store", line.store());
        optional(out, "category", line.category());
        optional(out, "brand", line.brand());
        out.writeStringField("unitPrice", line.unitPrice().text());
        if (line.priorPrice().isPresent()) {
            out.writeStringField("priorPrice", line.priorPrice().get().text());
        }
        if (line.minimumPrice().isPresent()) {
            out.writeStringField("minimumPrice", line.minimumPrice().get().text());
        }
        out.writeNumberField("quantity", line.quantity());
        out.writeEndObject();
    }

    private static void remaining(JsonGenerator out, Remaining left) throws IOException {
        if (left.equals(Remaining.UNTOUCHED)) {
            return;
        }
        out.writeObjectFieldStart("remaining");
        counts(out, "uses", left.uses());
        counts(out, "usesByBuyer", left.usesByBuyer());
        money(out, "budget", left.budget());
        out.writeEndObject();
    }

    private static void optional(JsonGenerator out, String name, String text) throws IOException {
        if (!text.isEmpty()) {
            out.writeStringField(name, text);
        }
    }

    private static void strings(JsonGenerator out, String name, Iterable<String> texts) throws IOException {
        out.writeArrayFieldStart(name);
        for (String text : texts) {
            out.writeString(text);
        }
        out.writeEndArray();
    }

    private static void counts(JsonGenerator out, String name, Map<String, Long> counts) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, Long> one : new TreeMap<>(counts).entrySet()) {
            out.writeNumberField(one.getKey(), one.getValue());
        }
        out.writeEndObject();
    }

    private static void money(JsonGenerator out, String name, Map<String, Money> amounts) throws IOException {
        out.writeObjectFieldStart(name);
        for (Map.Entry<String, Money> one : new TreeMap<>(amounts).entrySet()) {
            out.writeStringField(one.getKey(), one.getValue().text());
        }
        out.writeEndObject();
    }
}
