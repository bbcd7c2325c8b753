package dev.plaindeal.problem;

/** How much a problem stops. */
public enum Severity {
    /** Nothing is done until it is mended. */
    ERROR,
    /** Work goes on; somebody should look. */
    WARNING;

    /** The word shown to people and machines. */
    public String key() {
        return this == ERROR ? "error" : "warning";
    }
}
