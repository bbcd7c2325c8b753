package dev.plaindeal.check;

import dev.plaindeal.offer.Reward;
import dev.plaindeal.problem.Problem;
import java.util.function.Consumer;

/** "For every X spent, Y off" without a maximum: a large order then takes off without limit. */
final class EveryWithoutEnd implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            boolean endless = statement.terms().reward() instanceof Reward.Every every && every.most().isEmpty();
            if (endless && statement.terms().cap().isEmpty()) {
                found.accept(Problem.warning(
                        "every-without-end",
                        statement.at("every"),
                        "every has no maximum, so a large order takes off without limit",
                        "Add .upTo(3), or .atMost(...) with an amount."));
            }
        }
    }
}
