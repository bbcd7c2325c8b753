package dev.plaindeal.check;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.RuleText.Spoken;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Ladders that cannot be climbed: a tier that rises in one currency and falls in another, and a tier that takes off less
 * than a lower one does, or no more. Of a kind of level or benefit that is not known here nothing is said.
 */
final class TierOrder implements Check {

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        for (CheckedStatement statement : desk.statements()) {
            if (statement.terms().reward() instanceof Reward.Tiers ladder) {
                for (int i = 1; i < ladder.tiers().size(); i++) {
                    rung(statement, ladder.tiers().get(i - 1), ladder.tiers().get(i)).ifPresent(found);
                }
            }
        }
    }

    private static Optional<Problem> rung(CheckedStatement statement, Tier lower, Tier higher) {
        Place at = place(statement, higher);
        for (String code : currencies(lower, higher)) {
            Optional<Problem> slip = rung(statement, lower, higher, Currency.of(code), at);
            if (slip.isPresent()) {
                return slip;
            }
        }
        return Optional.empty();
    }

    private static Optional<Problem> rung(CheckedStatement statement, Tier lower, Tier higher, Currency in, Place at) {
        if (higher.level() instanceof Level.Spend spend) {
            long above = spend.amounts().minor(in);
            long below = ((Level.Spend) lower.level()).amounts().minor(in);
            return above <= below
                    ? Optional.of(order(below, above, in, at))
                    : saving(statement, lower, higher, above, in, at);
        }
        boolean comparable = lower.benefit().getClass() == higher.benefit().getClass();
        long anything = in.unit() * 1_000_000;
        return comparable ? saving(statement, lower, higher, anything, in, at) : Optional.empty();
    }

    private static Problem order(long below, long above, Currency in, Place at) {
        return Problem.error(
                "tier-order",
                at,
                "in " + in + " this tier asks for " + Savings.text(above, in) + ", no more than the " + Savings.text(below, in)
                        + " of the tier below it",
                "Tiers have to rise in every currency.");
    }

    private static Optional<Problem> saving(
            CheckedStatement statement, Tier lower, Tier higher, long spent, Currency in, Place at) {
        OptionalLong more = Savings.on(spent, higher.benefit(), in);
        OptionalLong less = Savings.on(spent, lower.benefit(), in);
        if (more.isEmpty() || less.isEmpty()) {
            return Optional.empty();
        }
        if (more.getAsLong() < less.getAsLong()) {
            if (statement.says("mayFall")) {
                return Optional.empty();
            }
            return Optional.of(Problem.error(
                    "tier-inverted",
                    at,
                    "this tier takes off less than the tier below it: " + said(higher, more.getAsLong(), in) + " instead of "
                            + said(lower, less.getAsLong(), in) + at(higher, spent, in),
                    "Maybe the savings of the two are mixed up?"));
        }
        long cap = Caps.isBelowTiers(statement.terms(), in) ? Long.MAX_VALUE : Savings.cap(statement.terms(), in);
        boolean same = Math.min(more.getAsLong(), cap) == Math.min(less.getAsLong(), cap);
        return same ? Optional.of(idle(more.getAsLong() == less.getAsLong(), at)) : Optional.empty();
    }

    private static Problem idle(boolean alike, Place at) {
        return Problem.warning(
                "tier-idle",
                at,
                "this tier takes off no more than the tier below it" + (alike ? "" : ", because of atMost"),
                alike ? "Delete it, or let it save more." : "Delete it, or raise what atMost allows.");
    }

    private static String said(Tier tier, long minor, Currency in) {
        return tier.benefit() instanceof Benefit.PercentOff off ? off.percent().toString() : Savings.text(minor, in);
    }

    private static String at(Tier tier, long spent, Currency in) {
        return tier.level() instanceof Level.Spend ? " when " + Savings.text(spent, in) + " are spent" : "";
    }

    /** The currencies both tiers are given in; any one where neither names money. */
    private static List<String> currencies(Tier lower, Tier higher) {
        TreeSet<String> codes = new TreeSet<>(codes(lower));
        codes.addAll(codes(higher));
        codes.removeIf(code -> !speaks(lower, code) || !speaks(higher, code));
        return codes.isEmpty() && codes(lower).isEmpty() ? List.of("USD") : List.copyOf(codes);
    }

    private static TreeSet<String> codes(Tier tier) {
        TreeSet<String> codes = new TreeSet<>();
        if (tier.level() instanceof Level.Spend spend) {
            codes.addAll(spend.amounts().codes());
        }
        if (tier.benefit() instanceof Benefit.AmountOff off) {
            codes.addAll(off.amounts().codes());
        }
        return codes;
    }

    private static boolean speaks(Tier tier, String code) {
        Currency currency = Currency.of(code);
        return tier.level().isIn(currency) && tier.benefit().isIn(currency);
    }

    /** Where a step of a reward is said. A ladder is sorted when it is sealed; its words stand in the order written. */
    static Place place(CheckedStatement statement, Tier tier) {
        return statement.all("tier").stream()
                .filter(word -> level(word).equals(tier.level()))
                .map(Spoken::at)
                .findFirst()
                .orElse(statement.at("tier", "every"));
    }

    private static Level level(Spoken word) {
        return word.arguments().get(0) instanceof Integer items
                ? new Level.Items(items)
                : new Level.Spend(Amounts.of(word.text(0)));
    }
}
