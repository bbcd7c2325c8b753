package dev.plaindeal.check;

import dev.plaindeal.model.Layer;
import dev.plaindeal.model.Policy;
import dev.plaindeal.model.Promotion;
import dev.plaindeal.model.Terms;
import dev.plaindeal.problem.Problem;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Promotions that nothing lets a buyer keep: because their layer keeps none, or, for a coupon, because every other
 * promotion it could stand beside is forbidden to it. Promotions that only compete for a place in one layer do not count.
 */
final class NeverCombines implements Check {

    @Override
    public void look(Desk desk, Consumer<Problem> found) {
        for (Promotion promotion : desk.promotions()) {
            if (isNeverKept(desk, promotion)) {
                found.accept(Problem.warning(
                        "never-kept",
                        desk.text(promotion).name(),
                        "the stacking rules keep no promotion of the layer " + promotion.offers().get(0).layer().key()
                                + " where this one holds, so nobody ever gets it",
                        "See the word keeps in rules/stacking/, or say .inLayer(...)."));
            } else if (desk.isWhole() && promotion.kind().ofCode()) {
                coupon(desk, promotion, found);
            }
        }
    }

    private static boolean isNeverKept(Desk desk, Promotion promotion) {
        return desk.policies(promotion, promotion).stream()
                .noneMatch(policy -> promotion.offers().stream().anyMatch(o -> policy.in(o.layer()).keeps() > 0));
    }

    private static void coupon(Desk desk, Promotion coupon, Consumer<Problem> found) {
        int beside = 0;
        for (Promotion other : desk.promotions()) {
            if (other != coupon && Pairs.meet(coupon, other) && hasSeats(desk, coupon, other)) {
                if (isAllowed(desk, coupon, other)) {
                    return;
                }
                beside++;
            }
        }
        if (beside > 0) {
            boolean exclusive = coupon.offers().stream().allMatch(offer -> offer.combining().exclusive());
            found.accept(Problem.warning(
                    "never-combines",
                    desk.field(coupon, "code"),
                    "this coupon never combines with anything: it can meet " + others(beside) + ", "
                            + (exclusive ? "but it is exclusive" : "all forbidden to it"),
                    "See the words exclusive, group, notWith and, in rules/stacking/, apart."));
        }
    }

    private static String others(int number) {
        return number == 1 ? "one other promotion" : number + " other promotions";
    }

    /** Whether there is a place for both somewhere. */
    private static boolean hasSeats(Desk desk, Promotion one, Promotion other) {
        return desk.policies(one, other).stream().anyMatch(policy -> one.offers().stream()
                .anyMatch(mine -> other.offers().stream().anyMatch(its -> hasSeats(policy, mine, its, Pairs.ofOneStore(one, other)))));
    }

    private static boolean hasSeats(Policy policy, Terms mine, Terms its, boolean oneStore) {
        int keeps = policy.in(mine.layer()).keeps();
        if (mine.layer() != its.layer()) {
            return keeps > 0 && policy.in(its.layer()).keeps() > 0;
        }
        return keeps > (isPerStore(mine.layer()) && !oneStore || mine.layer() == Layer.ITEM_PRICE ? 0 : 1);
    }

    private static boolean isPerStore(Layer layer) {
        return layer == Layer.STORE_COUPON || layer == Layer.STORE_THRESHOLD;
    }

    private static boolean isAllowed(Desk desk, Promotion one, Promotion other) {
        return desk.policies(one, other).stream().anyMatch(policy -> one.offers().stream()
                .anyMatch(mine -> other.offers().stream().anyMatch(its -> isAllowed(policy, one, mine, other, its))));
    }

    private static boolean isAllowed(Policy policy, Promotion one, Terms mine, Promotion other, Terms its) {
        return !mine.combining().exclusive()
                && !its.combining().exclusive()
                && !mine.combining().notWith().contains(other.id())
                && !its.combining().notWith().contains(one.id())
                && mine.combining().groups().stream().noneMatch(its.combining().groups()::contains)
                && policy.apart().stream().noneMatch(names -> isNamed(one, mine, names) && isNamed(other, its, names));
    }

    private static boolean isNamed(Promotion promotion, Terms terms, Set<String> names) {
        return names.contains(promotion.id()) || terms.combining().groups().stream().anyMatch(names::contains);
    }
}
