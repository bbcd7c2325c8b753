package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
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

/** Caps that decide everything or nothing: below the lowest tier, reached by the least spend already, or out of reach. */
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
        boolean named = tier.level() instanceof Level.Spend spend && spend.amounts().has(in);
        return named ? ((Level.Spend) tier.level()).amounts().minor(in) : 0;
    }

    /** Said of a percentage with a least spend; where the two look at different prices nothing can be said. */
    private static Optional<Problem> always(CheckedStatement statement, long most, Currency in) {
        boolean sure = !statement.says("measuredOn", "percentOf", "countingEverything") && countsItsOwn(statement.terms());
        Optional<Long> least = sure ? leastSaving(statement.terms(), in) : Optional.empty();
        return least.filter(saving -> saving >= most).map(saving -> Problem.warning(
                "cap-always",
                statement.at("atMost"),
                "the least it can take off is " + Savings.text(saving, in) + " already, so it always takes off "
                        + Savings.text(most, in),
                "Write amountOff(\"" + plain(most, in) + "\"), which buyers understand at once, or raise what atMost allows."));
    }

    private static boolean countsItsOwn(OfferTerms terms) {
        return terms.threshold().filter(first -> first.reach() != Threshold.Reach.SCOPE).isEmpty();
    }

    private static Optional<Long> leastSaving(OfferTerms terms, Currency in) {
        if (terms.reward() instanceof Reward.Every every) {
            return every.off().has(in) ? Optional.of(every.off().minor(in)) : Optional.empty();
        }
        boolean percent = terms.reward() instanceof Reward.Off off && off.benefit() instanceof Benefit.PercentOff;
        if (!percent || terms.threshold().isEmpty()) {
            return Optional.empty();
        }
        boolean spend = terms.threshold().get().level() instanceof Level.Spend level && level.amounts().has(in);
        if (!spend) {
            return Optional.empty();
        }
        long least = ((Level.Spend) terms.threshold().get().level()).amounts().minor(in);
        OptionalLong saving = Savings.on(least, ((Reward.Off) terms.reward()).benefit(), in);
        return saving.isEmpty() ? Optional.empty() : Optional.of(saving.getAsLong());
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
        if (reward instanceof Reward.Off off && off.per() == Reward.Per.SCOPE) {
            return highest(List.of(off.benefit()), in);
        } else if (reward instanceof Reward.Tiers ladder) {
            return highest(ladder.tiers().stream().map(Tier::benefit).toList(), in);
        } else if (reward instanceof Reward.Every every && every.most().isPresent() && every.off().has(in)) {
            return timesOrEmpty(every.off().minor(in), every.most().getAsInt());
        } else if (reward instanceof Reward.Shipping shipping) {
            return highest(List.of(shipping.benefit()), in);
        }
        return OptionalLong.empty();
    }

    /** What does not fit is more than any cap. */
    private static OptionalLong timesOrEmpty(long minor, int times) {
        boolean fits = Math.multiplyHigh(minor, times) == 0 && minor * times >= 0;
        return fits ? OptionalLong.of(minor * times) : OptionalLong.empty();
    }

    private static OptionalLong highest(List<Benefit> benefits, Currency in) {
        boolean fixed = benefits.stream()
                .allMatch(benefit -> benefit instanceof Benefit.AmountOff off && off.amounts().has(in));
        return fixed
                ? benefits.stream().mapToLong(benefit -> ((Benefit.AmountOff) benefit).amounts().minor(in)).max()
                : OptionalLong.empty();
    }

    private static String plain(long minor, Currency in) {
        return in + " " + new dev.plaindeal.money.Money(minor, in).major().stripTrailingZeros().toPlainString();
    }
}
