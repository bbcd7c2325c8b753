package dev.plaindeal.score;

import dev.plaindeal.weights.Factor;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.Weights;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/**
 * Scores terms: compiles them into steps, adds up their seconds, maps the seconds to 0..100.
 *
 * <p>It measures work, not sales: how long a careful buyer takes to verify the price to pay. The axioms the score keeps
 * (adding a layer is never simpler, listing order is irrelevant, ...) are tests; where the sources and an axiom disagree
 * the axiom wins. Odd on purpose:
 *
 * <ul>
 *   <li>Where a result is held while a percentage is formed, the holding counts in the choice of the way (A1).
 *   <li>The best automatic layer is the hardest one <em>after</em> the price to pay has been shown (A1).
 *   <li>A price ten times as high is worked out with the same digits only if it is that far from the minor unit too;
 *       cents cut digits off 47.99 that 479.90 has (A20 scales the minor unit as well).
 * </ul>
 *
 * <p>Pure and thread-safe. Worked number: 10 % off 47.99 dollars is 8.21 s, 81.8 at tolerance 1.
 */
public final class Scorer {

    /** Reading the price and the price to pay: the work nobody is spared. */
    static final double LEAST_SECONDS = 2.4;
    /** Seconds that halve the score at tolerance 1; a product decision. */
    static final double HALVING_SECONDS = 20;

    private static final double FULL = 100;
    private static final Comparator<ScoreReason> LARGEST_FIRST = Comparator.comparingDouble(ScoreReason::seconds)
            .reversed()
            .thenComparing(ScoreReason::code);

    private Scorer() {}

    /**
     * The score with its reasons.
     *
     * @param tolerance of the market, 0.7 to 1.5
     */
    public static Simplicity score(PresentedTerms terms, Weights weights, double tolerance) {
        Rates rates = new Rates(weights, terms.context());
        MatterTally matters = counted(terms, () -> new MatterTally(rates));
        double seconds = matters.total(terms.context());
        double score = score(seconds, tolerance);
        double[] counts = matters.counts(terms.context());
        return new Simplicity(score, seconds, Band.of(score), reasons(matters, counts, terms.context(), rates),
                range(counts, rates, tolerance), steps(counts, rates));
    }

    /** What stands beside a score, both from one count. */
    static ScoreDetails details(PresentedTerms terms, Rates rates, double tolerance) {
        MatterTally matters = counted(terms, () -> new MatterTally(rates));
        double[] counts = matters.counts(terms.context());
        return new ScoreDetails(reasons(matters, counts, terms.context(), rates), range(counts, rates, tolerance));
    }

    private static ScoreRange range(double[] counts, Rates rates, double tolerance) {
        double[] taken = new double[counts.length];
        for (StepKind kind : Rates.KINDS) {
            taken[kind.ordinal()] = counts[kind.ordinal()] * rates.of(kind);
        }
        return WeightDraws.range(taken, tolerance);
    }

    private static List<StepCount> steps(double[] counts, Rates rates) {
        List<StepCount> steps = new ArrayList<>();
        for (StepKind kind : Rates.KINDS) {
            double count = counts[kind.ordinal()];
            add(steps, kind.name(), count, count * rates.seconds[kind.ordinal()]);
        }
        for (Factor factor : rates.factors) {
            double count = counts[factor.on().ordinal()];
            add(steps, factor.code(), count, count * factor.seconds());
        }
        return steps;
    }

    private static void add(List<StepCount> steps, String step, double count, double seconds) {
        if (seconds > 0) {
            steps.add(new StepCount(step, count, seconds));
        }
    }

    /** The work in seconds alone; the same number as with reasons, several times as fast. */
    public static double seconds(PresentedTerms terms, Weights weights) {
        return seconds(terms, new Rates(weights, terms.context()));
    }

    static double seconds(PresentedTerms terms, Rates rates) {
        return counted(terms, () -> new StepTally(rates)).total(terms.context());
    }

    /** The score of this much work: 100 times two to the minus (T - 2.4) / (20 x tolerance). */
    public static double score(double seconds, double tolerance) {
        double halvings = Math.max(0, seconds - LEAST_SECONDS) / (HALVING_SECONDS * tolerance);
        return Math.max(Double.MIN_NORMAL, FULL * Math.pow(2, -halvings));
    }

    /** Counts the steps into a tally of this kind. */
    static <T extends StepTally> T counted(PresentedTerms terms, Supplier<T> empty) {
        if (terms.layers().size() == 1 || terms.context().select() == Select.ALL) {
            T tally = empty.get();
            FinePrint.countPrice(terms.context(), tally);
            new StepCounter(terms, tally).count();
            return tally;
        }
        return terms.context().select() == Select.CHOOSE
                ? Alternatives.chooseAmong(terms, empty.get())
                : Alternatives.best(terms, empty);
    }

    /** What the seconds go to, largest first. */
    private static List<ScoreReason> reasons(MatterTally matters, double[] counts, PresentedContext context, Rates rates) {
        List<ScoreReason> reasons = new ArrayList<>();
        double[] seconds = matters.seconds(context);
        for (StepKind matter : Rates.KINDS) {
            add(reasons, matter.name(), seconds[matter.ordinal()], rates.weights.sentence(matter));
        }
        List<Factor> factors = rates.factors;
        for (String code : codes(factors)) {
            List<Factor> same = factors.stream().filter(f -> f.code().equals(code)).toList();
            double added = same.stream().mapToDouble(f -> seconds(f, counts)).sum();
            add(reasons, code, added, same.get(0).sentence());
        }
        reasons.sort(LARGEST_FIRST);
        return reasons;
    }

    /** Seconds a factor adds, in whole units as the steps themselves are. */
    private static double seconds(Factor factor, double[] counts) {
        return StepTally.whole(factor.seconds() * counts[factor.on().ordinal()]) / StepTally.UNIT;
    }

    private static List<String> codes(List<Factor> factors) {
        return factors.isEmpty() ? List.of() : factors.stream().map(Factor::code).distinct().toList();
    }

    private static void add(List<ScoreReason> reasons, String code, double seconds, String message) {
        if (seconds > 0) {
            reasons.add(new ScoreReason(code, seconds, message));
        }
    }
}
