package dev.plaindeal;

/** Times the stages of one evaluation where somebody listens; otherwise it reads no clock. For one thread. */
final class Laps {

    private static final int STAGES = 3;
    /** Shared by all threads: it never changes. */
    private static final Laps UNTIMED = new Laps(0);

    private final long[] ends;
    private int passed;

    private Laps(int marks) {
        this.ends = new long[marks];
    }

    static Laps untimed() {
        return UNTIMED;
    }

    static Laps started() {
        Laps laps = new Laps(STAGES + 1);
        laps.pass();
        return laps;
    }

    /** A stage is done. */
    void pass() {
        if (ends.length > 0) {
            ends[passed++] = System.nanoTime();
        }
    }

    Evaluated.Nanos nanos() {
        return new Evaluated.Nanos(ends[1] - ends[0], ends[2] - ends[1], ends[3] - ends[2]);
    }
}
