package dev.plaindeal.backtest;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.limits.BasketCaps;
import dev.plaindeal.limits.Cap;
import dev.plaindeal.limits.Claim;
import dev.plaindeal.limits.Counter;
import dev.plaindeal.limits.Take;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is taken of the limits of one rule book while orders come in, one after the other. For one thread. */
final class LimitLedger {

    private static final String BUDGET_SPENT = "budget-spent";
    private static final String PER_BUYER = "limit-per-buyer-reached";
    private static final Set<String> REASONS = Set.of(BUDGET_SPENT, PER_BUYER, "limit-reached");

    private final PromotionEngine engine;
    private final Map<Counter, Long> taken = new HashMap<>();
    private final Map<LimitName, LimitUse> uses = new TreeMap<>();

    LimitLedger(PromotionEngine engine) {
        this.engine = engine;
    }

    /**
     * An order as it was priced, before anything is booked for it.
     *
     * @param order without what it says is left
     * @param basket with what was left for it
     * @param receipt what it paid
     * @param caps those that it meets
     * @param takes what it takes of them
     * @param refusing what refused it something
     * @param wouldPay in minor units, had no limit been reached
     */
    record LimitedOrder(Basket order, Basket basket, Receipt receipt, List<Cap> caps, List<Take> takes, List<Counter> refusing, long wouldPay) {}

    /** Prices an order with what is left. What the order itself says is left is not looked at; nothing is taken yet. */
    LimitedOrder price(Basket told) {
        Basket order = told.withRemaining(Remaining.UNTOUCHED);
        BasketCaps caps = BasketCaps.of(engine, order);
        List<Cap> all = caps.caps();
        if (all.isEmpty()) {
            return new LimitedOrder(order, order, engine.evaluate(order), all, List.of(), List.of(), 0);
        }
        Basket limited = order.withRemaining(caps.remaining(taken));
        Receipt receipt = engine.evaluate(limited);
        List<Take> takes = caps.claim(limited.id(), receipt).takes();
        List<Rejected> refusals = receipt.rejected().stream().filter(one -> REASONS.contains(one.reason())).toList();
        if (refusals.isEmpty()) {
            return new LimitedOrder(order, limited, receipt, all, takes, List.of(), 0);
        }
        Receipt free = engine.evaluate(order);
        List<Counter> refusing = refusing(order, refusals, counters(all), counters(shortOf(all, caps.claim(order.id(), free))));
        return new LimitedOrder(order, limited, receipt, all, takes, refusing, free.total().minor());
    }

    /** Takes what the order gets, and notes what it did not. */
    void book(LimitedOrder priced) {
        priced.caps().forEach(cap -> use(cap.counter()).allow(cap.most()));
        priced.refusing().forEach(counter -> end(priced.order(), counter, use(counter)));
        // Of several counters that are told together, a day's and a month's of one buyer, one order is refused once.
        priced.refusing().stream().map(LimitName::of).distinct().forEach(name -> uses.get(name)
                .refuse(priced.order().currency().code(), priced.receipt().total().minor(), priced.wouldPay()));
        priced.takes().forEach(take -> take(priced.order(), take));
    }

    /** Those that have nothing left, or less than the order would take had no limit been reached. */
    private List<Cap> shortOf(List<Cap> caps, Claim wanted) {
        Map<Counter, Long> amounts = new HashMap<>();
        wanted.takes().forEach(take -> amounts.put(take.counter(), take.amount()));
        return caps.stream().filter(cap -> {
            long left = cap.left(taken.getOrDefault(cap.counter(), 0L));
            return left == 0 || amounts.getOrDefault(cap.counter(), 0L) > left;
        }).toList();
    }

    private static List<Counter> counters(List<Cap> caps) {
        return caps.stream().map(Cap::counter).toList();
    }

    /** What can have refused it and is short; where only one can, that one, though another deal would have been had in its place. */
    private List<Counter> refusing(Basket order, List<Rejected> refusals, List<Counter> all, List<Counter> ranShort) {
        Set<Counter> refusing = new LinkedHashSet<>();
        for (Rejected one : refusals) {
            Set<String> shared = sharedBudgets(order, one.id());
            List<Counter> possible = all.stream().filter(counter -> refuses(counter, one, shared)).toList();
            possible.stream().filter(counter -> possible.size() == 1 || ranShort.contains(counter)).forEach(refusing::add);
        }
        return List.copyOf(refusing);
    }

    /** A refusal does not name the budget: what it draws on beside its own, its rules say. */
    private Set<String> sharedBudgets(Basket order, String promotion) {
        return engine.offers(order).stream()
                .filter(offer -> offer.promotion().equals(promotion))
                .flatMap(offer -> offer.terms().limits().quotas().stream()
                        .filter(quota -> quota.fund().isPresent())
                        .map(quota -> quota.name(offer, order.at())))
                .collect(Collectors.toSet());
    }

    private static boolean refuses(Counter counter, Rejected one, Set<String> shared) {
        LimitName name = LimitName.of(counter);
        boolean own = name.promotion().equals(one.id()) && name.isFor(one.store());
        return switch (one.reason()) {
            case BUDGET_SPENT -> name.isMoney() && (own || shared.contains(counter.name()));
            case PER_BUYER -> own && !name.isOne();
            default -> counter.equals(Counter.ofCode(one.code())) || own && (name.isOne() || counter.isItems()) && !name.isMoney();
        };
    }

    private LimitUse use(Counter counter) {
        return uses.computeIfAbsent(LimitName.of(counter), first -> new LimitUse());
    }

    private void take(Basket order, Take take) {
        long sum = taken.merge(take.counter(), take.amount(), Math::addExact);
        LimitUse use = use(take.counter());
        use.take(take.amount());
        if (sum >= take.cap().most()) {
            end(order, take.counter(), use);
        }
    }

    private void end(Basket order, Counter counter, LimitUse use) {
        if (LimitName.of(counter).isOne()) {
            use.end(ZonedDateTime.ofInstant(order.at(), engine.clock(order.market())), order.id());
        }
    }

    Map<LimitName, LimitUse> uses() {
        return uses;
    }
}
