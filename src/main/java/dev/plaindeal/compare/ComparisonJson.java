package dev.plaindeal.compare;

import dev.plaindeal.json.JsonWriter;
import dev.plaindeal.receipt.ProblemJson;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.score.Sureness;
import dev.plaindeal.verify.RunJson;
import java.math.BigDecimal;
import java.util.Map;

/** Writes a comparison for machines: one line of JSON, every basket and every promotion in it. */
public final class ComparisonJson {

    private ComparisonJson() {}

    /** One JSON object without a line end. */
    public static String of(Comparison comparison) {
        return JsonWriter.line(out -> comparison(out, comparison));
    }

    private static void comparison(JsonWriter out, Comparison comparison) {
        out.whole("compared", comparison.pairs().size());
        out.whole("changed", comparison.changed().size());
        out.whole("dearer", comparison.dearer().size());
        out.whole("cheaper", comparison.cheaper().size());
        out.whole("harder", comparison.harder().size());
        out.objects("baskets", comparison.pairs(), ComparisonJson::basket);
        out.objects("totals", comparison.totals(), ComparisonJson::totals);
        out.objectsIfAny("problems", comparison.problems(), ProblemJson::fields);
    }

    private static void basket(JsonWriter out, Pair pair) {
        out.text("basket", pair.name());
        out.text("currency", pair.before().currency().code());
        out.object("before", () -> side(out, pair.before(), pair.scoreBefore()));
        out.object("after", () -> side(out, pair.after(), pair.scoreAfter()));
        out.flag("changed", pair.isChanged());
        out.flag("harder", pair.isHarder());
        if (pair.isChanged()) {
            pair.simplerNow().ifPresent(sure -> sureness(out, sure));
        }
        RunJson.differences(out, pair.differences());
    }

    /** In which share of the draws it is simpler now, and what that says. */
    private static void sureness(JsonWriter out, Sureness sure) {
        out.rounded("simplerIn", sure.share(), 2);
        out.text("simpler", switch (sure.simplerOne()) {
            case FIRST -> "after";
            case SECOND -> "before";
            case TOO_CLOSE -> sure.simplerOne().key();
        });
    }

    private static void side(JsonWriter out, Receipt receipt, BigDecimal score) {
        out.money("total", receipt.total());
        if (receipt.look().simplicity().isScored()) {
            out.number("score", score);
        }
        out.text("band", receipt.look().simplicity().band());
        out.objects("promotions", receipt.applied(), ComparisonJson::promotion);
    }

    private static void promotion(JsonWriter out, Receipt.Applied applied) {
        out.text("id", applied.id());
        out.textIfAny("store", applied.store());
        out.money("discount", applied.discount());
    }

    private static void totals(JsonWriter out, Totals totals) {
        out.text("currency", totals.currency().code());
        out.objects("promotions", totals.promotions().entrySet(), ComparisonJson::promotion);
        out.object("platform", () -> change(out, totals.platform()));
        out.object("stores", () -> change(out, totals.stores()));
        out.object("buyers", () -> change(out, totals.buyers()));
    }

    private static void promotion(JsonWriter out, Map.Entry<String, Change> promotion) {
        out.text("id", promotion.getKey());
        change(out, promotion.getValue());
    }

    private static void change(JsonWriter out, Change change) {
        out.money("before", change.before());
        out.money("after", change.after());
    }
}
