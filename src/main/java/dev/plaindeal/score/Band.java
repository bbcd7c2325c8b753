package dev.plaindeal.score;

/** What a score means for the page it is on. */
public enum Band {
    /** From 80: plain. */
    PLAIN("plain", 80),
    /** From 60: fine. */
    FINE("fine", 60),
    /** From 40: explain it or fix it. */
    EXPLAIN_OR_FIX("explain or fix", 40),
    /** Below 40: do not show it as it is. */
    DO_NOT_SHOW("do not show as it is", 0);

    private final String words;
    private final double from;

    Band(String words, double from) {
        this.words = words;
        this.from = from;
    }

    /** The band of a score. */
    public static Band of(double score) {
        for (Band band : values()) {
            if (score >= band.from) {
                return band;
            }
        }
        return DO_NOT_SHOW;
    }

    /** For people and machines. */
    public String words() {
        return words;
    }

    /** The lowest score in it. */
    public double from() {
        return from;
    }
}
