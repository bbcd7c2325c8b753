package dev.plaindeal.returns;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plaindeal.money.Money;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.returns.Refund.Back;
import dev.plaindeal.returns.Refund.GiftBack;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes refunds as JSON, one line each. Money is a decimal string in major units; keys come in one fixed order. */
public final class RefundJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RefundJson() {}

    /** On one line, without a line end. */
    public static String line(Refund refund) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            write(out, refund);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Visible.json(text.toString());
    }

    private static void write(JsonGenerator out, Refund refund) throws IOException {
        out.writeStartObject();
        out.writeStringField("basket", refund.basket());
        out.writeStringField("policy", refund.policy().key());
        out.writeStringField("currency", refund.amount().currency().code());
        money(out, "refund", refund.amount());
        out.writeArrayFieldStart("lines");
        for (Back line : refund.lines()) {
            out.writeStartObject();
            out.writeStringField("line", line.line());
            out.writeNumberField("quantity", line.quantity());
            back(out, line);
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeObjectFieldStart("shipping");
        back(out, refund.shipping());
        out.writeEndObject();
        funders(out, refund.funders());
        if (!refund.carried().isZero()) {
            money(out, "carried", refund.carried());
        }
        money(out, "kept", refund.kept());
        if (!refund.gifts().isEmpty()) {
            gifts(out, refund.gifts());
        }
        out.writeEndObject();
    }

    private static void gifts(JsonGenerator out, List<GiftBack> gifts) throws IOException {
        out.writeArrayFieldStart("gifts");
        for (GiftBack gift : gifts) {
            out.writeStartObject();
            out.writeStringField("id", gift.promotion());
            if (!gift.store().isEmpty()) {
                out.writeStringField("store", gift.store());
            }
            out.writeStringField("sku", gift.sku());
            out.writeStringField("name", gift.name());
            out.writeNumberField("quantity", gift.quantity());
            out.writeStringField("state", gift.state().key());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void back(JsonGenerator out, Back back) throws IOException {
        money(out, "list", back.list());
        money(out, "refund", back.buyer());
        funders(out, back.funders());
    }

    private static void funders(JsonGenerator out, Funders funders) throws IOException {
        out.writeObjectFieldStart("funders");
        money(out, "platform", funders.platform());
        money(out, "store", funders.store());
        out.writeEndObject();
    }

    private static void money(JsonGenerator out, String key, Money money) throws IOException {
        out.writeStringField(key, money.text());
    }
}
