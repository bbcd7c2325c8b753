package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import java.util.function.Consumer;

/** Promotions found by no text field, so that pricing any basket costs a try of each. */
final class LosesKey implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.book().warnings().forEach(found);
    }
}
