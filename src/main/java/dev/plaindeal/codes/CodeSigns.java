package dev.plaindeal.codes;

/**
 * The signs of codes that are made here, and the check character at their end.
 *
 * <p>None looks like another: no 0 and O, 1, I and L, 2 and Z, 5 and S, 6 and G, 8 and B, U and V; and no vowels, so that hardly any word
 * appears. They are 23, a prime number. Each place of a code has a weight that is a power of 5, and the sum of signs times weights is
 * a multiple of 23. So one wrong sign changes the sum, and so does a swap of any two that stand fewer than 22 places apart.
 */
public final class CodeSigns {

    private static final String SIGNS = "23456789CDFHJKMNPQRTVWX";
    private static final int WEIGHT = 5;

    private CodeSigns() {}

    /** How many there are. */
    public static int count() {
        return SIGNS.length();
    }

    static char sign(int number) {
        return SIGNS.charAt(number);
    }

    /** The check character of the signs before it. */
    static char check(CharSequence signs) {
        return sign((count() - sum(signs) * WEIGHT % count()) % count());
    }

    /**
     * Whether a code, or what of it stands behind its last hyphen, is made of these signs alone, so that its last can be a check
     * character.
     */
    public static boolean areAll(String code) {
        String signs = behindPrefix(code);
        return signs.length() > 1 && signs.chars().allMatch(c -> SIGNS.indexOf(c) >= 0);
    }

    /** Whether the check character fits a code of these signs alone. */
    public static boolean fit(String code) {
        return areAll(code) && sum(behindPrefix(code)) == 0;
    }

    private static String behindPrefix(String code) {
        return code.substring(code.lastIndexOf('-') + 1);
    }

    private static int sum(CharSequence signs) {
        int sum = 0;
        for (int i = 0; i < signs.length(); i++) {
            sum = (sum * WEIGHT + SIGNS.indexOf(signs.charAt(i))) % count();
        }
        return sum;
    }
}
