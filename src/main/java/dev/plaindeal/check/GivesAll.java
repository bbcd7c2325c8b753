package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Threshold;
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
        Reward reward = terms.reward();
        for (Tier step : reward.steps()) {
            look(step.benefit(), Optional.of(step.level()), terms, TierOrder.place(statement, step), found);
        }
        if (reward.steps().isEmpty() && !reward.isOnFees()) {
            Optional<Level> level = terms.threshold().map(Threshold::level);
            Place at = statement.at("amountOff", "percentOff", "forPrice");
            reward.once().forEach(benefit -> look(benefit, level, terms, at, found));
        }
    }

    private static void look(Benefit benefit, Optional<Level> level, OfferTerms terms, Place at, Consumer<Problem> found) {
        benefit.match(new All(level, terms, at)).ifPresent(found);
    }

    /** What is wrong with each kind of benefit where it is all of what was spent. */
    private record All(Optional<Level> level, OfferTerms terms, Place at) implements Benefit.Cases<Optional<Problem>> {
        @Override
        public Optional<Problem> percent(Benefit.PercentOff off) {
            return off.isWhole() && isUnbounded(terms) ? Optional.of(endless(at)) : Optional.empty();
        }

        @Override
        public Optional<Problem> amount(Benefit.AmountOff off) {
            return level.flatMap(asked -> asked.match(new Spent(off.amounts(), terms, at)));
        }

        @Override
        public Optional<Problem> price(Benefit.PriceOf target) {
            return Optional.empty();
        }
    }

    /** Money that is spent can be less than what comes off; items have no price here. */
    private record Spent(Amounts off, OfferTerms terms, Place at) implements Level.Cases<Optional<Problem>> {
        @Override
        public Optional<Problem> spend(Level.Spend level) {
            return off.codes().stream()
                    .sorted()
                    .flatMap(code -> slip(off, level.amounts(), terms, Currency.of(code), at).stream())
                    .findFirst();
        }

        @Override
        public Optional<Problem> items(Level.Items level) {
            return Optional.empty();
        }
    }

    private static Problem endless(Place at) {
        return Problem.warning(
                "gives-all",
                at,
                "100 % off, and nothing bounds it: the buyer pays nothing however much is in the basket",
                "Add .atMost(...), .limitPerBuyer(1), .limitInAll(...) or .budget(...).");
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
