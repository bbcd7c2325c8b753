package dev.plaindeal.draft;

import java.util.ArrayList;
import java.util.List;

/** Tiers as they are typed: {@code USD 50: USD 5; USD 100: 10%}. */
final class TypedTiers {

    /** One tier: spend the first, save the second. */
    record TypedTier(String spend, String saving) {}

    private TypedTiers() {}

    static List<TypedTier> of(String text) {
        List<TypedTier> steps = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            String[] parts = one.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a tier is a spend and a saving, for instance USD 50: USD 5");
            }
            TypedTier step = new TypedTier(parts[0].strip(), parts[1].strip());
            Question.amounts(step.spend());
            if (step.saving().endsWith("%")) {
                Question.percent(step.saving().substring(0, step.saving().length() - 1));
            } else {
                Question.amounts(step.saving());
            }
            steps.add(step);
        }
        return steps;
    }
}
