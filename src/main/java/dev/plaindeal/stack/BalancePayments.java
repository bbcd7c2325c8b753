package dev.plaindeal.stack;

import dev.plaindeal.basket.Balance;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.BalancePricer;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is paid from the buyer's balances, the last step of all: one after another as the basket names them, of each what its best
 * offer lets it pay of what is still to pay. No discount, and never weighed against one.
 */
final class BalancePayments {

    private final BalancePricer left;
    private final Currency currency;
    private final Ledger closed;
    private final Misses misses;
    private final List<Kept> paid = new ArrayList<>();
    private final List<Rejection> refused = new ArrayList<>();

    private BalancePayments(PricedBasket goods, Ledger paid, Policy policy) {
        this.left = new BalancePricer(goods, paid, policy);
        this.currency = goods.basket().currency();
        this.closed = paid.closed();
        this.misses = new Misses(currency);
    }

    /**
     * What is paid and what is not.
     *
     * @param paid in the order of the basket's balances
     * @param refused the other offers, each with its reason
     */
    record Payments(List<Kept> paid, List<Rejection> refused) {
        static final Payments NOTHING = new Payments(List.of(), List.of());
    }

    /** Of these offers, beside a stack. */
    static Payments of(PricedBasket goods, List<Offer> offers, OfferStack today, Policy policy) {
        if (goods.basket().balances().isEmpty() && SavedLater.allComeOff(offers)) {
            return Payments.NOTHING;
        }
        List<Offer> own = offers.stream().filter(offer -> offer.terms().payout().isFromBalance()).sorted(Offer.ORDER).toList();
        if (own.isEmpty()) {
            return Payments.NOTHING;
        }
        BalancePayments payments = new BalancePayments(goods, today.end(), policy);
        goods.basket().balances().forEach(balance -> payments.pay(balance, from(own, balance.name())));
        own.stream()
                .filter(offer -> goods.basket().balances().stream().noneMatch(one -> one.name().equals(name(offer))))
                .forEach(offer -> payments.refuse(offer, "The buyer pays with no " + name(offer) + "."));
        return new Payments(List.copyOf(payments.paid), List.copyOf(payments.refused));
    }

    private static List<Offer> from(List<Offer> offers, String balance) {
        return offers.stream().filter(offer -> name(offer).equals(balance)).toList();
    }

    private static String name(Offer offer) {
        return offer.terms().payout().balance();
    }

    private void pay(Balance balance, List<Offer> offers) {
        Optional<Kept> best = Optional.empty();
        List<Kept> possible = new ArrayList<>();
        for (Offer offer : offers) {
            Outcome outcome = left.of(offer, balance.usable());
            if (outcome instanceof Taken taken && taken.discount() > 0) {
                Kept kept = new Kept(offer, left.conventions(offer), taken);
                possible.add(kept);
                best = best.filter(other -> other.taken().discount() >= taken.discount()).or(() -> Optional.of(kept));
            } else {
                refuse(offer, balance, outcome);
            }
        }
        best.ifPresent(kept -> {
            paid.add(kept);
            left.pay(kept.taken());
            possible.stream().filter(other -> other != kept).forEach(other -> refused.add(Rejection.of(
                    other.offer(), Reason.BEATEN, kept.offer().promotion() + " lets as many " + balance.name() + " pay, or more.")));
        });
    }

    private void refuse(Offer offer, Balance balance, Outcome outcome) {
        if (outcome instanceof Missed missed) {
            refused.add(misses.notMet(offer, missed, missed, closed));
        } else if (outcome instanceof Outcome.NoAmount) {
            refused.add(Rejection.of(offer, Reason.NO_AMOUNT_IN_CURRENCY, "It names no amount in " + currency + "."));
        } else if (outcome instanceof Outcome.NothingInScope) {
            refused.add(Rejection.of(offer, Reason.NOTHING_IN_SCOPE, "Nothing in the basket is what it is for."));
        } else {
            refused.add(Rejection.of(offer, Reason.TAKES_NOTHING, "No whole step of " + balance.name() + " can be used."));
        }
    }

    private void refuse(Offer offer, String sentence) {
        refused.add(Rejection.of(offer, Reason.CONDITION_NOT_MET, sentence));
    }
}
