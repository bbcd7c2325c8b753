package dev.plaindeal.check;

import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Lines said to have the same brand or category, where neither needs one: both empty is the same, too. */
final class UntoldAlike implements Check {

    /** What a basket need not tell of a line. */
    private static final Set<String> UNTOLD = Set.of("brand", "category");

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.promotions().forEach(promotion -> look(desk, promotion, found));
    }

    private static void look(CheckContext desk, Promotion promotion, Consumer<Problem> found) {
        for (int i = 0; i < promotion.lines().size(); i++) {
            for (Join join : promotion.lines().get(i).joins()) {
                boolean both = join.pattern() > 0 && UNTOLD.contains(join.field()) && UNTOLD.contains(join.other());
                if (both && isSame(join) && !isTold(promotion.lines(), i + 1, join.field())) {
                    found.accept(Problem.warning(
                            "untold-alike",
                            desk.text(promotion).lines().get(i).at(join.field()),
                            "two lines of which the basket tells no " + join.field() + " meet this too",
                            "Add " + join.field() + " != \"\" if that is not meant."));
                }
            }
        }
    }

    private static boolean isSame(Join join) {
        return join.operator() == Condition.Operator.IS;
    }

    /** Whether what the pattern asks of this field, or of one that is the same, leaves out the empty text. */
    private static boolean isTold(List<LinePattern> lines, int pattern, String field) {
        if (pattern == 0) {
            return true;
        }
        LinePattern line = lines.get(pattern - 1);
        return line.conditions().stream().anyMatch(c -> c.field().equals(field) && !c.meets(""))
                || line.joins().stream()
                        .filter(join -> join.field().equals(field) && isSame(join))
                        .anyMatch(join -> !UNTOLD.contains(join.other()) || isTold(lines, join.pattern(), join.other()));
    }
}
