package dev.plaindeal.limits;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms.Limits;
import dev.plaindeal.offer.Quota;
import dev.plaindeal.receipt.Receipt.Reserve;
import dev.plaindeal.receipt.Receipt;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The caps that the promotions of one basket declare: what to ask a store, what its answer means to the engine, and what a receipt of
 * this basket takes. Immutable and thread-safe.
 *
 * <p>A cap is the promotion's, whichever of its statements says it; where two say different numbers, the lower counts, as it does to the
 * engine. A buyer of whom the basket does not say who it is has no caps per buyer: the engine refuses such promotions with
 * {@code buyer-unknown}, and what guests use is never counted together.
 *
 * <p>Worked number: a promotion with {@code limitInAll(500)} and {@code limitPerBuyer(1, "day", "Asia/Manila")} is two caps:
 * {@code mcxmas} with 500 uses, and {@code mcxmas/buyer/ann/day/2021-11-08} with 1. One for any store with {@code limitPerStore(500)} is a
 * cap for each store that it is offered to: {@code mcxmas/store/pearl-house} with 500.
 */
public final class BasketCaps {

    private final Basket basket;
    /** In the order found; by counter, so that each is asked once. */
    private final Map<Counter, Declared> declared = new LinkedHashMap<>();

    /** For whom something is counted, as the basket tells what is left of it. */
    private enum CountedFor { ANYBODY, BUYER, CODE }

    /**
     * A cap.
     *
     * @param key what a receipt reserves it by
     * @param told what the basket tells what is left by
     * @param store on whose goods it is counted, empty where it is on all
     */
    private record Declared(String key, String told, CountedFor whose, String store, Cap cap) {
        Declared lower(Declared other) {
            return other.cap.most() < cap.most() ? other : this;
        }
    }

    private BasketCaps(Basket basket, List<Offer> offers) {
        this.basket = basket;
        offers.forEach(this::add);
    }

    /** The caps of the promotions whose rules hold for this basket. */
    public static BasketCaps of(PromotionEngine engine, Basket basket) {
        return new BasketCaps(basket, engine.offers(basket));
    }

    private void add(Offer offer) {
        Limits limits = offer.terms().limits();
        String id = offer.promotion();
        if (limits.inAll() > 0) {
            add(id, id, CountedFor.ANYBODY, new Cap(Counter.uses(id), limits.inAll()));
        }
        limits.budget().filter(budget -> budget.has(basket.currency())).ifPresent(budget ->
                add(id, id, CountedFor.ANYBODY, new Cap(Counter.money(id, basket.currency()), budget.minor(basket.currency()))));
        if (limits.perBuyer() > 0) {
            ofBuyer(id + Quota.OF_BUYER, id, named(id, ""), limits.perBuyer());
        }
        if (limits.perCode() > 0 && !offer.code().isEmpty()) {
            add(Quota.OF_CODE + offer.code(), offer.code(), CountedFor.CODE, new Cap(Counter.ofCode(offer.code()), limits.perCode()));
        }
        limits.quotas().forEach(quota -> add(offer, quota));
    }

    private void ofBuyer(String key, String told, String name, long most) {
        if (basket.buyer().isKnown()) {
            add(key, told, CountedFor.BUYER, new Cap(Counter.uses(name), most));
        }
    }

    private void add(Offer offer, Quota quota) {
        String id = offer.promotion();
        String told = quota.name(offer, basket.at());
        boolean ofBuyer = quota.whose() == Quota.Holder.EACH_BUYER;
        if (quota.most().in(basket.currency()).isEmpty() || ofBuyer && !basket.buyer().isKnown()) {
            return;
        }
        String name = ofBuyer ? named(id, told.substring(id.length())) : told;
        Cap cap = new Cap(counter(name, quota.most()), quota.most().in(basket.currency()).getAsLong());
        String store = quota.whose() == Quota.Holder.EACH_STORE ? offer.store() : "";
        add(new Declared(quota.key(offer, basket.at()), told, ofBuyer ? CountedFor.BUYER : CountedFor.ANYBODY, store, cap));
    }

    private void add(String key, String told, CountedFor whose, Cap cap) {
        add(new Declared(key, told, whose, "", cap));
    }

    private void add(Declared one) {
        declared.merge(one.cap().counter(), one, Declared::lower);
    }

    private String named(String id, String period) {
        return id + Quota.OF_BUYER + "/" + CounterNames.part(basket.buyer().id()) + period;
    }

    private Counter counter(String name, Quota.Most most) {
        if (most instanceof Quota.CountedMoney) {
            return Counter.money(name, basket.currency());
        }
        return most instanceof Quota.CountedItems ? Counter.items(name) : Counter.uses(name);
    }

    /** Each cap once, sorted by counter. */
    public List<Cap> caps() {
        return declared.values().stream().map(Declared::cap).sorted(java.util.Comparator.comparing(Cap::counter)).toList();
    }

    /** The basket with what a store has left told to the engine; what it told already stays where it is less. */
    public Basket told(LimitStore store, String order) {
        return told(store, order, Set.of());
    }

    /** The same, with nothing left of some: they are left to others. */
    Basket told(LimitStore store, String order, Set<Counter> leftToOthers) {
        Collection<Counter> counters = declared.keySet();
        return counters.isEmpty() ? basket : basket.withRemaining(remaining(store.taken(counters, order), leftToOthers));
    }

    /**
     * What is left for this basket, in the form the engine takes.
     *
     * @param taken what others took, by counter; what is not named is untouched
     */
    public Remaining remaining(Map<Counter, Long> taken) {
        return remaining(taken, Set.of());
    }

    private Remaining remaining(Map<Counter, Long> taken, Set<Counter> leftToOthers) {
        Left left = new Left(basket.remaining());
        declared.forEach((counter, one) ->
                left.tell(one, leftToOthers.contains(counter) ? 0 : one.cap().left(taken.getOrDefault(counter, 0L))));
        return left.remaining();
    }

    /** What is left, while it is put together. */
    private final class Left {
        private final Map<String, Long> uses;
        private final Map<String, Long> usesByBuyer;
        private final Map<String, Money> budget;
        private final Map<String, Money> budgetByBuyer;
        private final Map<String, Long> items;
        private final Map<String, Long> itemsByBuyer;
        private final Map<String, Long> usesByCode;

        Left(Remaining told) {
            uses = new HashMap<>(told.uses());
            usesByBuyer = new HashMap<>(told.usesByBuyer());
            budget = new HashMap<>(told.budget());
            budgetByBuyer = new HashMap<>(told.budgetByBuyer());
            items = new HashMap<>(told.items());
            itemsByBuyer = new HashMap<>(told.itemsByBuyer());
            usesByCode = new HashMap<>(told.usesByCode());
        }

        void tell(Declared one, long left) {
            if (one.cap().counter().isUses()) {
                count(one, uses, usesByBuyer).merge(one.told(), left, Math::min);
            } else if (one.cap().counter().isItems()) {
                count(one, items, itemsByBuyer).merge(one.told(), left, Math::min);
            } else {
                (one.whose() == CountedFor.BUYER ? budgetByBuyer : budget)
                        .merge(one.told(), new Money(left, basket.currency()), (a, b) -> a.minor() < b.minor() ? a : b);
            }
        }

        private Map<String, Long> count(Declared one, Map<String, Long> all, Map<String, Long> byBuyer) {
            return switch (one.whose()) {
                case ANYBODY -> all;
                case BUYER -> byBuyer;
                case CODE -> usesByCode;
            };
        }

        Remaining remaining() {
            return new Remaining(uses, usesByBuyer, budget, budgetByBuyer, items, itemsByBuyer, usesByCode);
        }
    }

    /**
     * What a receipt of this basket takes.
     *
     * @param order the host's key of the order
     * @throws IllegalArgumentException when the receipt counts per buyer and the basket does not say who the buyer is, which no receipt of
     *     this basket does
     */
    public Claim claim(String order, Receipt receipt) {
        requireSame(receipt);
        List<Take> takes = new ArrayList<>();
        declared.forEach((counter, one) -> {
            long amount = 0;
            for (Reserve reserve : reserves(receipt, counter)) {
                amount = Math.addExact(amount, amount(reserve, counter));
            }
            if (amount > 0) {
                takes.add(new Take(one.cap(), amount));
            }
        });
        return new Claim(order, takes);
    }

    private void requireSame(Receipt receipt) {
        if (!receipt.basket().equals(basket.id()) || !receipt.currency().equals(basket.currency()) || !receipt.at().equals(basket.at())) {
            throw new IllegalArgumentException("the receipt is of another basket, currency or moment");
        }
        for (Reserve reserve : receipt.reserves()) {
            if (reserve.key().startsWith(reserve.id() + Quota.OF_BUYER) && !basket.buyer().isKnown()) {
                throw new IllegalArgumentException("the receipt counts " + reserve.id()
                        + " for its buyer, and the basket does not say who that is (buyer.id)");
            }
        }
    }

    private static long amount(Reserve reserve, Counter counter) {
        if (counter.isUses()) {
            return reserve.uses();
        }
        return counter.isItems() ? reserve.items() : reserve.amount().minor();
    }

    /**
     * What the receipt reserves that no store counts: units of the buyer's balances, which are booked where the balance is, and
     * promotions that only the basket says are limited. By key, in the order of the receipt.
     */
    public List<String> uncounted(Receipt receipt) {
        return receipt.reserves().stream()
                .map(Reserve::key)
                .filter(key -> declared.values().stream().noneMatch(one -> one.key().equals(key)))
                .toList();
    }

    /**
     * What an order still takes after returns, for {@link LimitStore#returned}, by what was paid for its lines.
     *
     * <p>Money: of each line its share, spread over its units and rounded half up over all that is kept, so that returns in any steps give
     * back exactly what was taken. Items: no more than are kept of the lines that got it. A use goes back once nothing of the promotion
     * is kept, with the shipping fees when the whole order is returned.
     *
     * <p>Worked number: 10.00 off three equal units; one is returned: 6.67 of the budget stay taken, and the use. All three: nothing.
     *
     * @param order the host's key of the order
     * @param receipt what was paid
     * @param returned units of each line that were returned so far, by line id
     * @throws IllegalArgumentException for a line the receipt does not have, or more units than it has
     */
    public Claim kept(String order, Receipt receipt, Map<String, Integer> returned) {
        return KeptPart.of(receipt, returned).claim(claim(order, receipt), this);
    }

    /** On whose goods a counter counts, empty where it does on all. */
    String store(Counter counter) {
        return declared.get(counter).store();
    }

    /** What a counter is taken by: one reserve, or one of each promotion that shares a budget. */
    List<Reserve> reserves(Receipt receipt, Counter counter) {
        String key = declared.get(counter).key();
        return receipt.reserves().stream().filter(one -> one.key().equals(key)).toList();
    }
}
