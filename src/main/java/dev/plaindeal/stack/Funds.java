package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Quota;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Budgets that are not one promotion's alone: those that several promotions share, and those of one promotion for each store; what all
 * their offers together may take off. A budget is the promotion's, whichever of its statements says it; where promotions say different
 * amounts, the lowest counts, and what the host tells before all.
 */
final class Funds {

    private static final Funds NONE = new Funds(Map.of(), Map.of());

    /** Most have none. */
    private final Map<Drawer, Set<String>> ofDrawer;
    private final Map<String, Long> left;

    private Funds(Map<Drawer, Set<String>> ofDrawer, Map<String, Long> left) {
        this.ofDrawer = ofDrawer;
        this.left = left;
    }

    /** Who takes from budgets: a promotion, for a store where it is one store's. */
    private record Drawer(String promotion, String store) {
        static Drawer of(Offer offer) {
            return new Drawer(offer.promotion(), offer.store());
        }
    }

    /** Whether it is a budget of this kind. */
    static boolean isFund(Quota quota) {
        return quota.fund().isPresent() || quota.most() instanceof Quota.CountedMoney && quota.whose() == Quota.Holder.EACH_STORE;
    }

    /**
     * A budget with too little left.
     *
     * @param name as people say it: {@code autumn}, {@code us-tea for the store pearl-house}
     * @param taken minor units that all would take
     * @param left minor units there are
     */
    record Overdrawn(String name, long taken, long left) {}

    static Funds of(Basket basket, List<Offer> offers) {
        Map<String, Set<Quota>> byPromotion = new HashMap<>();
        for (Offer offer : offers) {
            for (Quota quota : offer.terms().limits().quotas()) {
                if (isFund(quota) && quota.most().in(basket.currency()).isPresent()) {
                    byPromotion.computeIfAbsent(offer.promotion(), first -> new LinkedHashSet<>()).add(quota);
                }
            }
        }
        return byPromotion.isEmpty() ? NONE : of(basket, offers, byPromotion);
    }

    private static Funds of(Basket basket, List<Offer> offers, Map<String, Set<Quota>> byPromotion) {
        Map<Drawer, Set<String>> ofDrawer = new HashMap<>();
        Map<String, Long> left = new HashMap<>();
        for (Offer offer : offers) {
            for (Quota quota : byPromotion.getOrDefault(offer.promotion(), Set.of())) {
                if (quota.counts(offer)) {
                    String name = quota.name(offer, basket.at());
                    ofDrawer.computeIfAbsent(Drawer.of(offer), first -> new TreeSet<>()).add(name);
                    left.merge(name, quota.most().in(basket.currency()).getAsLong(), Math::min);
                }
            }
        }
        left.replaceAll((name, most) -> Optional.ofNullable(basket.remaining().budget().get(name)).map(told -> told.minor()).orElse(most));
        return new Funds(ofDrawer, left);
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** The budgets an offer takes from, by the names they are told by. */
    Set<String> of(Offer offer) {
        return ofDrawer.isEmpty() ? Set.of() : ofDrawer.getOrDefault(Drawer.of(offer), Set.of());
    }

    /** The first budget that would not hold this discount beside what others take of it, if any. */
    Optional<Overdrawn> overdrawn(List<Kept> others, Offer offer, long discount) {
        for (String name : of(offer)) {
            long taken = discount;
            for (Kept one : others) {
                taken += of(one.offer()).contains(name) ? one.taken().discount() : 0;
            }
            if (taken > left.get(name)) {
                return Optional.of(new Overdrawn(said(name, offer), taken, left.get(name)));
            }
        }
        return Optional.empty();
    }

    private static String said(String name, Offer offer) {
        return name.startsWith(Quota.OF_FUND) ? name.substring(Quota.OF_FUND.length()) : offer.promotion() + " for the store " + offer.store();
    }
}
