package dev.plaindeal.check;

import dev.plaindeal.offer.BuyerDays;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Attributes of the host's own that are declared, and that no promotion asks for. */
final class NeverAsked implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        if (!desk.isWhole()) {
            return;
        }
        Set<DeclaredAttribute> asked = new HashSet<>();
        desk.promotions().stream()
                .flatMap(NeverAsked::conditions)
                .forEach(condition -> condition.attribute().ifPresent(asked::add));
        Set<String> alike = desk.promotions().stream()
                .flatMap(promotion -> promotion.offers().stream())
                .map(terms -> terms.scope().counting().attribute())
                .collect(Collectors.toSet());
        Set<String> days = desk.promotions().stream()
                .flatMap(promotion -> promotion.offers().stream())
                .flatMap(terms -> terms.dates().ofBuyer().stream())
                .map(BuyerDays::attribute)
                .collect(Collectors.toSet());
        desk.book().attributes().all().stream()
                .filter(attribute -> !days.contains(attribute.name()))
                .filter(attribute -> !asked.contains(attribute) && !alike.contains(attribute.name()))
                .forEach(attribute -> found.accept(Problem.warning(
                        "never-asked",
                        desk.book().attributes().place(attribute),
                        "no promotion asks for the attribute " + attribute.name(),
                        "Ask " + attribute.field().text() + " in a promotion, or delete this once no basket tells it.")));
    }

    private static Stream<Condition> conditions(Promotion promotion) {
        return Stream.concat(
                promotion.conditions().stream(), promotion.lines().stream().flatMap(line -> line.conditions().stream()));
    }
}
