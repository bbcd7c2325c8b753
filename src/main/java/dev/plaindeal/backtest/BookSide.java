package dev.plaindeal.backtest;

/** Which of the two rule books. */
public enum BookSide {
    /** The rules as they were. */
    BEFORE("before"),
    /** The rules as they would be. */
    AFTER("after");

    private final String key;

    BookSide(String key) {
        this.key = key;
    }

    /** Its word in JSON and CSV. */
    public String key() {
        return key;
    }
}
