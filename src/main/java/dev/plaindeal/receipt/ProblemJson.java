package dev.plaindeal.receipt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Writes problems as one line of JSON, which stands in the place of a receipt that could not be made. */
public final class ProblemJson {

    private static final JsonFactory JSON = new JsonFactory();

    private ProblemJson() {}

    /** {@code {"problems": [...]}} without a line end. */
    public static String line(List<Problem> problems) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeArrayFieldStart("problems");
            for (Problem problem : problems) {
                problem(out, problem);
            }
            out.writeEndArray();
            out.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return Visible.json(text.toString());
    }

    /** One problem as an object, in whatever is being written. */
    public static void problem(JsonGenerator out, Problem problem) throws IOException {
        Place place = problem.place();
        out.writeStartObject();
        out.writeStringField("code", problem.code());
        out.writeStringField("severity", problem.severity().key());
        out.writeStringField("file", place.file());
        if (place.line() > 0) {
            out.writeNumberField("line", place.line());
        }
        if (place.column() > 0) {
            out.writeNumberField("column", place.column());
        }
        if (!place.pointer().isEmpty()) {
            out.writeStringField("pointer", place.pointer());
        }
        out.writeStringField("message", problem.message());
        if (!problem.hint().isEmpty()) {
            out.writeStringField("hint", problem.hint());
        }
        out.writeEndObject();
    }
}
