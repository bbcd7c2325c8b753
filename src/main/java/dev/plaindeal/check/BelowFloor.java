package dev.plaindeal.check;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.weights.Markets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Promotions that look harder than their market wants. */
final class BelowFloor implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        Map<String, List<PromotionScore>> low = new LinkedHashMap<>();
        for (PromotionScore score : desk.scores()) {
            if (score.simplicity().score() < score.floor() && !hasBudget(desk, score)) {
                low.computeIfAbsent(score.id(), id -> new ArrayList<>()).add(score);
            }
        }
        low.forEach((id, scores) -> desk.promotion(id).ifPresent(promotion -> found.accept(Problem.warning(
                "below-floor",
                desk.text(promotion).name(),
                id + " scores " + scores.stream().limit(3).map(BelowFloor::score).collect(Collectors.joining(", "))
                        + (scores.size() > 3 ? " and is too low in " + (scores.size() - 3) + " more markets" : ""),
                hint(scores.get(0))))));
    }

    /** What rules ask of it goes before what the market asks of all. */
    private static boolean hasBudget(CheckContext desk, PromotionScore score) {
        return desk.promotion(score.id())
                .filter(promotion -> BelowBudget.least(desk, desk.budget(promotion, score.market())).isPresent())
                .isPresent();
    }

    private static String score(PromotionScore score) {
        return String.format(
                Locale.ROOT, "%.1f in %s where %.0f is the least", score.simplicity().score(), market(score), score.floor());
    }

    private static String market(PromotionScore score) {
        return score.market().equals(Markets.ANY) ? "any market" : score.market();
    }

    static String hint(PromotionScore score) {
        if (score.fixes().isEmpty()) {
            return "No single change makes it simpler; fewer conditions would.";
        }
        return String.format(
                Locale.ROOT,
                "Best fix: %s (+%.0f points, to %.0f).",
                score.fixes().get(0).message(),
                score.fixes().get(0).gains(),
                score.fixes().get(0).after().score());
    }
}
