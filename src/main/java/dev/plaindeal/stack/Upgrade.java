package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome.Missed;
import dev.plaindeal.price.Pricer;
import dev.plaindeal.price.PromisePricer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a kept ladder, "every" offer or deal on items lacks to its next step, at its place in the stack or behind it.
 *
 * @param offer the kept offer
 * @param takes what it takes off or promises now
 * @param ahead its next step
 */
record Upgrade(Offer offer, long takes, Missed ahead) {

    /** Those of a plan that have a step ahead which more goods reach, promises for later among them. */
    static List<Upgrade> of(Plan plan) {
        List<Upgrade> found = of(plan.stack());
        for (Kept promise : plan.later()) {
            PromisePricer.ahead(plan.stack().end(), promise.offer(), promise.conventions())
                    .ifPresent(ahead -> found.add(new Upgrade(promise.offer(), promise.taken().discount(), ahead)));
        }
        return found;
    }

    private static List<Upgrade> of(OfferStack stack) {
        Finals finals = Finals.after(stack.end().reopened(), candidates(stack));
        Ledger ledger = stack.end().reopened();
        List<Upgrade> found = new ArrayList<>();
        for (Kept kept : stack.kept()) {
            long[] measured = finals.of(Candidate.toPrice(stack.end(), kept.offer(), kept.conventions()));
            Optional<Missed> ahead = Pricer.ahead(ledger, kept.offer(), kept.conventions(), measured);
            if (ahead.isPresent()) {
                found.add(new Upgrade(kept.offer(), kept.taken().discount(), ahead.get()));
            }
            ledger = Pricer.apply(ledger, kept.offer(), kept.conventions(), measured).ledger();
        }
        return found;
    }

    private static List<Candidate> candidates(OfferStack stack) {
        return stack.kept().stream()
                .map(kept -> Candidate.toPrice(stack.end(), kept.offer(), kept.conventions()))
                .toList();
    }

    long gap() {
        return ahead.needed() - ahead.have();
    }
}
