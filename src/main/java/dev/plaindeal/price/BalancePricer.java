package dev.plaindeal.price;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Payout;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.Outcome.Taken;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Works out how much of what is to pay an offer lets a balance of the buyer pay. What is to pay is laid out as goods: each line at
 * what is paid for it, and each shipping fee as one more thing of its store. Whole units, in whole steps, no more than the buyer
 * holds. For one thread.
 *
 * <p>Worked number: 25 % of goods of 560 with 40 for shipping is 150; of 80 coins worth 1 each 80 are paid, and 520 is left.
 */
public final class BalancePricer {

    private final Basket basket;
    private final Policy policy;
    private final long[] lines;
    private final long[] fees;
    private final String[] feeStores;

    /** Everything that is to pay after all discounts. */
    public BalancePricer(PricedBasket goods, Ledger paid, Policy policy) {
        this.basket = goods.basket;
        this.policy = policy;
        this.lines = paid.linePrices();
        this.fees = paid.feePrices();
        this.feeStores = goods.feeStores.clone();
    }

    /** What is still to pay, minor units. */
    public long left() {
        return Ledger.sum(lines) + Ledger.sum(fees);
    }

    /**
     * What this offer lets a balance pay.
     *
     * @param most units that may be used at most
     * @return by line and by fee what is paid from it, or why nothing is
     */
    public Outcome of(Offer offer, long most) {
        PricedBasket toPay = PricedBasket.of(laidOut());
        Outcome outcome = PromisePricer.of(Ledger.open(toPay, policy.order()), offer, conventions(offer));
        return outcome instanceof Taken taken ? within(taken, offer.terms().payout(), most, toPay) : outcome;
    }

    /** Percentages and thresholds go by what is to pay. */
    public Conventions conventions(Offer offer) {
        Conventions usual = offer.terms().conventions(policy);
        return new Conventions(usual.rounds(), usual.grain(), usual.mode(), usual.spare(), Basis.SO_FAR, Basis.SO_FAR);
    }

    /** After this was paid. */
    public void pay(Taken taken) {
        for (int i = 0; i < lines.length; i++) {
            lines[i] -= taken.byLine()[i];
        }
        for (int i = 0; i < fees.length; i++) {
            fees[i] -= taken.byFee()[i];
        }
    }

    private Basket laidOut() {
        List<Line> things = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lines.length; i++) {
            Line line = basket.lines().get(i);
            ids.add(line.id());
            things.add(line.like(line.id(), money(lines[i])).withAttributes(line.attributes()));
        }
        for (int i = 0; i < fees.length; i++) {
            String id = "shipping " + (i + 1);
            while (!ids.add(id)) {
                id = id + "+";
            }
            things.add(Line.of(id, "shipping", feeStores[i], money(fees[i]), 1));
        }
        return basket.with(things);
    }

    private Money money(long minor) {
        return new Money(minor, basket.currency());
    }

    private Taken within(Taken taken, Payout payout, long most, PricedBasket toPay) {
        Currency currency = basket.currency();
        long unit = payout.unit(currency);
        long units = Math.min(payout.whole(taken.discount(), currency) / unit, most);
        long paid = units / payout.step() * payout.step() * unit;
        long[] shares = paid == taken.discount()
                ? taken.byLine()
                : Allocator.share(paid, taken.byLine(), Conventions.Spare.LARGEST_REMAINDER, toPay.turn);
        long[] byFee = new long[fees.length];
        long[] byLine = new long[lines.length];
        System.arraycopy(shares, 0, byLine, 0, byLine.length);
        System.arraycopy(shares, lines.length, byFee, 0, byFee.length);
        return new Taken(paid, byLine, byFee, taken.capped(), 0, taken.tier());
    }
}
