package dev.plaindeal.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;

/**
 * Writes scores as JSON, fields in a fixed order, numbers with ten significant digits: enough to compare two scores and
 * to add the reasons up, without the noise of binary fractions.
 */
public final class SimplicityWriter {

    private static final MathContext SHOWN = new MathContext(10);
    private static final JsonNodeFactory NODES = JsonNodeFactory.withExactBigDecimals(true);

    private SimplicityWriter() {}

    /** Score, seconds, band, reasons. */
    public static ObjectNode write(Simplicity simplicity) {
        ObjectNode node = NODES.objectNode();
        node.set("score", number(simplicity.score()));
        node.set("seconds", number(simplicity.seconds()));
        node.put("band", simplicity.band().words());
        ArrayNode reasons = node.putArray("reasons");
        for (ScoreReason reason : simplicity.reasons()) {
            ObjectNode one = reasons.addObject();
            one.put("code", reason.code());
            one.set("seconds", number(reason.seconds()));
            one.put("message", reason.message());
        }
        return node;
    }

    /** The fixes, the best first: code, layer where there is one, message, points gained, score and seconds after. */
    public static ArrayNode write(List<Fix> fixes) {
        ArrayNode array = NODES.arrayNode();
        for (Fix fix : fixes) {
            ObjectNode one = array.addObject();
            one.put("code", fix.code());
            fix.layer().ifPresent(layer -> one.put("layer", layer));
            one.put("message", fix.message());
            one.set("gains", number(fix.gains()));
            one.set("score", number(fix.after().score()));
            one.set("seconds", number(fix.after().seconds()));
        }
        return array;
    }

    private static JsonNode number(double value) {
        BigDecimal shown = BigDecimal.valueOf(value).round(SHOWN).stripTrailingZeros();
        return NODES.numberNode(shown.scale() < 0 ? shown.setScale(0) : shown);
    }
}
