package dev.plaindeal.stack;

/**
 * Steps of a search that may walk so many. Counted, never timed: the same basket is always answered alike.
 *
 * <p>For one search by one thread.
 */
final class Steps {

    private final long budget;
    private long walked;

    Steps(long budget) {
        this.budget = budget;
    }

    void walk(int count) {
        walked += count;
    }

    boolean areLeft() {
        return walked < budget;
    }

    /** How many will have been walked after so many more, or when none are left. */
    long after(long more) {
        return Math.min(budget, more > budget - walked ? budget : walked + more);
    }

    long walked() {
        return walked;
    }
}
