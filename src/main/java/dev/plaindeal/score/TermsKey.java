package dev.plaindeal.score;

/** A choice that structured terms spell as a small word. */
interface TermsKey {

    /** The word in JSON. */
    String key();
}
