package dev.plaindeal.check;

import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.function.Consumer;

/** Points of which the most that is promised is not one: nobody ever gets any. */
final class PointsNever implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            statement.terms().payout().worth().ifPresent(worth -> worth.codes().stream()
                    .sorted()
                    .map(Currency::of)
                    .filter(in -> most(statement.terms(), in) < worth.minor(in))
                    .findFirst()
                    .ifPresent(in -> found.accept(Problem.error(
                            "points-never",
                            statement.at("asPoints"),
                            "the most it promises is " + Savings.text(most(statement.terms(), in), in) + ", which is less than one point of "
                                    + Savings.text(worth.minor(in), in) + ", so nobody ever gets a point",
                            "Maybe the worth of one point and what is promised are mixed up?"))));
        }
    }

    /** The cap, or the largest of its amounts where it takes one of them once; without limit where that depends on the goods. */
    private static long most(OfferTerms terms, Currency in) {
        return Math.min(Savings.cap(terms, in), largest(terms.reward(), in));
    }

    private static long largest(Reward reward, Currency in) {
        List<Benefit> once = reward.once();
        boolean fixed = !once.isEmpty() && once.stream().allMatch(benefit -> !benefit.isPercent() && benefit.isIn(in));
        return fixed ? once.stream().mapToLong(benefit -> Savings.on(0, benefit, in).orElse(Long.MAX_VALUE)).max().orElseThrow() : Long.MAX_VALUE;
    }
}
