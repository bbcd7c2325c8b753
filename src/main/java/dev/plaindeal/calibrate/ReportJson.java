package dev.plaindeal.calibrate;

import dev.plaindeal.json.JsonWriter;

/** Writes a report as {@code calibration-report.schema.json} describes it. */
public final class ReportJson {

    private static final int DECIMALS = 3;

    private ReportJson() {}

    /** The report, every field on a line of its own. */
    public static String of(CalibrationReport report) {
        return JsonWriter.object(JsonWriter.Layout.FIELDS_INDENTED, out -> {
            out.text("plan", report.plan());
            out.text("market", report.market());
            out.object("people", () -> turnout(out, report.people()));
            out.rounded("sharpness", report.sharpness(), DECIMALS);
            out.objects("weights", report.weights(), ReportJson::weight);
            out.object("heldOut", () -> heldOut(out, report.heldOut()));
            out.objects("groups", report.groups(), ReportJson::group);
            out.objects("disagreements", report.disagreements(), ReportJson::disagreement);
        }) + "\n";
    }

    private static void turnout(JsonWriter out, CalibrationReport.Turnout people) {
        out.whole("answered", people.answered());
        out.texts("careless", people.careless());
        out.whole("choices", people.choices());
        out.whole("repeats", people.repeats());
        out.whole("alike", people.alike());
        out.whole("times", people.times());
        out.whole("wrong", people.wrong());
        out.whole("interrupted", people.interrupted());
        out.whole("sentTwice", people.sentTwice());
    }

    private static void weight(JsonWriter out, FittedWeight weight) {
        out.text("step", weight.step().name());
        out.rounded("prior", weight.prior(), DECIMALS);
        out.rounded("fitted", weight.fitted(), DECIMALS);
        out.rounded("low", weight.low(), DECIMALS);
        out.rounded("high", weight.high(), DECIMALS);
        out.whole("answers", weight.answers());
        out.text("source", weight.source().key());
    }

    private static void heldOut(JsonWriter out, CalibrationReport.HeldOut held) {
        out.whole("answers", held.answers());
        out.whole("before", held.before());
        out.whole("after", held.after());
    }

    private static void group(JsonWriter out, CalibrationReport.SureGroup group) {
        out.rounded("from", group.from(), 1);
        out.whole("answers", group.answers());
        out.rounded("foretold", group.foretold(), DECIMALS);
        out.rounded("observed", group.observed(), DECIMALS);
    }

    private static void disagreement(JsonWriter out, CalibrationReport.Disagreement one) {
        out.text("about", one.about());
        out.whole("answers", one.answers());
        out.rounded("foretold", one.foretold(), 1);
        out.whole("observed", one.observed());
        out.rounded("deviations", one.deviations(), 1);
    }
}
