package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.price.Ledger;
import java.util.ArrayList;
import java.util.List;

/** What a stack would save if one of its offers were changed or left out: what an edit costs on this basket. */
public final class Edits {

    private Edits() {}

    /** The stack without the offer at this place, priced anew. */
    public static OfferStack without(OfferStack stack, int index) {
        List<Candidate> rest = candidates(stack);
        rest.remove(index);
        return priced(stack, rest);
    }

    /** The stack with another offer in the place of this one, priced anew. */
    public static OfferStack with(OfferStack stack, int index, Offer instead) {
        List<Candidate> edited = candidates(stack);
        edited.set(index, Candidate.toPrice(stack.end(), instead, edited.get(index).conventions()));
        return priced(stack, edited);
    }

    private static List<Candidate> candidates(OfferStack stack) {
        List<Candidate> all = new ArrayList<>();
        stack.kept().forEach(kept -> all.add(Candidate.toPrice(stack.end(), kept.offer(), kept.conventions())));
        return all;
    }

    private static OfferStack priced(OfferStack stack, List<Candidate> chosen) {
        Ledger open = stack.end().reopened();
        return Pricing.pricedWithIdle(open.onSale(OnSale.lines(open, chosen)), chosen);
    }
}
