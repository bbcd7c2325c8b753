package dev.plaindeal.score;

/** Which of the layers count. */
public enum Select implements TermsKey {
    /** All of them. */
    ALL("all"),
    /** The best one, found by the engine. */
    BEST_AUTO("best_auto"),
    /** One, and the buyer has to find the best. */
    CHOOSE("choose");

    private final String key;

    Select(String key) {
        this.key = key;
    }

    @Override
    public String key() {
        return key;
    }
}
