package dev.plaindeal.stack;

import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.PromisePricer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is promised for later, once today's price stands: every promise that holds on what is paid for the goods, the larger first.
 * A promise takes no place in a layer and changes no price; one that may not stand beside what comes off today, or beside a promise
 * given before it, is not given.
 */
final class SavedLater {

    private static final Comparator<Kept> LARGEST_FIRST = Comparator.<Kept>comparingLong(kept -> kept.taken().discount())
            .reversed()
            .thenComparing(Kept::offer, Offer.ORDER);

    private final Policy policy;
    private final Currency currency;
    private final Ledger paid;
    private final Ledger open;
    private final Misses misses;
    private final Map<String, Long> budgets;
    private final Funds funds;
    private final List<Kept> given = new ArrayList<>();
    private final List<Rejection> refused = new ArrayList<>();

    private SavedLater(PricedBasket goods, OfferStack today, Policy policy, Map<String, Long> budgets, Funds funds) {
        this.policy = policy;
        this.currency = goods.basket().currency();
        this.paid = today.end();
        this.open = today.end().reopened();
        this.misses = new Misses(currency);
        this.budgets = budgets;
        this.funds = funds;
    }

    /**
     * The promises given and those refused.
     *
     * @param given the larger first
     * @param refused the others, each with its reason
     */
    record Promised(List<Kept> given, List<Rejection> refused) {
        static final Promised NOTHING = new Promised(List.of(), List.of());
    }

    /** The offers that come off today; a budget that another statement of the promotion says for later is theirs too. */
    static List<Offer> today(List<Offer> offers) {
        if (allComeOff(offers)) {
            return offers;
        }
        List<Offer> later = later(offers);
        return offers.stream().filter(offer -> offer.terms().comesOff()).map(offer -> sharingBudget(offer, later)).toList();
    }

    /** Whether none is for later, or a payment. */
    static boolean allComeOff(List<Offer> offers) {
        for (int i = 0; i < offers.size(); i++) {
            if (!offers.get(i).terms().comesOff()) {
                return false;
            }
        }
        return true;
    }

    private static List<Offer> later(List<Offer> offers) {
        return offers.stream().filter(offer -> offer.terms().isForLater()).toList();
    }

    private static Offer sharingBudget(Offer offer, List<Offer> later) {
        return later.stream()
                .filter(other -> other.promotion().equals(offer.promotion()))
                .flatMap(other -> other.terms().limits().budget().stream())
                .findFirst()
                .map(budget -> offer.with(offer.terms().withBudget(budget)))
                .orElse(offer);
    }

    /**
     * What of these offers is promised beside a stack.
     *
     * @param offers every offer that is open, those for today among them
     */
    static Promised of(PricedBasket goods, List<Offer> offers, OfferStack today, Policy policy) {
        if (allComeOff(offers)) {
            return Promised.NOTHING;
        }
        List<Offer> later = later(offers);
        if (later.isEmpty()) {
            return Promised.NOTHING;
        }
        SavedLater promises = new SavedLater(goods, today, policy, StackLimits.budgets(goods.basket(), offers),
                Funds.of(goods.basket(), offers));
        List<Kept> holding = new ArrayList<>();
        for (Offer offer : later) {
            promises.asked(offer).ifPresent(holding::add);
        }
        holding.sort(LARGEST_FIRST);
        promises.give(today.kept(), holding);
        return new Promised(List.copyOf(promises.given), List.copyOf(promises.refused));
    }

    /** What it promises if nothing stands in its way. */
    private Optional<Kept> asked(Offer offer) {
        if (policy.in(offer.terms().layer()).keeps() == 0) {
            return refuse(Rejection.of(offer, Reason.CONDITION_NOT_MET, "Promotions of this kind are not given here."));
        }
        var conventions = PromisePricer.conventions(offer.terms(), policy);
        Outcome outcome = PromisePricer.of(paid, offer, conventions);
        if (outcome instanceof Taken promised && promised.discount() > 0) {
            return Optional.of(new Kept(offer, conventions, promised));
        }
        return refuse(refusal(offer, outcome, PromisePricer.of(open, offer, conventions)));
    }

    private Optional<Kept> refuse(Rejection refusal) {
        refused.add(refusal);
        return Optional.empty();
    }

    private Rejection refusal(Offer offer, Outcome here, Outcome alone) {
        Optional<Rejection> never = misses.never(offer, here, paid.closed());
        if (never.isPresent()) {
            return never.get();
        }
        if (here instanceof Missed missed) {
            return alone instanceof Missed first
                    ? misses.notMet(offer, first, missed, paid.closed())
                    : misses.lost(offer, missed, paid.closed());
        }
        return Rejection.of(offer, Reason.TAKES_NOTHING, tooLittle(offer.terms().payout()));
    }

    private String tooLittle(Payout payout) {
        return payout.worth().isPresent()
                ? "What is paid is too little for one point of " + money(payout.unit(currency)) + "."
                : "It holds, but of what is paid nothing comes back.";
    }

    private void give(List<Kept> today, List<Kept> holding) {
        List<Kept> all = new ArrayList<>(today);
        all.addAll(holding);
        Together together = Together.of(all.stream().map(Kept::offer).toList(), policy.apart());
        List<Integer> standing = new ArrayList<>();
        for (int i = 0; i < today.size(); i++) {
            standing.add(i);
        }
        for (int i = today.size(); i < all.size(); i++) {
            int place = i;
            List<Offer> apart = standing.stream().filter(j -> together.apart(place, j)).map(j -> all.get(j).offer()).toList();
            Optional<Rejection> forbidden = forbidden(all.get(i), apart).or(() -> overspent(all.get(place), today));
            if (forbidden.isPresent()) {
                refused.add(forbidden.get());
            } else {
                given.add(all.get(i));
                standing.add(i);
            }
        }
    }

    private static Optional<Rejection> forbidden(Kept promise, List<Offer> apart) {
        if (apart.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(" and ", apart.stream().map(Offer::promotion).distinct().toList());
        if (isExclusive(promise.offer())) {
            return Optional.of(Rejection.of(
                    promise.offer(), Reason.EXCLUSIVE_BEATEN, "It stands alone, and " + names + " is kept without it."));
        }
        return Optional.of(apart.stream().anyMatch(SavedLater::isExclusive)
                ? Rejection.of(promise.offer(), Reason.EXCLUSIVE_KEPT, names + " stands alone.")
                : Rejection.of(promise.offer(), Reason.NOT_TOGETHER, "It is never kept together with " + names + "."));
    }

    private static boolean isExclusive(Offer offer) {
        return offer.terms().combining().exclusive();
    }

    private Optional<Rejection> overdrawn(Kept promise, List<Kept> today) {
        List<Kept> others = new ArrayList<>(today);
        others.addAll(given);
        return funds.overdrawn(others, promise.offer(), promise.taken().discount()).map(over -> Rejection.of(
                promise.offer(),
                Reason.BUDGET_SPENT,
                "It would promise " + money(promise.taken().discount()) + " of the budget " + over.name() + ", and only "
                        + money(Math.max(0, over.left() - over.taken() + promise.taken().discount())) + " is left of that."));
    }

    /** What comes off today and what is promised count towards one budget. */
    private Optional<Rejection> overspent(Kept promise, List<Kept> today) {
        String promotion = promise.offer().promotion();
        Long budget = budgets.get(promotion);
        Optional<Rejection> shared = overdrawn(promise, today);
        if (shared.isPresent() || budget == null) {
            return shared;
        }
        long left = budget - StackLimits.taken(today, promise.offer()) - StackLimits.taken(given, promise.offer());
        return promise.taken().discount() <= left
                ? Optional.empty()
                : Optional.of(Rejection.of(
                        promise.offer(),
                        Reason.BUDGET_SPENT,
                        "It would promise " + money(promise.taken().discount()) + ", and only " + money(Math.max(0, left))
                                + " is left to give away."));
    }

    private String money(long minor) {
        return RejectionSentences.money(minor, currency);
    }
}
