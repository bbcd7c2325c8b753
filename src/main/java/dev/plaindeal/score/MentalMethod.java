package dev.plaindeal.score;

import static dev.plaindeal.weights.StepKind.ADD;
import static dev.plaindeal.weights.StepKind.HALVE;
import static dev.plaindeal.weights.StepKind.HOLD;
import static dev.plaindeal.weights.StepKind.PRODUCT;
import static dev.plaindeal.weights.StepKind.SHIFT;

import dev.plaindeal.weights.StepKind;
import java.util.stream.IntStream;

/**
 * A way to form a share or a multiple of a price in the head, as numbers of acts; all but the shift are per digit of the price.
 *
 * @param shifts moves of the point
 * @param halvings halves taken
 * @param additions doublings
 * @param products digits to multiply by, each as hard as it is
 * @param joins parts put together: one column more than the price has digits, held meanwhile
 * @param operations how many operations it consists of
 */
record MentalMethod(int shifts, int halvings, int additions, double products, int joins, int operations) {

    /** Three and four times are easier than the usual product, six to nine times harder. */
    private static final double EASY_PRODUCT = 0.85;
    private static final double HARD_PRODUCT = 1.15;
    private static final int EASY_UP_TO = 4;

    /** Nothing to form. */
    static final MentalMethod NOTHING = new MentalMethod(0, 0, 0, 0, 0, 0);
    /** The point is moved. */
    static final MentalMethod SHIFTED = shifted(1);
    /** A third: divided by three digit by digit. */
    static final MentalMethod THIRD = new MentalMethod(0, 0, 0, EASY_PRODUCT, 0, 1);

    /** Times each digit; nothing to form of a nought. */
    private static final MentalMethod[] TIMES = IntStream.rangeClosed(0, 9)
            .mapToObj(digit -> digit == 0 ? NOTHING : times(digit))
            .toArray(MentalMethod[]::new);

    static MentalMethod shifted(int times) {
        return new MentalMethod(times, 0, 0, 0, 0, times);
    }

    static MentalMethod halved(int times) {
        return new MentalMethod(0, times, 0, 0, 0, times);
    }

    /** Times a digit of 1 to 9: once is free, twice an addition, five times a half of ten times. */
    static MentalMethod times(int digit) {
        return switch (digit) {
            case 1 -> NOTHING;
            case 2 -> new MentalMethod(0, 0, 1, 0, 0, 1);
            case 5 -> new MentalMethod(1, 1, 0, 0, 0, 2);
            default -> new MentalMethod(0, 0, 0, digit <= EASY_UP_TO ? EASY_PRODUCT : HARD_PRODUCT, 0, 1);
        };
    }

    /** Times each digit of a whole number, the results put together. */
    static MentalMethod timesDigits(long number) {
        MentalMethod way = NOTHING;
        int parts = 0;
        for (long rest = number; rest != 0; rest /= 10) {
            int digit = (int) (rest % 10);
            way = way.then(TIMES[digit]);
            parts += digit == 0 ? 0 : 1;
        }
        return parts > 1 ? way.then(joined(parts - 1)) : way;
    }

    private static MentalMethod joined(int joins) {
        return new MentalMethod(0, 0, 0, 0, joins, joins);
    }

    /** One after the other. */
    MentalMethod then(MentalMethod other) {
        if (this == NOTHING || other == NOTHING) {
            return this == NOTHING ? other : this;
        }
        return new MentalMethod(
                shifts + other.shifts,
                halvings + other.halvings,
                additions + other.additions,
                products + other.products,
                joins + other.joins,
                operations + other.operations);
    }

    /** Both parts, one kept while the other is formed, then put together. */
    MentalMethod and(MentalMethod other) {
        return then(other).then(joined(1));
    }

    /** Whether it is nowhere more work. */
    boolean isNoHarderThan(MentalMethod other) {
        return shifts <= other.shifts
                && halvings <= other.halvings
                && additions <= other.additions
                && products <= other.products
                && joins <= other.joins
                && operations <= other.operations;
    }

    double seconds(Rates rates, int digits) {
        return shifts * rates.shift
                + digits * (halvings * rates.halve + additions * rates.add + products * rates.product)
                + joins * (digits + 1) * (rates.column + rates.hold);
    }

    /** Counts its steps at a price of so many digits. */
    void count(StepTally tally, StepKind matter, int digits) {
        tally.compute(matter, SHIFT, shifts);
        tally.compute(matter, HALVE, (double) halvings * digits);
        tally.compute(matter, ADD, (double) additions * digits);
        tally.compute(matter, PRODUCT, products * digits);
        tally.columns(matter, joins * (digits + 1));
        tally.compute(matter, HOLD, joins * (digits + 1.0));
    }
}
