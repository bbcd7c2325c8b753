package dev.plaindeal.stack;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Quota;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Budgets that several promotions share: what all their offers together may take off. A budget is the promotion's, whichever of its
 * statements says it; where promotions say different amounts, the lowest counts, and what the host tells before all.
 */
final class Funds {

    private static final Funds NONE = new Funds(Map.of(), Map.of());

    /** By promotion; most have none. */
    private final Map<String, Set<String>> ofPromotion;
    private final Map<String, Long> left;

    private Funds(Map<String, Set<String>> ofPromotion, Map<String, Long> left) {
        this.ofPromotion = ofPromotion;
        this.left = left;
    }

    /**
     * A budget with too little left.
     *
     * @param name as its authors write it
     * @param taken minor units that all would take
     * @param left minor units there are
     */
    record Overdrawn(String name, long taken, long left) {}

    static Funds of(Basket basket, List<Offer> offers) {
        Map<String, Set<String>> ofPromotion = new HashMap<>();
        Map<String, Long> left = new HashMap<>();
        for (Offer offer : offers) {
            for (Quota quota : offer.terms().limits().quotas()) {
                OptionalLong most = quota.most().in(basket.currency());
                if (quota.fund().isPresent() && most.isPresent()) {
                    String name = quota.name(offer.promotion(), basket.at());
                    ofPromotion.computeIfAbsent(offer.promotion(), first -> new TreeSet<>()).add(name);
                    left.merge(name, most.getAsLong(), Math::min);
                }
            }
        }
        left.replaceAll((name, most) -> Optional.ofNullable(basket.remaining().budget().get(name)).map(told -> told.minor()).orElse(most));
        return left.isEmpty() ? NONE : new Funds(ofPromotion, left);
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    /** The budgets an offer takes from, by the names they are told by. */
    Set<String> of(Offer offer) {
        return ofPromotion.isEmpty() ? Set.of() : ofPromotion.getOrDefault(offer.promotion(), Set.of());
    }

    /** The first budget that would not hold this discount beside what others take of it, if any. */
    Optional<Overdrawn> overdrawn(List<Kept> others, Offer offer, long discount) {
        for (String name : of(offer)) {
            long taken = discount;
            for (Kept one : others) {
                taken += of(one.offer()).contains(name) ? one.taken().discount() : 0;
            }
            if (taken > left.get(name)) {
                return Optional.of(new Overdrawn(name.substring(Quota.OF_FUND.length()), taken, left.get(name)));
            }
        }
        return Optional.empty();
    }
}
