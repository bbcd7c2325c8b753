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
        boolean[] held = Seats.held(legal, best);
        int left = Planner.budget(legal.goods());
        for (int i = 0; i < legal.size() && left > 0; i++) {
            if (!held[i] && Seats.blocking(legal, held, i).isEmpty()) {
                Stack more = withOne(legal, result, i);
                held[i] = more != result;
                left -= more.kept().size();
                result = more;
            }
        }
        return result;
    }

    private static Stack withOne(Candidates legal, Stack stack, int index) {
        boolean[] held = Seats.held(legal, stack);
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < held.length; i++) {
            if (held[i] || i == index) {
                chosen.add(legal.get(i));
            }
        }
        Stack more = Pricing.pricedWithIdle(legal.open(), chosen);
        boolean same = more.saved() == stack.saved() && more.kept().size() == chosen.size();
        return same && isIdle(more, legal.get(index)) ? more : stack;
    }

    /** One that takes what another then cannot take is no idle offer, though the money stays the same. */
    private static boolean isIdle(Stack stack, Candidate added) {
        return stack.kept().stream()
                .allMatch(one -> one.offer() != added.offer() || one.taken().discount() == 0);
    }
}
