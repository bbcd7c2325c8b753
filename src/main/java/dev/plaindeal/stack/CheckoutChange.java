package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Chance;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Promotion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a buyer would have to choose otherwise for a promotion to be offered.
 *
 * @param chosen what to choose, a text or a yes or no; an empty text is something else than what the promotion names
 * @param needs the same as conditions, for the buyer to read
 */
record CheckoutChange(Map<CheckoutChoice, Object> chosen, List<Condition> needs) {

    /** Of one promotion no more are looked at. */
    private static final int MOST = 64;

    private static final CheckoutChange NONE = new CheckoutChange(Map.of(), List.of());

    /** Copies what is handed in. */
    CheckoutChange {
        chosen = Map.copyOf(chosen);
        needs = List.copyOf(needs);
    }

    /** The changes each of which would do; none where none is needed, none is possible, or something else is missing too. */
    static List<CheckoutChange> of(Chance chance, Promotion promotion) {
        Map<CheckoutChoice, Condition> missing = new LinkedHashMap<>();
        for (Condition condition : promotion.conditions()) {
            if (!chance.meets(condition)) {
                Optional<CheckoutChoice> choice = CheckoutChoice.of(condition);
                if (choice.isEmpty()) {
                    return List.of();
                }
                missing.putIfAbsent(choice.get(), condition);
            }
        }
        List<CheckoutChange> changes = List.of(NONE);
        for (Map.Entry<CheckoutChoice, Condition> one : missing.entrySet()) {
            List<Object> values = values(one.getKey(), promotion);
            changes = changes.stream()
                    .flatMap(change -> values.stream().map(value -> change.with(one.getKey(), value, one.getValue())))
                    .limit(MOST)
                    .toList();
        }
        return missing.isEmpty() ? List.of() : changes;
    }

    /** The choices that meet all the promotion asks of it. */
    private static List<Object> values(CheckoutChoice choice, Promotion promotion) {
        List<Condition> asked = promotion.conditions().stream()
                .filter(condition -> condition.field().equals(choice.field()))
                .toList();
        return choice.candidates(asked).stream()
                .filter(value -> asked.stream().allMatch(condition -> condition.meets(value)))
                .toList();
    }

    private CheckoutChange with(CheckoutChoice choice, Object value, Condition missing) {
        Map<CheckoutChoice, Object> more = new LinkedHashMap<>(chosen);
        more.put(choice, value);
        return new CheckoutChange(more, Stream.concat(needs.stream(), Stream.of(need(missing, value))).toList());
    }

    private static Condition need(Condition missing, Object value) {
        return value.equals("") ? missing : new Condition(missing.field(), Operator.IS, List.of(value), missing.attribute());
    }

    /** What two changes need as one, either value doing; empty where they differ in more than the values of one choice. */
    static Optional<List<Condition>> either(List<Condition> one, List<Condition> other) {
        List<Condition> both = new ArrayList<>();
        int different = 0;
        for (int i = 0; i < one.size() && one.size() == other.size(); i++) {
            boolean same = one.get(i).equals(other.get(i));
            different += same ? 0 : 1;
            if (!same && !(isOneOf(one.get(i)) && isOneOf(other.get(i)) && one.get(i).field().equals(other.get(i).field()))) {
                return Optional.empty();
            }
            both.add(same ? one.get(i) : either(one.get(i), other.get(i)));
        }
        return different == 1 ? Optional.of(both) : Optional.empty();
    }

    private static boolean isOneOf(Condition need) {
        return need.operator() == Operator.IS || need.operator() == Operator.IN;
    }

    private static Condition either(Condition one, Condition other) {
        List<Object> values = Stream.concat(one.values().stream(), other.values().stream()).distinct().toList();
        return new Condition(one.field(), Operator.IN, values, one.attribute());
    }

    /** The basket when the buyer chooses so. */
    Basket in(Basket basket) {
        Basket changed = basket;
        for (Map.Entry<CheckoutChoice, Object> one : chosen.entrySet()) {
            changed = one.getKey().in(changed, one.getValue());
        }
        return changed;
    }
}
