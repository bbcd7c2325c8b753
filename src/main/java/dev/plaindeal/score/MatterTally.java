package dev.plaindeal.score;

import dev.plaindeal.weights.Factor;
import dev.plaindeal.weights.StepKind;

/** A tally that also remembers which matter each step was about: what the reasons of a score are made of. */
final class MatterTally extends StepTally {

    private final long[] plain = new long[Rates.KINDS.length];
    private final long[] arithmetic = new long[Rates.KINDS.length];
    private final double[] plainCounts = new double[Rates.KINDS.length];
    private final double[] arithmeticCounts = new double[Rates.KINDS.length];

    MatterTally(Rates rates) {
        super(rates);
    }

    @Override
    MatterTally another() {
        return new MatterTally(rates());
    }

    @Override
    void addAll(StepTally other) {
        super.addAll(other);
        MatterTally same = (MatterTally) other;
        for (int i = 0; i < plain.length; i++) {
            plain[i] += same.plain[i];
            arithmetic[i] += same.arithmetic[i];
            plainCounts[i] += same.plainCounts[i];
            arithmeticCounts[i] += same.arithmeticCounts[i];
        }
    }

    @Override
    void add(StepKind matter, StepKind act, double count) {
        super.add(matter, act, count);
        plain[matter.ordinal()] += whole(count * rates().seconds[act.ordinal()]);
        plainCounts[act.ordinal()] += count;
    }

    @Override
    void compute(StepKind matter, StepKind act, double count) {
        super.compute(matter, act, count);
        arithmetic[matter.ordinal()] += whole(count * rates().seconds[act.ordinal()]);
        arithmeticCounts[act.ordinal()] += count;
    }

    /** Seconds under this matter, without factors. */
    double seconds(StepKind matter, PresentedContext context) {
        int i = matter.ordinal();
        return (plain[i] + Math.round(arithmetic[i] * spared(context))) / UNIT;
    }

    /** Seconds a factor adds. */
    double seconds(Factor factor, PresentedContext context) {
        int i = factor.on().ordinal();
        return whole(factor.seconds() * (plainCounts[i] + arithmeticCounts[i] * spared(context))) / UNIT;
    }
}
