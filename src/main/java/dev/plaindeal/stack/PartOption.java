package dev.plaindeal.stack;

/**
 * Early offers of one part that can be kept together.
 *
 * @param offers places among the candidates, in order
 * @param gain minor units that they take off, and that their gifts are worth
 * @param off minor units that come off each scope
 */
record PartOption(int[] offers, long gain, long[] off) {}
