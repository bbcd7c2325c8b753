package dev.plaindeal.offer;

/**
 * One step of a ladder: reach the level, get the benefit.
 *
 * @param level what has to be reached
 * @param benefit what is taken off then; never a price
 */
public record Tier(Level level, Benefit benefit) {}
