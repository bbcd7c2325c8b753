package dev.plaindeal.price;

import dev.plaindeal.model.Basis;
import dev.plaindeal.model.Benefit;
import dev.plaindeal.price.Outcome.Taken;

/** Benefits on shipping fees; goods are never touched. */
final class Fees {

    private static final long[] NO_LINES = new long[0];

    private Fees() {}

    static Pricer.Step take(Asked asked, Benefit benefit) {
        Ledger ledger = asked.ledger;
        long[] running = inScope(asked, ledger.fees);
        long wanted = wanted(asked, benefit, running);
        long cap = asked.cap();
        long total = Math.min(Math.min(wanted, cap), Ledger.sum(running));
        long[] weights = benefit instanceof Benefit.PriceOf price ? above(asked, price, running) : running;
        long[] shares = Floors.moved(
                Allocator.share(total, weights, asked.conventions.spare()), weights, running, asked.conventions.spare());
        Taken taken = new Taken(Ledger.sum(shares), NO_LINES, shares, wanted > cap, 0);
        return new Pricer.Step(ledger.less(NO_LINES, shares, Ledger.NONE_USED), taken);
    }

    private static long wanted(Asked asked, Benefit benefit, long[] running) {
        if (benefit instanceof Benefit.PercentOff off) {
            Basis basis = asked.conventions.percentOf();
            return asked.percentOf(off.percent(), Ledger.sum(inScope(asked, asked.ledger.fees(basis))));
        }
        return benefit instanceof Benefit.AmountOff off
                ? asked.minor(off.amounts())
                : Ledger.sum(above(asked, (Benefit.PriceOf) benefit, running));
    }

    private static long[] above(Asked asked, Benefit.PriceOf target, long[] running) {
        long price = asked.minor(target.price());
        long[] above = new long[running.length];
        for (int i = 0; i < above.length; i++) {
            above[i] = Math.max(0, running[i] - price);
        }
        return above;
    }

    private static long[] inScope(Asked asked, long[] fees) {
        long[] in = new long[fees.length];
        for (int i = 0; i < in.length; i++) {
            in[i] = asked.offer.ships(asked.ledger.goods.feeStores[i]) ? fees[i] : 0;
        }
        return in;
    }
}
