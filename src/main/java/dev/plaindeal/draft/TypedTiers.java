package dev.plaindeal.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Tiers as they are typed: {@code USD 50: USD 5; USD 100: 10%}. */
final class TypedTiers {

    /** One tier: spend or buy the first, save the second. */
    record TypedTier(String spend, String saving) {}

    private TypedTiers() {}

    static List<TypedTier> of(String text) {
        return read(text, "a tier is a spend and a saving, for instance USD 50: USD 5", Question::amounts);
    }

    /** Those by number of items. */
    static List<TypedTier> ofItems(String text) {
        return read(text, "a tier is a number of items and a saving, for instance 3: 10%", Question::count);
    }

    private static List<TypedTier> read(String text, String shape, Consumer<String> level) {
        List<TypedTier> steps = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            String[] parts = one.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException(shape);
            }
            TypedTier step = new TypedTier(parts[0].strip(), parts[1].strip());
            level.accept(step.spend());
            Question.saving(step.saving());
            steps.add(step);
        }
        return steps;
    }
}
