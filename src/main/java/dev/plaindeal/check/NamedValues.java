package dev.plaindeal.check;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import java.util.List;
import java.util.Optional;

/** The values a promotion's conditions name: what a field has to be one of. */
final class NamedValues {

    private NamedValues() {}

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

    /** The values both lists name, where an empty list names all; empty where neither names any. */
    static Optional<List<String>> both(List<String> mine, List<String> its) {
        if (mine.isEmpty() || its.isEmpty()) {
            return Optional.of(mine.isEmpty() ? its : mine).filter(all -> !all.isEmpty());
        }
        return Optional.of(mine.stream().filter(its::contains).toList());
    }
}
