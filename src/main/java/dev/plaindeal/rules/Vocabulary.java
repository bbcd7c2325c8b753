package dev.plaindeal.rules;

import dev.plaindeal.model.ChanceKind;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.model.Step;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules of one folder can ask about.
 *
 * @param folder the folder below the rules folder
 * @param packageName the package its files name
 * @param facts fact classes by the name rule files use
 * @param values what text fields can hold, by field; a field that is not named can hold anything
 */
record Vocabulary(String folder, String packageName, Map<String, Class<?>> facts, Map<String, Values> values) {

    /** The folder whose files are promotions, one in each; the rules of all others say words to their fact itself. */
    static final String PROMOTIONS = "promotions";

    /** The folder that says what may be combined. */
    static final String STACKING = "stacking";

    /** The folder that says how hard a buyer's steps are. */
    static final String SIMPLICITY = "simplicity";

    /** The folders that are read. */
    static final List<Vocabulary> ALL = List.of(
            promotions(),
            new Vocabulary(
                    STACKING,
                    STACKING,
                    Map.of("Stacking", Stacking.class, "LayerStacking", LayerStacking.class),
                    Map.of("market", Values.MARKET_OR_ANY, "channel", Values.CHANNEL, "layer", Values.LAYER)),
            new Vocabulary(
                    SIMPLICITY,
                    SIMPLICITY,
                    Map.of("Step", Step.class, "Market", Market.class),
                    Map.of(
                            "market", Values.MARKET,
                            "channel", Values.CHANNEL,
                            "kind", Values.STEP,
                            "code", Values.MARKET_OR_ANY)));

    private static Vocabulary promotions() {
        Map<String, Class<?>> facts = new LinkedHashMap<>();
        for (ChanceKind kind : ChanceKind.values()) {
            facts.put(kind.fact().getSimpleName(), kind.fact());
        }
        Map<String, Values> values = Map.of(
                "market", Values.MARKET,
                "currency", Values.CURRENCY,
                "channel", Values.CHANNEL,
                "code", Values.CODE);
        return new Vocabulary(PROMOTIONS, PROMOTIONS, facts, values);
    }

    Values values(String field) {
        return values.getOrDefault(field, Values.ANY);
    }

    boolean isPromotions() {
        return folder.equals(PROMOTIONS);
    }
}
