package dev.plaindeal.score;

import dev.plaindeal.weights.Factor;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.Weights;
import java.util.List;

/**
 * Seconds per step for one buyer: the weights, and what hearing or a second language makes of them.
 *
 * <p>Someone who listens follows 183 words a minute instead of 238 and holds twice as much; conditions in a second
 * language take 1.3 times as long. Factors count when ways are compared, but are reported under their own names.
 */
final class Rates {

    static final StepKind[] KINDS = StepKind.values();

    private static final double HEARD = 238.0 / 183.0;
    private static final double HELD_WHILE_LISTENING = 2;
    private static final double SECOND_LANGUAGE = 1.3;

    final double[] seconds = new double[KINDS.length];
    final double[] withFactors = new double[KINDS.length];
    /** One step with all factors, in the units of a tally: most steps come once or not at all. */
    private final long[] once = new long[KINDS.length];
    final Weights weights;
    final List<Factor> factors;
    final double shift;
    final double halve;
    final double add;
    final double product;
    final double hold;
    /** One column of which the digits are not known, with the borrow to be expected. */
    final double column;

    Rates(Weights weights, PresentedContext context) {
        this(weights, context.spoken(), context.nativeLanguage());
    }

    Rates(Weights weights, boolean spoken, boolean nativeLanguage) {
        this.weights = weights;
        for (StepKind kind : KINDS) {
            seconds[kind.ordinal()] = weights.seconds(kind);
        }
        if (spoken) {
            slow(HEARD, StepKind.READ, StepKind.READ_DIGIT, StepKind.WORD, StepKind.LATER_WORD);
            slow(HELD_WHILE_LISTENING, StepKind.HOLD);
        }
        if (!nativeLanguage) {
            slow(SECOND_LANGUAGE, StepKind.WORD, StepKind.LATER_WORD);
        }
        System.arraycopy(seconds, 0, withFactors, 0, seconds.length);
        factors = weights.factors();
        for (int i = 0; i < factors.size(); i++) {
            withFactors[factors.get(i).on().ordinal()] += factors.get(i).seconds();
        }
        for (int i = 0; i < once.length; i++) {
            once[i] = StepTally.whole(withFactors[i]);
        }
        shift = of(StepKind.SHIFT);
        halve = of(StepKind.HALVE);
        add = of(StepKind.ADD);
        product = of(StepKind.PRODUCT);
        hold = of(StepKind.HOLD);
        column = of(StepKind.COLUMN) + StepTally.EXPECTED_BORROW * of(StepKind.BORROW);
    }

    private void slow(double times, StepKind... kinds) {
        for (StepKind kind : kinds) {
            seconds[kind.ordinal()] *= times;
        }
    }

    /** Seconds of one step with all factors on it. */
    double of(StepKind kind) {
        return withFactors[kind.ordinal()];
    }

    /** So many steps with all factors on them, in the units of a tally. */
    long whole(StepKind kind, double count) {
        if (count == 1) {
            return once[kind.ordinal()];
        }
        return count == 0 ? 0 : StepTally.whole(count * of(kind));
    }
}
