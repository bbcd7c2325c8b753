package dev.plaindeal.limits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.limits.Reservation.AlreadyConfirmed;
import dev.plaindeal.limits.Reservation.Exhausted;
import dev.plaindeal.limits.Reservation.Held;
import dev.plaindeal.limits.Reservation.Shortage;
import dev.plaindeal.money.Currency;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store does, run on each of them. */
abstract class LimitStoreContract {

    static final Duration QUARTER = Duration.ofMinutes(15);
    private static final int THREADS = 8;

    final SetClock clock = new SetClock(Instant.parse("2026-11-27T10:00:00Z"));
    private LimitStore store;

    /** Nothing taken yet. */
    abstract LimitStore empty(Clock clock);

    @BeforeEach
    void begin() {
        store = empty(clock);
    }

    static Cap uses(String name, long most) {
        return new Cap(Counter.uses(name), most);
    }

    static Cap usd(String name, long most) {
        return new Cap(Counter.money(name, Currency.of("USD")), most);
    }

    static Take one(Cap cap) {
        return new Take(cap, 1);
    }

    static Claim claim(String order, Take... takes) {
        return new Claim(order, List.of(takes));
    }

    private Reservation reserve(String order, Take... takes) {
        return store.reserve(claim(order, takes), QUARTER);
    }

    /** What nobody in particular sees as taken. */
    private long taken(Cap cap) {
        return store.taken(List.of(cap.counter()), "somebody else").get(cap.counter());
    }

    private static Exhausted exhausted(Shortage... shortages) {
        return new Exhausted(List.of(shortages));
    }

    @Test
    void whatIsHeldIsTakenUntilItIsReleased() {
        Cap cap = uses("ten", 2);
        assertThat(reserve("a", one(cap))).isEqualTo(new Held("a", clock.instant().plus(QUARTER), List.of(one(cap))));
        assertThat(reserve("b", one(cap))).isInstanceOf(Held.class);
        assertThat(reserve("c", one(cap))).isEqualTo(exhausted(new Shortage(one(cap), 0)));
        assertThat(store.release("a")).isEqualTo(HoldState.RELEASED);
        assertThat(store.release("a")).isEqualTo(HoldState.RELEASED);
        assertThat(taken(cap)).isEqualTo(1);
        assertThat(reserve("c", one(cap))).isInstanceOf(Held.class);
        assertThat(reserve("a", one(cap))).isInstanceOf(Exhausted.class);
    }

    @Test
    void aRetryCountsOnce() {
        Cap cap = uses("ten", 5);
        for (int i = 0; i < 3; i++) {
            assertThat(reserve("a", one(cap), new Take(usd("ten", 1_000), 300))).isInstanceOf(Held.class);
        }
        assertThat(taken(cap)).isEqualTo(1);
        assertThat(taken(usd("ten", 1_000))).isEqualTo(300);
        assertThat(store.confirm("a")).isEqualTo(HoldState.CONFIRMED);
        assertThat(store.confirm("a")).isEqualTo(HoldState.CONFIRMED);
        assertThat(reserve("a", one(cap))).isEqualTo(new AlreadyConfirmed("a"));
        assertThat(taken(cap)).isEqualTo(1);
    }

    @Test
    void anOrderIsNotCountedAgainstItself() {
        Cap cap = uses("last", 1);
        reserve("a", one(cap));
        assertThat(store.taken(List.of(cap.counter()), "a")).containsEntry(cap.counter(), 0L);
        assertThat(store.taken(List.of(cap.counter()), "b")).containsEntry(cap.counter(), 1L);
        assertThat(reserve("a", one(cap))).isInstanceOf(Held.class);
        Cap money = usd("fund", 100);
        reserve("m", new Take(money, 80));
        assertThat(reserve("m", new Take(money, 90))).isInstanceOf(Held.class);
        assertThat(taken(money)).isEqualTo(90);
        assertThat(reserve("m", new Take(money, 101))).isEqualTo(exhausted(new Shortage(new Take(money, 101), 100)));
        assertThat(taken(money)).isEqualTo(90);
        reserve("m", new Take(money, 10));
        assertThat(taken(money)).isEqualTo(10);
    }

    @Test
    void allOrNone() {
        Cap plenty = uses("a-plenty", 10);
        Cap gone = uses("b-gone", 1);
        Cap little = usd("c-little", 500);
        reserve("first", one(gone));
        Reservation refused = reserve("second", one(plenty), one(gone), new Take(little, 501));
        assertThat(refused).isEqualTo(exhausted(new Shortage(one(gone), 0), new Shortage(new Take(little, 501), 500)));
        assertThat(taken(plenty)).isZero();
        assertThat(taken(little)).isZero();
        assertThat(store.state("second")).isEqualTo(HoldState.UNKNOWN);
    }

    @Test
    void aChangedBasketHoldsJustWhatItTakesNow() {
        Cap one = uses("one", 1);
        Cap two = uses("two", 1);
        Cap three = uses("three", 1);
        reserve("a", one(one), one(two));
        reserve("b", one(three));
        assertThat(reserve("a", one(two), one(three))).isEqualTo(exhausted(new Shortage(one(three), 0)));
        assertThat(taken(one)).as("it still holds what it held").isEqualTo(1);
        store.release("b");
        assertThat(reserve("a", one(two), one(three))).isInstanceOf(Held.class);
        assertThat(List.of(taken(one), taken(two), taken(three))).containsExactly(0L, 1L, 1L);
        assertThat(reserve("a")).isInstanceOf(Held.class);
        assertThat(List.of(taken(one), taken(two), taken(three))).containsExactly(0L, 0L, 0L);
        assertThat(store.confirm("a")).as("an order with nothing limited confirms too").isEqualTo(HoldState.CONFIRMED);
    }

    @Test
    void whatIsOverLapsesAndALateConfirmIsTold() {
        Cap cap = uses("ten", 1);
        reserve("a", one(cap));
        clock.pass(QUARTER.minusSeconds(1));
        assertThat(store.sweep()).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(store.sweep()).isEqualTo(1);
        assertThat(store.sweep()).isZero();
        assertThat(taken(cap)).isZero();
        assertThat(store.confirm("a")).isEqualTo(HoldState.LAPSED);
        assertThat(store.renew("a", QUARTER)).isEqualTo(HoldState.LAPSED);
        assertThat(store.release("a")).isEqualTo(HoldState.LAPSED);
        assertThat(reserve("a", one(cap))).isInstanceOf(Held.class);
        assertThat(store.confirm("a")).isEqualTo(HoldState.CONFIRMED);
        clock.pass(QUARTER);
        assertThat(store.sweep()).isZero();
        assertThat(taken(cap)).isEqualTo(1);
    }

    @Test
    void whatIsOverButNotSweptStillConfirms() {
        Cap cap = uses("ten", 1);
        reserve("a", one(cap));
        clock.pass(QUARTER.multipliedBy(2));
        assertThat(store.confirm("a")).isEqualTo(HoldState.CONFIRMED);
        assertThat(store.sweep()).isZero();
        assertThat(taken(cap)).isEqualTo(1);
    }

    @Test
    void exhaustedIsSaidOfLiveHoldsOnly() {
        Cap cap = uses("ten", 1);
        reserve("a", one(cap));
        clock.pass(QUARTER);
        assertThat(reserve("b", one(cap))).isInstanceOf(Held.class);
        assertThat(store.state("a")).isEqualTo(HoldState.LAPSED);
    }

    @Test
    void renewingHoldsLongerAndNeverShorter() {
        Cap cap = uses("ten", 1);
        reserve("a", one(cap));
        assertThat(store.renew("a", Duration.ofSeconds(1))).isEqualTo(HoldState.HELD);
        clock.pass(QUARTER.minusSeconds(1));
        assertThat(store.sweep()).isZero();
        assertThat(store.renew("a", QUARTER)).isEqualTo(HoldState.HELD);
        clock.pass(QUARTER.minusSeconds(1));
        assertThat(store.sweep()).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(store.sweep()).isEqualTo(1);
    }

    @Test
    void aReturnGivesBackToTheUnitOnce() {
        Cap use = uses("ten", 5);
        Cap money = usd("ten", 10_000);
        reserve("a", one(use), new Take(money, 1_000));
        assertThat(store.returned(claim("a"))).as("nothing is paid yet").isEqualTo(HoldState.HELD);
        assertThat(taken(money)).isEqualTo(1_000);
        store.confirm("a");
        for (int i = 0; i < 2; i++) {
            assertThat(store.returned(claim("a", one(use), new Take(money, 667)))).isEqualTo(HoldState.CONFIRMED);
            assertThat(taken(money)).isEqualTo(667);
            assertThat(taken(use)).isEqualTo(1);
        }
        store.returned(claim("a", one(use), new Take(money, 900), one(uses("never taken", 5))));
        assertThat(taken(money)).as("a return takes nothing").isEqualTo(667);
        assertThat(taken(uses("never taken", 5))).isZero();
        store.returned(claim("a"));
        assertThat(taken(money)).isZero();
        assertThat(taken(use)).isZero();
        assertThat(store.state("a")).isEqualTo(HoldState.CONFIRMED);
    }

    @Test
    void nothingIsKnownOfOthers() {
        assertThat(List.of(store.confirm("x"), store.release("x"), store.renew("x", QUARTER), store.returned(claim("x")), store.state("x")))
                .containsOnly(HoldState.UNKNOWN);
    }

    @Test
    void aConfirmedOrderIsNotReleased() {
        Cap cap = uses("ten", 1);
        reserve("a", one(cap));
        store.confirm("a");
        assertThat(store.release("a")).isEqualTo(HoldState.CONFIRMED);
        assertThat(taken(cap)).isEqualTo(1);
    }

    @Test
    void capsMayChange() {
        Counter counter = Counter.uses("ten");
        for (int i = 0; i < 5; i++) {
            reserve("o" + i, one(new Cap(counter, 5)));
        }
        assertThat(reserve("p", one(new Cap(counter, 3)))).isEqualTo(exhausted(new Shortage(one(new Cap(counter, 3)), 0)));
        assertThat(reserve("o4", one(new Cap(counter, 3)))).as("what is held stays held, also where a cap was lowered").isInstanceOf(Held.class);
        assertThat(reserve("p", one(new Cap(counter, 6)))).isInstanceOf(Held.class);
        assertThat(reserve("q", one(new Cap(counter, 6)))).isInstanceOf(Exhausted.class);
        store.release("o0");
        store.release("o1");
        assertThat(reserve("q", one(new Cap(counter, 5)))).isInstanceOf(Held.class);
        assertThat(reserve("r", one(new Cap(counter, 5)))).isInstanceOf(Exhausted.class);
        assertThat(reserve("r", one(new Cap(counter, 0)))).isInstanceOf(Exhausted.class);
    }

    @Test
    void theLargestNumbersNeitherWrapNorFail() {
        Cap cap = usd("fund", Long.MAX_VALUE);
        assertThat(reserve("a", new Take(cap, Long.MAX_VALUE - 1))).isInstanceOf(Held.class);
        assertThat(reserve("b", new Take(cap, 2))).isEqualTo(exhausted(new Shortage(new Take(cap, 2), 1)));
        assertThat(reserve("b", new Take(cap, Long.MAX_VALUE))).isEqualTo(exhausted(new Shortage(new Take(cap, Long.MAX_VALUE), 1)));
        assertThat(reserve("b", one(cap))).isInstanceOf(Held.class);
        assertThat(reserve("a", new Take(cap, Long.MAX_VALUE))).isInstanceOf(Exhausted.class);
    }

    @Test
    void hostileNamesAreNamesOrRefused() {
        List<String> names = List.of("' or 1=1; drop table x; --", "a{b,\"c\"}", "\\x00", "null", "NULL", "{}", "é 😀", "a\u00a0b", " ",
                "x".repeat(200));
        for (String name : names) {
            assertThat(reserve(name, one(uses(name, 1)))).as(name).isInstanceOf(Held.class);
            assertThat(taken(uses(name, 1))).as(name).isEqualTo(1);
            assertThat(store.confirm(name)).as(name).isEqualTo(HoldState.CONFIRMED);
        }
        for (String name : List.of("", "a\u0000b", "a\nb", "\ud800", "x".repeat(201))) {
            assertThatThrownBy(() -> store.confirm(name)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("the key of an order");
            assertThatThrownBy(() -> reserve(name)).isInstanceOf(IllegalArgumentException.class);
        }
        assertThatThrownBy(() -> store.reserve(claim("a"), Duration.ZERO)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> store.renew("a", Duration.ofDays(367))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatEndedLongAgoIsForgottenAndNothingElse() {
        Duration returnable = Duration.ofDays(30);
        Cap cap = uses("ten", 10);
        for (String order : List.of("paid", "returned", "released", "lapsed", "late", "held")) {
            store.reserve(claim(order, one(cap)), order.equals("held") ? Duration.ofDays(60) : QUARTER);
        }
        store.confirm("paid");
        store.confirm("returned");
        store.returned(claim("returned"));
        store.release("released");
        clock.pass(QUARTER);
        assertThat(store.confirm("late")).as("over, but not swept").isEqualTo(HoldState.CONFIRMED);
        assertThat(store.sweep()).isEqualTo(1);
        assertThat(store.tidy(returnable)).isZero();
        clock.pass(returnable.minus(QUARTER).plusSeconds(1));
        assertThat(store.tidy(returnable)).as("the others' time was over a quarter later").isZero();
        clock.pass(QUARTER);
        assertThat(store.tidy(returnable)).isEqualTo(5);
        assertThat(store.tidy(returnable)).isZero();
        for (String order : List.of("paid", "returned", "released", "lapsed", "late")) {
            assertThat(store.state(order)).as(order).isEqualTo(HoldState.UNKNOWN);
        }
        assertThat(taken(cap)).as("paid, late and held").isEqualTo(3);
        assertThat(store.returned(claim("paid"))).as("too late").isEqualTo(HoldState.UNKNOWN);
        assertThat(taken(cap)).isEqualTo(3);
        assertThat(store.confirm("held")).isEqualTo(HoldState.CONFIRMED);
        for (Duration wrong : List.of(Duration.ZERO, Duration.ofDays(-1), Duration.ofDays(36_601))) {
            assertThatThrownBy(() -> store.tidy(wrong)).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("after its end");
        }
    }

    /** A hold that is over and was not swept is no end: it can still be confirmed, and be returned for as long as any other. */
    @Test
    void whatIsHeldIsNeverForgottenAndCountsFromItsConfirmation() {
        Cap cap = uses("ten", 10);
        reserve("old", one(cap));
        clock.pass(Duration.ofDays(100));
        assertThat(store.tidy(Duration.ofDays(1))).isZero();
        assertThat(store.confirm("old")).isEqualTo(HoldState.CONFIRMED);
        clock.pass(Duration.ofDays(1));
        assertThat(store.tidy(Duration.ofDays(1))).isZero();
        assertThat(store.returned(claim("old"))).isEqualTo(HoldState.CONFIRMED);
        assertThat(taken(cap)).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(store.tidy(Duration.ofDays(1))).isEqualTo(1);
    }

    static void together(int threads, Callable<?> work) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < threads; i++) {
                all.add(pool.submit(work));
            }
            for (Future<?> one : all) {
                one.get();
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void aCapThatIsRacedForEndsFullAndNoFuller() throws Exception {
        Cap cap = uses("raced", 200);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        together(THREADS, () -> {
            for (int order = next.getAndIncrement(); order < 400; order = next.getAndIncrement()) {
                if (reserve("race-" + order, one(cap)) instanceof Held) {
                    held.incrementAndGet();
                }
            }
            return null;
        });
        assertThat(held).hasValue(200);
        assertThat(taken(cap)).isEqualTo(200);
    }

    @Test
    void oneOrderTriedByManyAtOnceCountsOnce() throws Exception {
        Cap cap = uses("raced", 200);
        together(THREADS, () -> reserve("same", one(cap), one(uses("other", 1))));
        assertThat(taken(cap)).isEqualTo(1);
        together(THREADS, () -> store.confirm("same"));
        together(THREADS, () -> store.returned(claim("same")));
        assertThat(taken(cap)).isZero();
    }

    // The five fixes that were tried elsewhere before the one that held (vendure#4660), each as a test that it would not pass.

    /** A lock that ends before the order is settled lets a second one in between. */
    @Test
    void mistakeLockReleasedBeforeSettling() throws Exception {
        Cap cap = uses("ten", 10);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger paid = new AtomicInteger();
        together(THREADS, () -> {
            for (int order = next.getAndIncrement(); order < 60; order = next.getAndIncrement()) {
                boolean held = reserve("o" + order, one(cap)) instanceof Held;
                paid.addAndGet(held && store.confirm("o" + order) == HoldState.CONFIRMED ? 1 : 0);
            }
            return null;
        });
        assertThat(paid).hasValue(10);
        assertThat(taken(cap)).isEqualTo(10);
    }

    /** The last use held by the order itself is not "used up" when the order asks again, before it confirms or in a retry. */
    @Test
    void mistakeOwnOrderCountedAgainstItself() {
        Cap cap = uses("last", 1);
        reserve("mine", one(cap));
        assertThat(store.taken(List.of(cap.counter()), "mine")).containsEntry(cap.counter(), 0L);
        assertThat(reserve("mine", one(cap))).isInstanceOf(Held.class);
        assertThat(store.confirm("mine")).isEqualTo(HoldState.CONFIRMED);
        assertThat(store.taken(List.of(cap.counter()), "mine")).containsEntry(cap.counter(), 0L);
        assertThat(taken(cap)).isEqualTo(1);
    }

    /** All see one left, and then all try. */
    @Test
    void mistakeCheckOutsideTheTransaction() throws Exception {
        Cap cap = uses("last", 1);
        CyclicBarrier allHaveLooked = new CyclicBarrier(THREADS);
        AtomicInteger next = new AtomicInteger();
        AtomicInteger held = new AtomicInteger();
        together(THREADS, () -> {
            assertThat(taken(cap)).isZero();
            allHaveLooked.await();
            held.addAndGet(reserve("o" + next.incrementAndGet(), one(cap)) instanceof Held ? 1 : 0);
            return null;
        });
        assertThat(held).hasValue(1);
    }

    /** Who was told that nothing is left cannot pay all the same. */
    @Test
    void mistakeResultOfTheIncrementIgnored() {
        Cap cap = uses("last", 1);
        reserve("first", one(cap));
        assertThat(reserve("second", one(cap))).isInstanceOf(Exhausted.class);
        assertThat(store.confirm("second")).isEqualTo(HoldState.UNKNOWN);
        assertThat(store.confirm("first")).isEqualTo(HoldState.CONFIRMED);
        assertThat(taken(cap)).isEqualTo(1);
    }

    /** The answer got lost, and the caller asks again, several times and at once; so does the one who hears of the payment. */
    @Test
    void mistakeRetryCountedTwice() throws Exception {
        Cap cap = uses("ten", 10);
        together(THREADS, () -> reserve("mine", one(cap)));
        together(THREADS, () -> store.confirm("mine"));
        assertThat(reserve("mine", one(cap))).isEqualTo(new AlreadyConfirmed("mine"));
        assertThat(taken(cap)).isEqualTo(1);
        together(THREADS, () -> store.returned(claim("mine")));
        assertThat(taken(cap)).isZero();
    }

    /** Whatever threads do at once: what is counted is what orders say they hold, and no cap is passed. */
    @Test
    void countsAreWhatOrdersHold() throws Exception {
        long seed = Long.getLong("limits.seed", System.nanoTime());
        List<Cap> caps = IntStream.range(0, 4).mapToObj(i -> uses("cap-" + i, 3 + i)).toList();
        AtomicLong threads = new AtomicLong();
        together(THREADS, () -> {
            Random random = new Random(seed + threads.incrementAndGet());
            for (int i = 0; i < 60; i++) {
                act("order-" + random.nextInt(6), random, caps);
            }
            return null;
        });
        long[] sums = new long[caps.size()];
        for (int order = 0; order < 6; order++) {
            for (int i = 0; i < sums.length; i++) {
                Cap cap = caps.get(i);
                sums[i] += taken(cap) - store.taken(List.of(cap.counter()), "order-" + order).get(cap.counter());
            }
        }
        for (int i = 0; i < sums.length; i++) {
            assertThat(taken(caps.get(i))).as("seed %d, %s", seed, Arrays.toString(sums)).isEqualTo(sums[i]).isBetween(0L, caps.get(i).most());
        }
        for (int order = 0; order < 6; order++) {
            store.release("order-" + order);
            store.returned(claim("order-" + order));
        }
        caps.forEach(cap -> assertThat(taken(cap)).as("seed %d", seed).isZero());
    }

    private void act(String order, Random random, List<Cap> caps) {
        switch (random.nextInt(6)) {
            case 0 -> store.confirm(random.nextInt(4) == 0 ? order : "nobody");
            case 1 -> store.release(order);
            case 2 -> store.returned(claim(order));
            default -> reserve(order, caps.stream()
                    .filter(cap -> random.nextBoolean())
                    .map(cap -> new Take(cap, 1 + random.nextInt(2)))
                    .toArray(Take[]::new));
        }
    }
}
