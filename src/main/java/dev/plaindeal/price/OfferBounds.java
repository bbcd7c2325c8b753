package dev.plaindeal.price;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit.AmountOff;
import dev.plaindeal.offer.Benefit.PercentOff;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What an offer could save at most in any stack, read off the list price alone. Never too low, or a search that trusts
 * it would miss the best stack; running prices only fall, and every rounding is rounded up here.
 */
public final class OfferBounds {

    private final PricedBasket goods;
    private final Offer offer;
    private final Conventions conventions;
    /** List price of what it is for. */
    private final long price;
    /** Parts that may be rounded one by one. */
    private final long parts;

    private OfferBounds(PricedBasket goods, Offer offer, Conventions conventions) {
        this.goods = goods;
        this.offer = offer;
        this.conventions = conventions;
        boolean shipping = offer.terms().reward() instanceof Reward.Shipping;
        long sum = 0;
        long count = 0;
        for (int i = 0; i < goods.fees.length && shipping; i++) {
            boolean ships = offer.ships(goods.feeStores[i]);
            sum += ships ? goods.fees[i] : 0;
            count += ships ? 1 : 0;
        }
        for (int i = 0; i < goods.lines.length && !shipping; i++) {
            boolean in = offer.admits(goods.lines[i]);
            sum += in ? goods.list[i] : 0;
            count += in ? goods.lines[i].quantity() : 0;
        }
        this.price = sum;
        this.parts = count;
    }

    /** What this offer saves at most on these goods, with these conventions. */
    public static OfferBound of(PricedBasket goods, Offer offer, Conventions conventions) {
        return NamedCurrencies.named(offer.terms(), goods.currency)
                ? new OfferBounds(goods, offer, conventions).bound()
                : OfferBound.NOTHING;
    }

    private OfferBound bound() {
        Optional<Amounts> cap = offer.terms().cap();
        long capped = cap.isPresent() ? cap.get().minor(goods.currency) : Long.MAX_VALUE;
        long most = isByLine() ? price : Math.min(price, offer.terms().reward().match(new Most()));
        return new OfferBound(Math.min(capped, most), share(), slack());
    }

    private boolean isByLine() {
        return offer.terms().scope().counting() == Scope.Counting.LINE_BY_LINE;
    }

    /** A percentage of the running price; one of an earlier price does not fall with it. */
    private Optional<Percent> share() {
        Basis.Stage of = conventions.percentOf().at();
        boolean earlier = of == Basis.Stage.LIST || of == Basis.Stage.BEFORE_LAYER;
        return !earlier && offer.terms().reward() instanceof Reward.Off off && off.benefit() instanceof PercentOff percent
                ? Optional.of(percent.percent())
                : Optional.empty();
    }

    /** Rounded once over everything a percentage is never more than rounded up; rounded in parts, for each of them. */
    private long slack() {
        boolean once = conventions.grain() == Conventions.Grain.SCOPE
                && !isByLine()
                && offer.terms().reward() instanceof Reward.Off off
                && off.per() == Reward.Per.SCOPE;
        return once ? 0 : parts;
    }

    /** The most of each kind of reward; where units are counted, all of it may go. */
    private final class Most implements Reward.Cases<Long> {
        @Override
        public Long off(Reward.Off off) {
            return off.per() == Reward.Per.SCOPE ? benefit(off.benefit()) : price;
        }

        @Override
        public Long tiers(Reward.Tiers ladder) {
            long most = 0;
            for (Tier tier : ladder.tiers()) {
                most = Math.max(most, benefit(tier.benefit()));
            }
            return most;
        }

        @Override
        public Long every(Reward.Every every) {
            return price;
        }

        @Override
        public Long sets(Reward.Sets sets) {
            return price;
        }

        @Override
        public Long nth(Reward.Nth nth) {
            return price;
        }

        @Override
        public Long buyGet(Reward.BuyGet deal) {
            return price;
        }

        @Override
        public Long single(Reward.Single single) {
            return price;
        }

        @Override
        public Long shipping(Reward.Shipping shipping) {
            return benefit(shipping.benefit());
        }

        @Override
        public Long gift(Reward.Gift gift) {
            return 0L;
        }
    }

    private long benefit(Benefit benefit) {
        if (benefit instanceof AmountOff off) {
            return off.amounts().minor(goods.currency);
        }
        return benefit instanceof PercentOff off ? off.percent().of(price, RoundingMode.UP) + slack() : price;
    }
}
