package dev.plaindeal.check;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Lines compared with other lines by nothing that can be looked up, where many of each may be tried with many. */
final class SlowJoins implements Check {

    private static final Set<Operator> LOOK_UP = Set.of(Operator.IS, Operator.CONTAINS);
    private static final Set<Operator> NAMING = Set.of(Operator.IS, Operator.IN, Operator.CONTAINS);
    /** Few lines of a basket have the one that is named. */
    private static final Set<String> NARROW = Set.of("id", "sku", "category", "categories", "brand", "tags");

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.promotions().forEach(promotion -> look(desk, promotion, found));
    }

    private static void look(CheckContext desk, Promotion promotion, Consumer<Problem> found) {
        List<LinePattern> lines = promotion.lines();
        for (int i = 0; i < lines.size(); i++) {
            List<Join> joins = withLines(lines.get(i));
            if (!joins.isEmpty() && !isNarrow(lines.get(i)) && joins.stream().noneMatch(join -> isQuick(join, lines))) {
                found.accept(Problem.warning(
                        "slow-join",
                        desk.text(promotion).lines().get(i).at(joins.get(0).field()),
                        "each line is compared with each other here, which is slow in a basket of many lines",
                        "Maybe they have something in common too? Then ask for it with ==, as in store == $first.store"));
            }
        }
    }

    /** The first pattern is one thing, whatever it is compared by. */
    private static List<Join> withLines(LinePattern line) {
        return line.joins().stream().filter(join -> join.pattern() > 0).toList();
    }

    private static boolean isQuick(Join join, List<LinePattern> lines) {
        return LOOK_UP.contains(join.operator()) || isNarrow(lines.get(join.pattern() - 1));
    }

    /** Whether it names what few lines have; an empty text is that of all lines of which nothing is told. */
    private static boolean isNarrow(LinePattern line) {
        return line.conditions().stream().anyMatch(SlowJoins::isNarrow);
    }

    private static boolean isNarrow(Condition condition) {
        return NARROW.contains(condition.field()) && NAMING.contains(condition.operator()) && !condition.values().contains("");
    }
}
