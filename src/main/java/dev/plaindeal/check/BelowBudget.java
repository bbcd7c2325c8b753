package dev.plaindeal.check;

import dev.plaindeal.offer.Promotion;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.weights.ScoreBudget;
import dev.plaindeal.weights.ScoreBudget.Allowance;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** Promotions below the budget that rules say, and allowances that are over or not needed. */
final class BelowBudget implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (PromotionScore score : desk.scores()) {
            desk.promotion(score.id()).filter(promotion -> !isOver(desk, promotion)).ifPresent(promotion -> look(desk, promotion, score, found));
        }
    }

    /** What is over itself needs no allowance any more, and nobody sees it. */
    private static boolean isOver(CheckContext desk, Promotion promotion) {
        return desk.at().isPresent() && promotion.offers().stream().allMatch(offer -> offer.dates().overAt(desk.at().get()));
    }

    private static void look(CheckContext desk, Promotion promotion, PromotionScore score, Consumer<Problem> found) {
        ScoreBudget budget = desk.budget(promotion, score.market());
        Place at = desk.text(promotion).name();
        budget.allowance().ifPresent(allowance -> allowance(desk, allowance, budget, score, at, found));
        OptionalInt least = least(desk, budget);
        if (least.isEmpty()) {
            return;
        }
        double scored = score.simplicity().score();
        if (scored < least.getAsInt()) {
            found.accept(Problem.error("below-budget", at, said(score, least.getAsInt()), BelowFloor.hint(score)));
        } else if (score.simplicity().range().low() < least.getAsInt() && allowed(desk, budget).isEmpty()) {
            found.accept(Problem.warning("near-budget", at, String.format(Locale.ROOT,
                    "%s scores %.1f in %s, and somewhere from %.1f to %.1f, where %d is the least", score.id(), scored, score.market(),
                    score.simplicity().range().low(), score.simplicity().range().high(), least.getAsInt()), BelowFloor.hint(score)));
        }
    }

    private static String said(PromotionScore score, int least) {
        return String.format(Locale.ROOT, "%s scores %.1f in %s where %d is the budget", score.id(), score.simplicity().score(), score.market(), least);
    }

    /** What is asked of it: what is allowed while that holds, else what rules say; empty where no rule says anything. */
    static OptionalInt least(CheckContext desk, ScoreBudget budget) {
        Optional<Allowance> holds = allowed(desk, budget);
        return holds.isPresent() ? OptionalInt.of(holds.get().atLeast()) : budget.promotionAtLeast();
    }

    /** What is allowed while that holds; it is the answer to a range that crosses the budget too. */
    private static Optional<Allowance> allowed(CheckContext desk, ScoreBudget budget) {
        return budget.allowance().filter(one -> one.isWhole() && desk.at().filter(one::isOver).isEmpty());
    }

    private static void allowance(
            CheckContext desk, Allowance allowance, ScoreBudget budget, PromotionScore score, Place at, Consumer<Problem> found) {
        double least = budget.promotionAtLeast().isPresent() ? budget.promotionAtLeast().getAsInt() : score.floor();
        if (!allowance.isWhole()) {
            return;
        }
        if (desk.at().filter(allowance::isOver).isPresent()) {
            found.accept(Problem.error("allowance-over", at, "what is allowed of " + score.id() + " is over since "
                    + allowance.until().orElseThrow(), "Make the promotion simpler, or say a later end."));
        } else if (score.simplicity().range().low() >= least) {
            found.accept(Problem.warning("allowance-not-needed", at, String.format(Locale.ROOT,
                    "%s scores %.1f in %s, and at worst %.1f, which needs no allowance", score.id(), score.simplicity().score(), score.market(),
                    score.simplicity().range().low()), "Delete the allowance."));
        }
    }
}
