package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Reward;
import dev.plaindeal.policy.Basis;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Taken;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.Pricer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/** Every legal stack, the slow way: all subsets, each judged by the words of the policy and priced from scratch. */
final class BruteForce {

    private final PricedBasket goods;
    private final Policy policy;
    private final List<Offer> ordered;
    private final List<Offer> always;
    private final Set<String> alone;
    private final Map<Offer, Set<String>> placesOf = new IdentityHashMap<>();

    BruteForce(PricedBasket goods, List<Offer> offers, Policy policy) {
        this.goods = goods;
        this.policy = policy;
        this.ordered = offers.stream()
                .sorted(Comparator.<Offer>comparingInt(o -> policy.order().indexOf(o.terms().layer()))
                        .thenComparingInt(o -> o.terms().combining().order())
                        .thenComparing(Offer::promotion)
                        .thenComparingInt(Offer::part))
                .toList();
        offers.forEach(offer -> placesOf.put(offer, places(offer)));
        this.always = always();
        this.alone = alone();
    }

    /** Promotions that alone may be kept because of an exclusive one; empty where all may. */
    private Set<String> alone() {
        Set<String> ids = new TreeSet<>();
        if (policy.exclusive() == Policy.Exclusive.IF_BETTER) {
            return ids;
        }
        List<Offer> giving =
                ordered.stream().filter(o -> standsBesideAlways(o) && priced(List.of(o)).isPresent()).toList();
        if (policy.exclusive() == Policy.Exclusive.ALWAYS) {
            giving.stream().filter(o -> o.terms().combining().exclusive()).forEach(o -> ids.add(o.promotion()));
            return ids;
        }
        Optional<Offer> first = giving.stream()
                .min(Comparator.comparingInt(o -> o.terms().combining().order()));
        if (first.isPresent() && first.get().terms().combining().exclusive()) {
            ids.add(first.get().promotion());
        } else {
            ordered.stream().filter(o -> !o.terms().combining().exclusive()).forEach(o -> ids.add(o.promotion() + "#" + o.part()));
            ids.add("#");
        }
        return ids;
    }

    private boolean admitted(Offer offer) {
        boolean named = alone.isEmpty()
                || alone.contains(offer.promotion())
                || alone.contains(offer.promotion() + "#" + offer.part());
        return named && standsBesideAlways(offer);
    }

    private static boolean holdsAlways(Offer offer) {
        return offer.terms().combining().alwaysHolds();
    }

    /** Of the prices that always hold those that save most together. */
    private List<Offer> always() {
        OfferStack best = legal(ordered.stream().filter(BruteForce::holdsAlways).toList()).stream()
                .min(bestFirst(stack -> 0))
                .orElseThrow();
        return best.kept().stream().map(Kept::offer).toList();
    }

    private boolean standsBesideAlways(Offer offer) {
        if (holdsAlways(offer)) {
            return always.contains(offer);
        }
        List<Offer> more = ordered.stream().filter(one -> one == offer || always.contains(one)).toList();
        return always.stream().noneMatch(one -> forbids(one, offer) || forbids(offer, one))
                && (always.isEmpty()
                        || offer.terms().layer() != Layer.ITEM_PRICE
                        || priced(more).filter(this::fits).isPresent());
    }

    List<OfferStack> all() {
        return legal(ordered.stream().filter(this::admitted).toList()).stream()
                .filter(stack -> stack.kept().stream().filter(kept -> holdsAlways(kept.offer())).count() == always.size())
                .toList();
    }

    private List<OfferStack> legal(List<Offer> offers) {
        int[] enemies = new int[offers.size()];
        for (int i = 0; i < enemies.length; i++) {
            for (int j = 0; j < enemies.length; j++) {
                enemies[i] |= forbids(offers.get(i), offers.get(j)) || forbids(offers.get(j), offers.get(i)) ? 1 << j : 0;
            }
        }
        Map<Integer, OfferStack> stacks = new TreeMap<>();
        for (int mask = 0; mask < 1 << offers.size(); mask++) {
            List<Offer> chosen = new ArrayList<>();
            int met = 0;
            for (int i = 0; i < offers.size(); i++) {
                if ((mask >> i & 1) == 1) {
                    chosen.add(offers.get(i));
                    met |= enemies[i];
                }
            }
            if ((met & mask) == 0) {
                Optional<OfferStack> stack = priced(chosen).filter(this::fits);
                if (stack.isPresent()) {
                    stacks.put(mask, stack.get());
                }
            }
        }
        return stacks.keySet().stream()
                .filter(mask -> isComplete(mask, offers, stacks.keySet()))
                .map(stacks::get)
                .toList();
    }

    /** No statement of a promotion that is kept could be added. */
    private static boolean isComplete(int mask, List<Offer> offers, Set<Integer> legal) {
        for (int i = 0; i < offers.size(); i++) {
            for (int j = 0; j < offers.size(); j++) {
                boolean kept = (mask >> j & 1) == 1 && (mask >> i & 1) == 0;
                if (kept && promotion(offers.get(i)).equals(promotion(offers.get(j))) && legal.contains(mask | 1 << i)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static String promotion(Offer offer) {
        return offer.promotion() + "|" + offer.store() + "|" + offer.code();
    }

    /** Each in its turn that holds beside those kept before it. */
    List<Offer> inOrder() {
        List<Offer> kept = new ArrayList<>();
        for (Offer offer : ordered.stream().filter(this::admitted).toList()) {
            List<Offer> more = new ArrayList<>(kept);
            more.add(offer);
            boolean free = kept.stream().noneMatch(other -> forbids(offer, other) || forbids(other, offer));
            if (free && priced(more).filter(this::fits).isPresent()) {
                kept = more;
            }
        }
        return kept;
    }

    private boolean forbids(Offer one, Offer other) {
        if (one.promotion().equals(other.promotion())) {
            return false;
        }
        var its = one.terms().combining();
        var others = other.terms().combining();
        if (its.exclusive() || its.notWith().contains(other.promotion())) {
            return true;
        }
        if (its.groups().stream().anyMatch(others.groups()::contains)) {
            return true;
        }
        return policy.apart().stream().anyMatch(names -> named(one, names) && named(other, names));
    }

    private static boolean named(Offer offer, Set<String> names) {
        return names.contains(offer.promotion()) || offer.terms().combining().groups().stream().anyMatch(names::contains);
    }

    /** How many promotions are kept in each place: a line or a fee that something is taken off, a store, the basket. */
    private boolean fits(OfferStack stack) {
        Map<String, Set<String>> promotions = new HashMap<>();
        for (Kept kept : stack.kept()) {
            Layer layer = kept.offer().terms().layer();
            Set<String> places = switch (layer) {
                case ITEM_PRICE -> taken(layer, kept.taken().byLine());
                case SHIPPING -> taken(layer, kept.taken().byFee());
                default -> placesOf.get(kept.offer());
            };
            for (String place : places) {
                Set<String> there = promotions.computeIfAbsent(place, p -> new TreeSet<>());
                there.add(promotion(kept.offer()));
                if (there.size() > policy.layers().get(layer).keeps()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static Set<String> taken(Layer layer, long[] shares) {
        Set<String> places = new TreeSet<>();
        for (int i = 0; i < shares.length; i++) {
            if (shares[i] > 0) {
                places.add(layer + "/" + i);
            }
        }
        return places;
    }

    /** Running prices before any promotion, with the lines marked that an automatic item price reduces by itself. */
    Ledger open() {
        Ledger open = goods.open(policy.order());
        boolean[] reduced = new boolean[goods.size()];
        for (Offer offer : ordered) {
            boolean shown = offer.terms().layer() == Layer.ITEM_PRICE
                    && offer.code().isEmpty()
                    && offer.terms().shown().activation() == OfferTerms.Activation.AUTOMATIC
                    && policy.layers().get(Layer.ITEM_PRICE).keeps() > 0;
            if (shown && Pricer.apply(open, offer, conventions(offer), open.linePrices()).outcome() instanceof Taken money) {
                Map<String, Long> alone = new HashMap<>(Map.of(offer.promotion(), money.discount()));
                for (int i = 0; i < reduced.length; i++) {
                    reduced[i] |= money.byLine()[i] > 0 && money.discount() <= mostOff() && withinBudget(offer, alone);
                }
            }
        }
        return open.onSale(reduced);
    }

    private Set<String> places(Offer offer) {
        Set<String> places = new TreeSet<>();
        Basket basket = goods.basket();
        switch (offer.terms().layer()) {
            case STORE_THRESHOLD, STORE_COUPON ->
                basket.lines().stream().filter(offer::admits).map(Line::store).forEach(places::add);
            case PLATFORM_THRESHOLD, PLATFORM_COUPON -> places.add("basket");
            case ITEM_PRICE, SHIPPING -> { }
        }
        return places.stream().map(place -> offer.terms().layer() + "/" + place).collect(Collectors.toSet());
    }

    /** Empty unless each of them holds and gives something, and no ceiling is broken. */
    Optional<OfferStack> priced(List<Offer> chosen) {
        Ledger ledger = open();
        List<Kept> kept = new ArrayList<>();
        Map<String, Long> byPromotion = new HashMap<>();
        long saved = 0;
        for (Offer offer : chosen) {
            Pricer.PricedStep step = Pricer.apply(ledger, offer, conventions(offer), finals(chosen, offer));
            boolean gift = offer.terms().reward() instanceof Reward.Gift;
            if (!(step.outcome() instanceof Taken money) || money.discount() == 0 && !gift) {
                return Optional.empty();
            }
            kept.add(new Kept(offer, conventions(offer), money));
            saved += money.discount();
            byPromotion.merge(offer.promotion(), money.discount(), Long::sum);
            ledger = step.ledger();
        }
        boolean allowed = saved <= mostOff() && chosen.stream().allMatch(o -> withinBudget(o, byPromotion));
        boolean open = chosen.stream().allMatch(o -> policy.layers().get(o.terms().layer()).keeps() > 0);
        return allowed && open ? Optional.of(new OfferStack(kept, ledger, saved)) : Optional.empty();
    }

    private boolean withinBudget(Offer offer, Map<String, Long> byPromotion) {
        Money told = goods.basket().remaining().budget().get(offer.promotion());
        if (told != null) {
            return byPromotion.get(offer.promotion()) <= told.minor();
        }
        return ordered.stream()
                .filter(other -> other.promotion().equals(offer.promotion()))
                .flatMap(other -> other.terms().limits().budget().stream())
                .allMatch(budget -> byPromotion.get(offer.promotion()) <= budget.minor(goods.basket().currency()));
    }

    private long mostOff() {
        BigDecimal list = BigDecimal.valueOf(goods.basket().subtotal() + goods.basket().shippingFees());
        BigDecimal most = list;
        if (policy.mostOff().isPresent()) {
            var ceiling = policy.mostOff().get();
            if (ceiling.share().isPresent()) {
                BigDecimal share = list.multiply(ceiling.share().get().number()).divide(BigDecimal.valueOf(100));
                most = share.setScale(0, RoundingMode.FLOOR);
            }
            if (ceiling.amounts().isPresent()) {
                most = BigDecimal.valueOf(ceiling.amounts().get().minor(goods.basket().currency()));
            }
        }
        if (policy.leastToPay().isPresent()) {
            long least = policy.leastToPay().get().minor(goods.basket().currency());
            most = most.min(list.subtract(BigDecimal.valueOf(least)).max(BigDecimal.ZERO));
        }
        return most.longValueExact();
    }

    /** What these bring in the order they apply, without those that do not hold. */
    long savedBy(List<Offer> some) {
        return takenBy(some).values().stream().mapToLong(Long::longValue).sum();
    }

    /** What each of these brings: takes off, or adds of some worth. */
    Map<Offer, Long> takenBy(List<Offer> some) {
        Map<Offer, Long> taken = new IdentityHashMap<>();
        List<Offer> chosen = ordered.stream().filter(some::contains).toList();
        Ledger ledger = open();
        for (Offer offer : chosen) {
            Pricer.PricedStep step = Pricer.apply(ledger, offer, conventions(offer), finals(chosen, offer));
            taken.put(offer, step.outcome() instanceof Taken money ? money.discount() + money.added().worth() : 0L);
            ledger = step.ledger();
        }
        return taken;
    }

    Conventions conventions(Offer offer) {
        return offer.terms().choices().over(policy.layers().get(offer.terms().layer()).conventions());
    }

    /** After all that do not measure it, without other statements of the promotion that asks. */
    private long[] finals(List<Offer> chosen, Offer asking) {
        Ledger ledger = open();
        for (Offer offer : chosen) {
            boolean own = offer != asking && promotion(offer).equals(promotion(asking));
            if (!own && !conventions(offer).thresholdOn().equals(Basis.FINAL)) {
                ledger = Pricer.apply(ledger, offer, conventions(offer), new long[0]).ledger();
            }
        }
        return ledger.linePrices();
    }

    /** Best first: brings more, saves more, more gifts, fewer promotions, simpler, the earlier names. */
    static Comparator<OfferStack> bestFirst(ToDoubleFunction<OfferStack> simplicity) {
        return Comparator.<OfferStack>comparingLong(stack -> -stack.saved() - worth(stack))
                .thenComparingLong(stack -> -stack.saved())
                .thenComparingLong(stack -> -gifts(stack))
                .thenComparingLong(stack -> stack.kept().size() - gifts(stack))
                .thenComparingDouble(stack -> -simplicity.applyAsDouble(stack))
                .thenComparing(BruteForce::names);
    }

    static long worth(OfferStack stack) {
        long worth = 0;
        for (Kept kept : stack.kept()) {
            worth += kept.taken().added().worth();
        }
        return worth;
    }

    private static long gifts(OfferStack stack) {
        return stack.kept().stream().filter(kept -> kept.offer().terms().reward() instanceof Reward.Gift).count();
    }

    static String names(OfferStack stack) {
        return String.join(
                " ", stack.kept().stream().map(kept -> name(kept.offer())).sorted().toList());
    }

    private static String name(Offer offer) {
        return offer.promotion() + (offer.store().isEmpty() ? "" : "@" + offer.store()) + (offer.part() == 0 ? "" : "+" + offer.part());
    }
}
