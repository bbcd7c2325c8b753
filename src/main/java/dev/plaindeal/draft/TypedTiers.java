package dev.plaindeal.draft;

import dev.plaindeal.money.Amounts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
            if (!steps.isEmpty() && !rises(steps.get(steps.size() - 1).spend(), step.spend())) {
                throw new IllegalArgumentException("tiers rise, and " + step.spend() + " stands behind " + steps.get(steps.size() - 1).spend());
            }
            steps.add(step);
        }
        return steps;
    }

    /** Each level is above the one before it: a number of items, or money in every currency that both name. */
    private static boolean rises(String before, String after) {
        if (after.matches("[0-9]+")) {
            return Integer.parseInt(after) > Integer.parseInt(before);
        }
        Map<String, Long> lower = Amounts.of(before).minorByCode();
        return Amounts.of(after).minorByCode().entrySet().stream()
                .allMatch(one -> !lower.containsKey(one.getKey()) || one.getValue() > lower.get(one.getKey()));
    }
}
