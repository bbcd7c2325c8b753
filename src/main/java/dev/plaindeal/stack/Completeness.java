package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A promotion is kept with all its statements that can be: a stack that leaves one out which it could have beside all it
 * keeps is no stack. Otherwise a promotion could be shown simpler than it is announced, or a statement of it left out only
 * because the buyer pays less without it. A slot that another promotion has taken, a ceiling, or an offer that would no
 * longer hold are reasons to leave it out.
 */
final class Completeness {

    private Completeness() {}

    /** Whether nothing is missing. */
    static boolean isComplete(Candidates candidates, OfferStack stack) {
        return candidates.groups() == 0
                || isComplete(candidates, stack, IntStream.range(0, candidates.size()).boxed().toList());
    }

    /**
     * The same where only some can be missing.
     *
     * @param some indexes of candidates that may hold; those that are kept among them are passed over
     */
    static boolean isComplete(Candidates candidates, OfferStack stack, List<Integer> some) {
        if (some.isEmpty()) {
            return true;
        }
        boolean[] held = SlotHolders.held(candidates, stack);
        return some.stream().noneMatch(index -> !held[index] && isKeptInPart(candidates, held, index) && fits(candidates, held, index));
    }

    private static boolean isKeptInPart(Candidates candidates, boolean[] held, int index) {
        int group = candidates.group(index);
        return group >= 0
                && IntStream.range(0, held.length).anyMatch(other -> held[other] && candidates.group(other) == group);
    }

    /** Whether all that is kept and this one are a legal stack. */
    private static boolean fits(Candidates candidates, boolean[] held, int index) {
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i] || i == index) {
                chosen.add(candidates.get(i));
            }
        }
        return candidates.capacity(candidates.get(index).layer()) > 0
                && Pricing.priced(candidates.open(), chosen)
                        .filter(more -> StackLimits.allow(candidates, more))
                        .filter(more -> TakenSlots.fits(candidates, more))
                        .isPresent();
    }
}
