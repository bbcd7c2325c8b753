package dev.plaindeal.basket;

import java.util.Arrays;
import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Countries and languages as a basket names them. */
public final class Region {

    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
    /** Tags in their final form, so that a basket in one of them costs no parsing. */
    private static final Set<String> TAGS = Arrays.stream(Locale.getAvailableLocales())
            .map(Locale::toLanguageTag)
            .collect(Collectors.toUnmodifiableSet());

    private Region() {}

    /** Whether this is a country of ISO 3166, in its two capital letters: {@code GB}, not {@code UK}. */
    public static boolean isCountry(String code) {
        return COUNTRIES.contains(code);
    }

    /**
     * A language tag (BCP 47) in the letter case that rules compare: {@code en-US} for {@code EN-us}.
     *
     * @return empty for what is no such tag
     */
    public static Optional<String> languageTag(String tag) {
        if (TAGS.contains(tag)) {
            return Optional.of(tag);
        }
        try {
            String canonical = new Locale.Builder().setLanguageTag(tag).build().toLanguageTag();
            return tag.isBlank() ? Optional.empty() : Optional.of(canonical);
        } catch (IllformedLocaleException illFormed) {
            return Optional.empty();
        }
    }
}
