package dev.plaindeal.score;

import java.util.Locale;

/**
 * How sure it is which of two is simpler, when every weight may be half or twice what is said.
 *
 * @param share of the draws in which the first is simpler, 0 to 1
 */
public record Sureness(double share) {

    /** Below this share of the draws nothing can be said, and above the other; a tenth is not one less nine tenths in binary. */
    private static final double SURE = 0.9;
    private static final double SURELY_NOT = 0.1;
    private static final double HALF = 0.5;
    private static final double PERCENT = 100;
    /** Shares are counted, and the last bits of a quotient must not make 66 of 100 less. */
    private static final double GRAIN = 1e-9;

    /** Which of the two is simpler. */
    public enum SimplerOne {
        /** The first. */
        FIRST("first"),
        /** The second. */
        SECOND("second"),
        /** Neither for certain. */
        TOO_CLOSE("too close to call");

        private final String key;

        SimplerOne(String key) {
            this.key = key;
        }

        /** The stable word. */
        public String key() {
            return key;
        }
    }

    /** Which of the two is simpler in at least nine of ten draws. */
    public SimplerOne simplerOne() {
        return share >= SURE ? SimplerOne.FIRST : share <= SURELY_NOT ? SimplerOne.SECOND : SimplerOne.TOO_CLOSE;
    }

    /**
     * In a sentence without its end: {@code 10 off is simpler than 10 % in all draws}, {@code a code is simpler than 17 % in 68 %
     * of the draws: too close to call}.
     */
    public String sentence(String first, String second) {
        return share < HALF ? second + " is simpler than " + first + " " + draws() : first + " is simpler than " + second + " " + draws();
    }

    /** In how many draws the one that is simpler in more of them is so: {@code in all draws}, {@code in 68 % of the draws: too close to call}. */
    public String draws() {
        return draws(Math.max(share, 1 - share));
    }

    /** In how many draws the first is simpler, be they few: {@code in 32 % of the draws: too close to call}. */
    public String drawsOfFirst() {
        return draws(share);
    }

    private String draws(double of) {
        String draws = of == 1 ? "in all draws" : String.format(Locale.ROOT, "in %.0f %% of the draws", Math.floor(of * PERCENT + GRAIN));
        return simplerOne() == SimplerOne.TOO_CLOSE ? draws + ": " + SimplerOne.TOO_CLOSE.key() : draws;
    }
}
