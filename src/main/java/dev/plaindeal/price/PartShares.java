package dev.plaindeal.price;

import java.util.Arrays;

/**
 * Who gets which units, where one unit may fit several parts of a set.
 *
 * <p>Units that fit the same parts are of one kind, so that a million of them cost no more than one. Whether demands can be
 * filled is settled by moving units between parts as long as that helps, not by taking them in turn.
 */
final class PartShares {

    private final boolean[][] fits;
    private final long[] left;
    private final long[][] given;

    /**
     * Nothing given yet.
     *
     * @param fits by kind of unit and part
     * @param units how many there are of each kind
     */
    PartShares(boolean[][] fits, long[] units) {
        this.fits = fits;
        this.left = units.clone();
        this.given = new long[units.length][fits.length == 0 ? 0 : fits[0].length];
    }

    /** How many units the parts get together, each at most what it demands: as many as there can be. */
    long fill(long[] demand) {
        long filled = 0;
        for (int part = 0; part < demand.length; part++) {
            long wanted = demand[part];
            long got = 1;
            while (wanted > 0 && got > 0) {
                got = give(part, wanted, new boolean[demand.length]);
                wanted -= got;
            }
            filled += demand[part] - wanted;
        }
        return filled;
    }

    /** Whether each part gets all it demands. */
    boolean fills(long[] demand) {
        return fill(demand) == Arrays.stream(demand).sum();
    }

    /** Gives a part some units, of those that are left or of another part that can be given others; 0 where there are none. */
    private long give(int part, long most, boolean[] asked) {
        asked[part] = true;
        for (int kind = 0; kind < left.length; kind++) {
            if (fits[kind][part] && left[kind] > 0) {
                long units = Math.min(most, left[kind]);
                left[kind] -= units;
                given[kind][part] += units;
                return units;
            }
        }
        return giveOfOthers(part, most, asked);
    }

    private long giveOfOthers(int part, long most, boolean[] asked) {
        for (int kind = 0; kind < left.length; kind++) {
            for (int other = 0; fits[kind][part] && other < asked.length; other++) {
                long units = asked[other] || given[kind][other] == 0 ? 0 : give(other, Math.min(most, given[kind][other]), asked);
                if (units > 0) {
                    given[kind][other] -= units;
                    given[kind][part] += units;
                    return units;
                }
            }
        }
        return 0;
    }
}
