package dev.plaindeal.stack;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Reward;
import dev.plaindeal.price.Goods;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a little more spending would bring: for each offer whose threshold was missed by money, the smallest extra spend
 * with which it is kept in the best stack, what it then saves, and what the buyer then pays.
 *
 * <p>Tried out, not guessed: a copy of a line the offer is for, priced at the gap, is added and the whole basket planned
 * again, so a near miss is told only if it survives the stack. Where earlier discounts take a share of the extra too,
 * the gap grows until it is enough.
 *
 * <p>All trials together walk about as many steps as one search may; what is not reached by then is not told. Nothing is
 * tried where the best stack itself is not certain, and nothing is told that is not.
 */
public final class NearMisses {

    private static final int MOST = 3;
    private static final int TRIES = 4;
    private static final int TRIED = 6;

    private final Goods goods;
    private final Plan plan;
    private final Function<Goods, Plan> again;
    private int stepsLeft;

    private NearMisses(Goods goods, Plan plan, Function<Goods, Plan> again) {
        this.goods = goods;
        this.plan = plan;
        this.again = again;
        this.stepsLeft = Planner.budget(goods);
    }

    /**
     * One near miss.
     *
     * @param offer the offer
     * @param gap what more to spend
     * @param saves how much more than now is taken off then
     * @param pay what the buyer pays in all then
     */
    public record NearMiss(Offer offer, Money gap, Money saves, Money pay) {

        /** Whether the buyer gets anything for it: more off, or a gift and no less off. */
        boolean brings() {
            return saves.minor() > 0 || saves.isZero() && gift().isPresent();
        }

        /** What it adds to the parcel. */
        public Optional<Reward.Gift> gift() {
            return offer.terms().reward() instanceof Reward.Gift gift ? Optional.of(gift) : Optional.empty();
        }

        /** Whether the buyer pays more in all than now. */
        public boolean costsMore() {
            return gap.minor() > saves.minor();
        }
    }

    /**
     * At most three near misses: those that save most beyond what they cost first.
     *
     * @param goods the basket
     * @param offers what was promised for it
     * @param plan the plan made for it
     * @param again how a basket is planned
     */
    public static List<NearMiss> of(Goods goods, List<Offer> offers, Plan plan, Function<Goods, Plan> again) {
        return plan.couldSave() > 0 ? List.of() : new NearMisses(goods, plan, again).of(offers);
    }

    private List<NearMiss> of(List<Offer> offers) {
        List<NearMiss> found = new ArrayList<>();
        plan.refused().stream()
                .filter(refusal -> refusal.gap().isPresent())
                .sorted(Comparator.comparing(refusal -> refusal.gap().get()))
                .limit(TRIED)
                .forEach(refusal -> offerOf(offers, refusal)
                        .flatMap(offer -> tried(offer, refusal.gap().get()))
                        .ifPresent(found::add));
        return found.stream()
                .sorted(Comparator.<NearMiss>comparingLong(miss -> miss.gap().minor() - miss.saves().minor())
                        .thenComparing(miss -> miss.offer().key()))
                .limit(MOST)
                .toList();
    }

    private static Optional<Offer> offerOf(List<Offer> offers, Refusal refusal) {
        return offers.stream()
                .filter(offer -> offer.promotion().equals(refusal.promotion()) && offer.code().equals(refusal.code()))
                .findFirst();
    }

    private Optional<NearMiss> tried(Offer offer, Money gap) {
        Optional<Line> like = goods.basket().lines().stream().filter(offer::counts).findFirst();
        Money extra = gap;
        for (int i = 0; i < TRIES && like.isPresent() && stepsLeft > 0; i++) {
            Optional<Goods> more = with(goods.basket(), like.get(), extra);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            Plan then = planned(more.get());
            if (then.couldSave() > 0) {
                return Optional.empty();
            }
            if (then.stack().kept().stream().anyMatch(kept -> kept.offer() == offer)) {
                return Optional.of(miss(offer, extra, then)).filter(NearMiss::brings);
            }
            Optional<Money> lacking = lacking(then, offer);
            if (lacking.isEmpty()) {
                return Optional.empty();
            }
            extra = extra.plus(lacking.get());
        }
        return Optional.empty();
    }

    /** Saying why an offer is refused prices what is kept twice, which counts as well. */
    private Plan planned(Goods more) {
        Plan then = again.apply(more);
        stepsLeft -= then.steps() + then.refused().size() * (2 * then.stack().kept().size() + 1);
        return then;
    }

    private static Optional<Money> lacking(Plan then, Offer offer) {
        return then.refused().stream()
                .filter(r -> r.promotion().equals(offer.promotion()) && r.code().equals(offer.code()))
                .flatMap(r -> r.gap().stream())
                .findFirst();
    }

    private NearMiss miss(Offer offer, Money extra, Plan then) {
        long saves = then.stack().saved() - plan.stack().saved();
        long pay = then.stack().end().goodsTotal() + then.stack().end().feesTotal();
        var currency = goods.basket().currency();
        return new NearMiss(offer, extra, new Money(saves, currency), new Money(pay, currency));
    }

    /** The basket with one more thing of the same kind at this price; empty when that is beyond what can be priced. */
    private static Optional<Goods> with(Basket basket, Line like, Money price) {
        List<Line> lines = new ArrayList<>(basket.lines());
        lines.add(new Line(
                "\u0000more",
                like.sku(),
                like.store(),
                like.category(),
                like.brand(),
                price,
                Optional.empty(),
                Optional.empty(),
                1));
        if (basket.subtotal() > Basket.LARGEST_TOTAL - basket.shippingFees() - price.minor()) {
            return Optional.empty();
        }
        return Optional.of(Goods.of(basket.with(lines)));
    }
}
