package dev.plaindeal.language;

import dev.plaindeal.money.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What shops of a country print otherwise than the JDK's data has it, each with its reason. Held here, so that neither another
 * JDK nor another CLDR changes what receipts say.
 */
final class LocalHabits {

    /** Latin digits: what shops of the Gulf and the Maghreb print; newer CLDR data agrees for some of them, older for others. */
    private static final Set<String> LATIN_DIGITS =
            Set.of("AE", "BH", "KW", "OM", "QA", "SA", "DZ", "EH", "LY", "MA", "MR", "TN");
    /** Spain sets a space before the percent sign, the Americas do not. */
    private static final Set<String> SPANISH_AMERICAS = Set.of(
            "419", "AR", "BO", "BR", "BZ", "CL", "CO", "CR", "CU", "DO", "EC", "GT", "HN", "MX", "NI", "PA", "PE", "PR", "PY", "SV",
            "US", "UY", "VE");
    /** Where shops write whole amounts of their own currency without decimals: by language, or language and country. */
    private static final Map<String, String> WHOLE_AMOUNTS = Map.of("th", "THB", "fil", "PHP", "es-CO", "COP");
    private static final String KANJI_YEN = "円";

    private LocalHabits() {}

    /** The locale with its digits pinned, where the JDK's choice of them is not to be trusted. */
    static Locale withDigits(Locale locale) {
        if (!locale.getLanguage().equals("ar")) {
            return locale;
        }
        String digits = LATIN_DIGITS.contains(locale.getCountry()) ? "latn" : "arab";
        return new Locale.Builder().setLocale(locale).setUnicodeLocaleKeyword("nu", digits).build();
    }

    /** Whether the percent sign stands at the number. */
    static boolean joinsPercent(Locale locale) {
        return isSpanishOfTheAmericas(locale);
    }

    static boolean isSpanishOfTheAmericas(Locale locale) {
        return locale.getLanguage().equals("es") && SPANISH_AMERICAS.contains(locale.getCountry());
    }

    /** Whether whole amounts are written without decimals. Leaving zeros out is not rounding. */
    static boolean dropsZeros(Locale locale, Currency currency) {
        String own = WHOLE_AMOUNTS.getOrDefault(
                locale.getLanguage() + "-" + locale.getCountry(), WHOLE_AMOUNTS.getOrDefault(locale.getLanguage(), ""));
        return own.equals(currency.code());
    }

    /** At home a dollar needs no country's name: French-speaking Canada writes 500,00 $. */
    static Optional<String> homeSign(Locale locale, Currency currency) {
        boolean canadian = locale.getLanguage().equals("fr") && locale.getCountry().equals("CA") && currency.code().equals("CAD");
        return canadian ? Optional.of("\u00A0$") : Optional.empty();
    }

    /** Japanese puts the unit behind the number of a sentence, the sign before that of a column. */
    static Optional<String> unitInSentences(Locale locale, Currency currency) {
        if (!locale.getLanguage().equals("ja")) {
            return Optional.empty();
        }
        return Optional.of(currency.code().equals("JPY")
                ? KANJI_YEN
                : java.util.Currency.getInstance(currency.code()).getDisplayName(locale).replace(" ", ""));
    }
}
