package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.COMPARE;
import static dev.plaindeal.weights.StepKind.COMPOUND;
import static dev.plaindeal.weights.StepKind.DECIDE;
import static dev.plaindeal.weights.StepKind.ORDER;
import static dev.plaindeal.weights.StepKind.TRAP;
import static dev.plaindeal.weights.StepKind.WHICH_SUBTOTAL;

import java.util.List;

/**
 * The steps of several layers together, free of the order they are listed or applied in.
 *
 * <p>One layer is worked out at the list price, the others at the span all others leave, and of all choices of the
 * first the cheapest counts. The span left only ever widens with further layers. A running price in the order of
 * application would not do: 7.99 off makes 47.99 round, and adding a layer would make a stack simpler.
 */
final class StepCounter {

    private final PresentedContext context;
    private final List<LayerTerms> layers;
    private final StepTally tally;
    private final Span[] left;

    StepCounter(PresentedTerms terms, StepTally tally) {
        this.context = terms.context();
        this.layers = terms.layers();
        this.tally = tally;
        this.left = new Span[layers.size()];
    }

    /** Counts every step of the layers and of what is between them. */
    void count() {
        for (int i = 0; i < layers.size(); i++) {
            new FinePrint(layers.get(i), context, tally).count();
        }
        if (layers.size() == 1) {
            arithmetic(0, list(), MarketPlace.ALONE, tally);
            return;
        }
        spans();
        arithmetic();
        compounding();
        subtotals();
        order();
    }

    private Span list() {
        return Span.of(context.price());
    }

    /**
     * The layer that gains most from being worked out first is, among equals the one that is harder there; the others
     * join it.
     */
    private void arithmetic() {
        Span list = list();
        StepTally[] joined = new StepTally[layers.size()];
        StepTally first = tally;
        int best = 0;
        long gain = Long.MIN_VALUE;
        for (int i = 0; i < joined.length; i++) {
            StepTally atList = arithmetic(i, list, MarketPlace.FIRST, tally.another());
            joined[i] = arithmetic(i, left[i], MarketPlace.JOINED, tally.another());
            long more = joined[i].sum() - atList.sum();
            if (more > gain || more == gain && atList.sum() > first.sum()) {
                best = i;
                gain = more;
                first = atList;
            }
        }
        joined[best] = first;
        for (StepTally one : joined) {
            tally.addAll(one);
        }
    }

    private StepTally arithmetic(int layer, Span span, MarketPlace place, StepTally into) {
        new Arithmetic(layers.get(layer), context).count(into, span, place);
        return into;
    }

    /** Amounts put their last digit into the price, percentages reach below it, down to the minor unit. */
    private void spans() {
        Span list = list();
        int lowest = Integer.MAX_VALUE;
        int second = Integer.MAX_VALUE;
        int drop = 0;
        int touching = 0;
        for (int i = 0; i < layers.size(); i++) {
            int own = lowest(layers.get(i));
            second = Math.min(second, Math.max(own, lowest));
            lowest = Math.min(lowest, own);
            drop += drop(layers.get(i));
            touching += touches(layers.get(i));
        }
        for (int i = 0; i < layers.size(); i++) {
            LayerTerms own = layers.get(i);
            int others = Math.min(list.lowest(), lowest(own) == lowest ? second : lowest);
            int limit = Math.min(-context.currency().digits(), others);
            boolean power = list.power() && touching == touches(own);
            left[i] = new Span(list.highest(), Math.max(limit, others - (drop - drop(own))), power);
        }
    }

    private static int touches(LayerTerms layer) {
        return layer.kind().hasValue() ? 1 : 0;
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
            drop = Math.max(drop, PercentageWork.drop(layer.reward(i)));
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
