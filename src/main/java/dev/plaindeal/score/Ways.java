package dev.plaindeal.score;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The ways people form a percentage in the head.
 *
 * <p>Digit by digit (times 1 is free, times 2 an addition); half, quarter, eighth, tenth, twentieth and third; fifteen,
 * thirty-five and so on as so many tenths and half a tenth; two easy shares added or subtracted. A share that is a stage
 * of the other (a half on the way to the quarter) is formed once, so 75 % is two halvings and one addition.
 *
 * <p>Two more keep the axiom that splitting percentage points is never simpler: 52 as a half and 2 %, and for a
 * percentage with a fraction any easy part with the rest.
 *
 * <p>Percentages are looked up in ten thousandths of a per cent, 12.5 % as 125 000.
 */
final class Ways {

    private static final int HALF = 500_000;
    private static final int THIRDS = 3;
    private static final int UNIT = 10_000;

    private static final List<Share> SHARES = shares();
    private static final Map<Integer, List<Way>> EASY = easy();
    /** The ways for each whole per cent from 0 to 100: what promotions are nearly always made of. */
    private static final List<List<Way>> WHOLE = whole();

    private Ways() {}

    /** Every way to form this percentage, digit by digit first. */
    static List<Way> of(int percent) {
        return percent % UNIT == 0 ? WHOLE.get(percent / UNIT) : worked(percent);
    }

    private static List<List<Way>> whole() {
        List<List<Way>> ways = new ArrayList<>();
        for (int percent = 0; percent <= 2 * HALF; percent += UNIT) {
            ways.add(worked(percent));
        }
        return List.copyOf(ways);
    }

    private static List<Way> worked(int percent) {
        List<Way> ways = new ArrayList<>();
        ways.add(byDigits(percent));
        addEasy(ways, percent, Way.NOTHING);
        if (isHalfAndMore(percent)) {
            ways.add(halfAnd(percent));
        }
        if (isBroken(percent)) {
            int whole = percent - percent % UNIT;
            addEasy(ways, whole, byDigits(percent - whole));
            ways.addAll(shareAndRest(percent));
        }
        return List.copyOf(ways);
    }

    /** The easy ways to a share, with a fraction to be added unless that is nothing. */
    private static void addEasy(List<Way> ways, int share, Way fraction) {
        if (endsInFive(share)) {
            ways.add(with(tenthsAndHalf(share), fraction));
        }
        for (Way way : easy(share)) {
            ways.add(with(way, fraction));
        }
    }

    private static Way with(Way share, Way fraction) {
        return fraction == Way.NOTHING ? share : share.and(fraction);
    }

    private static List<Way> easy(int percent) {
        return EASY.getOrDefault(percent, List.of());
    }

    /** Digit by digit; nothing of a price needs no work. */
    private static Way byDigits(int percent) {
        if (percent == 0) {
            return Way.NOTHING;
        }
        int additions = 0;
        int products = 0;
        int partial = 0;
        for (int rest = percent; rest != 0; rest /= 10) {
            int digit = rest % 10;
            partial += digit == 0 ? 0 : 1;
            additions += digit == 2 ? 1 : 0;
            products += digit > 2 ? 1 : 0;
        }
        int sums = Math.max(0, partial - 1);
        return new Way(1, 0, additions + sums, products, sums);
    }

    /** So many tenths and half a tenth, for a percentage of two digits that ends in 5. */
    private static Way tenthsAndHalf(int percent) {
        Way tenths = byDigits(percent - percent % (10 * UNIT));
        return new Way(1, 1, tenths.additions() + 1, tenths.products(), 1);
    }

    private static boolean endsInFive(int percent) {
        return percent % (10 * UNIT) == 5 * UNIT && percent > 10 * UNIT;
    }

    /** Whether it is a half and some more that is no whole tenth: 52, 52.4. */
    private static boolean isHalfAndMore(int percent) {
        return percent > HALF && percent % (10 * UNIT) != 0;
    }

    /** A half, and the rest digit by digit; without it 50 % and 2 % in two layers would be simpler than 52 %. */
    private static Way halfAnd(int percent) {
        return new Way(0, 1, 0, 0, 0).and(byDigits(percent - HALF));
    }

    /** Whether it has whole per cents and a fraction. */
    private static boolean isBroken(int percent) {
        return percent > UNIT && percent % UNIT != 0;
    }

    /** The easy shares with what is left of the percentage digit by digit or easy itself: 32.5 as an eighth and 20 %. */
    private static List<Way> shareAndRest(int percent) {
        List<Way> ways = new ArrayList<>();
        for (Share share : SHARES) {
            int rest = percent - share.percent();
            if (rest > 0) {
                ways.add(share.way().and(byDigits(rest)));
                easy(rest).forEach(way -> ways.add(share.way().and(way)));
            }
        }
        return ways;
    }

    private record Share(int percent, int chain, Way way) {}

    private static List<Share> shares() {
        Way third = new Way(0, 0, 0, 1, 0);
        return List.of(
                new Share(HALF, 1, new Way(0, 1, 0, 0, 0)),
                new Share(HALF / 2, 1, new Way(0, 2, 0, 0, 0)),
                new Share(HALF / 4, 1, new Way(0, 3, 0, 0, 0)),
                new Share(10 * UNIT, 2, new Way(1, 0, 0, 0, 0)),
                new Share(5 * UNIT, 2, new Way(1, 1, 0, 0, 0)),
                // A third is announced in three ways.
                new Share(330_000, THIRDS, third),
                new Share(333_000, THIRDS, third),
                new Share(333_300, THIRDS, third));
    }

    private static Map<Integer, List<Way>> easy() {
        Map<Integer, List<Way>> ways = new HashMap<>();
        for (int i = 0; i < SHARES.size(); i++) {
            put(ways, SHARES.get(i).percent(), SHARES.get(i).way());
            for (int j = i + 1; j < SHARES.size() && SHARES.get(i).chain() != THIRDS; j++) {
                Share larger = SHARES.get(i);
                Share smaller = SHARES.get(j);
                Way both = both(larger, smaller);
                put(ways, larger.percent() + smaller.percent(), both);
                put(ways, Math.abs(larger.percent() - smaller.percent()), both);
            }
        }
        return Collections.unmodifiableMap(ways);
    }

    private static Way both(Share larger, Share smaller) {
        Way later = smaller.way();
        // The shares of a chain are listed so that each is formed from the one before.
        return larger.chain() == smaller.chain()
                ? new Way(later.shifts(), later.halvings(), later.additions() + 1, later.products(), later.holds() + 1)
                : larger.way().and(later);
    }

    private static void put(Map<Integer, List<Way>> ways, int percent, Way way) {
        ways.computeIfAbsent(percent, p -> new ArrayList<>()).add(way);
    }
}
