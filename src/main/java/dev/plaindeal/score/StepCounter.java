package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.COMPARE;
import static dev.plaindeal.weights.StepKind.COMPOUND;
import static dev.plaindeal.weights.StepKind.DECIDE;
import static dev.plaindeal.weights.StepKind.HOLD;
import static dev.plaindeal.weights.StepKind.JOIN;
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
        List<Ground> list = Ground.of(context.price(), context.currency().digits());
        if (layers.size() == 1) {
            Arithmetic only = new Arithmetic(layers.get(0), context);
            only.count(tally, list, 0);
            only.countCap(tally, list.get(0).digits());
            return;
        }
        spans();
        arithmetic(list);
        compounding();
        subtotals();
        order();
    }

    /**
     * The layer that gains most from being worked out first is, among equals the one that is harder there; the others
     * join it.
     */
    private void arithmetic(List<Ground> list) {
        StepTally[] joined = new StepTally[layers.size()];
        StepTally first = tally;
        int best = 0;
        long gain = Long.MIN_VALUE;
        for (int i = 0; i < joined.length; i++) {
            StepTally atList = tally.another();
            Arithmetic layer = new Arithmetic(layers.get(i), context);
            int operations = layer.count(atList, list, 0);
            joined[i] = joined(i, layer, atList, operations);
            layer.countCap(atList, list.get(0).digits());
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

    /**
     * A layer on top of the others takes a decision more, and their result is held over each of its operations. It is never
     * easier there than at the list price, whatever digits that has.
     */
    private StepTally joined(int index, Arithmetic layer, StepTally atList, int operations) {
        int held = left[index].digits();
        StepTally known = tally.another();
        known.addAll(atList);
        join(known, held, operations);
        StepTally unknown = tally.another();
        join(unknown, held, layer.count(unknown, List.of(Ground.left(left[index])), held));
        StepTally harder = known.sum() > unknown.sum() ? known : unknown;
        layer.countCap(harder, held);
        return harder;
    }

    private static void join(StepTally layer, int held, int operations) {
        layer.meetInHead(JOIN);
        layer.compute(JOIN, DECIDE, 1);
        layer.compute(HOLD, HOLD, (double) held * operations);
    }

    /** Amounts put their last digit into the price, percentages reach below it, down to the minor unit. */
    private void spans() {
        Span list = Span.of(context.price());
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
        return layer.kind().hasValue() && !layer.deferred() ? 1 : 0;
    }

    private static int lowest(LayerTerms layer) {
        if (touches(layer) == 0 || layer.isPercent()) {
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
        for (int i = 0; isPercentToday(layer) && i < layer.rewards(); i++) {
            drop = Math.max(drop, PercentageWork.drop(layer.reward(i)));
        }
        return drop;
    }

    private static boolean isPercentToday(LayerTerms layer) {
        return layer.isPercent() && !layer.deferred();
    }

    /**
     * Every percentage but the worst is a trap; "off the original price", said aloud, leaves a decision. Nobody adds
     * percentages wrongly next to the answer.
     */
    private void compounding() {
        if (context.finalPriceShown()) {
            return;
        }
        int traps = 0;
        int decisions = 0;
        for (int i = 0; i < layers.size(); i++) {
            LayerTerms layer = layers.get(i);
            if (isPercentToday(layer)) {
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
                tally.meetInHead(WHICH_SUBTOTAL);
                boolean stated = context.subtotalShown() || layers.get(i).basisStated();
                tally.compute(WHICH_SUBTOTAL, stated ? COMPARE : DECIDE, 1);
            }
        }
    }

    /** Is the percentage taken before or after the amount? Nobody asks where it is said. */
    private void order() {
        boolean amounts = false;
        for (int i = 0; i < layers.size(); i++) {
            amounts |= layers.get(i).isAmount() && !layers.get(i).deferred();
        }
        for (int i = 0; amounts && i < layers.size(); i++) {
            if (isPercentToday(layers.get(i)) && !layers.get(i).basisStated()) {
                tally.meetInHead(ORDER);
                tally.compute(ORDER, DECIDE, 1);
            }
        }
    }
}
