package dev.plaindeal.stack;

import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.OfferSteps.SpendNeed;
import dev.plaindeal.price.OfferSteps.SavingStep;

/**
 * One way in which a late offer may save, with its lines told as numbers of {@link LineScopes}.
 *
 * @param index place among the candidates
 * @param layer its layer
 * @param step what it needs and takes
 * @param scope what it takes money off
 * @param needScopes what has to be left to pay, for what
 * @param needs how much, minor units
 * @param worth minor units that the gifts it adds are worth at most
 * @param spare who gets what does not divide of what it takes
 */
record Taker(
        int index, Layer layer, SavingStep step, int scope, int[] needScopes, long[] needs, long worth, Conventions.Spare spare) {

    static Taker of(Candidates candidates, int index, SavingStep step, LineScopes scopes) {
        SavingStep told = candidates.group(index) < 0 ? step : step.withoutNeeds();
        int[] needScopes = told.needs().stream().mapToInt(need -> scopes.number(need.lines())).toArray();
        long[] needs = told.needs().stream().mapToLong(SpendNeed::minor).toArray();
        Candidate one = candidates.get(index);
        return new Taker(index, one.layer(), told, scopes.number(told.of()), needScopes, needs, one.worth(), one.conventions().spare());
    }

    /** What it brings at most where so much is left to pay for its lines. */
    long most(long left) {
        return step.most(left) + worth;
    }

    /**
     * Minor units that it takes whatever early offers leave, as long as it holds.
     *
     * @param beside minor units that others of its layer take at most
     */
    long sure(LineScopes scopes, long beside) {
        long left = 0;
        for (int i = 0; i < needs.length; i++) {
            left = scopes.isWithin(needScopes[i], scope) ? Math.max(left, needs[i]) : left;
        }
        return Math.max(0, Math.min(step.least(left), left - beside - step.floor()));
    }

    /** Whether so much is left of each scope that it may hold. */
    boolean mayHold(long[] left) {
        for (int i = 0; i < needs.length; i++) {
            if (left[needScopes[i]] < needs[i]) {
                return false;
            }
        }
        return true;
    }
}
