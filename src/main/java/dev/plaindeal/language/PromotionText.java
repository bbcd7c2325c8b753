package dev.plaindeal.language;

import dev.plaindeal.problem.Place;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What a message file says of one promotion.
 *
 * @param text the words
 * @param place where they are written
 */
record PromotionText(String text, Place place) {

    private static final String PREFIX = "promotion.";

    /** What can be said of a promotion. */
    enum TextKind {
        /** What to call it. */
        NAME,
        /** What it gives, in a sentence. */
        SENTENCE;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /** Which words of which promotion. */
    record TextKey(String promotion, TextKind kind) implements Comparable<TextKey> {

        /** Reads {@code promotion.us-save10.name}; a promotion's own name may have points. */
        static Optional<TextKey> of(String key) {
            int last = key.lastIndexOf('.');
            if (!key.startsWith(PREFIX) || last <= PREFIX.length()) {
                return Optional.empty();
            }
            String promotion = key.substring(PREFIX.length(), last);
            return Arrays.stream(TextKind.values())
                    .filter(kind -> kind.word.equals(key.substring(last + 1)))
                    .findFirst()
                    .map(kind -> new TextKey(promotion, kind));
        }

        @Override
        public int compareTo(TextKey other) {
            return toString().compareTo(other.toString());
        }

        /** As files write it. */
        @Override
        public String toString() {
            return PREFIX + promotion + "." + kind.word;
        }
    }
}
