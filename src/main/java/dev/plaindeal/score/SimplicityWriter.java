package dev.plaindeal.score;

import dev.plaindeal.json.JsonWriter;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Writes scores as JSON, fields in a fixed order, numbers with ten significant digits: enough to compare two scores and
 * to add the reasons up, without the noise of binary fractions.
 */
public final class SimplicityWriter {

    private static final MathContext SHOWN = new MathContext(10);

    private SimplicityWriter() {}

    /** How often each step comes and how long they take. */
    public static void steps(JsonWriter out, Simplicity simplicity) {
        out.objects("steps", simplicity.steps(), SimplicityWriter::step);
    }

    private static void step(JsonWriter out, StepCount step) {
        out.text("step", step.step());
        out.number("count", shown(step.count()));
        out.number("seconds", shown(step.seconds()));
    }

    /** The band is only claimed where the range stays inside it. */
    private static void range(JsonWriter out, ScoreRange range) {
        out.number("low", shown(range.low()));
        out.number("high", shown(range.high()));
        range.band().ifPresent(band -> out.text("band", band.words()));
    }

    /** Score, seconds, band, range, reasons. */
    public static void fields(JsonWriter out, Simplicity simplicity) {
        out.number("score", shown(simplicity.score()));
        out.number("seconds", shown(simplicity.seconds()));
        out.text("band", simplicity.band().words());
        out.object("range", () -> range(out, simplicity.range()));
        out.objects("reasons", simplicity.reasons(), SimplicityWriter::reason);
    }

    private static void reason(JsonWriter out, ScoreReason reason) {
        out.text("code", reason.code());
        out.number("seconds", shown(reason.seconds()));
        out.text("message", reason.message());
    }

    /** The fixes, the best first: code, layer where there is one, message, points gained, score and seconds after. */
    public static void fixes(JsonWriter out, List<Fix> fixes) {
        out.objects("fixes", fixes, SimplicityWriter::fix);
    }

    private static void fix(JsonWriter out, Fix fix) {
        out.text("code", fix.code());
        out.text("kind", fix.edit().kind().key());
        fix.layer().ifPresent(layer -> out.whole("layer", layer));
        out.text("message", fix.message());
        out.number("gains", shown(fix.gains()));
        out.number("score", shown(fix.after().score()));
        out.number("seconds", shown(fix.after().seconds()));
        out.text("holds", fix.edit().holds().key());
        out.textIfAny("opens", fix.opens().key());
    }

    private static BigDecimal shown(double value) {
        BigDecimal shown = BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }
}
