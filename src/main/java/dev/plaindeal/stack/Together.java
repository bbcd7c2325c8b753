package dev.plaindeal.stack;

import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Terms.Combining;
import java.util.List;
import java.util.Set;

/** Whether two offers may be kept together at all, whatever the money. */
final class Together {

    private Together() {}

    static boolean forbidden(Offer one, Offer other, List<Set<String>> apart) {
        if (one.promotion().equals(other.promotion())) {
            return false;
        }
        return exclusive(one, other) || named(one, other) || sameGroup(one, other) || keptApart(one, other, apart);
    }

    static boolean exclusive(Offer one, Offer other) {
        return one.terms().combining().exclusive() || other.terms().combining().exclusive();
    }

    private static boolean named(Offer one, Offer other) {
        return one.terms().combining().notWith().contains(other.promotion())
                || other.terms().combining().notWith().contains(one.promotion());
    }

    private static boolean sameGroup(Offer one, Offer other) {
        Combining combining = one.terms().combining();
        return !combining.groups().isEmpty()
                && combining.groups().stream().anyMatch(other.terms().combining().groups()::contains);
    }

    /** Both are in the set, and not by the same name: a group's members are kept apart by the group word itself. */
    private static boolean keptApart(Offer one, Offer other, List<Set<String>> apart) {
        for (Set<String> names : apart) {
            if (isNamed(one, names) && isNamed(other, names)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isNamed(Offer offer, Set<String> names) {
        return names.contains(offer.promotion())
                || offer.terms().combining().groups().stream().anyMatch(names::contains);
    }
}
