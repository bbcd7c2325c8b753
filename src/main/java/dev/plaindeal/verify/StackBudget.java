package dev.plaindeal.verify;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.Severity;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.SimplicityView;
import dev.plaindeal.score.ScoreRange;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** Whether the stack of a fixture is as simple as the rules ask of stacks in its market and channel. */
final class StackBudget {

    private StackBudget() {}

    /** What there is to say of a stack below its budget, an error, or of one whose range alone crosses it; empty where all is well, or no budget is said. */
    static Optional<Problem> problem(Fixture fixture, Receipt receipt, PromotionEngine engine) {
        OptionalInt least = engine.stackBudget(receipt);
        SimplicityView look = receipt.look().simplicity();
        if (least.isEmpty() || !look.isScored()) {
            return Optional.empty();
        }
        if (look.score() < least.getAsInt()) {
            return Optional.of(said(Severity.ERROR, "below-budget", fixture, receipt, "", least.getAsInt()));
        }
        return look.range()
                .filter(range -> range.low() < least.getAsInt())
                .map(range -> said(Severity.WARNING, "near-budget", fixture, receipt, between(range), least.getAsInt()));
    }

    private static String between(ScoreRange range) {
        return String.format(Locale.ROOT, ", and somewhere from %.1f to %.1f,", range.low(), range.high());
    }

    private static Problem said(Severity severity, String code, Fixture fixture, Receipt receipt, String range, int least) {
        String sentence = String.format(Locale.ROOT, "the stack scores %.1f in %s %s%s where %d is the budget",
                receipt.look().simplicity().score(), receipt.market(), receipt.channel(), range, least);
        return new Problem(code, severity, Place.of(fixture.basket().toString()), sentence, hint(receipt));
    }

    private static String hint(Receipt receipt) {
        return receipt.look().simplicity().fixes().stream()
                .findFirst()
                .map(fix -> String.format(Locale.ROOT, "Best fix: %s (+%.0f points, to %.0f).", fix.message(), fix.gains(), fix.score()))
                .orElse("Say stackAtLeast of less, or simplify the promotions.");
    }
}
