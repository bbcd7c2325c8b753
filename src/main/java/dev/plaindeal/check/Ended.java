package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import java.time.Instant;
import java.util.function.Consumer;

/** Offers that are over at the moment asked about. Nothing to say where none is. */
final class Ended implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.at().ifPresent(at -> desk.statements().forEach(statement -> look(statement, at, found)));
    }

    private static void look(CheckedStatement statement, Instant at, Consumer<Problem> found) {
        if (statement.terms().dates().overAt(at)) {
            found.accept(Problem.warning(
                    "ended",
                    statement.at("until"),
                    "this offer is over at " + at,
                    "Delete the file, or let its name begin with _ to put it aside."));
        }
    }
}
