package dev.plaindeal.price;

import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Benefit.AmountOff;
import dev.plaindeal.offer.Benefit.PercentOff;
import dev.plaindeal.offer.Benefit.PriceOf;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

/**
 * What an offer could save at most in any stack, read off the list price alone. Never too low, or a search that trusts
 * it would miss the best stack; running prices only fall, and every rounding is rounded up here.
 */
public final class OfferBounds {

    private final PricedBasket goods;
    private final Offer offer;
    private final Conventions conventions;
    private final long price;
    private final long parts;

    private OfferBounds(PricedBasket goods, Offer offer, Conventions conventions) {
        this.goods = goods;
        this.offer = offer;
        this.conventions = conventions;
        Open open = offer.terms().reward().matchGroup(new OpenTo(goods, offer));
        this.price = open.price();
        this.parts = open.parts();
    }

    /** What is open to an offer: its list price, and how many parts of it may be rounded one by one. */
    private record Open(long price, long parts) {}

    private record OpenTo(PricedBasket goods, Offer offer) implements Reward.Groups<Open> {
        @Override
        public Open goods(Reward.OnGoods reward) {
            return ofLines();
        }

        @Override
        public Open fees(Reward.Shipping reward) {
            long sum = 0;
            long count = 0;
            for (int i = 0; i < goods.fees.length; i++) {
                boolean ships = offer.ships(goods.feeStores[i]);
                sum += ships ? goods.fees[i] : 0;
                count += ships ? 1 : 0;
            }
            return new Open(sum, count);
        }

        @Override
        public Open gift(Reward.Gift reward) {
            return ofLines();
        }

        private Open ofLines() {
            long sum = 0;
            long count = 0;
            for (int i = 0; i < goods.lines.length; i++) {
                boolean in = offer.admits(goods.lines[i]);
                sum += in ? goods.list[i] : 0;
                count += in ? goods.lines[i].quantity() : 0;
            }
            return new Open(sum, count);
        }
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
        long most = isByLine() ? price : Math.min(price, most(offer.terms().reward()));
        return new OfferBound(Math.min(capped, most), share(), slack(), worth());
    }

    private long worth() {
        Optional<Reward.Gift> gift = offer.terms().reward().gift();
        return gift.map(one -> GiftNumbers.added(one, times(one.number()), goods.currency).worth()).orElse(0L);
    }

    /** As if everything counted, at its list price. */
    private long times(Reward.GiftNumber number) {
        return Math.min(Deals.most(number.most()), number.per().map(per -> per.level().match(new InAll())).orElse(1L));
    }

    /** How often the whole basket reaches a level. */
    private final class InAll implements Level.Cases<Long> {
        @Override
        public Long spend(Level.Spend level) {
            return Ledger.sum(goods.list) / level.amounts().minor(goods.currency);
        }

        @Override
        public Long items(Level.Items level) {
            long items = 0;
            for (Line line : goods.lines) {
                items += line.quantity();
            }
            return items / level.count();
        }
    }

    private boolean isByLine() {
        return offer.terms().scope().counting().isApart();
    }

    /**
     * A percentage of the running price; one of an earlier price does not fall with it. Asked of the one kind that is a plain
     * percentage of everything: of any other, nothing is said, which is never too low.
     */
    private Optional<Percent> share() {
        Basis.Stage of = conventions.percentOf().at();
        boolean earlier = of == Basis.Stage.LIST || of == Basis.Stage.BEFORE_LAYER;
        return !earlier && offer.terms().reward() instanceof Reward.Off off && off.benefit() instanceof PercentOff percent
                ? Optional.of(percent.percent())
                : Optional.empty();
    }

    /**
     * Rounded once over everything a percentage is never more than rounded up; rounded in parts, for each of them, and so for
     * every kind that is not known to be rounded once: never too low.
     */
    private long slack() {
        boolean once = conventions.grain() == Conventions.Grain.SCOPE
                && !isByLine()
                && offer.terms().reward() instanceof Reward.Off off
                && off.per() == Reward.Per.SCOPE;
        return once ? 0 : parts;
    }

    /** The largest of what it takes once; all of it may go where it takes more than that. */
    private long most(Reward reward) {
        List<Benefit> once = reward.once();
        Benefit.Cases<Long> of = new MostOf();
        long most = reward.isGift() || !once.isEmpty() ? 0 : price;
        for (Benefit benefit : once) {
            most = Math.max(most, benefit.match(of));
        }
        return most;
    }

    /** The most of each kind of benefit. */
    private final class MostOf implements Benefit.Cases<Long> {
        @Override
        public Long percent(PercentOff off) {
            return off.percent().of(price, RoundingMode.UP) + slack();
        }

        @Override
        public Long amount(AmountOff off) {
            return off.amounts().minor(goods.currency);
        }

        @Override
        public Long price(PriceOf target) {
            return price;
        }
    }
}
