package dev.plaindeal.score;

/** How its time is limited. */
public enum Expiry implements TermsKey {
    /** Not at all. */
    NONE("none"),
    /** Until a date. */
    DATE("date"),
    /** From a moment until another. */
    WINDOW("window");

    private final String key;

    Expiry(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
