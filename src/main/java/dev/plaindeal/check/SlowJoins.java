package dev.plaindeal.check;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Lines compared with other lines by nothing that can be looked up, so that each is tried with each. */
final class SlowJoins implements Check {

    private static final Set<Operator> LOOK_UP = Set.of(Operator.IS, Operator.CONTAINS);

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.promotions().forEach(promotion -> look(desk, promotion, found));
    }

    private static void look(CheckContext desk, Promotion promotion, Consumer<Problem> found) {
        for (int i = 0; i < promotion.lines().size(); i++) {
            List<Join> joins = withLines(promotion.lines().get(i));
            if (!joins.isEmpty() && joins.stream().noneMatch(join -> LOOK_UP.contains(join.operator()))) {
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
}
