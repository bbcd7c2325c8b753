package dev.plaindeal.stack;

/** What a search looks for; sees every legal stack that could matter. */
interface Goal {

    /** Whether no stack that saves this much at most can matter any more. */
    boolean hopeless(long savedAtMost);

    /** Steps that seeing a stack is worth: more than one where each is scored. */
    int seeing();

    /** A legal stack. */
    void see(Stack stack);
}
