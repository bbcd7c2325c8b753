package dev.plaindeal.rules.grammar;

import dev.plaindeal.model.Attribute;
import dev.plaindeal.model.Audience;
import dev.plaindeal.model.Budget;
import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.model.Step;
import dev.plaindeal.offer.ChanceKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the rules of one folder can ask about.
 *
 * @param folder the folder below the rules folder
 * @param packageName the package its files name
 * @param facts fact classes by the name rule files use
 * @param joined fact classes that patterns behind the first can ask about
 * @param values what text fields can hold, by field; a field that is not named can hold anything
 */
public record RuleFolder(
        String folder,
        String packageName,
        Map<String, Class<?>> facts,
        Map<String, Class<?>> joined,
        Map<String, FieldValues> values) {

    /** The folder whose files are promotions, one in each; the rules of all others say words to their fact itself. */
    public static final String PROMOTIONS = "promotions";

    /** The folder that says what may be combined. */
    public static final String STACKING = "stacking";

    /** The folder that says how hard a buyer's steps are. */
    public static final String SIMPLICITY = "simplicity";

    /** The folder that declares attributes of the host's own, which is read before the others. */
    public static final String ATTRIBUTES = "attributes";

    /** The folders that are read. */
    public static final List<RuleFolder> ALL = List.of(
            promotions(),
            new RuleFolder(
                    STACKING,
                    STACKING,
                    Map.of("Stacking", Stacking.class, "LayerStacking", LayerStacking.class),
                    Map.of(),
                    Map.of("market", FieldValues.MARKET_OR_ANY, "channel", FieldValues.CHANNEL, "layer", FieldValues.LAYER)),
            new RuleFolder(
                    SIMPLICITY,
                    SIMPLICITY,
                    Map.of("Step", Step.class, "Market", Market.class, "Audience", Audience.class, "Budget", Budget.class),
                    Map.of(),
                    Map.of(
                            "market", FieldValues.MARKET,
                            "channel", FieldValues.CHANNEL,
                            "kind", FieldValues.STEP,
                            "code", FieldValues.MARKET_OR_ANY)),
            new RuleFolder(
                    ATTRIBUTES, ATTRIBUTES, Map.of("Attribute", Attribute.class), Map.of(), Map.of("name", FieldValues.ATTRIBUTE)));

    private static RuleFolder promotions() {
        Map<String, Class<?>> facts = new LinkedHashMap<>();
        for (ChanceKind kind : ChanceKind.values()) {
            facts.put(ChanceFacts.name(kind), ChanceFacts.of(kind));
        }
        Map<String, FieldValues> values = new LinkedHashMap<>();
        for (ChanceField field : ChanceField.values()) {
            values.put(field.key(), values(field.holds()));
        }
        return new RuleFolder(PROMOTIONS, PROMOTIONS, facts, Map.of("Line", Line.class), values);
    }

    private static FieldValues values(ChanceField.Holds holds) {
        return switch (holds) {
            case COUNTRY -> FieldValues.MARKET;
            case CURRENCY -> FieldValues.CURRENCY;
            case CHANNEL -> FieldValues.CHANNEL;
            case CLIENT -> FieldValues.CLIENT;
            case CODE -> FieldValues.CODE;
            case POOL -> FieldValues.POOL;
            case ANYTHING -> FieldValues.ANY;
        };
    }

    public FieldValues values(String field) {
        return values.getOrDefault(field, FieldValues.ANY);
    }

    public boolean isPromotions() {
        return folder.equals(PROMOTIONS);
    }
}
