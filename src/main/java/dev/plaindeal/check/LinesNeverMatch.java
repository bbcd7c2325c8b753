package dev.plaindeal.check;

import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern.Presence;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.AskedLine;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** What a rule asks of lines that no basket has, or that every basket has and must not. */
final class LinesNeverMatch implements Check {

    private static final String CODE = "never-matches";

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (Promotion promotion : desk.promotions()) {
            List<AskedLine> texts = desk.text(promotion).lines();
            for (int i = 0; i < promotion.lines().size(); i++) {
                LinePattern line = promotion.lines().get(i);
                if (line.presence() == Presence.NOT) {
                    forbidden(promotion, line, texts.get(i).at(), found);
                } else {
                    asked(line, texts.get(i), found);
                }
            }
        }
    }

    /** One line alone has to meet all of a pattern. */
    private static void asked(LinePattern line, AskedLine text, Consumer<Problem> found) {
        prices(line, text, found);
        Set<String> told = new HashSet<>();
        for (Condition condition : line.conditions()) {
            String field = condition.field();
            List<Condition> same = line.conditions().stream().filter(c -> c.field().equals(field)).toList();
            if (!PossiblePrices.isPrice(condition) && !Possible.ofOneField(same) && told.add(field)) {
                found.accept(Problem.error(
                        CODE,
                        text.at(field),
                        "no line can meet all this asks of its " + field,
                        same.size() == 1 ? "" : "For two different lines write two patterns: exists Line( ... ) twice, one below the other."));
            }
        }
    }

    private static void prices(LinePattern line, AskedLine text, Consumer<Problem> found) {
        List<Condition> prices = line.conditions().stream().filter(PossiblePrices::isPrice).toList();
        if (!PossiblePrices.some(prices)) {
            found.accept(Problem.error(
                    CODE,
                    text.at(prices.get(prices.size() - 1).field()),
                    "no line can meet all this asks of its price",
                    "pricedFrom names the lower price and pricedTo the higher, both in the same currencies."));
        }
    }

    private static void forbidden(Promotion promotion, LinePattern line, Place at, Consumer<Problem> found) {
        if (line.conditions().isEmpty() && line.joins().isEmpty()) {
            found.accept(Problem.error(
                    CODE, at, "every basket has a line, so this is never so", "Say between the brackets which lines there must not be."));
        } else if (promotion.lines().stream().anyMatch(other -> asks(other, line))) {
            found.accept(Problem.error(
                    CODE,
                    at,
                    "this rule asks for a line that it also forbids, so no basket can meet it",
                    "Delete one of the two, or say more of the line that must not be there."));
        }
    }

    /** Whether this has to be there and meets whatever is forbidden. */
    private static boolean asks(LinePattern line, LinePattern forbidden) {
        return line.presence() != Presence.NOT
                && line.conditions().containsAll(forbidden.conditions())
                && line.joins().containsAll(forbidden.joins());
    }
}
