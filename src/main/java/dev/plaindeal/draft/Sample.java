package dev.plaindeal.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.read.BasketReader;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * A basket with one line, to show where a promotion begins.
 *
 * @param id names the basket
 * @param market where the buyer is
 * @param currency of its prices
 * @param channel where the buyer meets the offer
 * @param at the moment
 * @param store who sells the line
 * @param price of one item, minor units
 * @param quantity how many items
 * @param shipping fee, minor units; 0 for none
 * @param code the code presented
 */
record Sample(
        String id,
        String market,
        Currency currency,
        String channel,
        OffsetDateTime at,
        String store,
        long price,
        int quantity,
        long shipping,
        Optional<String> code) {

    Sample named(String name) {
        return new Sample(name, market, currency, channel, at, store, price, quantity, shipping, code);
    }

    Sample priced(long minor) {
        return new Sample(id, market, currency, channel, at, store, minor, quantity, shipping, code);
    }

    Sample of(int items) {
        return new Sample(id, market, currency, channel, at, store, price, items, shipping, code);
    }

    Sample in(String country) {
        return new Sample(id, country, currency, channel, at, store, price, quantity, shipping, code);
    }

    Sample at(OffsetDateTime moment) {
        return new Sample(id, market, currency, channel, moment, store, price, quantity, shipping, code);
    }

    Basket basket() {
        return BasketReader.read(id, json().getBytes(UTF_8), Instant.EPOCH).orThrow();
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(text)) {
            DefaultIndenter indent = new DefaultIndenter("  ", "\n");
            out.setPrettyPrinter(new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            out.writeStartObject();
            out.writeStringField("basket", id);
            out.writeStringField("market", market);
            out.writeStringField("currency", currency.code());
            out.writeStringField("locale", "en-" + market);
            out.writeStringField("channel", channel);
            out.writeStringField("at", ISO_OFFSET_DATE_TIME.format(at));
            line(out);
            if (shipping > 0) {
                out.writeObjectFieldStart("shipping");
                out.writeStringField(store, new Money(shipping, currency).text());
                out.writeEndObject();
            }
            if (code.isPresent()) {
                out.writeArrayFieldStart("codes");
                out.writeString(code.get());
                out.writeEndArray();
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text + "\n";
    }

    private void line(JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("lines");
        out.writeStartObject();
        out.writeStringField("id", "1");
        out.writeStringField("sku", "sample");
        out.writeStringField("store", store);
        out.writeStringField("unitPrice", new Money(price, currency).text());
        out.writeNumberField("quantity", quantity);
        out.writeEndObject();
        out.writeEndArray();
    }
}
