package dev.plaindeal.score;

/** What the buyer does to get a layer. */
public enum LayerActivation implements TermsKey {
    /** Nothing. */
    AUTO("auto"),
    /** Tick a box. */
    CLICK("click"),
    /** Collect it beforehand. */
    CLAIM("claim"),
    /** Type a code. */
    CODE("code");

    private final String key;

    LayerActivation(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
