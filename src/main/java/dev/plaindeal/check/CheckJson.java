package dev.plaindeal.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** A check's findings as one JSON object. */
public final class CheckJson {

    private static final JsonFactory JSON = new JsonFactory();

    private CheckJson() {}

    /** All of it, with a line end at its end. */
    public static String of(CheckReport report) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text).setPrettyPrinter(new DefaultPrettyPrinter())) {
            out.writeStartObject();
            out.writeNumberField("files", report.files());
            out.writeNumberField("promotions", report.promotions());
            out.writeNumberField("errors", report.errors().size());
            out.writeNumberField("warnings", report.warnings().size());
            if (report.simplicity().isPresent()) {
                simplicity(out, report.simplicity().get());
            }
            out.writeArrayFieldStart("problems");
            for (Problem problem : report.problems()) {
                ProblemJson.problem(out, problem);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Visible.json(text.toString()) + "\n";
    }

    private static void simplicity(JsonGenerator out, Range range) throws IOException {
        out.writeObjectFieldStart("simplicity");
        out.writeNumberField("lowest", tenths(range.lowest().simplicity().score()));
        out.writeNumberField("highest", tenths(range.highest().simplicity().score()));
        out.writeStringField("lowestPromotion", range.lowest().id());
        out.writeStringField("lowestMarket", range.lowest().market());
        out.writeEndObject();
    }

    private static BigDecimal tenths(double score) {
        return BigDecimal.valueOf(score).setScale(1, RoundingMode.HALF_UP);
    }
}
