package dev.plaindeal.draft;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.read.BasketReader;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
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
        return JsonWriter.indented(this::write);
    }

    private void write(JsonWriter out) {
        out.text("basket", id);
        out.text("market", market);
        out.text("currency", currency.code());
        out.text("locale", "en-" + market);
        out.text("channel", channel);
        out.text("at", ISO_OFFSET_DATE_TIME.format(at));
        out.objects("lines", List.of(this), Sample::line);
        if (shipping > 0) {
            out.object("shipping", () -> out.money(store, new Money(shipping, currency)));
        }
        code.ifPresent(presented -> out.texts("codes", List.of(presented)));
    }

    private static void line(JsonWriter out, Sample sample) {
        out.text("id", "1");
        out.text("sku", "sample");
        out.text("store", sample.store);
        out.money("unitPrice", new Money(sample.price, sample.currency));
        out.whole("quantity", sample.quantity);
    }
}
