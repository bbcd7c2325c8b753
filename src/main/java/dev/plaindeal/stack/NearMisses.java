package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.model.Chance;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.price.Outcome.Measure;
import dev.plaindeal.price.PricedBasket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * What a little more would bring: for each offer that lacks money or items, and for each kept ladder, "every" offer or deal
 * with a next step, the smallest extra with which it is kept (or reaches that step) in the best stack, what is then saved, and
 * what the buyer then pays.
 *
 * <p>Tried out, not guessed, so a near miss is told only if it survives the stack: where money lacks, a copy of a line the
 * offer counts, priced at the gap, is added and the whole basket planned again; where items lack, more units of a line the
 * offer counts, the cheapest first. Where earlier discounts take a share of the extra too, it grows until it is enough.
 *
 * <p>And what another choice would bring, of the way of paying, the client or an attribute that the buyer chooses: where nothing
 * else keeps a promotion from being offered, the basket is matched and planned again with just that changed. Choices that
 * bring the same are told together.
 *
 * <p>All trials together walk about as many steps as one search may; what is not reached by then is not told. Nothing is
 * tried where the best stack itself is not certain, and nothing is told that is not.
 */
public final class NearMisses {

    private static final int MOST = 3;
    private static final int TRIES = 6;
    private static final int TRIED = 6;
    /** Other choices that are tried; a promotion may accept many ways of paying. */
    private static final int CHOICES = 16;
    /** Kinds of goods of which more units are tried for one offer. */
    private static final int KINDS = 3;

    private final PricedBasket goods;
    private final Plan plan;
    private final Trial again;
    private int stepsLeft;

    private NearMisses(PricedBasket goods, Plan plan, Trial again) {
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
     * @param items which items to buy more of for that; empty where any goods it counts would do
     * @param saves how much more than now is taken off then
     * @param later how much more than now the offer promises for later then; nothing for one that comes off today
     * @param pay what the buyer pays in all then
     * @param needs what to choose otherwise for that, instead of buying more
     */
    public record NearMiss(
            Offer offer,
            Money gap,
            Optional<MoreUnits> items,
            Money saves,
            Money later,
            Money pay,
            List<Condition> needs) {

        /** Copies the conditions. */
        public NearMiss {
            needs = List.copyOf(needs);
        }

        /** What to choose otherwise, for instance {@code pay by gopay}; empty where more has to be bought. */
        public List<String> advice() {
            return needs.stream().map(need -> CheckoutChoice.of(need).orElseThrow().advice(need)).toList();
        }

        /** The two as one, where they bring the same and differ in one of the choices alone. */
        private Optional<NearMiss> or(NearMiss other) {
            return isSame(offer, other.offer) && saves.equals(other.saves) && later.equals(other.later) && pay.equals(other.pay)
                    ? CheckoutChange.either(needs, other.needs).map(both -> new NearMiss(offer, gap, items, saves, later, pay, both))
                    : Optional.empty();
        }

        /** Whether the buyer gets anything for it: more off, or a gift or more for later and no less off. */
        boolean brings() {
            return saves.minor() > 0 || saves.isZero() && (gift().isPresent() || later.minor() > 0);
        }

        /** What it adds to the parcel. */
        public Optional<Reward.Gift> gift() {
            return offer.terms().reward().gift();
        }

        /** Whether the buyer pays more in all than now. */
        public boolean costsMore() {
            return gap.minor() > saves.minor();
        }
    }

    /**
     * More units of a line that is in the basket.
     *
     * @param of the line
     * @param count how many more
     */
    public record MoreUnits(Line of, long count) {

        /** In minor units; more than any basket costs is as much as the largest. */
        private long price() {
            long each = of.unitPrice().minor();
            return count > Basket.LARGEST_TOTAL / each ? Basket.LARGEST_TOTAL : each * count;
        }

        private MoreUnits plus(Lacks lacks) {
            long each = of.unitPrice().minor();
            return new MoreUnits(of, count + (lacks.measure() == Measure.ITEMS ? lacks.gap() : (lacks.gap() - 1) / each + 1));
        }
    }

    /** Plans a basket again; what is not asked about need not be explained. */
    @FunctionalInterface
    public interface Trial {
        /** The plan, with the reasons of those refused that are asked about. */
        Plan plan(PricedBasket goods, Predicate<Offer> asked);
    }

    /**
     * At most three near misses: those that save most beyond what they cost first.
     *
     * @param goods the basket
     * @param plan the plan made for it
     * @param again how a basket is planned
     * @param checkout what the buyer could choose otherwise
     */
    public static List<NearMiss> of(PricedBasket goods, Plan plan, Trial again, AtCheckout checkout) {
        return plan.couldSave() > 0 ? List.of() : new NearMisses(goods, plan, again).found(checkout);
    }

    /**
     * What the buyer could choose otherwise.
     *
     * @param promotions those that ask for such a choice
     * @param chances every chance in the basket
     * @param anew how a basket is matched and planned
     */
    public record AtCheckout(
            CheckoutPromotions promotions, List<Chance> chances, Function<PricedBasket, Plan> anew) {}

    /**
     * An offer that more goods might bring, or bring more of.
     *
     * @param offer the offer
     * @param lacks minor units or items
     * @param kinds lines of which more units might do, where items lack; else one that is like what is added
     * @param upgrade its next step, if it is kept
     */
    private record Prospect(Offer offer, Lacks lacks, List<Line> kinds, Optional<Upgrade> upgrade) {

        /** About what it costs: only the nearest are tried. */
        long cost() {
            return lacks.measure() == Measure.ITEMS ? new MoreUnits(kinds.get(0), lacks.gap()).price() : lacks.gap();
        }
    }

    /** How much of what. */
    private record Lacks(Measure measure, long gap) {

        static Optional<Lacks> of(Rejection refusal) {
            OptionalLong items = refusal.itemsGap();
            return items.isPresent()
                    ? Optional.of(new Lacks(Measure.ITEMS, items.getAsLong()))
                    : refusal.gap().map(gap -> new Lacks(Measure.MONEY, gap.minor()));
        }

        /** Whether the other is nearer, as far as the two can be compared. */
        boolean isMoreThan(Lacks other) {
            return measure != other.measure || gap > other.gap;
        }

        static Lacks of(Upgrade upgrade) {
            return new Lacks(upgrade.ahead().measure(), upgrade.gap());
        }
    }

    private List<NearMiss> found(AtCheckout checkout) {
        List<NearMiss> found = new ArrayList<>();
        checkout.promotions().changes(checkout.chances()).entrySet().stream()
                .limit(CHOICES)
                .forEach(change -> chosen(change.getKey(), change.getValue(), checkout.anew()).ifPresent(miss -> add(miss, found)));
        if (goods.size() < Basket.MOST_LINES) {
            prospects().stream()
                    .sorted(Comparator.comparing(Prospect::cost).thenComparing(prospect -> prospect.offer().key()))
                    .limit(TRIED)
                    .forEach(prospect -> tried(prospect).ifPresent(found::add));
        }
        return found.stream()
                .sorted(Comparator.<NearMiss>comparingLong(miss -> miss.gap().minor() - miss.saves().minor())
                        .thenComparing(miss -> miss.offer().key()))
                .limit(MOST)
                .toList();
    }

    /** Choices that bring the same are one near miss. */
    private static void add(NearMiss miss, List<NearMiss> found) {
        for (NearMiss other : found) {
            Optional<NearMiss> both = other.or(miss);
            if (both.isPresent()) {
                found.remove(other);
                add(both.get(), found);
                return;
            }
        }
        found.add(miss);
    }

    /** Told with the promotion that is kept then and takes most, one whose code the buyer has presented before any other. */
    private Optional<NearMiss> chosen(CheckoutChange change, Set<String> promotions, Function<PricedBasket, Plan> anew) {
        if (stepsLeft <= 0) {
            return Optional.empty();
        }
        Plan then = counted(anew.apply(PricedBasket.of(change.in(goods.basket()))));
        Comparator<Kept> best = Comparator.<Kept, Boolean>comparing(kept -> kept.offer().code().isEmpty())
                .thenComparing(kept -> kept.offer().terms().isForLater())
                .thenComparing(kept -> -kept.taken().discount())
                .thenComparing(kept -> kept.offer().key());
        return then.given().stream()
                .filter(kept -> isCertain(then) && promotions.contains(kept.offer().promotion()) && !isKept(kept.offer()))
                .min(best)
                .flatMap(kept -> miss(kept.offer(), 0, Optional.empty(), then, change.needs()));
    }

    private boolean isKept(Offer offer) {
        return plan.given().stream().anyMatch(kept -> isSame(kept.offer(), offer));
    }

    private List<Prospect> prospects() {
        List<Prospect> prospects = new ArrayList<>();
        for (Rejection refusal : plan.refused()) {
            Lacks.of(refusal).ifPresent(lacks ->
                    prospects.add(prospect(refusal.offer().orElseThrow(), lacks, Optional.empty())));
        }
        for (Upgrade upgrade : Upgrade.of(plan)) {
            prospects.add(prospect(upgrade.offer(), Lacks.of(upgrade), Optional.of(upgrade)));
        }
        prospects.removeIf(prospect -> prospect.kinds().isEmpty());
        return prospects;
    }

    private Prospect prospect(Offer offer, Lacks lacks, Optional<Upgrade> upgrade) {
        List<Line> lines = goods.basket().lines();
        return new Prospect(
                offer,
                lacks,
                lacks.measure() == Measure.ITEMS
                        ? kinds(lines, offer)
                        : lines.stream().filter(offer::counts).limit(1).toList(),
                upgrade);
    }

    /** Each of another sku, the cheapest first; where each line counts alone, the fullest first. */
    private static List<Line> kinds(List<Line> lines, Offer offer) {
        boolean alone = offer.terms().scope().counting().isApart();
        Comparator<Line> cheapest = Comparator.comparing(Line::unitPrice);
        List<Line> kinds = new ArrayList<>();
        lines.stream()
                .filter(line -> offer.counts(line) || offer.isFor(line))
                .filter(line -> line.unitPrice().minor() > 0)
                .sorted(alone ? Comparator.comparingInt(Line::quantity).reversed().thenComparing(cheapest) : cheapest)
                .filter(line -> kinds.stream().noneMatch(other -> other.sku().equals(line.sku())))
                .limit(KINDS)
                .forEach(kinds::add);
        return kinds;
    }

    private Optional<NearMiss> tried(Prospect prospect) {
        if (prospect.lacks().measure() == Measure.ITEMS) {
            return withUnits(prospect, prospect.kinds());
        }
        Optional<NearMiss> found = withMoney(prospect);
        return found.isEmpty() && Misses.asksMore(prospect.offer())
                ? withUnits(prospect, kinds(goods.basket().lines(), prospect.offer()))
                : found;
    }

    private Optional<NearMiss> withUnits(Prospect prospect, List<Line> kinds) {
        for (Line kind : kinds) {
            Optional<NearMiss> found = withUnits(prospect, kind);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<NearMiss> withMoney(Prospect prospect) {
        long extra = prospect.lacks().gap();
        for (int i = 0; i < TRIES && stepsLeft > 0; i++) {
            Optional<Plan> then = with(goods.basket(), prospect.kinds().get(0), money(extra)).map(basket -> planned(basket, prospect));
            if (then.filter(NearMisses::isCertain).isEmpty()) {
                return Optional.empty();
            }
            Optional<Lacks> lacking = lacking(then.get(), prospect).filter(lacks -> lacks.measure() != Measure.ITEMS);
            if (lacking.isEmpty()) {
                return reached(then.get(), prospect) ? miss(prospect.offer(), extra, Optional.empty(), then.get(), List.of()) : Optional.empty();
            }
            extra += lacking.get().gap();
        }
        return Optional.empty();
    }

    /** More units as long as they bring it nearer: what lacks may be goods of another kind. */
    private Optional<NearMiss> withUnits(Prospect prospect, Line kind) {
        MoreUnits more = new MoreUnits(kind, 0);
        Lacks lacks = prospect.lacks();
        for (int i = 0; i < TRIES && stepsLeft > 0; i++) {
            more = more.plus(lacks);
            Optional<Plan> then = with(goods.basket(), more).map(basket -> planned(basket, prospect));
            if (then.filter(NearMisses::isCertain).isEmpty()) {
                return Optional.empty();
            }
            if (reached(then.get(), prospect)) {
                return miss(prospect.offer(), more.price(), Optional.of(more), then.get(), List.of());
            }
            Optional<Lacks> still = lacking(then.get(), prospect).filter(lacks::isMoreThan);
            if (still.isEmpty()) {
                return Optional.empty();
            }
            lacks = still.get();
        }
        return Optional.empty();
    }

    private static boolean isCertain(Plan then) {
        return then.couldSave() == 0;
    }

    /** Whether the offer is kept then, and takes more than now. */
    private static boolean reached(Plan then, Prospect prospect) {
        long now = prospect.upgrade().map(Upgrade::takes).orElse(-1L);
        return then.given().stream()
                .anyMatch(kept -> isSame(kept.offer(), prospect.offer()) && kept.taken().discount() > now);
    }

    /** Planned again, an offer may be narrowed to other lines; it is the same offer still. */
    private static boolean isSame(Offer one, Offer other) {
        return one.part() == other.part()
                && one.promotion().equals(other.promotion())
                && one.store().equals(other.store())
                && one.code().equals(other.code());
    }

    /** Saying why an offer is refused prices what is kept twice, which counts as well. */
    private Plan planned(PricedBasket more, Prospect prospect) {
        return counted(again.plan(more, one -> isSame(one, prospect.offer())));
    }

    private Plan counted(Plan then) {
        stepsLeft -= then.steps() + then.refused().size() * (2 * then.given().size() + 1);
        return then;
    }

    /** What it lacks still, where earlier discounts took their share of the extra too. */
    private static Optional<Lacks> lacking(Plan then, Prospect prospect) {
        return prospect.upgrade().isPresent() ? step(then, prospect.upgrade().get()) : threshold(then, prospect.offer());
    }

    private static Optional<Lacks> threshold(Plan then, Offer offer) {
        return then.refused().stream()
                .filter(refusal -> refusal.offer().filter(other -> isSame(other, offer)).isPresent())
                .flatMap(refusal -> Lacks.of(refusal).stream())
                .findFirst();
    }

    private static Optional<Lacks> step(Plan then, Upgrade upgrade) {
        return Upgrade.of(then).stream()
                .filter(other -> isSame(other.offer(), upgrade.offer()))
                .filter(other -> other.ahead().needed() == upgrade.ahead().needed())
                .map(Lacks::of)
                .findFirst();
    }

    private Money money(long minor) {
        return new Money(minor, goods.basket().currency());
    }

    /** Nothing where more comes off and gifts that are worth as much or more are lost for it. */
    private Optional<NearMiss> miss(
            Offer offer, long extra, Optional<MoreUnits> items, Plan then, List<Condition> needs) {
        if (then.stack().gain() < plan.stack().gain()) {
            return Optional.empty();
        }
        long saves = then.stack().saved() - plan.stack().saved();
        long later = promised(then, offer) - promised(plan, offer);
        long pay = then.stack().end().goodsTotal() + then.stack().end().feesTotal();
        return Optional.of(new NearMiss(offer, money(extra), items, money(saves), money(later), money(pay), needs))
                .filter(NearMiss::brings);
    }

    private static long promised(Plan plan, Offer offer) {
        return plan.later().stream()
                .filter(kept -> isSame(kept.offer(), offer))
                .mapToLong(kept -> kept.taken().discount())
                .sum();
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
    private static Optional<PricedBasket> with(Basket basket, Line like, Money price) {
        if (!fits(basket, price.minor())) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>(basket.lines());
        lines.add(like.like(unused(basket), price));
        return Optional.of(PricedBasket.of(basket.with(lines)));
    }

    /** The basket with so many more units of one of its lines; empty when that is beyond what can be priced. */
    private static Optional<PricedBasket> with(Basket basket, MoreUnits more) {
        Line line = more.of();
        if (line.quantity() + more.count() > Line.MOST || !fits(basket, more.price())) {
            return Optional.empty();
        }
        List<Line> lines = new ArrayList<>(basket.lines());
        lines.replaceAll(one -> one == line ? line.times((int) (line.quantity() + more.count())) : one);
        return Optional.of(PricedBasket.of(basket.with(lines)));
    }

    private static boolean fits(Basket basket, long more) {
        return basket.subtotal() <= Basket.LARGEST_TOTAL - basket.shippingFees() - more;
    }
}
