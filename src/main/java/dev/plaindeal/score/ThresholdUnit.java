package dev.plaindeal.score;

/** What a threshold counts. */
public enum ThresholdUnit implements TermsKey {
    /** Money spent. */
    MONEY("money"),
    /** Items bought. */
    ITEMS("items");

    private final String key;

    ThresholdUnit(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
