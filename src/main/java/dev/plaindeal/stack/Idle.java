package dev.plaindeal.stack;

import dev.plaindeal.model.Policy;
import java.util.ArrayList;
import java.util.List;

/** Keeps offers that hold but take nothing off, where the policy says so and the money stays the same. */
final class Idle {

    private Idle() {}

    static Stack added(Candidates legal, Stack best) {
        if (legal.policy().idle() == Policy.Idle.REFUSED) {
            return best;
        }
        Stack result = best;
        for (int i = 0; i < legal.size(); i++) {
            if (!Seats.holds(result, legal.get(i))) {
                result = withOne(legal, result, i);
            }
        }
        return result;
    }

    private static Stack withOne(Candidates legal, Stack stack, int index) {
        if (Seats.blocking(legal, stack, index).isEmpty()) {
            List<Candidate> chosen = new ArrayList<>(Seats.chosen(legal, stack));
            chosen.add(legal.get(index));
            chosen.sort((a, b) -> Integer.compare(legal.all().indexOf(a), legal.all().indexOf(b)));
            Stack more = Pricing.pricedWithIdle(legal.open(), chosen);
            if (more.saved() == stack.saved() && more.kept().size() == chosen.size() && isIdle(more, legal.get(index))) {
                return more;
            }
        }
        return stack;
    }

    /** One that takes what another then cannot take is no idle offer, though the money stays the same. */
    private static boolean isIdle(Stack stack, Candidate added) {
        return stack.kept().stream()
                .allMatch(one -> one.offer() != added.offer() || one.taken().discount() == 0);
    }
}
