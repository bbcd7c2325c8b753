package dev.plaindeal.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;

/** Writes a run for machines: one line of JSON. Fixtures that are as they should be are only counted. */
public final class RunJson {

    private static final JsonFactory JSON = new JsonFactory();

    private RunJson() {}

    /** One JSON object without a line end. */
    public static String of(FixtureRun run) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            RunTally tally = RunTally.of(run);
            out.writeStartObject();
            out.writeNumberField("baskets", tally.baskets());
            out.writeNumberField("ok", tally.same());
            out.writeArrayFieldStart("fixtures");
            for (Verdict verdict : run.verdicts()) {
                if (!(verdict instanceof Verdict.Same)) {
                    verdict(out, verdict);
                }
            }
            out.writeEndArray();
            coverage(out, run.coverage());
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Visible.json(text.toString());
    }

    private static void verdict(JsonGenerator out, Verdict verdict) throws IOException {
        out.writeStartObject();
        out.writeStringField("fixture", verdict.fixture());
        if (verdict instanceof Verdict.Different different) {
            out.writeStringField("verdict", "different");
            differences(out, different.differences());
        } else if (verdict instanceof Verdict.Refused refused) {
            out.writeStringField("verdict", "refused");
            problems(out, refused.problems());
        } else {
            out.writeStringField("verdict", verdict instanceof Verdict.NoBasket ? "no-basket" : "no-receipt");
        }
        out.writeEndObject();
    }

    /** An array named {@code differences}. */
    public static void differences(JsonGenerator out, List<Difference> differences) throws IOException {
        out.writeArrayFieldStart("differences");
        for (Difference difference : differences) {
            out.writeStartObject();
            out.writeStringField("topic", difference.topic().name().toLowerCase(Locale.ROOT));
            out.writeStringField("what", difference.what());
            out.writeStringField("before", difference.before());
            out.writeStringField("after", difference.after());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void problems(JsonGenerator out, List<Problem> problems) throws IOException {
        out.writeArrayFieldStart("problems");
        for (Problem problem : problems) {
            out.writeStartObject();
            out.writeStringField("code", problem.code());
            out.writeStringField("place", problem.place().text());
            out.writeStringField("message", problem.message());
            out.writeStringField("hint", problem.hint());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void coverage(JsonGenerator out, Coverage coverage) throws IOException {
        out.writeObjectFieldStart("coverage");
        part(out, "promotions", coverage.promotions());
        part(out, "tiers", coverage.tiers());
        part(out, "reasons", coverage.reasons());
        out.writeEndObject();
    }

    private static void part(JsonGenerator out, String name, Coverage.Part part) throws IOException {
        out.writeObjectFieldStart(name);
        out.writeNumberField("reached", part.reached());
        out.writeNumberField("all", part.all());
        out.writeArrayFieldStart("unreached");
        for (String unreached : part.unreached()) {
            out.writeString(unreached);
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
