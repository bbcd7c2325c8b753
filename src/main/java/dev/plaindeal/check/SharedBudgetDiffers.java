package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.Spoken;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Promotions that share a budget and do not say the same of it: the lowest amount counts where they meet in one basket, which nobody sees who
 * reads one of them. Each is compared with the first that names the budget.
 */
final class SharedBudgetDiffers implements Check {

    private static final String WORD = "sharedBudget";
    private static final int AMOUNT = 1;
    private static final int PERIOD = 2;
    private static final int ZONE = 3;

    /**
     * What is to be the same wherever it is said. Budgets of one name with other periods are counted apart.
     *
     * @param name the budget's
     * @param period day, week, month or year, empty where it is for all time
     * @param of the currency of its amount, empty for its time zone
     */
    private record FundTerm(String name, String period, String of) {
        static FundTerm of(Spoken spoken, String of) {
            return new FundTerm(spoken.text(0).strip(), isAnew(spoken) ? spoken.text(PERIOD) : "", of);
        }
    }

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        Map<FundTerm, Spoken> first = new HashMap<>();
        desk.statements().stream().flatMap(statement -> statement.all(WORD).stream()).forEach(spoken -> look(spoken, first, found));
    }

    private static boolean isAnew(Spoken spoken) {
        return spoken.arguments().size() > PERIOD;
    }

    /** What is kept in one currency by one, and in another by the other, is no slip. */
    private static void look(Spoken spoken, Map<FundTerm, Spoken> first, Consumer<Problem> found) {
        Map<String, Long> amounts = amounts(spoken);
        amounts.keySet().stream()
                .sorted()
                .map(code -> first.computeIfAbsent(FundTerm.of(spoken, code), said -> spoken))
                .filter(before -> differ(amounts, amounts(before)))
                .findFirst()
                .ifPresent(before -> found.accept(differs(before, spoken, AMOUNT, "the lowest amount counts", "Say the same amount in each.")));
        if (isAnew(spoken)) {
            Spoken before = first.computeIfAbsent(FundTerm.of(spoken, ""), said -> spoken);
            if (!before.text(ZONE).equals(spoken.text(ZONE))) {
                found.accept(differs(before, spoken, ZONE, "what both give is one count all the same", "Say the same time zone in each."));
            }
        }
    }

    private static Map<String, Long> amounts(Spoken spoken) {
        return Amounts.of(spoken.text(AMOUNT)).minorByCode();
    }

    private static boolean differ(Map<String, Long> one, Map<String, Long> other) {
        return one.entrySet().stream().anyMatch(entry -> !entry.getValue().equals(other.getOrDefault(entry.getKey(), entry.getValue())));
    }

    private static Problem differs(Spoken before, Spoken spoken, int argument, String so, String hint) {
        Place there = before.argumentsAt().get(argument);
        return Problem.warning(
                "shared-budget-differs",
                spoken.argumentsAt().get(argument),
                "the budget " + spoken.text(0).strip() + " has " + spoken.text(argument) + " here and " + before.text(argument) + " elsewhere ("
                        + there.text() + "); " + so,
                hint);
    }
}
