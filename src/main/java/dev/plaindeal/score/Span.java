package dev.plaindeal.score;

/**
 * What a buyer knows of a running price without working it out: between which positions it has digits.
 *
 * @param highest position of the first digit, as in {@link Numeral}
 * @param lowest position of the last digit that may differ from 0
 * @param power whether it is certainly a power of ten
 */
record Span(int highest, int lowest, boolean power) {

    static Span of(Numeral price) {
        return new Span(price.highest(), price.lowest(), price.isPowerOfTen());
    }

    /** How many digits have to be worked with and held. */
    int digits() {
        return highest - lowest + 1;
    }
}
