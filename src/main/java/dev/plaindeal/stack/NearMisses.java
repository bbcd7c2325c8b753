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
 * What a little more spending would bring: for each offer whose threshold was missed by money, and for each kept ladder or
 * "every" offer with a next step, the smallest extra spend with which it is kept (or reaches that step) in the best stack,
 * what is then saved, and what the buyer then pays.
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
    private static final int TRIES = 6;
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
     * @param plan the plan made for it
     * @param again how a basket is planned
     */
    public static List<NearMiss> of(Goods goods, Plan plan, Function<Goods, Plan> again) {
        boolean full = goods.size() == Basket.MOST_LINES;
        return full || plan.couldSave() > 0 ? List.of() : new NearMisses(goods, plan, again).found();
    }

    /** An offer that more spending might bring, or bring more of. */
    private record Chance(Offer offer, Money gap, Optional<Upgrade> upgrade) {}

    private List<NearMiss> found() {
        List<NearMiss> found = new ArrayList<>();
        chances().stream()
                .sorted(Comparator.comparing(Chance::gap).thenComparing(chance -> chance.offer().key()))
                .limit(TRIED)
                .forEach(chance -> tried(chance).ifPresent(found::add));
        return found.stream()
                .sorted(Comparator.<NearMiss>comparingLong(miss -> miss.gap().minor() - miss.saves().minor())
                        .thenComparing(miss -> miss.offer().key()))
                .limit(MOST)
                .toList();
    }

    private List<Chance> chances() {
        List<Chance> chances = new ArrayList<>();
        for (Refusal refusal : plan.statements()) {
            if (refusal.gap().isPresent() && refusal.offer().isPresent()) {
                chances.add(new Chance(refusal.offer().get(), refusal.gap().get(), Optional.empty()));
            }
        }
        for (Upgrade upgrade : Upgrade.of(plan.stack())) {
            chances.add(new Chance(upgrade.offer(), money(upgrade.gap()), Optional.of(upgrade)));
        }
        return chances;
    }

    private Optional<NearMiss> tried(Chance chance) {
        Offer offer = chance.offer();
        Optional<Line> like = goods.basket().lines().stream().filter(offer::counts).findFirst();
        Money extra = chance.gap();
        for (int i = 0; i < TRIES && like.isPresent() && stepsLeft > 0; i++) {
            Optional<Goods> more = with(goods.basket(), like.get(), extra);
            if (more.isEmpty()) {
                return Optional.empty();
            }
            Plan then = planned(more.get());
            if (then.couldSave() > 0) {
                return Optional.empty();
            }
            Optional<Money> lacking = lacking(then, chance);
            if (lacking.isEmpty()) {
                return reached(then, chance) ? Optional.of(miss(offer, extra, then)).filter(NearMiss::brings) : Optional.empty();
            }
            extra = extra.plus(lacking.get());
        }
        return Optional.empty();
    }

    /** Whether the offer is kept then, and takes more than now. */
    private static boolean reached(Plan then, Chance chance) {
        long now = chance.upgrade().map(Upgrade::takes).orElse(-1L);
        return then.stack().kept().stream()
                .anyMatch(kept -> isSame(kept.offer(), chance.offer()) && kept.taken().discount() > now);
    }

    /** Planned again, an offer may be narrowed to other lines; it is the same offer still. */
    private static boolean isSame(Offer one, Offer other) {
        return one.part() == other.part()
                && one.promotion().equals(other.promotion())
                && one.store().equals(other.store())
                && one.code().equals(other.code());
    }

    /** Saying why an offer is refused prices what is kept twice, which counts as well. */
    private Plan planned(Goods more) {
        Plan then = again.apply(more);
        stepsLeft -= then.steps() + then.refused().size() * (2 * then.stack().kept().size() + 1);
        return then;
    }

    /** What it lacks still, where earlier discounts took their share of the extra too. */
    private Optional<Money> lacking(Plan then, Chance chance) {
        return chance.upgrade().isPresent() ? step(then, chance.upgrade().get()) : threshold(then, chance.offer());
    }

    private static Optional<Money> threshold(Plan then, Offer offer) {
        return then.statements().stream()
                .filter(refusal -> refusal.offer().filter(other -> isSame(other, offer)).isPresent())
                .flatMap(refusal -> refusal.gap().stream())
                .findFirst();
    }

    private Optional<Money> step(Plan then, Upgrade upgrade) {
        return Upgrade.of(then.stack()).stream()
                .filter(other -> isSame(other.offer(), upgrade.offer()))
                .filter(other -> other.ahead().needed() == upgrade.ahead().needed())
                .map(other -> money(other.gap()))
                .findFirst();
    }

    private Money money(long minor) {
        return new Money(minor, goods.basket().currency());
    }

    private NearMiss miss(Offer offer, Money extra, Plan then) {
        long saves = then.stack().saved() - plan.stack().saved();
        long pay = then.stack().end().goodsTotal() + then.stack().end().feesTotal();
        return new NearMiss(offer, extra, money(saves), money(pay));
    }

    /** An id that no line has; it is never shown. */
    private static String unused(Basket basket) {
        String id = "more";
        while (taken(basket, id)) {
            id = id + "+";
        }
        return id;
    }

    private static boolean taken(Basket basket, String id) {
        return basket.lines().stream().anyMatch(line -> line.id().equals(id));
    }

    /** The basket with one more thing of the same kind at this price; empty when that is beyond what can be priced. */
    private static Optional<Goods> with(Basket basket, Line like, Money price) {
        List<Line> lines = new ArrayList<>(basket.lines());
        lines.add(new Line(
                unused(basket),
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
