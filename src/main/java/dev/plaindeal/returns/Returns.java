package dev.plaindeal.returns;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt.BalancePayment;
import dev.plaindeal.receipt.Receipt.Funders;
import dev.plaindeal.receipt.Receipt.LinePrice;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptSums;
import dev.plaindeal.returns.Refund.Back;
import dev.plaindeal.returns.Refund.BalanceBack;
import dev.plaindeal.returns.Refund.GiftBack;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
 * <p>Gifts are asked back once what is kept does not earn them. By the paid share the rules are not asked: a store's gift is to
 * come back with the last thing of that store, one of the platform with the last thing of the order, and until then each refund
 * names it as not checked. Where a promotion says what its gift is worth, that is taken off the refund once it is no longer earned,
 * unless the gift is told to have come back, {@link #withGiftsBack}.
 *
 * <p>What was paid from a balance goes back to it first, in whole units; money comes back after that.
 *
 * <p>What was promised for later goes with the things it was promised on: by the paid share their part of it, priced again what the
 * things kept do not earn any more. It is told beside the money, and never more is promised than before.
 *
 * <p>Nothing remembers a return but this: a host keeps the returns of an order, or replays them from the receipt, first one
 * first. Whoever starts anew from the receipt can give the same thing back twice.
 *
 * <p>Worked number: see {@link Refund}.
 */
public final class Returns {

    private final Receipt receipt;
    private final Optional<Again> again;
    private final Map<String, Integer> back;
    private final KeptShares now;
    private final GiftsSettled settled;
    private final List<Refund> refunds;

    /** Who paid what of the things kept, the gifts the buyer holds, and what is promised for later. */
    private record KeptShares(Shares shares, Gifts gifts, HeldPromises later) {}

    /**
     * What became of gifts.
     *
     * @param back how many of which sku came back and were not asked for yet
     * @param paid minor units taken off refunds so far for those kept
     */
    private record GiftsSettled(Map<String, Integer> back, long paid) {
        static final GiftsSettled NONE = new GiftsSettled(Map.of(), 0);
    }

    private record Again(Basket basket, PromotionEngine engine) {}

    private Returns(Receipt receipt, Optional<Again> again, Map<String, Integer> back, KeptShares now, GiftsSettled settled, List<Refund> refunds) {
        this.receipt = receipt;
        this.again = again;
        this.back = back;
        this.now = now;
        this.settled = settled;
        this.refunds = List.copyOf(refunds);
    }

    /**
     * Nothing returned yet; things returned are worth what was paid for them.
     *
     * @throws ProblemException when the receipt does not add up
     */
    public static Returns keepingPaidShare(Receipt receipt) {
        requireSums(receipt);
        return new Returns(receipt, Optional.empty(), Map.of(), kept(receipt, Gifts.of(receipt), HeldPromises.of(receipt)), GiftsSettled.NONE, List.of());
    }

    /**
     * Nothing returned yet; what is kept is priced again.
     *
     * @param receipt what was paid
     * @param basket what the receipt was made for
     * @param engine with the rules the receipt was made with, {@link Receipt#rules} tells
     * @throws ProblemException when the receipt does not add up
     * @throws IllegalArgumentException with a sentence, when the basket is not the receipt's, or these rules make another receipt
     *     of it: other lines, prices, codes or limits, or other money taken off
     * @throws ArithmeticException when an amount does not fit 64 bits
     */
    public static Returns reEvaluating(Receipt receipt, Basket basket, PromotionEngine engine) {
        requireSums(receipt);
        refuse("the basket is not the one the receipt was made for", SameOrder.difference(receipt, basket));
        Receipt again = engine.evaluate(basket, receipt.strategy());
        refuse("these rules make another receipt of the basket", SameOrder.difference(receipt, again));
        return new Returns(
                receipt,
                Optional.of(new Again(basket, engine)),
                Map.of(),
                kept(receipt, Gifts.of(again), HeldPromises.of(receipt)),
                GiftsSettled.NONE,
                List.of());
    }

    private static void requireSums(Receipt receipt) {
        List<Problem> problems = ReceiptSums.check(receipt, receipt.basket());
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
    }

    private static void refuse(String sentence, Optional<String> difference) {
        difference.ifPresent(what -> {
            throw new IllegalArgumentException(sentence + ": " + what);
        });
    }

    private static KeptShares kept(Receipt receipt, Gifts gifts, HeldPromises later) {
        return new KeptShares(Shares.of(receipt), gifts, later);
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
     * With gifts that came back: the returns that follow do not take off what they are worth.
     *
     * @param gifts how many of which, by sku; at least 1 each
     * @throws IllegalArgumentException when more come back than the buyer holds
     */
    public Returns withGiftsBack(Map<String, Integer> gifts) {
        Map<String, Integer> all = new LinkedHashMap<>(settled.back());
        gifts.forEach((sku, quantity) -> {
            int held = now.gifts().count(sku) - all.getOrDefault(sku, 0);
            if (quantity < 1 || quantity > held) {
                throw new IllegalArgumentException("of the gift " + sku + " there are " + held + " to come back, not " + quantity);
            }
            all.merge(sku, quantity, Integer::sum);
        });
        return new Returns(receipt, again, back, now, new GiftsSettled(all, settled.paid()), refunds);
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
        KeptShares then = keptAfter(all);
        Map<String, Integer> giftsBack = new LinkedHashMap<>(settled.back());
        List<GiftBack> gifts = now.gifts().lackingIn(then.gifts(), giftsBack);
        GiftsSettled after = new GiftsSettled(giftsBack, Math.addExact(settled.paid(), worth(gifts)));
        List<Refund> more = new ArrayList<>(refunds);
        more.add(refund(units, then, gifts, after));
        return new Returns(receipt, again, all, then, after, more);
    }

    private void requireThere(String line, int units) {
        if (receipt.lines().stream().noneMatch(one -> one.line().equals(line))) {
            throw new IllegalArgumentException("there is no line " + line);
        }
        if (units < 1 || units > returnable(line)) {
            throw new IllegalArgumentException("of line " + line + " there are " + returnable(line) + " to return, not " + units);
        }
    }

    private KeptShares keptAfter(Map<String, Integer> returned) {
        boolean everything = receipt.lines().stream()
                .allMatch(line -> returned.getOrDefault(line.line(), 0) == line.quantity());
        if (everything) {
            return new KeptShares(new Shares(Map.of(), PaidShare.NOTHING), Gifts.NONE, HeldPromises.NOTHING);
        }
        return again.map(with -> pricedAgain(with, returned)).orElseGet(() -> paidShare(returned));
    }

    private KeptShares paidShare(Map<String, Integer> returned) {
        Shares paid = Shares.of(receipt);
        Map<String, PaidShare> kept = new LinkedHashMap<>();
        Set<String> stores = new HashSet<>();
        for (LinePrice line : receipt.lines()) {
            PaidShare whole = paid.line(line.line());
            int units = returned.getOrDefault(line.line(), 0);
            kept.put(line.line(), whole.minus(whole.of(units, line.quantity())));
            if (units < line.quantity()) {
                stores.add(line.store());
            }
        }
        return new KeptShares(
                new Shares(kept, paid.shipping()), now.gifts().ofStores(stores), HeldPromises.byPaidShare(receipt, returned));
    }

    private KeptShares pricedAgain(Again with, Map<String, Integer> returned) {
        List<Line> kept = new ArrayList<>();
        for (Line line : with.basket().lines()) {
            int left = line.quantity() - returned.getOrDefault(line.id(), 0);
            if (left > 0) {
                kept.add(line.times(left));
            }
        }
        Receipt then = with.engine().evaluate(with.basket().keeping(kept), receipt.strategy());
        return kept(then, now.gifts().keptBy(Gifts.of(then)), now.later().keptBy(HeldPromises.of(then)));
    }

    private static long worth(List<GiftBack> gifts) {
        long sum = 0;
        for (GiftBack gift : gifts) {
            sum = Math.addExact(sum, gift.worth().map(Money::minor).orElse(0L));
        }
        return sum;
    }

    private Refund refund(Map<String, Integer> units, KeptShares after, List<GiftBack> gifts, GiftsSettled paidFor) {
        Shares then = after.shares();
        Shares before = now.shares();
        long paid = receipt.total().minor();
        long refunded = refunded().minor();
        long amount = Math.max(0, paid - then.total() - paidFor.paid() - rounding(then, paidFor) - refunded);
        long rounding = rounding(before, settled) - rounding(then, paidFor);
        List<Back> lines = new ArrayList<>();
        PaidShare sum = before.shipping().minus(then.shipping());
        Back shipping = back("", 0, sum);
        for (LinePrice line : receipt.lines()) {
            PaidShare change = before.line(line.line()).minus(then.line(line.line()));
            int returned = units.getOrDefault(line.line(), 0);
            sum = sum.plus(change);
            if (returned > 0 || !change.equals(PaidShare.NOTHING)) {
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
                money(amount - sum.buyer() + paidFor.paid() - settled.paid() - rounding),
                money(rounding),
                money(paid - refunded - amount),
                gifts(gifts, after.gifts()),
                balances(refunded, refunded + amount),
                money(moneyBack(refunded + amount) - moneyBack(refunded)),
                now.later().lackingIn(after.later(), receipt.currency()));
    }

    /** Units that are whole by now and were not before; the balance named first goes back first. */
    private List<BalanceBack> balances(long before, long now) {
        List<BalanceBack> back = new ArrayList<>();
        long earlier = 0;
        for (BalancePayment payment : receipt.balances()) {
            long unit = payment.amount().minor() / payment.units();
            long units = units(payment, unit, now - earlier) - units(payment, unit, before - earlier);
            if (units > 0) {
                back.add(new BalanceBack(payment.name(), units, money(units * unit)));
            }
            earlier += payment.amount().minor();
        }
        return back;
    }

    private static long units(BalancePayment payment, long unit, long refunded) {
        return Math.max(0, Math.min(payment.units(), refunded / unit));
    }

    /** What of so much given back is money. */
    private long moneyBack(long refunded) {
        return Math.max(0, refunded - (receipt.total().minor() - receipt.toPay().minor()));
    }

    /** What makes of what is kept an amount that can be paid. */
    private long rounding(Shares kept, GiftsSettled gifts) {
        return receipt.rounding().map(round -> round.step().rounding(money(kept.total() + gifts.paid())).minor()).orElse(0L);
    }

    private List<GiftBack> gifts(List<GiftBack> lacking, Gifts after) {
        List<GiftBack> gifts = new ArrayList<>(lacking);
        if (again.isEmpty()) {
            gifts.addAll(after.notChecked());
        }
        return gifts;
    }

    private Back back(String line, int quantity, PaidShare part) {
        return new Back(line, quantity, money(part.list()), money(part.buyer()), funders(part));
    }

    private Funders funders(PaidShare part) {
        return new Funders(money(part.platform()), money(part.store()));
    }

    private Money money(long minor) {
        return new Money(minor, receipt.currency());
    }
}
