package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Chance;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Promotion;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a buyer would have to choose otherwise for a promotion to be offered.
 *
 * @param chosen what to choose; an empty text is something else than what the promotion names
 * @param needs the same as conditions, for the buyer to read
 */
record CheckoutChange(Map<CheckoutChoice, String> chosen, List<Condition> needs) {

    /** Copies what is handed in. */
    CheckoutChange {
        chosen = Map.copyOf(chosen);
        needs = List.copyOf(needs);
    }

    /** The change that would do; empty where none is needed, none is possible, or something else is missing too. */
    static Optional<CheckoutChange> of(Chance chance, Promotion promotion) {
        Map<CheckoutChoice, String> chosen = new EnumMap<>(CheckoutChoice.class);
        List<Condition> needs = new ArrayList<>();
        for (Condition condition : promotion.conditions()) {
            if (!chance.meets(condition)) {
                Optional<CheckoutChoice> choice = CheckoutChoice.of(condition);
                Optional<String> value = choice.flatMap(one -> value(one, promotion));
                if (value.isEmpty()) {
                    return Optional.empty();
                }
                if (chosen.putIfAbsent(choice.get(), value.get()) == null) {
                    needs.add(need(condition, value.get()));
                }
            }
        }
        return chosen.isEmpty() ? Optional.empty() : Optional.of(new CheckoutChange(chosen, needs));
    }

    /** The first choice that meets all the promotion asks of it: one that it names, or else a usual one. */
    private static Optional<String> value(CheckoutChoice choice, Promotion promotion) {
        List<Condition> asked = promotion.conditions().stream()
                .filter(condition -> condition.field().equals(choice.field().key()))
                .toList();
        Stream<String> named = asked.stream()
                .flatMap(condition -> condition.values().stream())
                .map(String::valueOf)
                .filter(value -> !value.isEmpty());
        return Stream.concat(named, choice.usual().stream())
                .filter(value -> asked.stream().allMatch(condition -> condition.meets(value)))
                .findFirst()
                .filter(value -> !value.isEmpty() || asked.stream().noneMatch(condition -> condition.values().contains("")));
    }

    private static Condition need(Condition condition, String value) {
        return value.isEmpty() ? condition : new Condition(condition.field(), Operator.IS, List.of(value));
    }

    /** The basket when the buyer chooses so. */
    Basket in(Basket basket) {
        Basket changed = basket;
        for (CheckoutChoice choice : CheckoutChoice.values()) {
            String value = chosen.get(choice);
            changed = value == null ? changed : choice.in(changed, value);
        }
        return changed;
    }
}
