package dev.plaindeal.stack;

import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Dates;
import java.util.List;
import java.util.Optional;

/** The numbers and names behind a refusal, from which it is told in any language. */
public sealed interface Facts {

    /** Nothing besides the reason. */
    record None() implements Facts {}

    /**
     * Too little is spent.
     *
     * @param needed what has to be spent
     * @param has what counts towards it
     */
    record MoneyNeeded(Money needed, Money has) implements Facts {}

    /**
     * Too few items are bought.
     *
     * @param needed how many are asked for
     * @param has how many count
     */
    record ItemsNeeded(long needed, long has) implements Facts {}

    /**
     * Too much is spent.
     *
     * @param most what may be spent
     */
    record MoneyAtMost(Money most) implements Facts {}

    /**
     * Too many items are bought.
     *
     * @param most how many may be
     */
    record ItemsAtMost(long most) implements Facts {}

    /**
     * It begins later.
     *
     * @param from its first moment
     */
    record Begins(Dates.Moment from) implements Facts {}

    /**
     * It is over.
     *
     * @param until the first moment it held no more
     */
    record Over(Dates.Moment until) implements Facts {}

    /**
     * Other promotions are kept.
     *
     * @param winners those in its place, none where it stands against all that is kept
     * @param saves how much more than what is kept the buyer would save with it, below zero for less; empty where that was not
     *     worked out
     */
    record Outdone(List<String> winners, Optional<Money> saves) implements Facts {
        /** Copies the list. */
        public Outdone {
            winners = List.copyOf(winners);
        }
    }

    /**
     * Conditions fail.
     *
     * @param conditions those that do
     */
    record Unmet(List<Condition> conditions) implements Facts {
        /** Copies the list. */
        public Unmet {
            conditions = List.copyOf(conditions);
        }
    }

    /**
     * Nobody knows the code.
     *
     * @param code one that is announced in public and much like it
     */
    record Meant(String code) implements Facts {}
}
