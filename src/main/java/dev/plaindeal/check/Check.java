package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import java.util.function.Consumer;

/** Looks for one kind of slip. Keeps nothing between two looks. */
interface Check {

    /** Hands over everything of its kind that these rules have. */
    void look(CheckContext desk, Consumer<Problem> found);
}
