package dev.plaindeal.backtest;

/**
 * How far the input is worked off.
 *
 * @param file index of the file, from 0
 * @param bytes of it that are behind us, after unpacking
 * @param lines of it that are behind us
 */
record InputSpot(int file, long bytes, int lines) {

    static final InputSpot START = new InputSpot(0, 0, 0);

    InputSpot nextFile() {
        return new InputSpot(file + 1, 0, 0);
    }

    InputSpot after(long moreBytes, int moreLines) {
        return new InputSpot(file, bytes + moreBytes, Math.addExact(lines, moreLines));
    }
}
