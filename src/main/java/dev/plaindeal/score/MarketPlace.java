package dev.plaindeal.score;

/** Where a layer is met. */
enum MarketPlace {
    /** It is the only one, on a known price. */
    ALONE,
    /** It is the one of a stack that is worked out at the list price. */
    FIRST,
    /** It comes on top of the others, while their result is held. */
    JOINED
}
