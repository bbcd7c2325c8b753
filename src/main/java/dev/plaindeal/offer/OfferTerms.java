package dev.plaindeal.offer;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.policy.ConventionOverrides;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Everything one offer says, whatever the basket: what it takes off, from what, when, who pays, how it is shown.
 *
 * <p>Immutable. Made by {@code PromotionWords} from the words of a rule file.
 *
 * @param layer the stage it belongs to
 * @param reward what it takes off
 * @param scope which lines it touches
 * @param threshold what has to be reached first
 * @param cap the most it takes off
 * @param minimumPrice price of one unit it never goes below
 * @param dates when it holds
 * @param funding who pays
 * @param which which units get a benefit that not all get
 * @param choices what it says about the conventions of pricing
 * @param shown what the buyer sees of it and has to do for it
 * @param combining what it goes together with
 * @param limits how often it may be used
 * @param payout whether it comes off today, or as what it comes later
 */
public record OfferTerms(
        Layer layer,
        Reward reward,
        Scope scope,
        Optional<Threshold> threshold,
        Optional<Amounts> cap,
        Optional<Amounts> minimumPrice,
        Dates dates,
        Funding funding,
        UnitOrder which,
        ConventionOverrides choices,
        Shown shown,
        Combining combining,
        Limits limits,
        Payout payout) {

    /** The conventions that hold for it: its own choices, else those of its layer. */
    public Conventions conventions(Policy policy) {
        return choices.over(policy.in(layer).conventions());
    }

    /** Whether it is a promise for later, and no part of today's price. */
    public boolean isForLater() {
        return payout.isLater();
    }

    /** Whether it takes something off today's price: no promise for later, and no payment from a balance. */
    public boolean comesOff() {
        return !payout.isLater() && !payout.isFromBalance();
    }

    /** The same with a budget, where it has none. */
    public OfferTerms withBudget(Amounts amounts) {
        return limits.budget().isPresent()
                ? this
                : new OfferTerms(
                        layer, reward, scope, threshold, cap, minimumPrice, dates, funding, which, choices, shown, combining,
                        new Limits(limits.perBuyer(), limits.inAll(), Optional.of(amounts), limits.perCode(), limits.quotas()),
                        payout);
    }

    /** The same without its cap. */
    public OfferTerms uncapped() {
        return new OfferTerms(
                layer, reward, scope, threshold, Optional.empty(), minimumPrice, dates, funding, which, choices, shown,
                combining, limits, payout);
    }

    /** The same for everything it includes, without exceptions. */
    public OfferTerms withoutExceptions() {
        return new OfferTerms(
                layer, reward, scope.withoutExceptions(), threshold, cap, minimumPrice, dates, funding, which, choices, shown,
                combining, limits, payout);
    }

    /** The same with another percentage; empty where it is not one percentage that it takes off. */
    public Optional<OfferTerms> percentOff(Percent percent) {
        if (!(reward instanceof Reward.Off off) || !off.benefit().isPercent()) {
            return Optional.empty();
        }
        return Optional.of(new OfferTerms(
                layer, new Reward.Off(new Benefit.PercentOff(percent), off.per()), scope, threshold, cap, minimumPrice, dates, funding,
                which, choices, shown, combining, limits, payout));
    }

    /** The same with this as its cap, where it is less; where it names caps in other currencies alone, it stays as it is. */
    public OfferTerms atMost(Money most) {
        boolean lower = cap.isEmpty() || cap.get().in(most.currency()).filter(named -> named.minor() > most.minor()).isPresent();
        return lower
                ? new OfferTerms(
                        layer, reward, scope, threshold, Optional.of(Amounts.of(most)), minimumPrice, dates, funding, which,
                        choices, shown, combining, limits, payout)
                : this;
    }

    /** The same for no more items than these, where their number is limited; every other offer stays as it is. */
    public OfferTerms onItems(int most) {
        return limits.mostItems().isPresent() && reward instanceof Reward.Single some
                ? new OfferTerms(
                        layer, some.atMost(most), scope, threshold, cap, minimumPrice, dates, funding, which, choices, shown,
                        combining, limits, payout)
                : this;
    }

    /** How the buyer gets it. */
    public enum Activation {
        /** It comes off by itself. */
        AUTOMATIC("auto"),
        /** A box has to be ticked. */
        TICK("click"),
        /** It has to be collected before. */
        COLLECT("claim"),
        /** A code has to be typed. */
        TYPE("code");

        private final String key;

        Activation(String key) {
            this.key = key;
        }

        /** The word structured terms use for it. */
        public String key() {
            return key;
        }
    }

    /**
     * What the buyer sees and has to do.
     *
     * @param activation how the buyer gets it
     * @param codeLength characters of the code to type, 0 when none
     * @param eligibility what the buyer has to be, one sentence each, whether checked here or by the host
     * @param words length of its printed conditions
     * @param datesShown whether its dates are printed
     * @param basisStated whether it says aloud which price it is taken of
     */
    public record Shown(
            Activation activation,
            int codeLength,
            List<String> eligibility,
            int words,
            boolean datesShown,
            boolean basisStated) {
        /** Copies the list. */
        public Shown {
            eligibility = List.copyOf(eligibility);
        }
    }

    /**
     * What it goes together with.
     *
     * @param exclusive whether it stands alone
     * @param groups at most one promotion of each group is kept
     * @param notWith ids it is never kept with
     * @param order place inside its layer, lower first
     * @param announced whether the promotion is public, so that a hint may name its code
     * @param alwaysHolds whether it is kept wherever it holds, whatever would save more without it
     */
    public record Combining(
            boolean exclusive, List<String> groups, List<String> notWith, int order, boolean announced, boolean alwaysHolds) {
        /** Stands with everything, in place 0, not public, and is kept where it saves most. */
        public static final Combining FREE = new Combining(false, List.of(), List.of(), 0, false, false);

        /** Copies the lists. */
        public Combining {
            groups = List.copyOf(groups);
            notWith = List.copyOf(notWith);
        }
    }

    /**
     * How often it may be used.
     *
     * @param perBuyer uses per buyer, 0 for no limit
     * @param inAll uses by anyone, 0 for no limit
     * @param budget money it may give away in all
     * @param perCode uses of each code, 0 for no limit
     * @param quotas what there is for each buyer or period besides
     */
    public record Limits(long perBuyer, long inAll, Optional<Amounts> budget, long perCode, List<Quota> quotas) {
        /** No limit. */
        public static final Limits NONE = new Limits(0, 0, Optional.empty(), 0, List.of());

        /** How many items get it at most as it is declared, empty where their number is not limited. */
        public OptionalInt mostItems() {
            return quotas.isEmpty() ? OptionalInt.empty() : quotas.stream().map(Quota::most)
                    .filter(Quota.CountedItems.class::isInstance)
                    .mapToInt(most -> ((Quota.CountedItems) most).count())
                    .min();
        }

        /** Copies the quotas. */
        public Limits {
            quotas = List.copyOf(quotas);
        }

        /** Where nothing begins anew. */
        public Limits(long perBuyer, long inAll, Optional<Amounts> budget, long perCode) {
            this(perBuyer, inAll, budget, perCode, List.of());
        }
    }
}
