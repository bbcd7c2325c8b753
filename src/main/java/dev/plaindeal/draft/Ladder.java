package dev.plaindeal.draft;

import dev.plaindeal.model.Amounts;
import java.util.ArrayList;
import java.util.List;

/** Tiers as they are typed: {@code USD 50: USD 5; USD 100: 10%}. */
final class Ladder {

    /** One tier: spend the first, save the second. */
    record Step(String spend, String saving) {}

    private Ladder() {}

    static List<Step> of(String text) {
        List<Step> steps = new ArrayList<>();
        for (String one : text.split(";", -1)) {
            String[] parts = one.split(":", -1);
            if (parts.length != 2) {
                throw new IllegalArgumentException("a tier is a spend and a saving, for instance USD 50: USD 5");
            }
            Step step = new Step(parts[0].strip(), parts[1].strip());
            Amounts.of(step.spend());
            if (!step.saving().matches("\\d{1,3}(\\.\\d{1,4})?%")) {
                Amounts.of(step.saving());
            }
            steps.add(step);
        }
        return steps;
    }
}
