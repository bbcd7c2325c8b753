package dev.plaindeal.check;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.receipt.ProblemJson;

/** A check's findings as one JSON object. */
public final class CheckJson {

    private CheckJson() {}

    /** All of it, with a line end at its end. */
    public static String of(CheckReport report) {
        return JsonWriter.object(JsonWriter.Layout.FIELDS_INDENTED, out -> report(out, report)) + "\n";
    }

    private static void report(JsonWriter out, CheckReport report) {
        out.whole("files", report.files());
        out.whole("promotions", report.promotions());
        out.whole("errors", report.errors().size());
        out.whole("warnings", report.warnings().size());
        report.simplicity().ifPresent(range -> out.object("simplicity", () -> simplicity(out, range)));
        out.objects("problems", report.problems(), ProblemJson::fields);
    }

    private static void simplicity(JsonWriter out, Range range) {
        out.rounded("lowest", range.lowest().simplicity().score(), 1);
        out.rounded("highest", range.highest().simplicity().score(), 1);
        out.text("lowestPromotion", range.lowest().id());
        out.text("lowestMarket", range.lowest().market());
    }
}
