package dev.plaindeal.model;

import dev.plaindeal.offer.Condition;
import java.util.Collection;
import java.util.List;

/**
 * Words of which those of the narrowest rule hold: one that asks for the market goes before one that asks for the channel alone,
 * one that asks for both before either; a folder goes before both, a promotion before its folder. Two rules that are as narrow must not contradict each other.
 *
 * <p>Belongs to one thread, while rule files are loaded.
 */
public abstract class NarrowestWords extends Sayings {

    /** The broadest first; each is narrower than all before it together. */
    private static final List<String> BROADEST_FIRST = List.of("channel", "market", "folder", "promotion");

    NarrowestWords() {}

    /** Whether the rule whose words are said names this field. */
    final boolean names(String field) {
        return (narrowness() & 1 << BROADEST_FIRST.indexOf(field)) != 0;
    }

    /**
     * How narrow a rule is that asks this: 0 for one that asks nothing or only what a fact must not be.
     *
     * <p>Worked number: {@code channel == "live"} is 1, {@code market in ("GB", "IE")} 2, both together 3.
     */
    public static int narrowness(Collection<Condition> conditions) {
        int narrowness = 0;
        for (Condition condition : conditions) {
            boolean names = condition.operator() == Condition.Operator.IS || condition.operator() == Condition.Operator.IN;
            int at = BROADEST_FIRST.indexOf(condition.field());
            narrowness |= names && at >= 0 ? 1 << at : 0;
        }
        return narrowness;
    }
}
