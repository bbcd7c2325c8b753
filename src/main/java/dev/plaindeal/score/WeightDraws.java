package dev.plaindeal.score;

import dev.plaindeal.weights.StepKind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Two hundred fixed draws of all weights, each between half and twice what is said: the s-th step by name, in draw m, is
 * multiplied by 2 to the power of 2 frac(m sqrt(p)) - 1, p the s-th prime.
 *
 * <p>Seconds that a rule gives to a reason as a whole are drawn too. Reasons are no steps, so they come behind all of them.
 */
final class WeightDraws {

    static final int DRAWS = 200;
    private static final int LOW = 10;
    private static final Comparator<StepKind> STEPS_BY_NAME =
            Comparator.comparing((StepKind kind) -> kind.sort() == StepKind.Sort.MATTER).thenComparing(StepKind::name);
    private static final double[][] TIMES = times();

    private WeightDraws() {}

    /** The range of the score of steps that take so many seconds, by ordinal of their kind. */
    static ScoreRange range(double[] seconds, double tolerance) {
        double[] works = works(seconds);
        return new ScoreRange(
                Scorer.score(-eleventh(works, -1), tolerance), Scorer.score(eleventh(works, 1), tolerance), new DrawnScores(seconds, tolerance));
    }

    /** The eleventh lowest of these times a sign; sorting them all was an eighth of writing a receipt whole. */
    private static double eleventh(double[] works, int sign) {
        double[] lowest = new double[LOW + 1];
        Arrays.fill(lowest, Double.POSITIVE_INFINITY);
        for (double work : works) {
            double one = sign * work;
            int at = LOW;
            if (one < lowest[LOW]) {
                for (; at > 0 && lowest[at - 1] > one; at--) {
                    lowest[at] = lowest[at - 1];
                }
                lowest[at] = one;
            }
        }
        return lowest[LOW];
    }

    private static double[] works(double[] seconds) {
        double[] works = new double[DRAWS];
        for (int kind = 0; kind < seconds.length; kind++) {
            if (seconds[kind] != 0) {
                add(works, seconds[kind], TIMES[kind]);
            }
        }
        return works;
    }

    /** The seconds of one draw, added up in the same order. */
    static double work(double[] seconds, int draw) {
        double work = 0;
        for (int kind = 0; kind < seconds.length; kind++) {
            work += seconds[kind] * TIMES[kind][draw];
        }
        return work;
    }

    private static void add(double[] works, double seconds, double[] times) {
        for (int draw = 0; draw < works.length; draw++) {
            works[draw] += seconds * times[draw];
        }
    }

    private static double[][] times() {
        List<StepKind> byName = Arrays.stream(StepKind.values()).sorted(STEPS_BY_NAME).toList();
        double[][] times = new double[byName.size()][DRAWS];
        int prime = 1;
        for (StepKind kind : byName) {
            prime = nextPrime(prime);
            for (int draw = 0; draw < DRAWS; draw++) {
                double turned = (draw + 1) * Math.sqrt(prime);
                times[kind.ordinal()][draw] = Math.pow(2, 2 * (turned - Math.floor(turned)) - 1);
            }
        }
        return times;
    }

    private static int nextPrime(int after) {
        int candidate = after + 1;
        while (!isPrime(candidate)) {
            candidate++;
        }
        return candidate;
    }

    private static boolean isPrime(int number) {
        for (int divisor = 2; divisor * divisor <= number; divisor++) {
            if (number % divisor == 0) {
                return false;
            }
        }
        return true;
    }
}
