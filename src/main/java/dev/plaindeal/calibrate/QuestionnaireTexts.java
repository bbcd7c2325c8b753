package dev.plaindeal.calibrate;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * What the questionnaire says in one language.
 *
 * @param tag BCP 47 tag of the language
 * @param byKey the texts
 */
record QuestionnaireTexts(String tag, Map<String, String> byKey) {

    /** The languages receipts speak, in the order in which people choose among them. */
    static final List<String> TAGS = List.of("en", "ar", "de", "es", "fil", "fr", "id", "ja", "ms", "pt", "th", "vi");

    private static final String OF_PAGE = "ui.";

    QuestionnaireTexts {
        byKey = Map.copyOf(byKey);
    }

    static QuestionnaireTexts of(String tag) {
        Properties read = new Properties();
        try (InputStream in = QuestionnaireTexts.class.getResourceAsStream(tag + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("no texts of the questionnaire for " + tag);
            }
            Reader text = new InputStreamReader(in, StandardCharsets.UTF_8);
            read.load(text);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        Map<String, String> byKey = new TreeMap<>();
        read.stringPropertyNames().forEach(key -> byKey.put(key, read.getProperty(key)));
        return new QuestionnaireTexts(tag, byKey);
    }

    boolean isRightToLeft() {
        return tag.equals("ar");
    }

    /** A text with its gaps filled, each named in braces. */
    String fill(String key, Map<String, String> gaps) {
        String text = byKey.getOrDefault(key, "");
        for (Map.Entry<String, String> gap : gaps.entrySet()) {
            text = text.replace("{" + gap.getKey() + "}", gap.getValue());
        }
        return text;
    }

    /** The texts of the page itself, by key without its beginning. */
    Map<String, String> ofPage() {
        Map<String, String> page = new TreeMap<>();
        byKey.forEach((key, text) -> {
            if (key.startsWith(OF_PAGE)) {
                page.put(key.substring(OF_PAGE.length()), text);
            }
        });
        return page;
    }
}
