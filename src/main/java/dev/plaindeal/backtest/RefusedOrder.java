package dev.plaindeal.backtest;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.List;
import java.util.Optional;

/** An order that can be read and cannot be priced. */
final class RefusedOrder {

    private RefusedOrder() {}

    /** Prices it; what stops that is the line's problem and stops no other. */
    static Optional<BadLine> tried(String file, int line, byte[] json, Runnable pricing) {
        try {
            pricing.run();
            return Optional.empty();
        } catch (ProblemException refused) {
            return Optional.of(new BadLine(json, refused.problems().stream().map(problem -> at(file, line, problem)).toList()));
        } catch (ArithmeticException tooLarge) {
            return Optional.of(new BadLine(json, List.of(tooLarge(file, line))));
        } catch (RuntimeException unforeseen) {
            return Optional.of(new BadLine(json, List.of(at(file, line, Failure.unforeseen(file, unforeseen)))));
        }
    }

    private static Problem at(String file, int line, Problem problem) {
        Place place = new Place(file, line, 0, problem.place().pointer(), "");
        return new Problem(problem.code(), problem.severity(), place, problem.message(), problem.hint());
    }

    private static Problem tooLarge(String file, int line) {
        return Problem.error("overflow", Place.of(file, line, 0, ""), "The amounts of this order are too large to be priced exactly",
                "No total may be above " + Basket.LARGEST_TOTAL + " minor units");
    }
}
