package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.Receipt;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the stack of a fixture is as simple as the rules ask of stacks in its market and channel. */
final class StackBudget {

    private StackBudget() {}

    /** What there is to say of a stack below its budget; empty where it is not, or none is said. */
    static Optional<Problem> broken(Fixture fixture, Receipt receipt, PromotionEngine engine) {
        OptionalInt least = engine.stackBudget(receipt);
        if (least.isEmpty() || !receipt.look().simplicity().isScored() || receipt.look().simplicity().score() >= least.getAsInt()) {
            return Optional.empty();
        }
        String sentence = String.format(Locale.ROOT, "the stack scores %.1f in %s %s where %d is the budget",
                receipt.look().simplicity().score(), receipt.market(), receipt.channel(), least.getAsInt());
        String hint = receipt.look().simplicity().fixes().stream()
                .findFirst()
                .map(fix -> String.format(Locale.ROOT, "Best fix: %s (+%.0f points, to %.0f).", fix.message(), fix.gains(), fix.score()))
                .orElse("Say stackAtLeast of less, or simplify the promotions.");
        return Optional.of(Problem.error("below-budget", Place.of(fixture.basket().toString()), sentence, hint));
    }
}
