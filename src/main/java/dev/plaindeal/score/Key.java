package dev.plaindeal.score;

/** A choice that structured terms spell as a small word. */
interface Key {

    /** The word in JSON. */
    String key();
}
