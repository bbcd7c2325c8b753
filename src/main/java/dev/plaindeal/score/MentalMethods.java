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
final class MentalMethods {

    private static final int HALF = 500_000;
    private static final int THIRDS = 3;
    private static final int UNIT = 10_000;

    private static final List<Share> SHARES = shares();
    private static final Map<Integer, List<MentalMethod>> EASY = easy();
    /** The ways for each whole per cent from 0 to 100: what promotions are nearly always made of. */
    private static final List<List<MentalMethod>> WHOLE = whole();

    private MentalMethods() {}

    /** Every way to form this percentage, digit by digit first. */
    static List<MentalMethod> of(int percent) {
        return percent % UNIT == 0 ? WHOLE.get(percent / UNIT) : worked(percent);
    }

    private static List<List<MentalMethod>> whole() {
        List<List<MentalMethod>> ways = new ArrayList<>();
        for (int percent = 0; percent <= 2 * HALF; percent += UNIT) {
            ways.add(worked(percent));
        }
        return List.copyOf(ways);
    }

    private static List<MentalMethod> worked(int percent) {
        List<MentalMethod> ways = new ArrayList<>();
        ways.add(byDigits(percent));
        addEasy(ways, percent, MentalMethod.NOTHING);
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
    private static void addEasy(List<MentalMethod> ways, int share, MentalMethod fraction) {
        if (endsInFive(share)) {
            ways.add(with(tenthsAndHalf(share), fraction));
        }
        for (MentalMethod way : easy(share)) {
            ways.add(with(way, fraction));
        }
    }

    private static MentalMethod with(MentalMethod share, MentalMethod fraction) {
        return fraction == MentalMethod.NOTHING ? share : share.and(fraction);
    }

    private static List<MentalMethod> easy(int percent) {
        return EASY.getOrDefault(percent, List.of());
    }

    /** Digit by digit; nothing of a price needs no work. */
    private static MentalMethod byDigits(int percent) {
        if (percent == 0) {
            return MentalMethod.NOTHING;
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
        return new MentalMethod(1, 0, additions + sums, products, sums);
    }

    /** So many tenths and half a tenth, for a percentage of two digits that ends in 5. */
    private static MentalMethod tenthsAndHalf(int percent) {
        MentalMethod tenths = byDigits(percent - percent % (10 * UNIT));
        return new MentalMethod(1, 1, tenths.additions() + 1, tenths.products(), 1);
    }

    private static boolean endsInFive(int percent) {
        return percent % (10 * UNIT) == 5 * UNIT && percent > 10 * UNIT;
    }

    /** Whether it is a half and some more that is no whole tenth: 52, 52.4. */
    private static boolean isHalfAndMore(int percent) {
        return percent > HALF && percent % (10 * UNIT) != 0;
    }

    /** A half, and the rest digit by digit; without it 50 % and 2 % in two layers would be simpler than 52 %. */
    private static MentalMethod halfAnd(int percent) {
        return new MentalMethod(0, 1, 0, 0, 0).and(byDigits(percent - HALF));
    }

    /** Whether it has whole per cents and a fraction. */
    private static boolean isBroken(int percent) {
        return percent > UNIT && percent % UNIT != 0;
    }

    /** The easy shares with what is left of the percentage digit by digit or easy itself: 32.5 as an eighth and 20 %. */
    private static List<MentalMethod> shareAndRest(int percent) {
        List<MentalMethod> ways = new ArrayList<>();
        for (Share share : SHARES) {
            int rest = percent - share.percent();
            if (rest > 0) {
                ways.add(share.way().and(byDigits(rest)));
                easy(rest).forEach(way -> ways.add(share.way().and(way)));
            }
        }
        return ways;
    }

    private record Share(int percent, int chain, MentalMethod way) {}

    private static List<Share> shares() {
        MentalMethod third = new MentalMethod(0, 0, 0, 1, 0);
        return List.of(
                new Share(HALF, 1, new MentalMethod(0, 1, 0, 0, 0)),
                new Share(HALF / 2, 1, new MentalMethod(0, 2, 0, 0, 0)),
                new Share(HALF / 4, 1, new MentalMethod(0, 3, 0, 0, 0)),
                new Share(10 * UNIT, 2, new MentalMethod(1, 0, 0, 0, 0)),
                new Share(5 * UNIT, 2, new MentalMethod(1, 1, 0, 0, 0)),
                // A third is announced in three ways.
                new Share(330_000, THIRDS, third),
                new Share(333_000, THIRDS, third),
                new Share(333_300, THIRDS, third));
    }

    private static Map<Integer, List<MentalMethod>> easy() {
        Map<Integer, List<MentalMethod>> ways = new HashMap<>();
        for (int i = 0; i < SHARES.size(); i++) {
            put(ways, SHARES.get(i).percent(), SHARES.get(i).way());
            for (int j = i + 1; j < SHARES.size() && SHARES.get(i).chain() != THIRDS; j++) {
                Share larger = SHARES.get(i);
                Share smaller = SHARES.get(j);
                MentalMethod both = both(larger, smaller);
                put(ways, larger.percent() + smaller.percent(), both);
                put(ways, Math.abs(larger.percent() - smaller.percent()), both);
            }
        }
        return Collections.unmodifiableMap(ways);
    }

    private static MentalMethod both(Share larger, Share smaller) {
        MentalMethod later = smaller.way();
        // The shares of a chain are listed so that each is formed from the one before.
        return larger.chain() == smaller.chain()
                ? new MentalMethod(later.shifts(), later.halvings(), later.additions() + 1, later.products(), later.holds() + 1)
                : larger.way().and(later);
    }

    private static void put(Map<Integer, List<MentalMethod>> ways, int percent, MentalMethod way) {
        ways.computeIfAbsent(percent, p -> new ArrayList<>()).add(way);
    }
}
