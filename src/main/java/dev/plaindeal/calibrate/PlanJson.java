package dev.plaindeal.calibrate;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.score.TermsWriter;

/** Writes a plan as {@code calibration-plan.schema.json} describes it. */
public final class PlanJson {

    private PlanJson() {}

    /** The plan, every field on a line of its own. */
    public static String of(CalibrationPlan plan) {
        return JsonWriter.object(JsonWriter.Layout.FIELDS_INDENTED, out -> {
            out.text("plan", plan.id());
            out.text("market", plan.market());
            out.whole("seed", plan.seed());
            out.objects("cards", plan.cards(), PlanJson::card);
            out.objects("forms", plan.forms(), PlanJson::form);
        }) + "\n";
    }

    private static void card(JsonWriter out, Card card) {
        out.text("id", card.id());
        card.pay().ifPresent(pay -> out.text("pay", pay.toPlainString()));
        out.object("terms", () -> TermsWriter.fields(out, card.terms()));
    }

    private static void form(JsonWriter out, QuestionForm form) {
        out.whole("form", form.number());
        out.objects("items", form.items(), PlanJson::item);
    }

    private static void item(JsonWriter out, PlannedItem item) {
        out.text("id", item.id());
        if (item instanceof PlannedItem.PairChoice choice) {
            out.text("ask", "choice");
            pair(out, choice.a(), choice.b());
        } else if (item instanceof PlannedItem.RepeatedChoice again) {
            out.text("ask", "repeat");
            pair(out, again.a(), again.b());
            out.text("of", again.of());
        } else if (item instanceof PlannedItem.AttentionCheck check) {
            out.text("ask", "attention");
            pair(out, check.a(), check.b());
            out.text("easier", check.easier().key());
        } else if (item instanceof PlannedItem.TimedPrice timed) {
            out.text("ask", "price");
            out.text("card", timed.card());
        }
    }

    private static void pair(JsonWriter out, String a, String b) {
        out.text("a", a);
        out.text("b", b);
    }
}
