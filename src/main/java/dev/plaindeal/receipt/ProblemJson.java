package dev.plaindeal.receipt;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.List;

/** Writes problems as one line of JSON, which stands in the place of a receipt that could not be made. */
public final class ProblemJson {

    private ProblemJson() {}

    /** {@code {"problems": [...]}} without a line end. */
    public static String line(List<Problem> problems) {
        return JsonWriter.line(out -> out.objects("problems", problems, ProblemJson::fields));
    }

    /** One problem alone, without a line end. */
    public static String line(Problem problem) {
        return JsonWriter.line(out -> fields(out, problem));
    }

    /** The fields of one problem, in whatever is being written. */
    public static void fields(JsonWriter out, Problem problem) {
        Place place = problem.place();
        out.text("code", problem.code());
        out.text("severity", problem.severity().key());
        out.text("file", place.file());
        if (place.line() > 0) {
            out.whole("line", place.line());
        }
        if (place.column() > 0) {
            out.whole("column", place.column());
        }
        out.textIfAny("pointer", place.pointer());
        out.text("message", problem.message());
        out.textIfAny("hint", problem.hint());
    }
}
