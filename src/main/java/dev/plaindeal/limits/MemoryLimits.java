package dev.plaindeal.limits;

import dev.plaindeal.limits.Reservation.AlreadyConfirmed;
import dev.plaindeal.limits.Reservation.Exhausted;
import dev.plaindeal.limits.Reservation.Held;
import dev.plaindeal.limits.Reservation.Shortage;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Counts in the memory of one process, for a host with one instance, and for tests. What it knows is gone when the process ends; while it
 * runs it forgets no order before {@link #tidy} is called.
 *
 * <p>Thread-safe: one call at a time.
 */
public final class MemoryLimits implements LimitStore {

    private final Clock clock;
    private final Map<Counter, Long> taken = new HashMap<>();
    private final Map<String, Order> orders = new HashMap<>();
    /** Nothing that is held is over before this, so that whoever finds a cap exhausted does not look at every order. */
    private Instant nextOver = Instant.MAX;

    /**
     * An order, and what it takes while it is held or confirmed.
     *
     * @param until when its time is over, or was confirmed where that is later
     */
    private record Order(HoldState state, Instant until, Map<Counter, Long> takes) {
        Order ended(HoldState state) {
            return new Order(state, until, Map.of());
        }
    }

    /**
     * Nothing taken yet.
     *
     * @param clock tells when the time of a hold is over
     */
    public MemoryLimits(Clock clock) {
        this.clock = clock;
    }

    @Override
    public synchronized Map<Counter, Long> taken(Collection<Counter> counters, String order) {
        Claim.requireOrder(order);
        Map<Counter, Long> others = new HashMap<>();
        counters.forEach(counter -> others.put(counter, takenByOthers(counter, order)));
        return others;
    }

    private long takenByOthers(Counter counter, String order) {
        return taken.getOrDefault(counter, 0L) - own(order).getOrDefault(counter, 0L);
    }

    private Map<Counter, Long> own(String order) {
        Order known = orders.get(order);
        return known == null ? Map.of() : known.takes();
    }

    @Override
    public synchronized Reservation reserve(Claim claim, Duration time) {
        Holding.requireTime(time);
        if (state(claim.order()) == HoldState.CONFIRMED) {
            return new AlreadyConfirmed(claim.order());
        }
        List<Shortage> shortages = shortages(claim);
        if (!shortages.isEmpty() && sweep() > 0) {
            shortages = shortages(claim);
        }
        return shortages.isEmpty() ? held(claim, time) : new Exhausted(shortages);
    }

    private List<Shortage> shortages(Claim claim) {
        List<Shortage> shortages = new ArrayList<>();
        Map<Counter, Long> own = own(claim.order());
        for (Take take : claim.takes()) {
            long left = take.cap().left(takenByOthers(take.counter(), claim.order()));
            if (take.amount() > left && take.amount() > own.getOrDefault(take.counter(), 0L)) {
                shortages.add(new Shortage(take, left));
            }
        }
        return shortages;
    }

    private Held held(Claim claim, Duration time) {
        Map<Counter, Long> takes = new HashMap<>();
        claim.takes().forEach(take -> takes.put(take.counter(), take.amount()));
        Instant until = clock.instant().plus(time);
        become(claim.order(), new Order(HoldState.HELD, until, takes));
        return new Held(claim.order(), until, claim.takes());
    }

    /** The only place where anything is counted: what the order took before is given back, what it takes now is taken. */
    private void become(String order, Order now) {
        own(order).forEach((counter, amount) -> taken.merge(counter, -amount, Long::sum));
        now.takes().forEach((counter, amount) -> taken.merge(counter, amount, Long::sum));
        orders.put(order, now);
        if (now.state() == HoldState.HELD && now.until().isBefore(nextOver)) {
            nextOver = now.until();
        }
    }

    @Override
    public synchronized HoldState renew(String order, Duration time) {
        Holding.requireTime(time);
        Order known = orders.get(order);
        if (state(order) == HoldState.HELD) {
            Instant until = Holding.later(known.until(), clock.instant().plus(time));
            become(order, new Order(HoldState.HELD, until, known.takes()));
        }
        return state(order);
    }

    @Override
    public synchronized HoldState confirm(String order) {
        if (state(order) == HoldState.HELD) {
            Order known = orders.get(order);
            become(order, new Order(HoldState.CONFIRMED, Holding.later(known.until(), clock.instant()), known.takes()));
        }
        return state(order);
    }

    @Override
    public synchronized HoldState release(String order) {
        if (state(order) == HoldState.HELD) {
            become(order, orders.get(order).ended(HoldState.RELEASED));
        }
        return state(order);
    }

    @Override
    public synchronized HoldState returned(Claim kept) {
        if (state(kept.order()) == HoldState.CONFIRMED) {
            Map<Counter, Long> least = new HashMap<>();
            Map<Counter, Long> before = own(kept.order());
            for (Take take : kept.takes()) {
                least.put(take.counter(), Math.min(take.amount(), before.getOrDefault(take.counter(), 0L)));
            }
            become(kept.order(), new Order(HoldState.CONFIRMED, orders.get(kept.order()).until(), least));
        }
        return state(kept.order());
    }

    @Override
    public synchronized HoldState state(String order) {
        Claim.requireOrder(order);
        Order known = orders.get(order);
        return known == null ? HoldState.UNKNOWN : known.state();
    }

    @Override
    public synchronized int sweep() {
        Instant now = clock.instant();
        if (now.isBefore(nextOver)) {
            return 0;
        }
        List<String> over = orders.entrySet().stream()
                .filter(one -> one.getValue().state() == HoldState.HELD && !now.isBefore(one.getValue().until()))
                .map(Map.Entry::getKey)
                .toList();
        over.forEach(order -> become(order, orders.get(order).ended(HoldState.LAPSED)));
        nextOver = orders.values().stream().filter(order -> order.state() == HoldState.HELD).map(Order::until).min(Instant::compareTo).orElse(Instant.MAX);
        return over.size();
    }

    @Override
    public synchronized int tidy(Duration kept) {
        Holding.requireKept(kept);
        Instant before = clock.instant().minus(kept);
        int known = orders.size();
        orders.values().removeIf(order -> order.state() != HoldState.HELD && order.until().isBefore(before));
        taken.values().removeIf(amount -> amount == 0);
        return known - orders.size();
    }
}
