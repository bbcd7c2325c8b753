package dev.plaindeal.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps offers by their place alone: each that holds and fits beside those kept before it. */
final class InOrder {

    private InOrder() {}

    static Stack stack(Candidates legal) {
        Stack stack = Stack.none(legal.open());
        for (int i = 0; i < legal.size(); i++) {
            if (Seats.blocking(legal, stack, i).isEmpty()) {
                stack = with(legal, stack, i).orElse(stack);
            }
        }
        return stack;
    }

    private static Optional<Stack> with(Candidates legal, Stack stack, int index) {
        List<Candidate> chosen = new ArrayList<>(Seats.chosen(legal, stack));
        chosen.add(legal.get(index));
        return Pricing.priced(legal.open(), chosen).filter(more -> Ceilings.allow(legal, more));
    }
}
