package dev.plaindeal.basket;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How pools of codes are called: a name that stands on one line of a file beside a code and in a rule, and looks the same in
 * both.
 */
public final class PoolName {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

    private PoolName() {}

    /** Why this cannot be the name of a pool, a sentence; empty when it can. */
    public static Optional<String> wrong(String name) {
        return NAME.matcher(name).matches()
                ? Optional.empty()
                : Optional.of("the name of a pool has 1 to 100 letters a to z, digits, points, hyphens and underscores, and begins with a "
                        + "letter or digit");
    }

    static void require(String name) {
        wrong(name).ifPresent(why -> {
            throw new IllegalArgumentException(why);
        });
    }
}
