package dev.plaindeal.backtest;

/** Hears how far a run is, from the thread that runs it. */
@FunctionalInterface
public interface RunProgress {

    /** What is done with a line of the input. */
    enum LineStep {
        /** It was read, and waits for its turn in the order of time. */
        READ,
        /** It is worked off: priced or refused. */
        DONE
    }

    /**
     * So many lines are so far.
     *
     * @param lines that are not blank, bad ones too
     */
    void at(LineStep step, long lines);
}
