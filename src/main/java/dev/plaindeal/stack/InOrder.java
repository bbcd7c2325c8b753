package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps offers by their place alone: each that holds and fits beside those kept before it. */
final class InOrder {

    private InOrder() {}

    static Stack stack(Candidates legal) {
        Stack stack = Stack.none(legal.open());
        boolean[] held = new boolean[legal.size()];
        for (int i = 0; i < legal.size(); i++) {
            Optional<Stack> more =
                    Seats.blocking(legal, held, i).isEmpty() ? with(legal, stack, legal.get(i)) : Optional.empty();
            held[i] = more.isPresent();
            stack = more.orElse(stack);
        }
        return stack;
    }

    private static Optional<Stack> with(Candidates legal, Stack stack, Candidate next) {
        return (legal.measureFinal() ? anew(legal, stack, next) : Pricing.priced(stack, List.of(next), Pricing.NO_FINALS))
                .filter(more -> Ceilings.allow(legal, more));
    }

    /** The price after everything has changed, so all that is kept is priced again. */
    private static Optional<Stack> anew(Candidates legal, Stack stack, Candidate next) {
        List<Candidate> chosen = new ArrayList<>(Seats.chosen(legal, stack));
        chosen.add(next);
        return Pricing.priced(legal.open(), chosen);
    }
}
