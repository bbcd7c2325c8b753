package dev.plaindeal.score;

/** Which price a percentage is taken of. */
public enum PercentBasis implements TermsKey {
    /** The price left by the layers before. */
    RUNNING("running"),
    /** The price before any layer. */
    LIST("list");

    private final String key;

    PercentBasis(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
