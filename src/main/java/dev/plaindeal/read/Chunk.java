package dev.plaindeal.read;

/**
 * The bytes of one basket out of several.
 *
 * @param line the line of the input they start on, from 1
 * @param bytes whole lines; none where there were too many
 * @param size whether a basket may have so many
 */
record Chunk(int line, byte[] bytes, Size size) {

    enum Size {
        FITS,
        TOO_LARGE,
        /** Too large, and no end of it came so soon that waiting on makes sense; nothing behind it is read. */
        ENDLESS
    }

    static Chunk without(int line, Size size) {
        return new Chunk(line, new byte[0], size);
    }
}
