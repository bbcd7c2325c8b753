package dev.plaindeal.stack;

/** What a search looks for; sees every legal stack that could matter. */
interface SearchGoal {

    /** Whether no stack that brings this much at most, in money and in what gifts are worth, can matter any more. */
    boolean hopeless(long gainAtMost);

    /** Steps that seeing a stack is worth: more than one where each is scored. */
    int seeing();

    /** Whether a small stack may be better than a large one, so that each offer alone is worth a look. */
    boolean weighsSimplicity();

    /** Whether the largest saving decides, among those it likes at all: what saves less than the best so far cannot matter then. */
    boolean goesByMoney();

    /** A legal stack. */
    void see(OfferStack stack);
}
