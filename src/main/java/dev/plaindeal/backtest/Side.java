package dev.plaindeal.backtest;

/** Which of the two rule books. */
public enum Side {
    /** The rules as they were. */
    BEFORE("before"),
    /** The rules as they would be. */
    AFTER("after");

    private final String key;

    Side(String key) {
        this.key = key;
    }

    /** Its word in JSON and CSV. */
    public String key() {
        return key;
    }
}
