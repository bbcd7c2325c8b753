package dev.plaindeal.offer;

/** Which units come first where not all of them take part. */
public enum UnitOrder {
    /** The cheapest units get the benefit. */
    CHEAPEST,
    /** The dearest units get the benefit. */
    DEAREST,
    /** The units of the earlier lines of the basket get the benefit. */
    FIRST
}
