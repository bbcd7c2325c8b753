package dev.plaindeal.price;

import dev.plaindeal.model.Amounts;
import dev.plaindeal.model.Basis;
import dev.plaindeal.model.Benefit;
import dev.plaindeal.model.Benefit.AmountOff;
import dev.plaindeal.model.Benefit.PercentOff;
import dev.plaindeal.model.Conventions;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Percent;
import dev.plaindeal.model.Reward;
import dev.plaindeal.model.Scope;
import dev.plaindeal.model.Tier;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What an offer could save at most in any stack, read off the list price alone. Never too low, or a search that trusts
 * it would miss the best stack; running prices only fall, and every rounding is rounded up here.
 */
public final class Bounds {

    private Bounds() {}

    /** The most this offer saves on these goods in any stack, in minor units. */
    public static long most(Goods goods, Offer offer) {
        return most(goods, offer, inScope(goods, offer));
    }

    /**
     * The same where what it is for costs this much at most.
     *
     * @param scope minor units of goods; what shipping costs is known here
     */
    public static long most(Goods goods, Offer offer, long scope) {
        if (!Currencies.named(offer.terms(), goods.currency)) {
            return 0;
        }
        long price = offer.terms().reward() instanceof Reward.Shipping ? Ledger.sum(goods.fees) : scope;
        boolean byLine = offer.terms().scope().counting() == Scope.Counting.LINE_BY_LINE;
        Optional<Amounts> most = offer.terms().cap();
        long cap = most.isPresent() ? most.get().minor(goods.currency) : Long.MAX_VALUE;
        return Math.min(cap, byLine ? price : Math.min(price, reward(goods, offer, price)));
    }

    /**
     * The share of the running price that this offer takes; empty for one that takes amounts, or percentages of an earlier
     * price.
     */
    public static Optional<Percent> share(Offer offer, Conventions conventions) {
        Basis.Stage of = conventions.percentOf().at();
        boolean earlier = of == Basis.Stage.LIST || of == Basis.Stage.BEFORE_LAYER;
        return !earlier && offer.terms().reward() instanceof Reward.Off off && off.benefit() instanceof PercentOff percent
                ? Optional.of(percent.percent())
                : Optional.empty();
    }

    /**
     * The most that a share of what is left can be, however it is rounded: in parts it can exceed the rounded whole by up to
     * a minor unit for each unit of goods.
     *
     * @param left what is left to pay for the goods, minor units
     */
    public static long most(Goods goods, Percent share, long left) {
        return share.of(left, RoundingMode.UP) + goods.units();
    }

    private static long inScope(Goods goods, Offer offer) {
        long sum = 0;
        for (int i = 0; i < goods.lines.length; i++) {
            sum += offer.admits(goods.lines[i]) ? goods.list[i] : 0;
        }
        return sum;
    }

    private static long reward(Goods goods, Offer offer, long price) {
        Reward reward = offer.terms().reward();
        if (reward instanceof Reward.Gift) {
            return 0;
        }
        if (reward instanceof Reward.Off off && off.per() == Reward.Per.SCOPE) {
            return benefit(goods, off.benefit(), price);
        }
        if (reward instanceof Reward.Tiers ladder) {
            long most = 0;
            for (Tier tier : ladder.tiers()) {
                most = Math.max(most, benefit(goods, tier.benefit(), price));
            }
            return most;
        }
        return reward instanceof Reward.Shipping shipping ? benefit(goods, shipping.benefit(), price) : price;
    }

    private static long benefit(Goods goods, Benefit benefit, long price) {
        if (benefit instanceof AmountOff off) {
            return off.amounts().minor(goods.currency);
        }
        return benefit instanceof PercentOff off ? most(goods, off.percent(), price) : price;
    }
}
