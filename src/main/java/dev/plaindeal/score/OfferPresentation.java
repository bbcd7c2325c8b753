package dev.plaindeal.score;

import dev.plaindeal.money.Amounts;
import dev.plaindeal.money.Currency;
import dev.plaindeal.offer.Benefit;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.Level;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.offer.Scope;
import dev.plaindeal.offer.Tier;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.weights.MarketSetting;
import java.util.List;

/**
 * Reads the terms of an offer as the buyer meets them.
 *
 * <p>Shapes the score has no kind for are read as what they ask of the head: "5 off each" is 5 for every item, "the third
 * item at half price" is a percentage that repeats every three items, a set for a price is a price now for so many items,
 * a ladder with amounts and percentages is one of amounts.
 */
final class OfferPresentation {

    /** A percentage is kept in millionths, which is a number of percent with four decimals. */
    private static final int PERCENT_DECIMALS = 4;

    private final dev.plaindeal.offer.OfferTerms terms;
    private final Conventions conventions;
    private final Currency currency;
    private final Surroundings around;

    private OfferPresentation(
            dev.plaindeal.offer.OfferTerms terms, Conventions conventions, Currency currency, Surroundings around) {
        this.terms = terms;
        this.conventions = conventions;
        this.currency = currency;
        this.around = around;
    }

    /**
     * What is around the offer that its terms read differently by.
     *
     * @param market where the buyer is
     * @param ofStores what one store's offer counts for
     * @param units how many items the basket has
     * @param storeOffer whether the offer is one store's
     * @param name of the offer, for messages
     */
    record Surroundings(MarketSetting market, LayerReach ofStores, long units, boolean storeOffer, String name) {}

    static LayerTerms of(
            dev.plaindeal.offer.OfferTerms terms, Conventions conventions, Currency currency, Surroundings around) {
        return new OfferPresentation(terms, conventions, currency, around).read();
    }

    private LayerTerms read() {
        LayerBuilder layer = terms.reward().match(new LayerOf());
        terms.threshold().filter(threshold -> !terms.reward().showsSteps()).ifPresent(threshold -> level(layer, threshold.level()));
        terms.cap().ifPresent(cap -> layer.cap(money(cap)));
        return layer.reach(reach())
                .exclusions(terms.scope().except().size()
                        + (terms.scope().reduced() == Scope.Reduced.EXCLUDED ? 1 : 0))
                .eligibility(terms.shown().eligibility().size())
                .activation(activation())
                .codeLength(terms.shown().codeLength())
                .expiry(expiry())
                .foreignZone(foreignZone())
                .words(terms.shown().words())
                .deferred(terms.isForLater())
                .basis(conventions.percentOf() == Basis.LIST ? PercentBasis.LIST : PercentBasis.RUNNING)
                .basisStated(terms.shown().basisStated())
                .name(around.name())
                .build();
    }

    private LayerActivation activation() {
        return switch (terms.shown().activation()) {
            case AUTOMATIC -> LayerActivation.AUTO;
            case TICK -> LayerActivation.CLICK;
            case COLLECT -> LayerActivation.CLAIM;
            case TYPE -> LayerActivation.CODE;
        };
    }

    /** A layer for each kind of reward. */
    private final class LayerOf implements Reward.Cases<LayerBuilder> {
        @Override
        public LayerBuilder off(Reward.Off off) {
            return OfferPresentation.this.off(off);
        }

        @Override
        public LayerBuilder tiers(Reward.Tiers ladder) {
            return ladder(ladder);
        }

        @Override
        public LayerBuilder every(Reward.Every every) {
            LayerBuilder layer = LayerTerms.of(LayerKind.AMOUNT).value(money(every.off())).every(true);
            return level(layer, every.step()).maxRepeats(every.most().orElse(0));
        }

        @Override
        public LayerBuilder sets(Reward.Sets sets) {
            return items(benefit(sets.benefit()), sets.size());
        }

        @Override
        public LayerBuilder nth(Reward.Nth nth) {
            return repeated(benefit(nth.benefit()), nth.n());
        }

        @Override
        public LayerBuilder buyGet(Reward.BuyGet deal) {
            return LayerTerms.of(LayerKind.BOGO).buyGet(deal.buy(), deal.get());
        }

        @Override
        public LayerBuilder single(Reward.Single single) {
            return benefit(single.benefit());
        }

        @Override
        public LayerBuilder setTiers(Reward.SetTiers sets) {
            return at(sets.tiers());
        }

        @Override
        public LayerBuilder staggered(Reward.Staggered deal) {
            return at(deal.places()).every(true).maxRepeats(deal.most().orElse(0));
        }

        @Override
        public LayerBuilder earned(Reward.Earned deal) {
            return level(benefit(deal.benefit()), deal.per().level()).every(true).maxRepeats(deal.most().orElse(0));
        }

        @Override
        public LayerBuilder shipping(Reward.Shipping shipping) {
            return shipping.benefit().isWhole() ? LayerTerms.of(LayerKind.FREE_SHIPPING) : benefit(shipping.benefit());
        }

        @Override
        public LayerBuilder gift(Reward.Gift gift) {
            return LayerTerms.of(LayerKind.GIFT);
        }
    }

    private LayerBuilder off(Reward.Off off) {
        LayerBuilder layer = benefit(off.benefit());
        boolean repeats = off.per() != Reward.Per.SCOPE && off.benefit() instanceof Benefit.AmountOff;
        return repeats && around.units() > 1 ? repeated(layer, 1) : layer;
    }

    /** Numbers of items with what each gives; amounts beside prices or percentages are read as amounts. */
    private LayerBuilder at(List<Reward.At> all) {
        List<LayerKind> kinds = all.stream().map(one -> one.benefit().match(KIND_OF)).distinct().toList();
        return LayerTerms.of(kinds.size() == 1 ? kinds.get(0) : LayerKind.AMOUNT)
                .tiers(all.stream().map(one -> new TierTerms(number(one.number()), one.benefit().match(new Value()))).toList())
                .unit(ThresholdUnit.ITEMS);
    }

    private LayerBuilder repeated(LayerBuilder layer, int every) {
        return items(layer, every).every(true);
    }

    private static LayerBuilder items(LayerBuilder layer, long count) {
        return layer.unit(ThresholdUnit.ITEMS).threshold(number(count));
    }

    private LayerBuilder level(LayerBuilder layer, Level level) {
        return level.match(new AskedLevel(layer));
    }

    /** A spend leaves the unit as it is: beside a deal on items it is the items that are counted. */
    private final class AskedLevel implements Level.Cases<LayerBuilder> {
        private final LayerBuilder layer;

        AskedLevel(LayerBuilder layer) {
            this.layer = layer;
        }

        @Override
        public LayerBuilder spend(Level.Spend level) {
            return layer.threshold(money(level.amounts()));
        }

        @Override
        public LayerBuilder items(Level.Items level) {
            return OfferPresentation.items(layer, level.count());
        }
    }

    private LayerBuilder ladder(Reward.Tiers ladder) {
        Tier top = ladder.tiers().get(ladder.tiers().size() - 1);
        LayerKind kind = ladder.benefits().stream().allMatch(Benefit::isPercent) ? LayerKind.PERCENT : LayerKind.AMOUNT;
        List<TierTerms> tiers = ladder.tiers().stream()
                .map(tier -> new TierTerms(tier.level().match(new Reached()), tier.benefit().match(new Value())))
                .toList();
        return LayerTerms.of(kind).tiers(tiers).unit(top.level().match(UNIT_OF));
    }

    /** What each kind of level is counted in. */
    private static final Level.Cases<ThresholdUnit> UNIT_OF = new Level.Cases<>() {
        @Override
        public ThresholdUnit spend(Level.Spend level) {
            return ThresholdUnit.MONEY;
        }

        @Override
        public ThresholdUnit items(Level.Items level) {
            return ThresholdUnit.ITEMS;
        }
    };

    /** The number each kind of level shows. */
    private final class Reached implements Level.Cases<Numeral> {
        @Override
        public Numeral spend(Level.Spend level) {
            return money(level.amounts());
        }

        @Override
        public Numeral items(Level.Items level) {
            return number(level.count());
        }
    }

    private LayerBuilder benefit(Benefit benefit) {
        LayerKind kind = benefit.match(KIND_OF);
        Numeral value = benefit.match(new Value());
        return kind == LayerKind.NOW_PRICE && value.isZero()
                ? LayerTerms.of(LayerKind.PERCENT).value(number(100))
                : LayerTerms.of(kind).value(value);
    }

    /** What each kind of benefit is to the buyer. */
    private static final Benefit.Cases<LayerKind> KIND_OF = new Benefit.Cases<>() {
        @Override
        public LayerKind percent(Benefit.PercentOff off) {
            return LayerKind.PERCENT;
        }

        @Override
        public LayerKind amount(Benefit.AmountOff off) {
            return LayerKind.AMOUNT;
        }

        @Override
        public LayerKind price(Benefit.PriceOf target) {
            return LayerKind.NOW_PRICE;
        }
    };

    /** The number each kind of benefit shows. */
    private final class Value implements Benefit.Cases<Numeral> {
        @Override
        public Numeral percent(Benefit.PercentOff off) {
            return Numeral.of(off.percent().millionths(), PERCENT_DECIMALS);
        }

        @Override
        public Numeral amount(Benefit.AmountOff off) {
            return money(off.amounts());
        }

        @Override
        public Numeral price(Benefit.PriceOf target) {
            return money(target.price());
        }
    }

    private Numeral money(Amounts amounts) {
        return amounts.has(currency) ? Numeral.of(amounts.minor(currency), currency.digits()) : Numeral.ZERO;
    }

    private static Numeral number(long count) {
        return Numeral.of(count, 0);
    }

    /** One store's part of a basket with one store is the whole order. */
    private LayerReach reach() {
        Scope scope = terms.scope();
        if (!scope.only().skus().isEmpty()) {
            return LayerReach.SKU_LIST;
        }
        if (!scope.only().categories().isEmpty() || !scope.only().brands().isEmpty() || !scope.only().tags().isEmpty()) {
            return LayerReach.CATEGORY;
        }
        boolean ofStore = around.storeOffer() || !scope.only().stores().isEmpty();
        return ofStore ? around.ofStores() : LayerReach.ORDER;
    }

    private Expiry expiry() {
        Dates dates = terms.dates();
        if (!terms.shown().datesShown() || dates.from().isEmpty() && dates.until().isEmpty()) {
            return Expiry.NONE;
        }
        return dates.from().isPresent() && dates.until().isPresent() ? Expiry.WINDOW : Expiry.DATE;
    }

    private boolean foreignZone() {
        Dates dates = terms.dates();
        return terms.shown().datesShown()
                && dates.until().or(dates::from)
                        .filter(moment -> around.market().isForeign(moment.zone(), moment.instant())
                                || dates.schedule().filter(s -> around.market().isForeign(s.zone(), moment.instant())).isPresent())
                        .isPresent();
    }
}
