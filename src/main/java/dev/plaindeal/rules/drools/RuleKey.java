package dev.plaindeal.rules.drools;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a rule is found by: a text field that has to be one of some values.
 *
 * @param field the field
 * @param values what it has to be one of
 */
record RuleKey(String field, List<Object> values) {

    /** The quickest key of these conditions, or empty when every fact has to be tried against them. */
    static Optional<RuleKey> of(List<Condition> conditions) {
        return conditions.stream()
                .filter(RuleKey::finds)
                .min(QUICKEST_FIRST)
                .map(condition -> new RuleKey(condition.field(), condition.values()));
    }

    /** By what these conditions are best kept together with others: a store's rules are asked together. */
    static String home(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> finds(condition) && condition.field().equals(ChanceField.STORE.key()))
                .findFirst()
                .map(condition -> new RuleKey(condition.field(), condition.values()))
                .or(() -> of(conditions))
                .map(key -> key.field() + "=" + key.values().get(0))
                .orElse("");
    }

    /**
     * An equality on a text comes first, the quickest one at the head: Drools finds rules by it through one look into a
     * table instead of trying each. Which order conditions stand in changes nothing else.
     */
    static List<Condition> quickestFirst(List<Condition> conditions) {
        return conditions.stream()
                .sorted(Comparator.comparingInt(RuleKey::group).thenComparing(QUICKEST_FIRST))
                .toList();
    }

    private static final Comparator<Condition> QUICKEST_FIRST = Comparator.comparingInt(RuleKey::rank)
            .thenComparing(Condition::field);

    private static int group(Condition condition) {
        return !finds(condition) ? 2 : condition.operator() == Operator.IS ? 0 : 1;
    }

    /** Facts that are no chances have few rules, which any key finds. */
    private static int rank(Condition condition) {
        return ChanceField.find(condition.field()).map(ChanceField::rank).orElse(Integer.MAX_VALUE);
    }

    private static boolean finds(Condition condition) {
        boolean one = condition.operator() == Operator.IS || condition.operator() == Operator.IN;
        return one && condition.values().get(0) instanceof String;
    }
}
