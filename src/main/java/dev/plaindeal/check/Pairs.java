package dev.plaindeal.check;

import dev.plaindeal.model.ChanceField;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.Dates;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Promotion;
import java.util.ArrayList;
import java.util.List;

/** Whether two promotions can meet in one basket. Says yes where it cannot tell. */
final class Pairs {

    private Pairs() {}

    /** Whether both can hold for one basket, each for a chance of its own. */
    static boolean meet(Promotion one, Promotion other) {
        List<Condition> both = new ArrayList<>(one.conditions());
        both.addAll(other.conditions());
        both.removeIf(c -> ChanceField.about(c).isOfChance());
        return Possible.together(both) && datesMeet(one, other);
    }

    /** Whether both can hold for one and the same chance. */
    static boolean coincide(Promotion one, Promotion other) {
        List<Condition> both = new ArrayList<>(one.conditions());
        both.addAll(other.conditions());
        return one.kind() == other.kind() && Possible.together(both) && datesMeet(one, other);
    }

    /** Whether both belong to one and the same store and to no other. */
    static boolean ofOneStore(Promotion one, Promotion other) {
        return one.mustBe("store").isPresent() && one.mustBe("store").equals(other.mustBe("store"));
    }

    private static boolean datesMeet(Promotion one, Promotion other) {
        for (OfferTerms terms : one.offers()) {
            for (OfferTerms others : other.offers()) {
                if (meet(terms.dates(), others.dates())) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean meet(Dates one, Dates other) {
        boolean overlap = endsAfterBegin(one, other) && endsAfterBegin(other, one);
        boolean scheduled = one.schedule().isEmpty()
                || other.schedule().isEmpty()
                || one.schedule().get().mayMeet(other.schedule().get());
        return overlap && scheduled;
    }

    private static boolean endsAfterBegin(Dates one, Dates other) {
        return one.until().isEmpty()
                || other.from().isEmpty()
                || one.until().get().instant().isAfter(other.from().get().instant());
    }
}
