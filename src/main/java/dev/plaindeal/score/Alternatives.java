package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.CHOICE;
import static dev.plaindeal.weights.StepKind.COMPARE;
import static dev.plaindeal.weights.StepKind.DECIDE;
import static dev.plaindeal.weights.StepKind.HOLD;

import java.util.List;
import java.util.function.Supplier;

/** Several layers of which one counts: the engine finds it, or the buyer has to. */
final class Alternatives {

    private Alternatives() {}

    /** The engine finds the best: the buyer checks one, at worst the hardest, and sees that it is the best. */
    static <T extends StepTally> T best(PresentedTerms terms, Supplier<T> empty) {
        T hardest = empty.get();
        double most = -1;
        for (LayerTerms layer : terms.layers()) {
            T single = empty.get();
            FinePrint.countPrice(terms.context(), single);
            count(terms.context(), layer, single);
            double seconds = single.total(terms.context());
            if (seconds > most) {
                most = seconds;
                hardest = single;
            }
        }
        hardest.meet(CHOICE);
        hardest.add(CHOICE, COMPARE, 1);
        return hardest;
    }

    /** The buyer works all of them out, each alone, and compares the results while holding two of them. */
    static <T extends StepTally> T chooseAmong(PresentedTerms terms, T tally) {
        FinePrint.countPrice(terms.context(), tally);
        for (LayerTerms layer : terms.layers()) {
            count(terms.context(), layer, tally);
        }
        double others = terms.layers().size() - 1.0;
        tally.meet(CHOICE);
        tally.add(CHOICE, DECIDE, 1);
        tally.add(CHOICE, COMPARE, others);
        tally.add(CHOICE, HOLD, others * 2 * Span.of(terms.context().price()).digits());
        return tally;
    }

    private static void count(PresentedContext context, LayerTerms layer, StepTally tally) {
        new StepCounter(new PresentedTerms(context, List.of(layer)), tally).count();
    }
}
