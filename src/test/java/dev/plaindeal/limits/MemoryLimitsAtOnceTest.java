package dev.plaindeal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/**
 * Whatever three threads ask for at once, the answers are those of some order of the calls, one after the other, in which none comes before
 * one that had its answer already: the counts in memory are linearizable. Three orders race for a cap of one use and one of two, so that
 * nearly every call gets in the way of another, and the clock lets others go first, in the middle of a call too.
 */
class MemoryLimitsAtOnceTest {

    private static final int THREADS = 3;
    private static final int CALLS = 3;
    private static final int HISTORIES = 2_000;
    private static final Instant AT = Instant.parse("2026-11-27T10:00:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Cap LAST = new Cap(Counter.uses("last"), 1);
    private static final Cap TWO = new Cap(Counter.uses("two"), 2);

    /** Something to ask, as a sentence for whoever reads a failure. */
    private record Call(String name, Function<LimitStore, String> question) {}

    /** What was asked and answered, and when by one count of all threads. */
    private record Answered(Call call, String answer, long asked, long told) {
        @Override
        public String toString() {
            return "\n  " + asked + "-" + told + " " + call.name() + " -> " + answer;
        }
    }

    /** Stands where it is set; whoever looks at it lets the others go first. */
    private static final class PoliteClock extends Clock {
        private volatile Instant now = AT;

        @Override
        public Instant instant() {
            Thread.yield();
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    /** The last is held by an order whose time is over, and one of two by one that has time. */
    private static LimitStore begun() {
        PoliteClock clock = new PoliteClock();
        MemoryLimits store = new MemoryLimits(clock);
        store.reserve(new Claim("o1", List.of(new Take(LAST, 1))), MINUTE);
        store.reserve(new Claim("o2", List.of(new Take(TWO, 1))), Duration.ofDays(9));
        clock.now = AT.plus(Duration.ofHours(1));
        return store;
    }

    private static Call call(Random random) {
        String order = "o" + (1 + random.nextInt(3));
        return switch (random.nextInt(10)) {
            case 0 -> new Call("confirm " + order, store -> store.confirm(order).name());
            case 1 -> new Call("release " + order, store -> store.release(order).name());
            case 2 -> new Call("renew " + order, store -> store.renew(order, MINUTE).name());
            case 3 -> new Call("returned " + order, store -> store.returned(new Claim(order, List.of())).name());
            case 4 -> new Call("sweep", store -> "" + store.sweep());
            case 5 -> new Call("tidy", store -> "" + store.tidy(MINUTE));
            case 6 -> new Call("taken", store -> new TreeMap<>(store.taken(List.of(LAST.counter(), TWO.counter()), "nobody")).toString());
            case 7 -> reserving(order, new Take(LAST, 1), new Take(TWO, 1));
            case 8 -> reserving(order, new Take(TWO, 1));
            default -> reserving(order, new Take(LAST, 1));
        };
    }

    private static Call reserving(String order, Take... takes) {
        Claim claim = new Claim(order, List.of(takes));
        return new Call("reserve " + claim, store -> store.reserve(claim, MINUTE).toString());
    }

    @Test
    void answersAreThoseOfSomeOrderOfTheCalls() throws Exception {
        long seed = Long.getLong("limits.seed", System.nanoTime());
        Random random = new Random(seed);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            for (int i = 0; i < HISTORIES; i++) {
                List<List<Answered>> history = history(threads, random);
                assertThat(isSomeOrder(history, new ArrayList<>())).as("seed %d, history %d: %s", seed, i, history).isTrue();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<List<Answered>> history(ExecutorService threads, Random random) throws Exception {
        LimitStore store = begun();
        CyclicBarrier together = new CyclicBarrier(THREADS);
        AtomicLong count = new AtomicLong();
        List<Future<List<Answered>>> running = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            List<Call> calls = random.ints(CALLS).mapToObj(ignored -> call(random)).toList();
            running.add(threads.submit(asking(store, calls, together, count)));
        }
        List<List<Answered>> history = new ArrayList<>();
        for (Future<List<Answered>> one : running) {
            history.add(one.get());
        }
        return history;
    }

    private static Callable<List<Answered>> asking(LimitStore store, List<Call> calls, CyclicBarrier together, AtomicLong count) {
        return () -> {
            List<Answered> answered = new ArrayList<>();
            together.await();
            for (Call call : calls) {
                long asked = count.getAndIncrement();
                String answer = call.question().apply(store);
                answered.add(new Answered(call, answer, asked, count.getAndIncrement()));
            }
            return answered;
        };
    }

    /** Whether the rest can follow these; one after the other the store is its own model, which its contract holds to what it means. */
    private static boolean isSomeOrder(List<List<Answered>> rest, List<Answered> before) {
        List<Answered> heads = rest.stream().filter(calls -> !calls.isEmpty()).map(calls -> calls.get(0)).toList();
        if (heads.isEmpty()) {
            return true;
        }
        long firstTold = heads.stream().mapToLong(Answered::told).min().orElseThrow();
        for (int thread = 0; thread < rest.size(); thread++) {
            List<Answered> calls = rest.get(thread);
            if (!calls.isEmpty() && calls.get(0).asked() < firstTold && answersAlike(before, calls.get(0))) {
                List<List<Answered>> less = new ArrayList<>(rest);
                less.set(thread, calls.subList(1, calls.size()));
                before.add(calls.get(0));
                if (isSomeOrder(less, before)) {
                    return true;
                }
                before.remove(before.size() - 1);
            }
        }
        return false;
    }

    private static boolean answersAlike(List<Answered> before, Answered next) {
        LimitStore store = begun();
        before.forEach(one -> one.call().question().apply(store));
        return next.call().question().apply(store).equals(next.answer());
    }
}
