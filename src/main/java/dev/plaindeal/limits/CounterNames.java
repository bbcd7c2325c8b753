package dev.plaindeal.limits;

import dev.plaindeal.offer.Quota;
import dev.plaindeal.text.Visible;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that any store can hold, and that no hostile part can make equal to another. */
final class CounterNames {

    /** Longer parts are replaced by their digest, so that an index of a database still takes the name. */
    private static final int LONGEST_PART = 200;

    private CounterNames() {}

    /**
     * Refuses what a database refuses or cuts off.
     *
     * @throws IllegalArgumentException for an empty name, a longer one, a control character, and half a pair
     */
    static void require(String what, String name, int longest) {
        if (name.isEmpty() || name.length() > longest) {
            throw new IllegalArgumentException(what + " has 1 to " + longest + " characters, not " + name.length());
        }
        if (name.codePoints().anyMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE)) {
            throw new IllegalArgumentException(what + " \"" + Visible.line(name) + "\" holds a control character or half a character");
        }
    }

    /**
     * A name from outside as one part of another name: no two parts are the same unless the names are.
     *
     * <p>Worked example: {@code a/b} is {@code a%2Fb}. One of more than 200 characters is {@code %sha256%} and its digest, which no
     * other can be, because a percent sign of its own is {@code %25}.
     */
    static String part(String name) {
        String part = Quota.part(name);
        return part.length() > LONGEST_PART ? "%sha256%" + digest(name) : part;
    }

    private static String digest(String name) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
