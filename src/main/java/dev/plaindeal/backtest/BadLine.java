package dev.plaindeal.backtest;

import dev.plaindeal.problem.Problem;
import java.util.List;

/**
 * A line that no order could be made of, or none that can be priced.
 *
 * @param bytes the line, without its end
 * @param problems what is wrong with it, at least one of them an error
 */
record BadLine(byte[] bytes, List<Problem> problems) {

    BadLine {
        problems = List.copyOf(problems);
    }

    /** The error that comes first. */
    Problem first() {
        return problems.stream().filter(Problem::isError).findFirst().orElse(problems.get(0));
    }
}
