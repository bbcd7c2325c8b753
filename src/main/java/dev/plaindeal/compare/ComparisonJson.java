package dev.plaindeal.compare;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.text.Visible;
import dev.plaindeal.verify.RunJson;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;

/** Writes a comparison for machines: one line of JSON, every basket and every promotion in it. */
public final class ComparisonJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ComparisonJson() {}

    /** One JSON object without a line end. */
    public static String of(Comparison comparison) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("compared", comparison.pairs().size());
            out.writeNumberField("changed", comparison.changed().size());
            out.writeNumberField("dearer", comparison.dearer().size());
            out.writeNumberField("cheaper", comparison.cheaper().size());
            out.writeNumberField("harder", comparison.harder().size());
            out.writeArrayFieldStart("baskets");
            for (Pair pair : comparison.pairs()) {
                basket(out, pair);
            }
            out.writeEndArray();
            out.writeArrayFieldStart("totals");
            for (Totals totals : comparison.totals()) {
                totals(out, totals);
            }
            out.writeEndArray();
            if (!comparison.problems().isEmpty()) {
                out.writeArrayFieldStart("problems");
                for (Problem problem : comparison.problems()) {
                    ProblemJson.problem(out, problem);
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Visible.json(text.toString());
    }

    private static void basket(JsonGenerator out, Pair pair) throws IOException {
        out.writeStartObject();
        out.writeStringField("basket", pair.name());
        out.writeStringField("currency", pair.before().currency().code());
        side(out, "before", pair.before(), pair.scoreBefore());
        side(out, "after", pair.after(), pair.scoreAfter());
        out.writeBooleanField("changed", pair.isChanged());
        out.writeBooleanField("harder", pair.isHarder());
        RunJson.differences(out, pair.differences());
        out.writeEndObject();
    }

    private static void side(JsonGenerator out, String name, Receipt receipt, BigDecimal score) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeStringField("total", receipt.total().text());
        if (receipt.look().simplicity().isScored()) {
            out.writeNumberField("score", score);
        }
        out.writeStringField("band", receipt.look().simplicity().band());
        out.writeArrayFieldStart("promotions");
        for (Receipt.Applied applied : receipt.applied()) {
            out.writeStartObject();
            out.writeStringField("id", applied.id());
            if (!applied.store().isEmpty()) {
                out.writeStringField("store", applied.store());
            }
            out.writeStringField("discount", applied.discount().text());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void totals(JsonGenerator out, Totals totals) throws IOException {
        out.writeStartObject();
        out.writeStringField("currency", totals.currency().code());
        out.writeArrayFieldStart("promotions");
        for (Map.Entry<String, Change> promotion : totals.promotions().entrySet()) {
            out.writeStartObject();
            out.writeStringField("id", promotion.getKey());
            change(out, promotion.getValue());
            out.writeEndObject();
        }
        out.writeEndArray();
        payer(out, "platform", totals.platform());
        payer(out, "stores", totals.stores());
        payer(out, "buyers", totals.buyers());
        out.writeEndObject();
    }

    private static void payer(JsonGenerator out, String name, Change change) throws IOException {
        out.writeObjectFieldStart(name);
        change(out, change);
        out.writeEndObject();
    }

    private static void change(JsonGenerator out, Change change) throws IOException {
        out.writeStringField("before", change.before().text());
        out.writeStringField("after", change.after().text());
    }
}
