package dev.plaindeal.read;

/**
 * The bytes of one basket out of several.
 *
 * @param line the line of the input they start on, from 1
 * @param bytes whole lines; more than a basket may have when there were too many to keep
 */
record Chunk(int line, byte[] bytes) {

    /** Whether bytes were dropped because a basket never has so many. */
    boolean isCut() {
        return bytes.length > BasketReader.MOST_BYTES;
    }
}
