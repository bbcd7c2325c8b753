package dev.plaindeal.returns;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.report.Receipt;
import dev.plaindeal.report.Receipt.Funders;
import dev.plaindeal.report.Receipt.LinePrice;
import dev.plaindeal.returns.Refund.Back;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The returns of one order, one after another. Immutable: each return makes a new one, and the refunds so far are kept.
 *
 * <p>{@link ReturnPolicy#KEEP_PAID_SHARE} needs the receipt alone. What was paid for a line is spread over its units and
 * rounded half up cumulatively, so that giving them back in any steps gives back exactly what was paid, to the buyer and
 * to each funder.
 *
 * <p>{@link ReturnPolicy#RE_EVALUATE} prices what is kept with the same engine, strategy, moment, codes and limits. The
 * refund is what was paid less the new total, less the refunds before: where a return would cost the buyer money, nothing
 * is asked for, and later refunds are that much smaller.
 *
 * <p>Shipping is given back with the last thing returned. Priced again, the fees of all stores stay in the basket until
 * then, so free shipping that is lost is asked for.
 *
 * <p>Worked number: see {@link Refund}.
 */
public final class Returns {

    private final Receipt receipt;
    private final Optional<Again> again;
    private final Map<String, Integer> back;
    private final Shares now;
    private final List<Refund> refunds;

    private record Again(Basket basket, PromotionEngine engine) {}

    private Returns(Receipt receipt, Optional<Again> again, Map<String, Integer> back, Shares now, List<Refund> refunds) {
        this.receipt = receipt;
        this.again = again;
        this.back = back;
        this.now = now;
        this.refunds = List.copyOf(refunds);
    }

    /** Nothing returned yet; things returned are worth what was paid for them. */
    public static Returns keepingPaidShare(Receipt receipt) {
        return new Returns(receipt, Optional.empty(), Map.of(), Shares.of(receipt), List.of());
    }

    /**
     * Nothing returned yet; what is kept is priced again.
     *
     * @param receipt what was paid
     * @param basket what the receipt was made for
     * @param engine with the rules the receipt was made with; the caller sees to that, {@link Receipt#rules} tells
     * @throws IllegalArgumentException when the basket is not the receipt's: other lines, quantities or prices
     */
    public static Returns reEvaluating(Receipt receipt, Basket basket, PromotionEngine engine) {
        requireSame(receipt, basket);
        return new Returns(
                receipt, Optional.of(new Again(basket, engine)), Map.of(), Shares.of(receipt), List.of());
    }

    private static void requireSame(Receipt receipt, Basket basket) {
        List<String> paid = receipt.lines().stream()
                .map(line -> line.line() + " " + line.quantity() + " " + line.list())
                .toList();
        List<String> asked = basket.lines().stream()
                .map(line -> line.id() + " " + line.quantity() + " " + new Money(line.listPrice(), basket.currency()))
                .toList();
        boolean same = paid.equals(asked)
                && receipt.shipping().equals(new Money(basket.shippingFees(), basket.currency()))
                && receipt.at().equals(basket.at())
                && receipt.market().equals(basket.market());
        if (!same) {
            throw new IllegalArgumentException("the basket is not the one the receipt was made for");
        }
    }

    /** The refunds so far, first return first. */
    public List<Refund> refunds() {
        return refunds;
    }

    /** The refund of the last return; empty when nothing was returned yet. */
    public Optional<Refund> last() {
        return refunds.isEmpty() ? Optional.empty() : Optional.of(refunds.get(refunds.size() - 1));
    }

    /** Given back so far, in all. */
    public Money refunded() {
        Money sum = Money.zero(receipt.currency());
        for (Refund refund : refunds) {
            sum = sum.plus(refund.amount());
        }
        return sum;
    }

    /** How many units of a line can still be returned; 0 for a line that is not there. */
    public int returnable(String line) {
        return receipt.lines().stream()
                .filter(one -> one.line().equals(line))
                .mapToInt(one -> one.quantity() - back.getOrDefault(line, 0))
                .sum();
    }

    /**
     * After one more return.
     *
     * @param units how many of which line, by line id; at least 1 each
     * @throws IllegalArgumentException when nothing is returned, or more of a line than is left
     */
    public Returns with(Map<String, Integer> units) {
        Map<String, Integer> all = new LinkedHashMap<>(back);
        for (Map.Entry<String, Integer> one : units.entrySet()) {
            requireThere(one.getKey(), one.getValue());
            all.merge(one.getKey(), one.getValue(), Integer::sum);
        }
        if (units.isEmpty()) {
            throw new IllegalArgumentException("nothing is returned");
        }
        Shares then = keptAfter(all);
        List<Refund> more = new ArrayList<>(refunds);
        more.add(refund(units, then));
        return new Returns(receipt, again, all, then, more);
    }

    private void requireThere(String line, int units) {
        if (receipt.lines().stream().noneMatch(one -> one.line().equals(line))) {
            throw new IllegalArgumentException("there is no line " + line);
        }
        if (units < 1 || units > returnable(line)) {
            throw new IllegalArgumentException("of line " + line + " there are " + returnable(line) + " to return, not " + units);
        }
    }

    private Shares keptAfter(Map<String, Integer> returned) {
        boolean everything = receipt.lines().stream()
                .allMatch(line -> returned.getOrDefault(line.line(), 0) == line.quantity());
        if (everything) {
            return new Shares(Map.of(), Part.NOTHING);
        }
        return again.map(with -> pricedAgain(with, returned)).orElseGet(() -> paidShare(returned));
    }

    private Shares paidShare(Map<String, Integer> returned) {
        Shares paid = Shares.of(receipt);
        Map<String, Part> kept = new LinkedHashMap<>();
        for (LinePrice line : receipt.lines()) {
            Part whole = paid.line(line.line());
            int units = returned.getOrDefault(line.line(), 0);
            kept.put(line.line(), whole.minus(whole.of(units, line.quantity())));
        }
        return new Shares(kept, paid.shipping());
    }

    private Shares pricedAgain(Again with, Map<String, Integer> returned) {
        List<Line> kept = new ArrayList<>();
        for (Line line : with.basket().lines()) {
            int left = line.quantity() - returned.getOrDefault(line.id(), 0);
            if (left > 0) {
                kept.add(line.times(left));
            }
        }
        return Shares.of(with.engine().evaluate(with.basket().with(kept), receipt.strategy()));
    }

    private Refund refund(Map<String, Integer> units, Shares then) {
        long paid = receipt.total().minor();
        long before = refunded().minor();
        long amount = Math.max(0, paid - then.total() - before);
        List<Back> lines = new ArrayList<>();
        Part sum = now.shipping().minus(then.shipping());
        Back shipping = back("", 0, sum);
        for (LinePrice line : receipt.lines()) {
            Part change = now.line(line.line()).minus(then.line(line.line()));
            int returned = units.getOrDefault(line.line(), 0);
            sum = sum.plus(change);
            if (returned > 0 || !change.equals(Part.NOTHING)) {
                lines.add(back(line.line(), returned, change));
            }
        }
        return new Refund(
                receipt.basket(),
                again.isPresent() ? ReturnPolicy.RE_EVALUATE : ReturnPolicy.KEEP_PAID_SHARE,
                money(amount),
                lines,
                shipping,
                funders(sum),
                money(amount - sum.buyer()),
                money(paid - before - amount));
    }

    private Back back(String line, int quantity, Part part) {
        return new Back(line, quantity, money(part.list()), money(part.buyer()), funders(part));
    }

    private Funders funders(Part part) {
        return new Funders(money(part.platform()), money(part.store()));
    }

    private Money money(long minor) {
        return new Money(minor, receipt.currency());
    }
}
