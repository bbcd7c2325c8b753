package dev.plaindeal.language;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Which message files speak to a buyer: the nearest first, each standing in for what those before it leave out. */
final class Relatives {

    private static final Set<String> LIKE_BRITAIN = Set.of("GB", "IE");
    private static final Set<String> LIKE_SINGAPORE = Set.of("SG", "MY", "PH");

    private Relatives() {}

    /**
     * The tags of the files for a buyer, nearest first; empty where none speaks the language.
     *
     * @param there the tags there are, in order
     */
    static List<String> nearest(Locale buyer, Collection<String> there) {
        String spoken = buyer.getLanguage();
        if (spoken.isEmpty()) {
            return List.of();
        }
        Stream<String> named = Stream.of(
                        buyer.stripExtensions().toLanguageTag(), spoken + "-" + buyer.getCountry(), region(buyer), spoken)
                .filter(there::contains);
        // The same language as another country has it: Brazilian words where there are none of Portugal.
        Stream<String> other = there.stream().filter(tag -> tag.startsWith(spoken + "-")).limit(1);
        boolean isWhole = there.contains(spoken);
        return Stream.concat(named, isWhole ? Stream.empty() : other).distinct().toList();
    }

    /** The files that stand behind this one, so that it need only say what differs from them. */
    static List<String> behind(String tag, Collection<String> there) {
        Locale locale = Language.locale(tag);
        return locale.getCountry().isEmpty() || !locale.getScript().isEmpty()
                ? List.of()
                : nearest(locale, there).stream().filter(other -> !other.equals(tag)).toList();
    }

    private static String region(Locale buyer) {
        if (LocalHabits.isSpanishOfTheAmericas(buyer)) {
            return "es-419";
        }
        if (!buyer.getLanguage().equals("en")) {
            return "";
        }
        return LIKE_BRITAIN.contains(buyer.getCountry()) ? "en-GB" : LIKE_SINGAPORE.contains(buyer.getCountry()) ? "en-SG" : "";
    }
}
