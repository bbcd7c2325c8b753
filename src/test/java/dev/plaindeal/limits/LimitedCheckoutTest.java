package dev.plaindeal.limits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.micrometer.MicrometerLimits;
import dev.plaindeal.receipt.Receipt;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** A buyer is told the true price before paying. */
class LimitedCheckoutTest {

    private static final Instant AT = Instant.parse("2026-11-27T17:00:00Z");
    private static final Duration QUARTER = Duration.ofMinutes(15);

    private final SetClock clock = new SetClock(AT);
    private final MemoryLimits store = new MemoryLimits(clock);
    private final List<LimitEvent> events = new ArrayList<>();

    private static PromotionEngine engine(String words) {
        return BasketCapsTest.engine("PlatformBasket( market == \"US\" )", words);
    }

    private static Basket basket(String buyer) {
        return Basket.builder("b", "US", "USD", AT).buyer(new Buyer(buyer, false, 0, Set.of())).line("tea", "shop", "20.00", 1).build();
    }

    private static LimitedCheckout on(PromotionEngine engine, LimitStore store, List<LimitEvent> heard) {
        return LimitedCheckout.of(() -> engine, store).heardBy(heard::add);
    }

    private static long pays(Checkout checkout) {
        return ((Checkout.Reserved) checkout).receipt().total().minor();
    }

    @Test
    void theOneWhoIsSlowerIsToldBeforePaying() {
        LimitedCheckout checkout = on(engine("amountOff(\"USD 5\").limitInAll(1)"), store, events);
        assertThat(pays(checkout.price("first", basket("ann"), QUARTER))).isEqualTo(1_500);
        Receipt second = ((Checkout.Reserved) checkout.price("second", basket("bea"), QUARTER)).receipt();
        assertThat(second.total().minor()).isEqualTo(2_000);
        assertThat(second.rejected()).extracting(Receipt.Rejected::reason).containsExactly("limit-reached");
        assertThat(checkout.confirm("first")).isEqualTo(HoldState.CONFIRMED);
        assertThat(checkout.confirm("second")).isEqualTo(HoldState.CONFIRMED);
        assertThat(checkout.price("first", basket("ann"), QUARTER)).isEqualTo(new Checkout.AlreadyPaid("first"));
        assertThat(events).containsExactly(new LimitEvent.WasHeld(1), new LimitEvent.WasHeld(1),
                new LimitEvent.Answered(LimitEvent.HostCall.CONFIRM, HoldState.CONFIRMED),
                new LimitEvent.Answered(LimitEvent.HostCall.CONFIRM, HoldState.CONFIRMED));
    }

    /** Others act between being asked what is left and reserving. */
    private static class Raced implements LimitStore {
        private final LimitStore real;
        private final Deque<Runnable> others;

        Raced(LimitStore real, Deque<Runnable> others) {
            this.real = real;
            this.others = others;
        }

        @Override
        public Reservation reserve(Claim claim, Duration time) {
            if (!others.isEmpty()) {
                others.pop().run();
            }
            return real.reserve(claim, time);
        }

        @Override
        public Map<Counter, Long> taken(Collection<Counter> counters, String order) {
            return real.taken(counters, order);
        }

        @Override
        public HoldState renew(String order, Duration time) {
            return real.renew(order, time);
        }

        @Override
        public HoldState confirm(String order) {
            return real.confirm(order);
        }

        @Override
        public HoldState release(String order) {
            return real.release(order);
        }

        @Override
        public HoldState returned(Claim kept) {
            return real.returned(kept);
        }

        @Override
        public HoldState state(String order) {
            return real.state(order);
        }

        @Override
        public int sweep() {
            return real.sweep();
        }

        @Override
        public int tidy(Duration kept) {
            return real.tidy(kept);
        }
    }

    private static Claim uses(String order, long amount) {
        return new Claim(order, List.of(new Take(new Cap(Counter.uses("deal"), 10), amount)));
    }

    @Test
    void whoIsOvertakenIsPricedAgain() {
        Deque<Runnable> others = new ArrayDeque<>(List.of(() -> store.reserve(uses("other", 10), QUARTER)));
        LimitedCheckout checkout = on(engine("amountOff(\"USD 5\").limitInAll(10)"), new Raced(store, others), events);
        Checkout.Reserved told = (Checkout.Reserved) checkout.price("mine", basket("ann"), QUARTER);
        assertThat(told.receipt().total().minor()).isEqualTo(2_000);
        assertThat(told.ranOut()).hasSize(1);
        assertThat(events).containsExactly(new LimitEvent.RanOut(List.of("deal")), new LimitEvent.WasHeld(2));
    }

    @Test
    void inTheThirdRoundWhatIsRacedForIsLeftToOthers() {
        Deque<Runnable> others = new ArrayDeque<>(List.of(
                () -> store.reserve(uses("other", 10), QUARTER),
                () -> {},
                () -> store.reserve(uses("other", 10), QUARTER)));
        LimitStore flickering = new Raced(store, others) {
            @Override
            public Map<Counter, Long> taken(Collection<Counter> counters, String order) {
                return Map.of();
            }
        };
        LimitedCheckout checkout = on(engine("amountOff(\"USD 5\").limitInAll(10)"), flickering, events);
        assertThat(pays(checkout.price("mine", basket("ann"), QUARTER))).isEqualTo(2_000);
        assertThat(events).last().isEqualTo(new LimitEvent.WasHeld(3));
    }

    @Test
    void aListenerThatFailsCostsNobodyThePrice() {
        PromotionEngine engine = engine("amountOff(\"USD 5\").limitInAll(1)");
        List<Throwable> failures = List.of(new IllegalStateException("ann@example.com"), new StackOverflowError(), new LinkageError("a class is missing"));
        Deque<Throwable> left = new ArrayDeque<>(failures);
        LimitedCheckout checkout = LimitedCheckout.of(() -> engine, store).heardBy(event -> LimitedCheckoutTest.<RuntimeException>fail(left.pop()));
        assertThat(pays(checkout.price("a", basket("ann"), QUARTER))).isEqualTo(1_500);
        assertThat(checkout.confirm("a")).isEqualTo(HoldState.CONFIRMED);
        assertThat(checkout.on(store).release("a")).isEqualTo(HoldState.CONFIRMED);
        assertThat(left).as("each was heard").isEmpty();
    }

    /** Whatever it is, as a listener compiled against another version may. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> void fail(Throwable failure) throws T {
        throw (T) failure;
    }

    @Test
    void eachEventIsAMeter() {
        SimpleMeterRegistry registry = new SimpleMeterRegistry();
        MicrometerLimits meters = new MicrometerLimits(registry);
        List.of(new LimitEvent.WasHeld(2), new LimitEvent.RanOut(List.of("deal", "code/TEA")), new LimitEvent.GaveUp(),
                new LimitEvent.Answered(LimitEvent.HostCall.CONFIRM, HoldState.LAPSED), new LimitEvent.Lapsed(7)).forEach(meters::happened);
        Set<String> seen = new TreeSet<>();
        registry.getMeters().forEach(meter -> seen.add(meter.getId().getName() + " " + meter.getId().getTags() + " "
                + (int) meter.measure().iterator().next().getValue()));
        assertThat(seen).containsExactly(
                "plaindeal.limits.asked [tag(asked=confirm), tag(state=lapsed)] 1",
                "plaindeal.limits.gave.up [] 1",
                "plaindeal.limits.held [tag(rounds=2)] 1",
                "plaindeal.limits.lapsed [] 7",
                "plaindeal.limits.ran.out [tag(of=code/TEA)] 1",
                "plaindeal.limits.ran.out [tag(of=deal)] 1");
    }
}
