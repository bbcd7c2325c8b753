package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.util.Optional;
import java.util.function.Consumer;

/** Offers that take off all that was spent. Gifts, free shipping and free items are meant that way. */
final class GivesAll implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        desk.statements().forEach(statement -> look(statement, found));
    }

    private static void look(CheckedStatement statement, Consumer<Problem> found) {
        OfferTerms terms = statement.terms();
        if (terms.reward() instanceof Reward.Off off && off.per() == Reward.Per.SCOPE) {
            Optional<Level> level = terms.threshold().map(threshold -> threshold.level());
            Place at = statement.at("amountOff", "percentOff", "forPrice");
            look(off.benefit(), level, terms, at, found);
        } else if (terms.reward() instanceof Reward.Tiers ladder) {
            for (Tier tier : ladder.tiers()) {
                look(tier.benefit(), Optional.of(tier.level()), terms, TierOrder.place(statement, tier), found);
            }
        } else if (terms.reward() instanceof Reward.Every every) {
            look(new Benefit.AmountOff(every.off()), Optional.of(every.step()), terms, statement.at("every"), found);
        }
    }

    private static void look(Benefit benefit, Optional<Level> level, OfferTerms terms, Place at, Consumer<Problem> found) {
        if (benefit instanceof Benefit.PercentOff off && off.percent().isWhole() && isUnbounded(terms)) {
            found.accept(Problem.warning(
                    "gives-all",
                    at,
                    "100 % off, and nothing bounds it: the buyer pays nothing however much is in the basket",
                    "Add .atMost(...), .limitPerBuyer(1), .limitInAll(...) or .budget(...)."));
        } else if (benefit instanceof Benefit.AmountOff off && level.isPresent() && level.get() instanceof Level.Spend spend) {
            off.amounts().codes().stream()
                    .sorted()
                    .flatMap(code -> slip(off.amounts(), spend.amounts(), terms, Currency.of(code), at).stream())
                    .findFirst()
                    .ifPresent(found);
        }
    }

    private static boolean isUnbounded(OfferTerms terms) {
        return terms.cap().isEmpty() && terms.limits().equals(OfferTerms.Limits.NONE);
    }

    private static Optional<Problem> slip(Amounts off, Amounts spend, OfferTerms terms, Currency in, Place at) {
        if (!spend.has(in)) {
            return Optional.empty();
        }
        long saving = Math.min(off.minor(in), Savings.cap(terms, in));
        long spent = spend.minor(in);
        if (saving < spent) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                "gives-all",
                at,
                "who spends " + Savings.text(spent, in) + " gets " + (saving > spent ? "more than all of it" : "all of it")
                        + " off: " + Savings.text(saving, in),
                "Maybe the two amounts are mixed up?"));
    }
}
