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
import java.util.function.Predicate;

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

    private OfferBounds(PricedBasket goods, Offer offer, Conventions conventions, boolean[] admitted) {
        this.goods = goods;
        this.offer = offer;
        this.conventions = conventions;
        Open open = offer.terms().reward().matchGroup(new OpenTo(goods, offer, admitted));
        this.price = open.price();
        this.parts = open.parts();
    }

    /** What is open to an offer: its list price, and how many parts of it may be rounded one by one. */
    private record Open(long price, long parts) {}

    private record OpenTo(PricedBasket goods, Offer offer, boolean[] admitted) implements Reward.Groups<Open> {
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
                boolean in = admitted[i];
                sum += in ? goods.list[i] : 0;
                count += in ? goods.lines[i].quantity() : 0;
            }
            return new Open(sum, count);
        }
    }

    /** What this offer saves at most on these goods, with these conventions. */
    public static OfferBound of(PricedBasket goods, Offer offer, Conventions conventions) {
        return of(goods, offer, conventions, goods.admitted(offer));
    }

    /**
     * The same.
     *
     * @param admitted which lines the offer may touch at all
     */
    public static OfferBound of(PricedBasket goods, Offer offer, Conventions conventions, boolean[] admitted) {
        return NamedCurrencies.named(offer.terms(), goods.currency)
                ? new OfferBounds(goods, offer, conventions, admitted).bound()
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
        return Math.min(Deals.most(number.most()), number.per().map(per -> per.level().match(new TimesReached(all -> true))).orElse(1L));
    }

    /** How often lines at their list prices reach a level. */
    private final class TimesReached implements Level.Cases<Long> {
        private final Predicate<Line> counted;

        TimesReached(Predicate<Line> counted) {
            this.counted = counted;
        }

        @Override
        public Long spend(Level.Spend level) {
            long sum = 0;
            for (int i = 0; i < goods.lines.length; i++) {
                sum += counted.test(goods.lines[i]) ? goods.list[i] : 0;
            }
            return sum / level.amounts().minor(goods.currency);
        }

        @Override
        public Long items(Level.Items level) {
            long items = 0;
            for (Line line : goods.lines) {
                items += counted.test(line) ? line.quantity() : 0;
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
        return conventions.percentOf().fallsAlongTheStack()
                        && offer.terms().reward() instanceof Reward.Off off && off.benefit() instanceof PercentOff percent
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

    /** The largest of what it takes once, or of all its times; all of it may go where nothing better is known. */
    private long most(Reward reward) {
        List<Benefit> once = reward.once();
        if (once.isEmpty()) {
            return reward.isGift() ? 0 : again(reward);
        }
        Benefit.Cases<Long> of = new MostOf();
        long most = 0;
        for (Benefit benefit : once) {
            most = Math.max(most, benefit.match(of));
        }
        return most;
    }

    private long again(Reward reward) {
        if (reward instanceof Reward.Every every) {
            return Ledger.product(Math.min(Deals.most(every.most()), every.step().match(new TimesReached(offer::isFor))), every.off().minor(goods.currency));
        }
        return reward instanceof Reward.Off off ? off.benefit().match(new MostOfEach()) : price;
    }

    /** The most of each kind of benefit that is counted for each item or line. */
    private final class MostOfEach implements Benefit.Cases<Long> {
        @Override
        public Long percent(PercentOff off) {
            return off.percent().of(price, RoundingMode.UP) + parts;
        }

        @Override
        public Long amount(AmountOff off) {
            return Ledger.product(parts, off.amounts().minor(goods.currency));
        }

        @Override
        public Long price(PriceOf target) {
            return price;
        }
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
