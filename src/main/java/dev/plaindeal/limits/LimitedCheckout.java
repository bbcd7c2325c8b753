package dev.plaindeal.limits;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.limits.LimitEvent.HostCall;
import dev.plaindeal.limits.Reservation.AlreadyConfirmed;
import dev.plaindeal.limits.Reservation.Exhausted;
import dev.plaindeal.limits.Reservation.Held;
import dev.plaindeal.limits.Reservation.Shortage;
import dev.plaindeal.receipt.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The way from a basket to a price that holds: price it with what is left, set aside what the receipt takes, and where somebody was
 * faster price it again, at most three times, so that the buyer is told the true price before paying.
 *
 * <p>Immutable and thread-safe, as the store is. What the store throws, its callers get.
 *
 * <p>Worked example: two buyers check out with the last use of 5.00 off. One is told 15.00 and holds it; the other is told 20.00, with
 * the promotion refused as {@code limit-reached}, and holds what else the receipt takes.
 */
public final class LimitedCheckout {

    private static final int ROUNDS = 3;

    private final Supplier<PromotionEngine> engine;
    private final LimitStore store;
    private final LimitEar ear;

    private LimitedCheckout(Supplier<PromotionEngine> engine, LimitStore store, LimitEar ear) {
        this.engine = engine;
        this.store = store;
        this.ear = ear;
    }

    /**
     * A checkout that nobody hears.
     *
     * @param engine asked for each order: of a reloading engine {@code reloading::engine}
     * @param store keeps the counts
     */
    public static LimitedCheckout of(Supplier<PromotionEngine> engine, LimitStore store) {
        return new LimitedCheckout(engine, store, new LimitEar(event -> {}));
    }

    /** The same, heard by this listener instead of the one before. */
    public LimitedCheckout heardBy(LimitListener other) {
        return new LimitedCheckout(engine, store, new LimitEar(other));
    }

    /** The same on another view of the store, for instance {@code limits.within(connection)}. */
    public LimitedCheckout on(LimitStore other) {
        return new LimitedCheckout(engine, other, ear);
    }

    /**
     * Prices an order and sets aside what that takes. Called again with the same key, for instance with a basket that has changed, it holds
     * just what the new price takes.
     *
     * @param order the host's key of this checkout, see {@link Claim}
     * @param basket as typed; what it tells of limits itself stays where that is less
     * @param time how long the buyer has to pay
     */
    public Checkout price(String order, Basket basket, Duration time) {
        PromotionEngine current = engine.get();
        BasketCaps caps = BasketCaps.of(current, basket);
        List<Shortage> ranOut = new ArrayList<>();
        for (int round = 1; round <= ROUNDS; round++) {
            Receipt receipt = current.evaluate(told(caps, order, round, ranOut));
            Reservation reservation = store.reserve(caps.claim(order, receipt), time);
            if (reservation instanceof Held held) {
                ear.tell(new LimitEvent.WasHeld(round));
                return new Checkout.Reserved(receipt, held.until(), ranOut, caps.uncounted(receipt));
            }
            if (reservation instanceof AlreadyConfirmed) {
                return new Checkout.AlreadyPaid(order);
            }
            List<Shortage> shortages = ((Exhausted) reservation).shortages();
            ranOut.addAll(shortages);
            ear.tell(new LimitEvent.RanOut(promotions(shortages)));
        }
        ear.tell(new LimitEvent.GaveUp());
        return new Checkout.TooBusy(ranOut);
    }

    /** In the last round what is being raced for is left to the others, so that the rest is had. */
    private Basket told(BasketCaps caps, String order, int round, List<Shortage> ranOut) {
        boolean last = round == ROUNDS;
        return caps.told(store, order, last ? ranOut.stream().map(shortage -> shortage.take().counter()).collect(Collectors.toSet()) : Set.of());
    }

    private static List<String> promotions(List<Shortage> shortages) {
        return shortages.stream().map(shortage -> shortage.take().counter().owner()).distinct().sorted().toList();
    }

    /** The order is paid; see {@link LimitStore#confirm}. */
    public HoldState confirm(String order) {
        return told(HostCall.CONFIRM, store.confirm(order));
    }

    /** The order is given up; see {@link LimitStore#release}. */
    public HoldState release(String order) {
        return told(HostCall.RELEASE, store.release(order));
    }

    /** The buyer needs longer; see {@link LimitStore#renew}. */
    public HoldState renew(String order, Duration time) {
        return told(HostCall.RENEW, store.renew(order, time));
    }

    /** Things came back; see {@link LimitStore#returned}. */
    public HoldState returned(Claim kept) {
        return told(HostCall.RETURN, store.returned(kept));
    }

    /** Lapses what is over; see {@link LimitStore#sweep}. */
    public int sweep() {
        int orders = store.sweep();
        if (orders > 0) {
            ear.tell(new LimitEvent.Lapsed(orders));
        }
        return orders;
    }

    private HoldState told(HostCall asked, HoldState state) {
        ear.tell(new LimitEvent.Answered(asked, state));
        return state;
    }
}
