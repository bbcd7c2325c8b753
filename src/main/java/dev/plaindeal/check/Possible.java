package dev.plaindeal.check;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.basket.AttributeValue;
import dev.plaindeal.offer.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whether conditions can all hold at once. Says yes where it cannot tell. */
final class Possible {

    private Possible() {}

    /** Whether some fact can meet all of these. */
    static boolean together(List<Condition> conditions) {
        Map<String, List<Condition>> byField = new LinkedHashMap<>();
        conditions.forEach(c -> byField.computeIfAbsent(c.field(), field -> new ArrayList<>()).add(c));
        return byField.values().stream().allMatch(Possible::ofOneField);
    }

    /** Whether one value of the field can meet all of these conditions about it. */
    static boolean ofOneField(List<Condition> same) {
        return isAboutLists(same) ? !contradictLists(same) : hasValue(same);
    }

    private static boolean isAboutLists(List<Condition> same) {
        return same.stream()
                .anyMatch(c -> c.operator() == Operator.CONTAINS || c.operator() == Operator.NOT_CONTAINS);
    }

    private static boolean contradictLists(List<Condition> same) {
        Set<Object> in = new HashSet<>();
        Set<Object> out = new HashSet<>();
        same.forEach(c -> (c.operator() == Operator.CONTAINS ? in : out).addAll(c.values()));
        return in.stream().anyMatch(out::contains);
    }

    /** Whether every number that can be counted meets this condition about one. */
    static boolean always(Condition condition) {
        return condition.attribute().isEmpty() && numbers(List.of(condition)).stream().allMatch(condition::meets);
    }

    private static boolean hasValue(List<Condition> same) {
        Collection<Object> values = candidates(same);
        return values.isEmpty() || values.stream().anyMatch(value -> same.stream().allMatch(c -> c.meets(value)));
    }

    /** Enough values to decide; none where any text would do. */
    private static Collection<Object> candidates(List<Condition> same) {
        Object first = same.get(0).values().get(0);
        if (first instanceof Boolean) {
            return List.of(true, false);
        }
        if (first instanceof Integer) {
            return numbers(same);
        }
        Set<Object> texts = new HashSet<>();
        same.stream()
                .filter(c -> c.operator() == Operator.IS || c.operator() == Operator.IN)
                .forEach(c -> texts.addAll(c.values()));
        return texts;
    }

    /** Fields count, so none below 0, and attributes of the host's own need not; what holds for any holds at or beside a number that is named. */
    private static Collection<Object> numbers(List<Condition> same) {
        Set<Object> numbers = new HashSet<>(List.of(0));
        int least = same.get(0).attribute().isPresent() ? -AttributeValue.LARGEST : 0;
        same.stream().flatMap(c -> c.values().stream()).map(Integer.class::cast).forEach(number -> {
            for (int near = number - 1; near <= number + 1; near++) {
                numbers.add(Math.max(least, near));
            }
        });
        return numbers;
    }
}
