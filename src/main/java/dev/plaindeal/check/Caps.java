package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Threshold;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Caps that decide everything or nothing: below the lowest tier, reached by the least spend already, or out of reach. Said of
 * kinds of reward where it is certain; of any other nothing is said.
 */
final class Caps implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            statement.terms().cap().ifPresent(cap -> cap.codes().stream()
                    .sorted()
                    .flatMap(code -> slip(statement, cap, Currency.of(code)).stream())
                    .findFirst()
                    .ifPresent(found));
        }
    }

    private static Optional<Problem> slip(CheckedStatement statement, Amounts cap, Currency in) {
        long most = cap.minor(in);
        Optional<Problem> low = statement.terms().reward() instanceof Reward.Tiers ladder
                ? belowTiers(statement, ladder.tiers().get(0), most, in)
                : always(statement, most, in);
        return low.or(() -> never(statement, most, in));
    }

    private static Optional<Problem> belowTiers(CheckedStatement statement, Tier lowest, long most, Currency in) {
        if (!isBelowTiers(statement.terms(), in)) {
            return Optional.empty();
        }
        long saving = Savings.on(spent(lowest, in), lowest.benefit(), in).orElseThrow();
        return Optional.of(Problem.error(
                "cap-below-tiers",
                statement.at("atMost"),
                "the lowest tier saves " + Savings.text(saving, in) + " already, so with at most " + Savings.text(most, in)
                        + " every tier takes off the same",
                "Raise it above what the highest tier saves, or delete it."));
    }

    /** Whether the cap makes all tiers alike. */
    static boolean isBelowTiers(OfferTerms terms, Currency in) {
        if (!(terms.reward() instanceof Reward.Tiers ladder)) {
            return false;
        }
        Tier lowest = ladder.tiers().get(0);
        long saving = Savings.on(spent(lowest, in), lowest.benefit(), in).orElse(0);
        long most = Savings.cap(terms, in);
        return saving > 0 && (ladder.tiers().size() > 1 ? saving >= most : saving > most);
    }

    private static long spent(Tier tier, Currency in) {
        return spend(tier.level(), in).orElse(0);
    }

    /** Said of a percentage with a least spend; where the two look at different prices nothing can be said. */
    private static Optional<Problem> always(CheckedStatement statement, long most, Currency in) {
        boolean sure = !statement.says("measuredOn", "percentOf", "countingEverything") && countsItsOwn(statement.terms());
        OptionalLong least = sure ? leastSaving(statement.terms(), in) : OptionalLong.empty();
        if (least.isEmpty() || least.getAsLong() < most) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                "cap-always",
                statement.at("atMost"),
                "the least it can take off is " + Savings.text(least.getAsLong(), in) + " already, so it always takes off "
                        + Savings.text(most, in),
                "Write amountOff(\"" + plain(most, in) + "\"), which buyers understand at once, or raise what atMost allows."));
    }

    private static boolean countsItsOwn(OfferTerms terms) {
        return terms.threshold().filter(first -> first.reach() != Threshold.Reach.SCOPE).isEmpty();
    }

    private static OptionalLong leastSaving(OfferTerms terms, Currency in) {
        if (terms.reward() instanceof Reward.Every every) {
            return Savings.on(0, new Benefit.AmountOff(every.off()), in);
        }
        OptionalLong least = terms.threshold()
                .filter(threshold -> threshold.test() != Threshold.Test.AT_MOST)
                .map(threshold -> spend(threshold.level(), in)).orElse(OptionalLong.empty());
        return least.isPresent() && terms.reward() instanceof Reward.Off off && off.benefit().isPercent()
                ? Savings.on(least.getAsLong(), off.benefit(), in)
                : OptionalLong.empty();
    }

    /** The money asked for, in minor units; empty where items are asked for, or no such currency is named. */
    private static OptionalLong spend(Level level, Currency in) {
        return level.isIn(in) ? level.match(new SpendIn(in)) : OptionalLong.empty();
    }

    private record SpendIn(Currency in) implements Level.Cases<OptionalLong> {
        @Override
        public OptionalLong spend(Level.Spend level) {
            return OptionalLong.of(level.amounts().minor(in));
        }

        @Override
        public OptionalLong items(Level.Items level) {
            return OptionalLong.empty();
        }
    }

    private static Optional<Problem> never(CheckedStatement statement, long most, Currency in) {
        OptionalLong highest = highest(statement.terms().reward(), in);
        if (highest.isEmpty() || highest.getAsLong() > most) {
            return Optional.empty();
        }
        return Optional.of(Problem.warning(
                "cap-never",
                statement.at("atMost"),
                "it never takes off more than " + Savings.text(highest.getAsLong(), in) + ", so at most "
                        + Savings.text(most, in) + " changes nothing",
                "Delete it: every further condition costs the buyer time."));
    }

    /** The most a reward of fixed amounts can take off; empty where that depends on the goods. */
    private static OptionalLong highest(Reward reward, Currency in) {
        boolean counted = reward instanceof Reward.Every every && every.most().isPresent() && every.off().has(in);
        return counted ? timesOrEmpty(((Reward.Every) reward), in) : highest(reward.once(), in);
    }

    /** What does not fit is more than any cap. */
    private static OptionalLong timesOrEmpty(Reward.Every every, Currency in) {
        long minor = every.off().minor(in);
        int times = every.most().orElseThrow();
        boolean fits = Math.multiplyHigh(minor, times) == 0 && minor * times >= 0;
        return fits ? OptionalLong.of(minor * times) : OptionalLong.empty();
    }

    private static OptionalLong highest(List<Benefit> benefits, Currency in) {
        boolean fixed = benefits.stream().allMatch(benefit -> !benefit.isPercent() && Savings.on(0, benefit, in).isPresent());
        return fixed ? benefits.stream().mapToLong(benefit -> Savings.on(0, benefit, in).orElseThrow()).max() : OptionalLong.empty();
    }

    private static String plain(long minor, Currency in) {
        return in + " " + new Money(minor, in).major().stripTrailingZeros().toPlainString();
    }
}
