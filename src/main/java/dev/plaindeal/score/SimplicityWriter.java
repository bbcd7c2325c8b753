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

    /** Score, seconds, band, reasons. */
    public static void fields(JsonWriter out, Simplicity simplicity) {
        out.number("score", shown(simplicity.score()));
        out.number("seconds", shown(simplicity.seconds()));
        out.text("band", simplicity.band().words());
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
        fix.layer().ifPresent(layer -> out.whole("layer", layer));
        out.text("message", fix.message());
        out.number("gains", shown(fix.gains()));
        out.number("score", shown(fix.after().score()));
        out.number("seconds", shown(fix.after().seconds()));
    }

    private static BigDecimal shown(double value) {
        BigDecimal shown = BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
        return shown.scale() < 0 ? shown.setScale(0) : shown;
    }
}
