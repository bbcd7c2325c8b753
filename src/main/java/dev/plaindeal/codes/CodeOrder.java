package dev.plaindeal.codes;

import dev.plaindeal.basket.Code;
import dev.plaindeal.basket.CodeLetters;
import dev.plaindeal.basket.PoolName;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/**
 * What codes are to be made. Immutable.
 *
 * @param pool they belong to
 * @param count how many
 * @param length signs of each, the check character among them, the prefix not
 * @param prefix stands in front of each with a hyphen between; empty for none
 */
public record CodeOrder(String pool, long count, int length, String prefix) {

    /** As long as codes are made unless something else is asked for; what a score takes a code of a pool to be. */
    public static final int USUAL_LENGTH = 12;

    private static final int LONGEST = 50;
    private static final int LONGEST_PREFIX = 40;
    private static final long MOST = 1_000_000_000;
    /** Whoever guesses has to miss so many times before one guess hits, on average. */
    private static final BigInteger FEWEST_GUESSES = BigInteger.valueOf(1_000_000);

    /**
     * Refuses what cannot be made or would be easy to guess.
     *
     * @throws IllegalArgumentException with a sentence
     */
    public CodeOrder {
        PoolName.wrong(pool).ifPresent(CodeOrder::refuse);
        if (count < 1 || count > MOST) {
            refuse(String.format(Locale.ROOT, "1 to %,d codes can be made at once", MOST));
        }
        if (length < 2 || length > LONGEST) {
            refuse("a code has 2 to " + LONGEST + " signs");
        }
        wrongPrefix(prefix).ifPresent(CodeOrder::refuse);
        if (guesses(count, length).compareTo(FEWEST_GUESSES) < 0) {
            refuse(String.format(
                    Locale.ROOT,
                    "one guess in %,d would hit one of these codes; make them at least %d long",
                    guesses(count, length),
                    longEnough(count)));
        }
    }

    private static void refuse(String why) {
        throw new IllegalArgumentException(why);
    }

    private static Optional<String> wrongPrefix(String prefix) {
        if (prefix.isEmpty()) {
            return Optional.empty();
        }
        if (prefix.length() > LONGEST_PREFIX) {
            return Optional.of("a prefix has at most " + LONGEST_PREFIX + " letters");
        }
        return CodeLetters.wrong(prefix).or(() -> Optional.of(Code.normal(prefix))
                .filter(normal -> !normal.equals(prefix))
                .map(normal -> "write the prefix as codes are compared: " + normal));
    }

    private static int longEnough(long count) {
        int length = 2;
        while (guesses(count, length).compareTo(FEWEST_GUESSES) < 0) {
            length++;
        }
        return length;
    }

    /** The check character is worked out by whoever guesses. */
    private static BigInteger guesses(long codes, int length) {
        return BigInteger.valueOf(CodeSigns.count()).pow(length - 1).divide(BigInteger.valueOf(codes));
    }

    /**
     * Of how many guesses one hits, on average.
     *
     * @param codes how many of this form there are
     */
    public BigInteger guesses(long codes) {
        return guesses(codes, length);
    }

    /** The same where there are so many more of this form already. */
    public CodeOrder requireHardToGuessBeside(long others) {
        new CodeOrder(pool, Math.addExact(count, others), length, prefix);
        return this;
    }
}
