package dev.plaindeal.score;

/**
 * A way to form a percentage of a price in the head, as numbers of acts; all but the shift are per digit of the price.
 *
 * @param shifts tenths taken
 * @param halvings halves taken
 * @param additions additions in the head, doubling included
 * @param products digits of the percentage to multiply by
 * @param holds intermediate results to keep
 */
record MentalMethod(int shifts, int halvings, int additions, int products, int holds) {

    /** A price that is a power of ten: the percentage can be read off. */
    static final MentalMethod READ_OFF = new MentalMethod(1, 0, 0, 0, 0);

    /** Nothing to form. */
    static final MentalMethod NOTHING = new MentalMethod(0, 0, 0, 0, 0);

    /** How many operations it consists of; keeping a result is none. */
    int operations() {
        return shifts + halvings + additions + products;
    }

    /** Both shares, one kept while the other is formed, then added or subtracted. */
    MentalMethod and(MentalMethod other) {
        return new MentalMethod(
                shifts + other.shifts,
                halvings + other.halvings,
                additions + other.additions + 1,
                products + other.products,
                holds + other.holds + 1);
    }

    double seconds(Rates rates, int digits) {
        return shifts * rates.shift
                + digits * (halvings * rates.halve
                        + additions * rates.add
                        + products * rates.product
                        + holds * rates.hold);
    }
}
