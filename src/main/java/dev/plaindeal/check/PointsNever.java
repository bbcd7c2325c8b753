package dev.plaindeal.check;

import dev.plaindeal.money.Currency;
import dev.plaindeal.problem.Problem;
import java.util.function.Consumer;

/** Points of which the most that is promised is not one: nobody ever gets any. */
final class PointsNever implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            statement.terms().payout().worth().ifPresent(worth -> worth.codes().stream()
                    .sorted()
                    .map(Currency::of)
                    .filter(in -> Savings.most(statement.terms(), in) < worth.minor(in))
                    .findFirst()
                    .ifPresent(in -> found.accept(Problem.error(
                            "points-never",
                            statement.at("asPoints"),
                            "the most it promises is " + Savings.text(Savings.most(statement.terms(), in), in) + ", which is less than one point of "
                                    + Savings.text(worth.minor(in), in) + ", so nobody ever gets a point",
                            "Maybe the worth of one point and what is promised are mixed up?"))));
        }
    }
}
