package dev.plaindeal.check;

import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Conditions of one rule that exclude each other, or hold for nobody. */
final class NeverMatches implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.promotions().forEach(promotion -> look(desk, promotion, found));
    }

    private static void look(CheckContext desk, Promotion promotion, Consumer<Problem> found) {
        List<Condition> conditions = promotion.conditions();
        Set<String> told = new HashSet<>();
        for (int i = 0; i < conditions.size(); i++) {
            String field = conditions.get(i).field();
            List<Condition> soFar = new ArrayList<>(conditions.subList(0, i + 1));
            soFar.removeIf(c -> !c.field().equals(field));
            if (!Possible.ofOneField(soFar) && told.add(field)) {
                Place at = desk.text(promotion).asks().get(i).at();
                found.accept(Problem.error(
                        "never-matches",
                        at,
                        soFar.size() == 1
                                ? "no basket can meet this: " + field + " counts from 0"
                                : "no basket can meet this and what the rule asks of " + field + " before it",
                        soFar.size() == 1
                                ? ""
                                : "All conditions of a rule have to hold; for one of several values write " + field + " in (...)."));
            }
        }
    }
}
