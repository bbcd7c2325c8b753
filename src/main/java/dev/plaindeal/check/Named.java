package dev.plaindeal.check;

import dev.plaindeal.model.Condition;
import dev.plaindeal.model.Condition.Operator;
import dev.plaindeal.model.Promotion;
import java.util.List;

/** The values a promotion's conditions name: what a field has to be one of. */
final class Named {

    private Named() {}

    /** The values of a text field, empty where any would do. */
    static List<String> in(Promotion promotion, String field) {
        return promotion.conditions().stream()
                .filter(condition -> condition.field().equals(field) && isList(condition))
                .flatMap(condition -> condition.values().stream())
                .map(String::valueOf)
                .toList();
    }

    /** Whether a condition lists what its field may be. */
    static boolean isList(Condition condition) {
        return condition.operator() == Operator.IS || condition.operator() == Operator.IN;
    }

    /** The values both name, or those of the one that names any; empty where neither does. */
    static List<String> inBoth(Promotion one, Promotion other, String field) {
        List<String> mine = in(one, field);
        List<String> its = in(other, field);
        if (mine.isEmpty() || its.isEmpty()) {
            return mine.isEmpty() ? its : mine;
        }
        return mine.stream().filter(its::contains).toList();
    }
}
