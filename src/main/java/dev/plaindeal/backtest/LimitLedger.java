package dev.plaindeal.backtest;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.limits.BasketCaps;
import dev.plaindeal.limits.Cap;
import dev.plaindeal.limits.Counter;
import dev.plaindeal.limits.Take;
import dev.plaindeal.receipt.Receipt.Rejected;
import dev.plaindeal.receipt.Receipt;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

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
     * An order as it was priced.
     *
     * @param basket with what was left for it
     * @param receipt what it paid
     */
    record LimitedOrder(Basket basket, Receipt receipt) {}

    /** Prices an order with what is left, and takes from that what it gets. What the order itself says is left is not looked at. */
    LimitedOrder price(Basket told) {
        Basket order = told.withRemaining(Remaining.UNTOUCHED);
        BasketCaps caps = BasketCaps.of(engine, order);
        List<Cap> all = caps.caps();
        if (all.isEmpty()) {
            return new LimitedOrder(order, engine.evaluate(order));
        }
        Basket limited = order.withRemaining(caps.remaining(taken));
        Receipt receipt = engine.evaluate(limited);
        all.forEach(cap -> use(cap.counter()).allow(cap.most()));
        refusals(order, all, receipt);
        caps.claim(limited.id(), receipt).takes().forEach(take -> take(order, take));
        return new LimitedOrder(limited, receipt);
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

    private void refusals(Basket order, List<Cap> caps, Receipt receipt) {
        List<Counter> refusing = new ArrayList<>();
        for (Rejected one : receipt.rejected()) {
            if (REASONS.contains(one.reason())) {
                caps.stream().filter(cap -> refuses(cap, one)).map(Cap::counter).forEach(refusing::add);
            }
        }
        if (!refusing.isEmpty()) {
            long wouldPay = engine.evaluate(order).total().minor();
            refusing.stream().distinct().forEach(counter -> {
                use(counter).refuse(order.currency().code(), receipt.total().minor(), wouldPay);
                end(order, counter, use(counter));
            });
        }
    }

    private boolean refuses(Cap cap, Rejected one) {
        LimitName name = LimitName.of(cap.counter());
        boolean spent = cap.left(taken.getOrDefault(cap.counter(), 0L)) == 0;
        return switch (one.reason()) {
            // A refusal does not name the budget: it is the promotion's own, or one that it shares and that has run out.
            case BUDGET_SPENT -> name.isMoney() && (name.promotion().equals(one.id()) && name.isOne() || name.isShared() && spent);
            case PER_BUYER -> name.promotion().equals(one.id()) && !name.isOne() && spent;
            default -> spent && (name.promotion().isEmpty() || name.promotion().equals(one.id()) && name.isOne() && !name.isMoney());
        };
    }

    Map<LimitName, LimitUse> uses() {
        return uses;
    }
}
