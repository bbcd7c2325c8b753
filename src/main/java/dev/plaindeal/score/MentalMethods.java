package dev.plaindeal.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The ways people form a percentage in the head.
 *
 * <p>Digit by digit; a half, a quarter, an eighth by halving, three quarters as a half and its half; five as half a tenth;
 * fifteen, thirty-five and so on as so many tenths and half a tenth; a third; an easy share and the rest, so more than 50 as
 * a half and what is over. A way that is nowhere less work than another is left out.
 *
 * <p>Percentages are looked up in ten thousandths of a per cent, 12.5 % as 125 000.
 */
final class MentalMethods {

    private static final int UNIT = 10_000;
    private static final int TENTH = 10 * UNIT;
    private static final int HALF = 50 * UNIT;
    /** Position of the last digit of a ten thousandth of a per cent. */
    private static final int LOWEST = -4;

    private static final Map<Integer, List<MentalMethod>> EASY = easy();
    /** The ways for each whole per cent from 0 to 100: what promotions are nearly always made of. */
    private static final List<List<MentalMethod>> WHOLE = whole(MentalMethods::worked);
    /** The same for what is left after a percentage. */
    private static final List<List<MentalMethod>> WHOLE_LEFT = whole(MentalMethods::workedLeft);

    private MentalMethods() {}

    /** Every way to form this percentage that may be the cheapest. */
    static List<MentalMethod> of(int percent) {
        return percent % UNIT == 0 ? WHOLE.get(percent / UNIT) : worked(percent);
    }

    /**
     * Every way to form what a percentage leaves, told by the share that is left. More than a half off leaves a half less the
     * rest; without that 50 % and 2 % in two layers would be simpler than 52 %.
     */
    static List<MentalMethod> left(int share) {
        return share % UNIT == 0 ? WHOLE_LEFT.get(share / UNIT) : workedLeft(share);
    }

    private static List<MentalMethod> workedLeft(int share) {
        List<MentalMethod> ways = new ArrayList<>(of(share));
        if (share < HALF) {
            simple(HALF - share).forEach(rest -> ways.add(MentalMethod.halved(1).and(rest)));
        }
        return cheapest(ways);
    }

    private static List<List<MentalMethod>> whole(IntFunction<List<MentalMethod>> worked) {
        List<List<MentalMethod>> ways = new ArrayList<>();
        for (int percent = 0; percent <= 2 * HALF; percent += UNIT) {
            ways.add(worked.apply(percent));
        }
        return List.copyOf(ways);
    }

    private static List<MentalMethod> worked(int percent) {
        List<MentalMethod> ways = simple(percent);
        EASY.forEach((share, easy) -> {
            if (share < percent) {
                simple(percent - share).forEach(rest -> easy.forEach(way -> ways.add(way.and(rest))));
            }
        });
        return cheapest(ways);
    }

    /** The ways that are no sum of an easy share and a rest. */
    private static List<MentalMethod> simple(int percent) {
        List<MentalMethod> ways = new ArrayList<>();
        ways.add(byDigits(percent));
        ways.addAll(EASY.getOrDefault(percent, List.of()));
        if (percent % TENTH == 5 * UNIT && percent > TENTH) {
            ways.add(byDigits(percent - 5 * UNIT).and(MentalMethod.halved(1)));
        }
        return ways;
    }

    private static List<MentalMethod> cheapest(List<MentalMethod> ways) {
        List<MentalMethod> kept = new ArrayList<>();
        for (MentalMethod way : ways) {
            if (kept.stream().noneMatch(other -> other.isNoHarderThan(way))) {
                kept.removeIf(way::isNoHarderThan);
                kept.add(way);
            }
        }
        return List.copyOf(kept);
    }

    /** Digit by digit; nothing of a price needs no work. */
    private static MentalMethod byDigits(int percent) {
        return percent == 0 ? MentalMethod.NOTHING : shift(percent).then(MentalMethod.timesDigits(percent));
    }

    /** Moving the point once for tenths and hundredths, once more for each place beyond: 0.05 % takes three. */
    static MentalMethod shift(int percent) {
        int places = 1;
        for (int highest = percent; highest >= 10; highest /= 10) {
            places++;
        }
        int shifts = 1 + Math.max(0, 1 - LOWEST - places);
        return shifts == 1 ? MentalMethod.SHIFTED : MentalMethod.shifted(shifts);
    }

    private static Map<Integer, List<MentalMethod>> easy() {
        Map<Integer, List<MentalMethod>> ways = new HashMap<>();
        ways.put(HALF, List.of(MentalMethod.halved(1)));
        ways.put(HALF / 2, List.of(MentalMethod.halved(2)));
        ways.put(HALF / 2 * 3, List.of(MentalMethod.halved(1).and(MentalMethod.halved(1))));
        ways.put(HALF / 4, List.of(MentalMethod.halved(3)));
        ways.put(5 * UNIT, List.of(MentalMethod.SHIFTED.then(MentalMethod.halved(1))));
        for (int tenths = 1; tenths < 10; tenths++) {
            List<MentalMethod> all = new ArrayList<>(ways.getOrDefault(tenths * TENTH, List.of()));
            all.add(byDigits(tenths * TENTH));
            ways.put(tenths * TENTH, List.copyOf(all));
        }
        // A third is announced in four ways.
        for (int third : new int[] {330_000, 333_000, 333_300, 333_333}) {
            ways.put(third, List.of(MentalMethod.THIRD));
        }
        return Map.copyOf(ways);
    }
}
