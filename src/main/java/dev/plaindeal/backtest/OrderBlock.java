package dev.plaindeal.backtest;

/**
 * Whole lines of one file, cut out of the input.
 *
 * @param file its name
 * @param begin where the block begins
 * @param end where it ends
 * @param bytes the lines with their ends
 * @param fit whether they are whole
 */
record OrderBlock(String file, InputSpot begin, InputSpot end, byte[] bytes, Fit fit) {

    /** Whether a line is all there. */
    enum Fit {
        /** Every line is. */
        WHOLE,
        /** The block is the beginning of one line that is longer than any order. */
        CUT
    }

    static int lines(byte[] bytes, int to) {
        int lines = 0;
        for (int i = 0; i < to; i++) {
            lines += bytes[i] == '\n' ? 1 : 0;
        }
        return lines;
    }
}
