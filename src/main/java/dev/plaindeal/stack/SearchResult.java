package dev.plaindeal.stack;

import dev.plaindeal.policy.DiscountDisplay;
import dev.plaindeal.policy.Strategy;

/**
 * What a search found.
 *
 * @param stack the best
 * @param shown how it is shown to the buyer
 * @param couldSave minor units that the buyer might gain by an unseen stack in all, the worth of gifts among them; 0 when everything was seen
 * @param steps walked
 */
record SearchResult(OfferStack stack, DiscountDisplay shown, long couldSave, int steps) {

    /**
     * With offers that were not weighed and could save so much more. No stack gains more than the most; where this one gains
     * it already, a gift may have been left out, and one minor unit says so.
     */
    SearchResult besides(long others, long most) {
        long could = Math.min(most, Math.max(couldSave, stack.gain()) + others);
        return others == 0 ? this : new SearchResult(stack, shown, Math.max(stack.gain() + 1, could), steps);
    }

    /** Beyond what is kept. Where simplicity counts, one that saves no more may be missed too; so it is never 0 then. */
    long couldSave(OfferStack kept, Strategy strategy) {
        long least = couldSave > 0 && strategy.weighsSimplicity() ? 1 : 0;
        return Math.max(least, couldSave - kept.gain());
    }

    /** Whether this is what the strategy likes better. */
    boolean beats(SearchResult other, Strategy strategy, Judge judge) {
        if (other.stack.gain() == 0) {
            return stack.gain() > 0;
        }
        if (shown != other.shown) {
            return shown == DiscountDisplay.LAYERS && stack.gain() > 0;
        }
        return switch (strategy.decides()) {
            case SIMPLICITY -> isSimpler(other, judge);
            case MONEY, MONEY_WHERE_SIMPLE, PLACE -> stack.gain() > other.stack.gain();
        };
    }

    private boolean isSimpler(SearchResult other, Judge judge) {
        double own = judge.simplicity().applyAsDouble(stack);
        double its = judge.simplicity().applyAsDouble(other.stack);
        return stack.gain() > 0 && (own > its || own == its && stack.gain() > other.stack.gain());
    }
}
