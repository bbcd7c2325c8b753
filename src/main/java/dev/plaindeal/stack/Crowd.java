package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.policy.Strategy;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.OfferBound;
import dev.plaindeal.price.OfferBounds;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.Pricer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps the offers that are weighed to a number that can be. Of more, each is asked alone: what does not hold even so is
 * refused, and of the others those are weighed that bring most, gifts of no stated worth before all. No shop comes near it; a rule that matches
 * each of thousands of stores in one basket does.
 */
final class Crowd {

    /** Offers weighed at most. */
    static final int MOST = 5_000;

    private static final Comparator<Alone> LARGEST_FIRST =
            Comparator.comparingLong(Alone::worth).reversed().thenComparing(Alone::offer, Candidates.NAMES);

    private final List<Offer> weighed;
    private final long others;
    private final long othersWorth;

    private Crowd(List<Offer> weighed, long others, long othersWorth) {
        this.weighed = weighed;
        this.others = others;
        this.othersWorth = othersWorth;
    }

    /**
     * The offers weighed; the others are refused.
     *
     * @param strategy one that goes by the order of offers weighs those that come first
     */
    static Crowd of(PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy, List<Rejection> refused) {
        return offers.size() <= MOST ? new Crowd(offers, 0, 0) : thinned(goods, offers, policy, strategy, refused);
    }

    private static Crowd thinned(
            PricedBasket goods, List<Offer> offers, Policy policy, Strategy strategy, List<Rejection> refused) {
        List<Alone> holding = new ArrayList<>();
        Asking asking = new Asking(goods, policy);
        for (Offer offer : offers) {
            Outcome outcome = asking.alone(offer);
            asking.refusal(offer, outcome).ifPresentOrElse(refused::add, () -> holding.add(new Alone(offer, (Taken) outcome)));
        }
        holding.sort(first(policy, strategy).thenComparing(LARGEST_FIRST));
        long others = 0;
        long worth = 0;
        for (Alone late : holding.subList(Math.min(MOST, holding.size()), holding.size())) {
            refused.add(Rejection.of(late.offer(), Reason.NOT_TRIED, "More offers meet this basket than can be weighed."));
            // At least one minor unit, so that what is left out shows where all of it are gifts.
            OfferBound most = asking.most(late.offer());
            worth = Math.min(Basket.LARGEST_TOTAL, worth + most.worth());
            others = Math.min(Basket.LARGEST_TOTAL, others + Math.max(1, most.most() + most.worth()));
        }
        List<Alone> weighed = holding.subList(0, Math.min(MOST, holding.size()));
        return new Crowd(weighed.stream().map(Alone::offer).toList(), others, worth);
    }

    /** Offers whose place decides, or that decide over all others, are never left out for money. */
    private static Comparator<Alone> first(Policy policy, Strategy strategy) {
        Comparator<Alone> byOrder = Comparator.comparingInt(alone -> alone.offer().terms().combining().order());
        if (strategy.goesByPlace() || policy.exclusive() == Policy.Exclusive.IF_FIRST) {
            return byOrder;
        }
        return policy.exclusive() == Policy.Exclusive.ALWAYS
                ? Comparator.comparing(alone -> !alone.offer().terms().combining().exclusive())
                : Comparator.comparing(alone -> 0);
    }

    /** An offer and what it takes off alone. */
    private record Alone(Offer offer, Taken taken) {

        long worth() {
            return taken.rank();
        }
    }

    /** Asks each offer as if there were no other; a store's offer sees the lines of its store alone anyway. */
    private static final class Asking {
        private final PricedBasket goods;
        private final Policy policy;
        private final Misses misses;
        private final Map<String, List<Line>> byStore = new HashMap<>();
        private final Map<String, Ledger> open = new HashMap<>();

        Asking(PricedBasket goods, Policy policy) {
            this.goods = goods;
            this.policy = policy;
            this.misses = new Misses(goods.basket().currency());
            goods.basket().lines().forEach(line -> byStore.computeIfAbsent(line.store(), s -> new ArrayList<>()).add(line));
            open.put("", goods.open(policy.order()));
        }

        Outcome alone(Offer offer) {
            Ledger ledger = open(offer);
            return Pricer.apply(ledger, offer, offer.terms().conventions(policy), ledger.linePrices()).outcome();
        }

        private Ledger open(Offer offer) {
            return open.computeIfAbsent(offer.store(), this::ofStore);
        }

        /** What it could take in any stack: beside others it may take more than alone. */
        OfferBound most(Offer offer) {
            return OfferBounds.of(goods, offer, offer.terms().conventions(policy));
        }

        private Ledger ofStore(String store) {
            return PricedBasket.of(goods.basket().ofStore(store, byStore.getOrDefault(store, List.of()))).open(policy.order());
        }

        Optional<Rejection> refusal(Offer offer, Outcome outcome) {
            Optional<Rejection> never = misses.never(offer, outcome, open(offer));
            return never.isEmpty() && outcome instanceof Missed missed && !missed.isTooMuch()
                    ? Optional.of(misses.notMet(offer, missed, missed, open(offer)))
                    : never;
        }
    }

    List<Offer> weighed() {
        return weighed;
    }

    /** Minor units that the gifts of the others are worth at most. */
    long othersWorth() {
        return othersWorth;
    }

    /** Minor units that the others could bring at most, the worth of their gifts among them; more than 0 where there are any. */
    long others() {
        return others;
    }
}
