package dev.plaindeal.language;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;

/** The real message files and short ways to write money, for the tests of this package. */
public final class TestWords {

    static final Path FOLDER = Path.of("rules", "messages");
    public static final Messages MESSAGES = read();

    /** The languages that have a text of their own for everything. */
    public static final List<String> WHOLE =
            List.of("en", "es", "pt-BR", "fr", "de", "id", "ms", "th", "vi", "fil", "ja", "ar");

    private TestWords() {}

    private static Messages read() {
        try {
            return Messages.read(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** {@code money("USD 12.40")}. */
    public static Money money(String text) {
        String[] parts = text.split(" ");
        return Money.of(parts[1], Currency.of(parts[0]));
    }

    /** Makes the characters that cannot be seen visible, so that a golden text can be read. */
    public static String visible(String text) {
        return text.replace('\u00A0', '␣')
                .replace('\u202F', '˽')
                .replace("\u2067", "⟦")
                .replace("\u2068", "⟨")
                .replace("\u2069", "⟧")
                .replace("\u200F", "<rlm>")
                .replace("\u200E", "<lrm>")
                .replace("\u061C", "<alm>");
    }
}
