package dev.plaindeal.backtest;

import java.math.BigInteger;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How a limit was used up under one rule book. Counted in the order of time; not thread-safe on the way.
 *
 * <p>A limit ends with the order that takes the last of it, or the first that cannot have it although it asks for it: a discount is given
 * whole or not at all, so that a little may be left over.
 */
public final class LimitUse {

    private long most;
    private BigInteger taken = BigInteger.ZERO;
    private Optional<ZonedDateTime> ended = Optional.empty();
    private String endedBy = "";
    private long refused;
    private final Map<String, BigInteger[]> paid = new TreeMap<>();

    LimitUse() {}

    void allow(long atMost) {
        most = Math.max(most, atMost);
    }

    void take(long amount) {
        taken = taken.add(BigInteger.valueOf(amount));
    }

    void end(ZonedDateTime at, String order) {
        if (ended.isEmpty()) {
            ended = Optional.of(at);
            endedBy = order;
        }
    }

    void refuse(String currency, long pays, long wouldPay) {
        refused++;
        BigInteger[] sums = paid.computeIfAbsent(currency, first -> new BigInteger[] {BigInteger.ZERO, BigInteger.ZERO});
        sums[0] = sums[0].add(BigInteger.valueOf(pays));
        sums[1] = sums[1].add(BigInteger.valueOf(wouldPay));
    }

    /** How much there is: uses, items or minor units; of each buyer or code. */
    public long most() {
        return most;
    }

    /** How much of it was taken, by all together. */
    public BigInteger taken() {
        return taken;
    }

    /** When it ended, on the clocks of the market of the order that ended it; empty where it did not, or is of each buyer or code. */
    public Optional<ZonedDateTime> ended() {
        return ended;
    }

    /** The order that took the last of it or was the first that could not have it; empty where it did not end. */
    public String endedBy() {
        return endedBy;
    }

    /** Orders that asked for the promotion and were refused for this limit. */
    public long refused() {
        return refused;
    }

    /** What those paid, in minor units by currency. */
    public Map<String, BigInteger> paid() {
        return sums(0);
    }

    /** What they would have paid had no limit been reached. */
    public Map<String, BigInteger> wouldHavePaid() {
        return sums(1);
    }

    private Map<String, BigInteger> sums(int index) {
        Map<String, BigInteger> sums = new TreeMap<>();
        paid.forEach((currency, both) -> sums.put(currency, both[index]));
        return sums;
    }
}
