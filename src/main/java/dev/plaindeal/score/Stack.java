package dev.plaindeal.score;

import static dev.plaindeal.model.StepKind.COMPARE;
import static dev.plaindeal.model.StepKind.COMPOUND;
import static dev.plaindeal.model.StepKind.DECIDE;
import static dev.plaindeal.model.StepKind.ORDER;
import static dev.plaindeal.model.StepKind.TRAP;
import static dev.plaindeal.model.StepKind.WHICH_SUBTOTAL;

import java.util.List;

/**
 * The steps of several layers together, free of the order they are listed or applied in.
 *
 * <p>One layer is worked out at the list price, the others at the span all others leave, and of all choices of the
 * first the cheapest counts. The span left only ever widens with further layers. A running price in the order of
 * application would not do: 7.99 off makes 47.99 round, and adding a layer would make a stack simpler.
 */
final class Stack {

    private final Context context;
    private final List<LayerTerms> layers;
    private final Tally tally;
    private final Arithmetic[] arithmetic;
    private final Span[] left;

    Stack(Terms terms, Tally tally) {
        this.context = terms.context();
        this.layers = terms.layers();
        this.tally = tally;
        int n = layers.size();
        arithmetic = new Arithmetic[n];
        left = new Span[n];
        for (int i = 0; i < n; i++) {
            arithmetic[i] = new Arithmetic(layers.get(i), context);
        }
        spans();
    }

    /** Counts every step of the layers and of what is between them. */
    void count() {
        for (int i = 0; i < layers.size(); i++) {
            new FinePrint(layers.get(i), context, tally).count();
        }
        int first = first();
        for (int i = 0; i < layers.size(); i++) {
            if (i == first) {
                arithmetic[i].count(tally, list(), place());
            } else {
                arithmetic[i].count(tally, left[i], Place.JOINED);
            }
        }
        compounding();
        subtotals();
        order();
    }

    private Place place() {
        return layers.size() == 1 ? Place.ALONE : Place.FIRST;
    }

    private Span list() {
        return Span.of(context.price());
    }

    /** The layer that gains most from being worked out first; among equals the one that is harder there. */
    private int first() {
        if (layers.size() == 1) {
            return 0;
        }
        int best = 0;
        long gain = Long.MIN_VALUE;
        long cost = 0;
        for (int i = 0; i < layers.size(); i++) {
            long atList = work(i, list(), Place.FIRST);
            long more = work(i, left[i], Place.JOINED) - atList;
            if (more > gain || more == gain && atList > cost) {
                best = i;
                gain = more;
                cost = atList;
            }
        }
        return best;
    }

    private long work(int layer, Span span, Place place) {
        Tally trial = new Tally(tally.rates());
        arithmetic[layer].count(trial, span, place);
        return trial.sum();
    }

    /** Amounts put their last digit into the price, percentages reach below it, down to the minor unit. */
    private void spans() {
        Span list = list();
        for (int i = 0; i < layers.size(); i++) {
            int lowest = list.lowest();
            int drop = 0;
            boolean touched = false;
            for (int j = 0; j < layers.size(); j++) {
                if (j != i) {
                    LayerTerms other = layers.get(j);
                    lowest = Math.min(lowest, lowest(other));
                    drop += drop(other);
                    touched |= other.kind().hasValue();
                }
            }
            int limit = Math.min(-context.currency().digits(), lowest);
            left[i] = new Span(list.highest(), Math.max(limit, lowest - drop), list.power() && !touched);
        }
    }

    private static int lowest(LayerTerms layer) {
        if (!layer.kind().hasValue() || layer.isPercent()) {
            return Integer.MAX_VALUE;
        }
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < layer.rewards(); i++) {
            lowest = Math.min(lowest, layer.reward(i).lowest());
        }
        return lowest;
    }

    private static int drop(LayerTerms layer) {
        int drop = 0;
        for (int i = 0; layer.isPercent() && i < layer.rewards(); i++) {
            drop = Math.max(drop, Percentage.drop(layer.reward(i)));
        }
        return drop;
    }

    /** Every percentage but the worst is a trap; "off the original price", said aloud, leaves a decision. */
    private void compounding() {
        int traps = 0;
        int decisions = 0;
        for (int i = 0; i < layers.size(); i++) {
            LayerTerms layer = layers.get(i);
            if (layer.isPercent()) {
                boolean stated = layer.basisStated() && layer.basis() == PercentBasis.LIST;
                traps += stated ? 0 : 1;
                decisions += stated ? 1 : 0;
            }
        }
        if (traps + decisions > 1) {
            boolean trapIsWorst = traps > 0
                    && (decisions == 0 || tally.rates().of(TRAP) >= tally.rates().of(DECIDE));
            tally.meet(COMPOUND);
            tally.add(COMPOUND, TRAP, traps - (trapIsWorst ? 1.0 : 0));
            tally.add(COMPOUND, DECIDE, decisions - (trapIsWorst ? 0 : 1.0));
        }
    }

    /** Before or after the other layers? Said aloud or shown, it is only compared. */
    private void subtotals() {
        for (int i = 0; layers.size() > 1 && i < layers.size(); i++) {
            if (!layers.get(i).tiers().isEmpty()) {
                tally.meet(WHICH_SUBTOTAL);
                boolean stated = context.subtotalShown() || layers.get(i).basisStated();
                tally.add(WHICH_SUBTOTAL, stated ? COMPARE : DECIDE, 1);
            }
        }
    }

    /** Is the percentage taken before or after the amount? */
    private void order() {
        boolean amounts = false;
        for (int i = 0; i < layers.size(); i++) {
            amounts |= layers.get(i).isAmount();
        }
        for (int i = 0; amounts && i < layers.size(); i++) {
            if (layers.get(i).isPercent()) {
                tally.meet(ORDER);
                tally.add(ORDER, DECIDE, 1);
            }
        }
    }
}
