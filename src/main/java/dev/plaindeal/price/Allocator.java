package dev.plaindeal.price;

import dev.plaindeal.policy.Conventions.Spare;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Shares a whole number of minor units out over weights, so that the shares always sum to it.
 *
 * <p>Largest remainder by default: every share is rounded down, and the units left over go one each to the shares with
 * the largest remainders, ties by a turn that the caller names, else to the earlier. Chosen because no share is ever a whole
 * unit off its exact value; "first lines" and "last line" exist because other engines do that.
 *
 * <p>Worked number: 3.00 over 43, 14 and 23 is 1.61, 0.53 and 0.86 (exact 1.6125, 0.525, 0.8625).
 */
public final class Allocator {

    /** With more comparisons than this to find each of the largest, sorting is faster. */
    private static final int SORTED = 256;

    private Allocator() {}

    /**
     * Shares {@code total} out in proportion to {@code weights}; a weight of 0 gets 0.
     *
     * @param total minor units, 0 or more; 0 when all weights are 0
     * @param weights 0 or more each, with a sum that fits a long
     * @param spare who gets what does not divide
     * @return one share per weight, their sum is {@code total}
     */
    public static long[] share(long total, long[] weights, Spare spare) {
        return share(total, weights, spare, IntUnaryOperator.identity());
    }

    /**
     * The same with ties of equal remainders put in turn.
     *
     * @param turn the turn of each weight, no two alike; the lowest comes first
     */
    static long[] share(long total, long[] weights, Spare spare, IntUnaryOperator turn) {
        long sum = 0;
        for (long weight : weights) {
            sum = Math.addExact(sum, weight);
        }
        if (total == 0 || sum == 0) {
            return new long[weights.length];
        }
        return switch (spare) {
            case LARGEST_REMAINDER -> largestRemainder(total, weights, sum, turn);
            case FIRST_LINES -> firstLines(total, weights, shares(total, weights, sum, Cut.DOWN));
            case FIRST_LINES_ROUNDED -> firstLines(total, weights, shares(total, weights, sum, Cut.HALF_DOWN));
            case LAST_LINE -> lastLine(total, weights, shares(total, weights, sum, Cut.HALF_UP));
        };
    }

    private enum Cut {
        DOWN,
        HALF_DOWN,
        HALF_UP
    }

    private static long[] shares(long total, long[] weights, long sum, Cut cut) {
        long[] shares = new long[weights.length];
        for (int i = 0; i < weights.length; i++) {
            shares[i] = quotient(total, weights[i], sum);
            long rest = remainder(total, weights[i], sum);
            long twice = rest - (sum - rest);
            if (cut == Cut.HALF_UP && twice >= 0 || cut == Cut.HALF_DOWN && twice > 0) {
                shares[i]++;
            }
        }
        return shares;
    }

    private static long[] largestRemainder(long total, long[] weights, long sum, IntUnaryOperator turn) {
        long[] shares = new long[weights.length];
        long[] rests = new long[weights.length];
        long left = total;
        for (int i = 0; i < weights.length; i++) {
            shares[i] = quotient(total, weights[i], sum);
            // What the quotient leaves is small, though either product may be too large for a long: both wrap alike.
            rests[i] = total * weights[i] - shares[i] * sum;
            left -= shares[i];
        }
        giveToLargest(shares, rests, left, turn);
        return shares;
    }

    private static void giveToLargest(long[] shares, long[] rests, long left, IntUnaryOperator turn) {
        if (left * shares.length > SORTED) {
            giveSorted(shares, rests, left, turn);
            return;
        }
        for (long n = 0; n < left; n++) {
            int best = 0;
            for (int i = 1; i < rests.length; i++) {
                if (rests[i] > rests[best] || rests[i] == rests[best] && turn.applyAsInt(i) < turn.applyAsInt(best)) {
                    best = i;
                }
            }
            shares[best]++;
            rests[best] = -1;
        }
    }

    /** Many to many: the least remainder that still gets one is found by sorting, not who gets it. */
    private static void giveSorted(long[] shares, long[] rests, long left, IntUnaryOperator turn) {
        long[] sorted = rests.clone();
        Arrays.sort(sorted);
        long least = sorted[sorted.length - (int) left];
        long ties = left;
        for (int i = 0; i < rests.length; i++) {
            if (rests[i] > least) {
                shares[i]++;
                ties--;
            }
        }
        giveInTurn(shares, tied(rests, least), (int) ties, turn);
    }

    private static int[] tied(long[] rests, long rest) {
        int[] tied = new int[rests.length];
        int count = 0;
        for (int i = 0; i < rests.length; i++) {
            if (rests[i] == rest) {
                tied[count++] = i;
            }
        }
        return Arrays.copyOf(tied, count);
    }

    /** One to each, or, where there is not one for each, to those whose turn comes first; who all get one need no turn. */
    private static void giveInTurn(long[] shares, int[] tied, int left, IntUnaryOperator turn) {
        if (left < tied.length) {
            long[] turns = new long[tied.length];
            Arrays.setAll(turns, n -> (long) turn.applyAsInt(tied[n]) << Integer.SIZE | tied[n]);
            Arrays.sort(turns);
            Arrays.setAll(tied, n -> (int) turns[n]);
        }
        for (int n = 0; n < left; n++) {
            shares[tied[n]]++;
        }
    }

    private static long[] firstLines(long total, long[] weights, long[] shares) {
        long left = total;
        for (long share : shares) {
            left -= share;
        }
        for (int i = 0; left != 0; i = (i + 1) % shares.length) {
            long step = Long.signum(left);
            if (weights[i] > 0 && shares[i] + step >= 0) {
                shares[i] += step;
                left -= step;
            }
        }
        return shares;
    }

    private static long[] lastLine(long total, long[] weights, long[] shares) {
        long left = total;
        int last = 0;
        for (int i = 0; i < shares.length; i++) {
            if (weights[i] > 0) {
                last = i;
            }
        }
        for (int i = 0; i < last; i++) {
            shares[i] = Math.min(shares[i], left);
            left -= shares[i];
        }
        shares[last] = left;
        return shares;
    }

    private static boolean fits(long total, long weight) {
        return Math.multiplyHigh(total, weight) == 0 && total * weight >= 0;
    }

    private static long quotient(long total, long weight, long sum) {
        return fits(total, weight)
                ? total * weight / sum
                : big(total, weight).divide(BigInteger.valueOf(sum)).longValueExact();
    }

    private static long remainder(long total, long weight, long sum) {
        return fits(total, weight)
                ? total * weight % sum
                : big(total, weight).mod(BigInteger.valueOf(sum)).longValueExact();
    }

    private static BigInteger big(long total, long weight) {
        return BigInteger.valueOf(total).multiply(BigInteger.valueOf(weight));
    }
}
