package dev.plaindeal.check;

import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.problem.Problem;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Promotions that nothing lets a buyer keep: because their layer keeps none, or, for a coupon, because every other
 * promotion it could stand beside is forbidden to it. Promotions that only compete for a place in one layer do not count.
 *
 * <p>Whether two have a place each depends on where they hold and in which layers, so it is worked out once for all that
 * agree in that. Of what could stand beside a coupon only the first hundred are looked at, which keeps the time in
 * proportion to the number of files; where that leaves it open, nothing is said.
 */
final class NeverCombines implements Check {

    private static final int MOST = 100;

    @Override
    public void look(CheckContext desk, Consumer<Problem> found) {
        new Survey(desk, found).look();
    }

    /**
     * Where a promotion takes a place.
     *
     * @param markets those its rule names, empty for any
     * @param channels likewise
     * @param layers of its offers
     */
    private record Where(List<String> markets, List<String> channels, Set<Layer> layers) {

        static Where of(Promotion promotion) {
            Set<Layer> layers = new TreeSet<>();
            promotion.offers().forEach(offer -> layers.add(offer.layer()));
            return new Where(NamedValues.in(promotion, "market"), NamedValues.in(promotion, "channel"), layers);
        }
    }

    private record Two(Where one, Where other) {}

    /**
     * What may stand in two such places.
     *
     * @param policies where both can be met
     * @param inOneStore whether there is a place for both where they belong to one store
     * @param inTwoStores whether there is one where they do not
     */
    private record Both(Set<Policy> policies, boolean inOneStore, boolean inTwoStores) {

        boolean haveSlots(Promotion one, Promotion other) {
            return Pairs.ofOneStore(one, other) ? inOneStore : inTwoStores;
        }
    }

    /** One look at all promotions. */
    private static final class Survey {

        private final CheckContext desk;
        private final Consumer<Problem> found;
        private final Map<Where, List<Promotion>> byWhere = new LinkedHashMap<>();
        private final Map<Two, Both> known = new HashMap<>();

        Survey(CheckContext desk, Consumer<Problem> found) {
            this.desk = desk;
            this.found = found;
            desk.promotions().forEach(one -> byWhere.computeIfAbsent(Where.of(one), where -> new ArrayList<>()).add(one));
        }

        void look() {
            byWhere.forEach((where, all) -> {
                Set<Policy> policies = both(where, where).policies();
                for (Promotion promotion : all) {
                    if (isNeverKept(policies, promotion)) {
                        found.accept(neverKept(promotion));
                    } else if (desk.isWhole() && promotion.kind().ofCode()) {
                        coupon(promotion, where);
                    }
                }
            });
        }

        private static boolean isNeverKept(Set<Policy> policies, Promotion promotion) {
            return policies.stream()
                    .noneMatch(policy -> promotion.offers().stream().anyMatch(o -> policy.in(o.layer()).keeps() > 0));
        }

        private Problem neverKept(Promotion promotion) {
            return Problem.warning(
                    "never-kept",
                    desk.text(promotion).name(),
                    "the stacking rules keep no promotion of the layer " + promotion.offers().get(0).layer().key()
                            + " where this one holds, so nobody ever gets it",
                    "See the word keeps in rules/stacking/, or say .inLayer(...).");
        }

        private void coupon(Promotion coupon, Where where) {
            boolean exclusive = coupon.offers().stream().allMatch(offer -> offer.combining().exclusive());
            int beside = 0;
            int looked = 0;
            for (Map.Entry<Where, List<Promotion>> others : byWhere.entrySet()) {
                Both both = both(where, others.getKey());
                List<Promotion> there = both.inOneStore() || both.inTwoStores() ? others.getValue() : List.of();
                for (Promotion other : there.subList(0, Math.min(there.size(), MOST - looked))) {
                    if (other != coupon && both.haveSlots(coupon, other) && Pairs.meet(coupon, other)) {
                        if (isAllowed(both.policies(), coupon, other)) {
                            return;
                        }
                        beside++;
                    }
                }
                looked += 1 + there.size();
                if (looked > MOST) {
                    break;
                }
            }
            if (beside > 0 && (exclusive || looked <= MOST)) {
                found.accept(neverCombines(coupon, others(beside, looked > MOST), exclusive));
            }
        }

        private Problem neverCombines(Promotion coupon, String others, boolean exclusive) {
            return Problem.warning(
                    "never-combines",
                    desk.field(coupon, "code"),
                    "this coupon never combines with anything: it can meet " + others + ", "
                            + (exclusive ? "but it is exclusive" : "all forbidden to it"),
                    "See the words exclusive, group, notWith and, in rules/stacking/, apart.");
        }

        private Both both(Where one, Where other) {
            return known.computeIfAbsent(new Two(one, other), two -> {
                Set<Policy> policies = desk.policies(
                        NamedValues.both(one.markets(), other.markets()), NamedValues.both(one.channels(), other.channels()));
                return new Both(policies, hasSlots(policies, one, other, true), hasSlots(policies, one, other, false));
            });
        }
    }

    private static String others(int number, boolean more) {
        return number == 1 ? "one other promotion" : number + " other promotions" + (more ? " or more" : "");
    }

    /** Whether there is a place for both somewhere. */
    private static boolean hasSlots(Set<Policy> policies, Where one, Where other, boolean oneStore) {
        return policies.stream().anyMatch(policy -> one.layers().stream()
                .anyMatch(mine -> other.layers().stream().anyMatch(its -> hasSlots(policy, mine, its, oneStore))));
    }

    private static boolean hasSlots(Policy policy, Layer mine, Layer its, boolean oneStore) {
        int keeps = policy.in(mine).keeps();
        if (mine != its) {
            return keeps > 0 && policy.in(its).keeps() > 0;
        }
        return keeps > (isPerStore(mine) && !oneStore || mine.slot() == Layer.Slot.LINE ? 0 : 1);
    }

    private static boolean isPerStore(Layer layer) {
        return layer.slot() == Layer.Slot.STORE;
    }

    private static boolean isAllowed(Set<Policy> policies, Promotion one, Promotion other) {
        return policies.stream().anyMatch(policy -> one.offers().stream()
                .anyMatch(mine -> other.offers().stream().anyMatch(its -> isAllowed(policy, one, mine, other, its))));
    }

    private static boolean isAllowed(Policy policy, Promotion one, OfferTerms mine, Promotion other, OfferTerms its) {
        return !mine.combining().exclusive()
                && !its.combining().exclusive()
                && !mine.combining().notWith().contains(other.id())
                && !its.combining().notWith().contains(one.id())
                && mine.combining().groups().stream().noneMatch(its.combining().groups()::contains)
                && policy.apart().stream().noneMatch(names -> isNamed(one, mine, names) && isNamed(other, its, names));
    }

    private static boolean isNamed(Promotion promotion, OfferTerms terms, Set<String> names) {
        return names.contains(promotion.id()) || terms.combining().groups().stream().anyMatch(names::contains);
    }
}
