package dev.plaindeal.check;

import dev.plaindeal.check.CheckedStatement.Sum;
import dev.plaindeal.money.Currency;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.receipt.PromotionScore;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Promotions without a simplicity score, because an amount is larger than what can be scored; they are priced all the same. */
final class NotScored implements Check {

    /** In major units: a promotion is scored at 1.25 times its highest threshold, and a price below a million million. */
    private static final long MOST = 800_000_000_000L;

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        Set<String> scored = new HashSet<>();
        desk.scores().stream().map(PromotionScore::id).forEach(scored::add);
        Set<String> told = new HashSet<>(scored);
        for (CheckedStatement statement : desk.statements()) {
            Optional<Sum> tooLarge = statement.sums().stream().filter(NotScored::isTooLarge).findFirst();
            if (tooLarge.isPresent() && told.add(statement.promotion().id())) {
                found.accept(Problem.warning(
                        "not-scored",
                        tooLarge.get().at(),
                        "the amount is too large to be scored, so " + statement.promotion().id() + " has no simplicity score",
                        "Maybe there are zeros too many?"));
            }
        }
    }

    private static boolean isTooLarge(Sum sum) {
        return sum.amounts().minorByCode().entrySet().stream()
                .anyMatch(amount -> amount.getValue() / Currency.of(amount.getKey()).unit() >= MOST);
    }
}
