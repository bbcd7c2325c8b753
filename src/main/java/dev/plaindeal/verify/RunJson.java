package dev.plaindeal.verify;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Locale;

/** Writes a run for machines: one line of JSON. Fixtures that are as they should be are only counted. */
public final class RunJson {

    private RunJson() {}

    /** One JSON object without a line end. */
    public static String of(FixtureRun run) {
        return JsonWriter.line(out -> run(out, run));
    }

    private static void run(JsonWriter out, FixtureRun run) {
        RunTally tally = RunTally.of(run);
        out.whole("baskets", tally.baskets());
        out.whole("ok", tally.same());
        out.objects("fixtures", run.verdicts().stream().filter(one -> !(one instanceof Verdict.Same)).toList(), RunJson::verdict);
        out.objects("warnings", run.warnings(), RunJson::problem);
        out.object("coverage", () -> coverage(out, run.coverage()));
    }

    private static void verdict(JsonWriter out, Verdict verdict) {
        out.text("fixture", verdict.fixture());
        if (verdict instanceof Verdict.Different different) {
            out.text("verdict", "different");
            differences(out, different.differences());
        } else if (verdict instanceof Verdict.Refused refused) {
            out.text("verdict", "refused");
            out.objects("problems", refused.problems(), RunJson::problem);
        } else {
            out.text("verdict", verdict instanceof Verdict.NoBasket ? "no-basket" : "no-receipt");
        }
    }

    /** An array named {@code differences}. */
    public static void differences(JsonWriter out, List<Difference> differences) {
        out.objects("differences", differences, RunJson::difference);
    }

    private static void difference(JsonWriter out, Difference difference) {
        out.text("topic", difference.topic().name().toLowerCase(Locale.ROOT));
        out.text("what", difference.what());
        out.text("before", difference.before());
        out.text("after", difference.after());
    }

    private static void problem(JsonWriter out, Problem problem) {
        out.text("code", problem.code());
        out.text("place", problem.place().text());
        out.text("message", problem.message());
        out.text("hint", problem.hint());
    }

    private static void coverage(JsonWriter out, Coverage coverage) {
        part(out, "promotions", coverage.promotions());
        part(out, "tiers", coverage.tiers());
        part(out, "reasons", coverage.reasons());
    }

    private static void part(JsonWriter out, String name, Coverage.Tally part) {
        out.object(name, () -> {
            out.whole("reached", part.reached());
            out.whole("all", part.all());
            out.texts("unreached", part.unreached());
        });
    }
}
