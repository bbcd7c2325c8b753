package dev.plaindeal.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.receipt.Receipt.Allocation;
import dev.plaindeal.receipt.Receipt.Applied;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.SimplicityView.FixView;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Writes receipts as JSON: the contract with machines. Money is a decimal string in major units; scores and seconds are
 * numbers rounded to one and two decimals for reading, never for arithmetic. Keys come in one fixed order.
 */
public final class ReceiptJson {

    private static final JsonFactory JSON = new JsonFactory();

    private enum Layout {
        LINE,
        INDENTED
    }

    private ReceiptJson() {}

    /** On one line, for JSON lines. */
    public static String line(Receipt receipt) {
        return write(receipt, Layout.LINE);
    }

    /** Indented, with a line end at its end, for people and for version control. */
    public static String pretty(Receipt receipt) {
        return write(receipt, Layout.INDENTED) + "\n";
    }

    private static String write(Receipt receipt, Layout layout) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            if (layout == Layout.INDENTED) {
                DefaultIndenter indent = new DefaultIndenter("  ", "\n");
                out.setPrettyPrinter(
                        new DefaultPrettyPrinter().withObjectIndenter(indent).withArrayIndenter(indent));
            }
            receipt(out, receipt);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Visible.json(text.toString());
    }

    private static void receipt(JsonGenerator out, Receipt receipt) throws IOException {
        out.writeStartObject();
        out.writeStringField("basket", receipt.basket());
        out.writeStringField("market", receipt.market());
        out.writeStringField("currency", receipt.currency().code());
        out.writeStringField("channel", receipt.channel());
        out.writeStringField("at", receipt.at().toString());
        out.writeStringField("rules", receipt.rules());
        out.writeStringField("strategy", receipt.strategy().key());
        money(out, "subtotal", receipt.subtotal());
        money(out, "shipping", receipt.shipping());
        money(out, "discount", receipt.discount());
        money(out, "total", receipt.total());
        lines(out, receipt);
        out.writeArrayFieldStart("applied");
        for (Applied applied : receipt.applied()) {
            applied(out, applied);
        }
        out.writeEndArray();
        rejected(out, receipt);
        nearMisses(out, receipt);
        funders(out, receipt.funders());
        reserves(out, receipt);
        if (!receipt.couldSave().isZero()) {
            money(out, "couldSave", receipt.couldSave());
        }
        look(out, receipt.look());
        out.writeEndObject();
    }

    private static void lines(JsonGenerator out, Receipt receipt) throws IOException {
        out.writeArrayFieldStart("lines");
        for (Receipt.LinePrice line : receipt.lines()) {
            out.writeStartObject();
            out.writeStringField("line", line.line());
            out.writeStringField("sku", line.sku());
            out.writeStringField("store", line.store());
            out.writeNumberField("quantity", line.quantity());
            money(out, "list", line.list());
            money(out, "net", line.net());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void applied(JsonGenerator out, Applied applied) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", applied.id());
        out.writeStringField("layer", applied.layer().key());
        if (!applied.code().isEmpty()) {
            out.writeStringField("code", applied.code());
        }
        store(out, applied.store());
        money(out, "discount", applied.discount());
        funders(out, applied.funders());
        out.writeArrayFieldStart("allocations");
        for (Allocation share : applied.allocations()) {
            out.writeStartObject();
            out.writeStringField(share.on() == Allocation.On.LINE ? "line" : "shipping", share.name());
            money(out, "amount", share.amount());
            if (!applied.funders().platform().isZero() && !applied.funders().store().isZero()) {
                money(out, "platform", share.platform());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
        if (applied.capped()) {
            out.writeBooleanField("capped", true);
        }
        if (!applied.givenUp().isZero()) {
            money(out, "givenUp", applied.givenUp());
        }
        if (applied.gift().isPresent()) {
            gift(out, applied.gift().get());
        }
        notGiven(out, applied);
        conventions(out, applied.conventions());
        simplicity(out, applied.simplicity());
        out.writeEndObject();
    }

    private static void gift(JsonGenerator out, Reward.Gift gift) throws IOException {
        out.writeObjectFieldStart("gift");
        out.writeStringField("sku", gift.sku());
        out.writeStringField("name", gift.name());
        out.writeNumberField("quantity", gift.quantity());
        out.writeEndObject();
    }

    private static void notGiven(JsonGenerator out, Applied applied) throws IOException {
        if (applied.notGiven().isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("notGiven");
        for (Receipt.NotGiven one : applied.notGiven()) {
            out.writeStartObject();
            out.writeStringField("statement", one.statement());
            reason(out, one.reason(), one.message(), one.gap(), one.itemsGap());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void reason(
            JsonGenerator out, String reason, String message, Optional<Money> gap, OptionalLong itemsGap) throws IOException {
        out.writeStringField("reason", reason);
        out.writeStringField("message", message);
        if (gap.isPresent()) {
            money(out, "gap", gap.get());
        }
        if (itemsGap.isPresent()) {
            out.writeNumberField("itemsGap", itemsGap.getAsLong());
        }
    }

    private static void conventions(JsonGenerator out, Conventions conventions) throws IOException {
        out.writeObjectFieldStart("conventions");
        out.writeStringField("rounds", word(conventions.rounds()));
        out.writeStringField("grain", word(conventions.grain()));
        out.writeStringField("mode", word(conventions.mode()));
        out.writeStringField("spareCent", word(conventions.spare()));
        out.writeStringField("percentOf", conventions.percentOf().text());
        out.writeStringField("measuredOn", conventions.thresholdOn().text());
        out.writeEndObject();
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static void rejected(JsonGenerator out, Receipt receipt) throws IOException {
        out.writeArrayFieldStart("rejected");
        for (Receipt.Rejected rejected : receipt.rejected()) {
            out.writeStartObject();
            if (!rejected.id().isEmpty()) {
                out.writeStringField("id", rejected.id());
            }
            if (!rejected.code().isEmpty()) {
                out.writeStringField("code", rejected.code());
            }
            store(out, rejected.store());
            reason(out, rejected.reason(), rejected.message(), rejected.gap(), rejected.itemsGap());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void nearMisses(JsonGenerator out, Receipt receipt) throws IOException {
        out.writeArrayFieldStart("nearMisses");
        for (Receipt.NearMiss miss : receipt.nearMisses()) {
            out.writeStartObject();
            out.writeStringField("id", miss.id());
            if (!miss.code().isEmpty()) {
                out.writeStringField("code", miss.code());
            }
            store(out, miss.store());
            money(out, "gap", miss.gap());
            if (miss.items().isPresent()) {
                out.writeNumberField("itemsGap", miss.items().get().count());
                out.writeStringField("sku", miss.items().get().sku());
            }
            money(out, "saves", miss.saves());
            money(out, "pay", miss.pay());
            out.writeStringField("message", miss.message());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void store(JsonGenerator out, String store) throws IOException {
        if (!store.isEmpty()) {
            out.writeStringField("store", store);
        }
    }

    private static void funders(JsonGenerator out, Funders funders) throws IOException {
        out.writeObjectFieldStart("funders");
        money(out, "platform", funders.platform());
        money(out, "store", funders.store());
        out.writeEndObject();
    }

    private static void reserves(JsonGenerator out, Receipt receipt) throws IOException {
        out.writeArrayFieldStart("reserves");
        for (Receipt.Reserve reserve : receipt.reserves()) {
            out.writeStartObject();
            out.writeStringField("id", reserve.id());
            out.writeStringField("key", reserve.key());
            out.writeNumberField("uses", reserve.uses());
            money(out, "amount", reserve.amount());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void look(JsonGenerator out, Look look) throws IOException {
        simplicity(out, look.simplicity());
        out.writeStringField("shown", word(look.shown()));
        Headline headline = look.headline();
        out.writeObjectFieldStart("headline");
        out.writeStringField("text", headline.text());
        out.writeStringField("frame", word(headline.frame()));
        out.writeStringField("against", word(headline.basis()));
        money(out, "saving", headline.saving());
        out.writeStringField("percent", headline.percent().text());
        money(out, "pay", headline.pay());
        out.writeEndObject();
        number(out, "bargain", look.bargain(), 1);
    }

    private static void simplicity(JsonGenerator out, SimplicityView view) throws IOException {
        out.writeObjectFieldStart("simplicity");
        if (view.isScored()) {
            scored(out, view);
        } else {
            out.writeStringField("unscored", view.reasons().get(0).message());
        }
        out.writeEndObject();
    }

    private static void scored(JsonGenerator out, SimplicityView view) throws IOException {
        number(out, "score", view.score(), 1);
        number(out, "seconds", view.seconds(), 2);
        out.writeStringField("band", view.band());
        out.writeArrayFieldStart("reasons");
        for (ReasonView reason : view.reasons()) {
            out.writeStartObject();
            out.writeStringField("code", reason.code());
            number(out, "seconds", reason.seconds(), 2);
            out.writeStringField("message", reason.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        fixes(out, view);
    }

    private static void fixes(JsonGenerator out, SimplicityView view) throws IOException {
        if (view.fixes().isEmpty()) {
            return;
        }
        out.writeArrayFieldStart("fixes");
        for (FixView fix : view.fixes()) {
            out.writeStartObject();
            out.writeStringField("code", fix.code());
            if (!fix.promotion().isEmpty()) {
                out.writeStringField("id", fix.promotion());
            }
            out.writeStringField("message", fix.message());
            number(out, "score", fix.score(), 1);
            number(out, "gains", fix.gains(), 1);
            money(out, "buyerPays", fix.buyerPays());
            money(out, "fundersPay", fix.fundersPay());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void money(JsonGenerator out, String key, Money money) throws IOException {
        out.writeStringField(key, money.text());
    }

    private static void number(JsonGenerator out, String key, double value, int decimals) throws IOException {
        out.writeNumberField(key, BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }
}
