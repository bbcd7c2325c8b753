package dev.plaindeal.receipt;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.PayableStep;
import dev.plaindeal.money.Percent;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.price.FunderShares;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.receipt.SimplicityView.FixCost;
import dev.plaindeal.receipt.SimplicityView.FixView;
import dev.plaindeal.receipt.SimplicityView.ReasonView;
import dev.plaindeal.score.Band;
import dev.plaindeal.score.BasketTerms;
import dev.plaindeal.score.Fix;
import dev.plaindeal.score.Fixes;
import dev.plaindeal.score.Fixes.Gain;
import dev.plaindeal.score.LayerTerms;
import dev.plaindeal.score.Numeral;
import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.ScoreDetails;
import dev.plaindeal.score.ScoreRange;
import dev.plaindeal.score.Scorer;
import dev.plaindeal.score.Stopwatch;
import dev.plaindeal.stack.Edits;
import dev.plaindeal.stack.Kept;
import dev.plaindeal.stack.Lazy;
import dev.plaindeal.stack.LazyList;
import dev.plaindeal.stack.OfferStack;
import dev.plaindeal.stack.Plan;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.ComparisonPrice;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.Weights;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How stacks of one basket look to the buyer of one market. For one evaluation; thread-safe, because what a receipt leaves until it is
 * read may be read by several.
 *
 * <p>How a deal looks never costs anybody its price: what cannot be scored, because an amount is too large or for any other
 * failure, is said to be not scored, and a fix or headline that cannot be worked out is left out.
 */
public final class Presentation {

    private static final double FULL = 100;
    /** Nothing is harder. */
    private static final double UNSCORED = 0;

    private final Basket basket;
    private final BasketTerms terms;
    private final ComparisonPrice lawful;
    private final Optional<PayableStep> step;
    private final Weights weights;
    private final double tolerance;
    private final Stopwatch stopwatch;
    private volatile @Nullable Measured last;

    private record Measured(PresentedTerms layers, SimplicityView view) {}

    /**
     * For a basket, with the weights of its market and channel, the tolerance, clocks and law of its market, and what its buyers see,
     * which is asked for when it is needed and is always the same.
     */
    public Presentation(Basket basket, Stopwatch stopwatch, double tolerance, MarketSetting setting, Supplier<BuyerView> view) {
        this.basket = basket;
        this.terms = BasketTerms.of(basket, setting, view);
        this.lawful = setting.comparison();
        this.step = setting.payableStep(basket.currency());
        this.weights = stopwatch.weights();
        this.tolerance = tolerance;
        this.stopwatch = stopwatch;
    }

    /** The score of a stack whatever its page shows, above 0 to 100; nothing to work out is 100, and 0 what cannot be scored. */
    public double score(OfferStack stack) {
        try {
            Optional<PresentedTerms> seen = terms.unaided(stack.kept());
            return seen.isEmpty() ? FULL : Scorer.score(stopwatch.seconds(seen.get()), tolerance);
        } catch (RuntimeException unscorable) {
            return UNSCORED;
        }
    }

    /** How hard one kept offer alone is to work out. */
    public SimplicityView of(Kept kept) {
        try {
            return view(terms.of(List.of(kept)));
        } catch (RuntimeException unscorable) {
            return unscored(unscorable);
        }
    }

    /** How the whole plan looks. */
    public Look of(PricedBasket goods, Plan plan, BuyerWords words) {
        return new Look(() -> whole(plan), plan.shown(), () -> announced(goods, plan, words), () -> Optional.of(terms.view()));
    }

    private Look.Announced announced(PricedBasket goods, Plan plan, BuyerWords words) {
        Headline headline = withBalances(headline(goods, plan, words), plan, words);
        return new Look.Announced(headline, headline.bargain());
    }

    private SimplicityView whole(Plan plan) {
        try {
            Optional<PresentedTerms> layers = terms.of(plan.given());
            List<FixView> fixes = layers.map(seen -> later(() -> fixes(plan, seen))).orElse(List.of());
            Optional<PresentedTerms> seen =
                    plan.shown() == DiscountDisplay.ONE_AMOUNT ? oneAmount(plan) : layers;
            return view(seen).with(fixes);
        } catch (RuntimeException unscorable) {
            return unscored(unscorable);
        }
    }

    /** The amount, and what is promised for later beside it. */
    private Optional<PresentedTerms> oneAmount(Plan plan) {
        Optional<PresentedTerms> amount = terms.ofAmount(plan.stack().saved());
        List<LayerTerms> later = terms.of(plan.later()).map(PresentedTerms::layers).orElse(List.of());
        return amount.map(seen -> later.stream().reduce(seen, PresentedTerms::plus, (one, other) -> other));
    }

    private static SimplicityView unscored(RuntimeException why) {
        boolean tooLarge = why instanceof IllegalArgumentException || why instanceof ArithmeticException;
        return SimplicityView.unscored(tooLarge
                ? "An amount of a million million or more is not scored"
                : "How simple this is could not be worked out");
    }

    /** Worked out when first looked at, by somebody who wants the receipt's other half too. */
    private static <E> List<E> later(Supplier<List<E>> work) {
        return new LazyList<>(() -> {
            try {
                return work.get();
            } catch (RuntimeException failed) {
                return List.of();
            }
        });
    }

    private List<FixView> fixes(Plan plan, PresentedTerms seen) {
        Optional<Numeral> saving = plan.stack().saved() == 0
                ? Optional.empty()
                : Optional.of(Numeral.of(new Money(plan.stack().saved(), basket.currency()).major()));
        return Fixes.gains(terms.named(seen, plan.given()), saving, stopwatch, tolerance).stream()
                .filter(fix -> !changesPromise(plan, fix) && canBePriced(plan, fix))
                .map(fix -> view(plan, fix))
                .filter(fix -> fix.kind().equals(Fix.Kind.GIVE_UP.key()) || fix.cost().buyer().minor() <= 0)
                .toList();
    }

    private FixView view(Plan plan, Gain fix) {
        OfferStack after = after(plan, fix);
        long less = plan.stack().saved() - after.saved();
        long platform = after == plan.stack() ? 0 : platform(after) - platform(plan.stack());
        return new FixView(
                fix.edit().name(),
                fix.edit().kind().key(),
                fix.layer().isPresent() ? plan.given().get(fix.layer().getAsInt()).offer().promotion() : "",
                fix.message(),
                fix.score(),
                fix.gains(),
                new FixCost(money(less), money(-less - platform), money(platform)),
                fix.edit().holds().key(),
                fix.opens().key());
    }

    private Money money(long minor) {
        return new Money(minor, basket.currency());
    }

    /** What the platform pays of a stack, in minor units. */
    private long platform(OfferStack stack) {
        long sum = 0;
        for (Kept kept : stack.kept()) {
            long[] shares = kept.taken().byFee().length == 0 ? kept.taken().byLine() : kept.taken().byFee();
            for (long part : FunderShares.platform(shares, kept.offer().terms().funding(), basket.currency())) {
                sum += part;
            }
        }
        return sum;
    }

    /** Another promise, or another cap of it, is no saving said more simply: what the buyer gets later changes, and today's price does not. */
    private static boolean changesPromise(Plan plan, Gain fix) {
        boolean money = switch (fix.edit()) {
            case DROP_LAYER, DROP_CAP, DROP_EXCLUSIONS, ROUND_PERCENT -> true;
            case MAKE_AUTOMATIC, KEEP_ONE_TIER, SHOW_PRICE, SHOW_SUBTOTAL, ONE_AMOUNT -> false;
        };
        return money && fix.layer().orElseThrow() >= plan.stack().kept().size();
    }

    /** What a rounder percentage costs is known where one percentage is what the offer takes off. */
    private static boolean canBePriced(Plan plan, Gain fix) {
        return fix.edit() != Fix.Edit.ROUND_PERCENT || rounded(plan, fix).isPresent();
    }

    private static Optional<OfferTerms> rounded(Plan plan, Gain fix) {
        int index = fix.layer().orElseThrow();
        Percent percent = Percent.of(fix.edited().layers().get(index).percentage().value().toPlainString());
        return plan.stack().kept().get(index).offer().terms().percentOff(percent);
    }

    /** Dropping a layer, a cap or exceptions and another percentage change the money; every other edit says the same money in a simpler way. */
    private static OfferStack after(Plan plan, Gain fix) {
        OfferStack stack = plan.stack();
        return switch (fix.edit()) {
            case DROP_LAYER -> Edits.without(stack, fix.layer().orElseThrow());
            case DROP_CAP -> edited(stack, fix, offer(stack, fix).terms().uncapped());
            case DROP_EXCLUSIONS -> edited(stack, fix, offer(stack, fix).terms().withoutExceptions());
            case ROUND_PERCENT -> edited(stack, fix, rounded(plan, fix).orElseThrow());
            case MAKE_AUTOMATIC, KEEP_ONE_TIER, SHOW_PRICE, SHOW_SUBTOTAL, ONE_AMOUNT -> stack;
        };
    }

    private static Offer offer(OfferStack stack, Gain fix) {
        return stack.kept().get(fix.layer().orElseThrow()).offer();
    }

    private static OfferStack edited(OfferStack stack, Gain fix, OfferTerms terms) {
        return Edits.with(stack, fix.layer().orElseThrow(), offer(stack, fix).with(terms));
    }

    private SimplicityView view(Optional<PresentedTerms> seen) {
        return seen.isEmpty() ? onlyThePrice() : view(seen.get());
    }

    /** Where one offer is all that is kept, it and the whole look alike: its score, and the reasons and ranges behind it, are worked out once. */
    private SimplicityView view(PresentedTerms layers) {
        Measured known = last;
        if (known == null || !isSame(known.layers(), layers)) {
            known = new Measured(layers, measured(layers));
            last = known;
        }
        return known.view();
    }

    private static boolean isSame(PresentedTerms one, PresentedTerms other) {
        return one.context() == other.context() && one.layers().size() == 1 && other.layers().size() == 1 && one.layers().get(0) == other.layers().get(0);
    }

    private SimplicityView measured(PresentedTerms layers) {
        double seconds = stopwatch.seconds(layers);
        double score = Scorer.score(seconds, tolerance);
        Lazy<ScoreDetails> details = new Lazy<>(() -> stopwatch.details(layers, tolerance));
        return new SimplicityView(
                score, seconds, Band.of(score).words(), later(() -> reasons(details.get())), List.of(),
                later(() -> List.of(details.get().range())));
    }

    private SimplicityView onlyThePrice() {
        double seconds = weights.seconds(StepKind.READ);
        ReasonView reading = new ReasonView("READ_PRICE", seconds, weights.sentence(StepKind.READ_PRICE));
        return new SimplicityView(FULL, seconds, Band.of(FULL).words(), List.of(reading), List.of(), List.of(new ScoreRange(FULL, FULL)));
    }

    private static List<ReasonView> reasons(ScoreDetails details) {
        return details.reasons().stream()
                .map(reason -> new ReasonView(reason.code(), reason.seconds(), reason.message()))
                .toList();
    }

    private Headline headline(PricedBasket goods, Plan plan, BuyerWords words) {
        Money list = new Money(goods.listTotal(), basket.currency());
        Money pay = list.minus(new Money(plan.stack().saved(), basket.currency()));
        try {
            Money goodsPaid = new Money(plan.stack().end().goodsTotal(), basket.currency());
            return Headline.of(new Prices(list, pay, goodsPaid, rounding(pay), prior()), lawful, words);
        } catch (ArithmeticException tooLarge) {
            // Nothing may be announced against a prior price that cannot be added up; the price to pay is said all the same.
            return Headline.of(new Prices(pay, pay, pay, rounding(pay), Optional.empty()), lawful, words);
        }
    }

    private Headline withBalances(Headline headline, Plan plan, BuyerWords words) {
        long paid = plan.balances().stream().mapToLong(kept -> kept.taken().discount()).sum();
        return paid == 0 ? headline : headline.paying(new Money(paid, basket.currency()), words);
    }

    private Money rounding(Money pay) {
        return step.map(one -> one.rounding(pay)).orElse(Money.zero(pay.currency()));
    }

    /**
     * What the goods cost at their lowest prices of the 30 days before, if any line tells; one that does not stood at its price.
     * Prices that stood on tags, so without shipping.
     */
    private Optional<Money> prior() {
        boolean told = false;
        long prior = 0;
        for (Line line : basket.lines()) {
            told |= line.priorPrice().isPresent();
            prior = Math.addExact(
                    prior, Math.multiplyExact(line.priorPrice().orElse(line.unitPrice()).minor(), (long) line.quantity()));
        }
        return told ? Optional.of(new Money(prior, basket.currency())) : Optional.empty();
    }
}
