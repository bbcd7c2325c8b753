package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.READ;
import static dev.plaindeal.weights.StepKind.READ_TO_PAY;

import dev.plaindeal.weights.Factor;
import dev.plaindeal.weights.StepKind;
import java.util.ArrayList;
import java.util.List;

/** A tally that also remembers which matter each step was about: what the reasons of a score are made of. */
final class MatterTally extends StepTally {

    /** A dozen steps are usual, and tallies are many: they are listed, and added up by matter once. */
    private final List<CountedStep> plain = new ArrayList<>();
    private final List<CountedStep> arithmetic = new ArrayList<>();

    /** So many steps of a kind for the sake of a matter. */
    private record CountedStep(StepKind matter, StepKind act, double count) {}

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
        plain.addAll(same.plain);
        arithmetic.addAll(same.arithmetic);
    }

    @Override
    void add(StepKind matter, StepKind act, double count) {
        super.add(matter, act, count);
        step(plain, matter, act, count);
    }

    @Override
    void compute(StepKind matter, StepKind act, double count) {
        super.compute(matter, act, count);
        step(arithmetic, matter, act, count);
    }

    private static void step(List<CountedStep> steps, StepKind matter, StepKind act, double count) {
        if (count != 0) {
            steps.add(new CountedStep(matter, act, count));
        }
    }

    /** Seconds under each matter, by its ordinal, without factors. */
    double[] seconds(PresentedContext context) {
        long[] whole = sums(plain);
        long[] checked = sums(arithmetic);
        boolean spared = isSpared(context);
        double[] seconds = new double[whole.length];
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (whole[i] + (spared ? Math.round(checked[i] * STILL_CHECKED) : checked[i])) / UNIT;
        }
        if (spared) {
            seconds[READ_TO_PAY.ordinal()] += rates().seconds[READ.ordinal()] + rates().seconds[READ_TO_PAY.ordinal()];
        }
        return seconds;
    }

    private long[] sums(List<CountedStep> steps) {
        long[] sums = new long[Rates.KINDS.length];
        for (CountedStep step : steps) {
            sums[step.matter().ordinal()] += whole(step.count() * rates().seconds[step.act().ordinal()]);
        }
        return sums;
    }

    /** How often each step comes for this buyer, by its ordinal. */
    double[] counts(PresentedContext context) {
        boolean spared = isSpared(context);
        double[] counts = counts(plain);
        double[] checked = counts(arithmetic);
        for (int i = 0; i < counts.length; i++) {
            counts[i] += checked[i] * (spared ? STILL_CHECKED : 1);
        }
        if (spared) {
            counts[READ.ordinal()]++;
            counts[READ_TO_PAY.ordinal()]++;
        }
        return counts;
    }

    private static double[] counts(List<CountedStep> steps) {
        double[] counts = new double[Rates.KINDS.length];
        for (CountedStep step : steps) {
            counts[step.act().ordinal()] += step.count();
        }
        return counts;
    }
}
