package dev.plaindeal.language;

import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What can be said to one buyer: sentences and labels of the language, money and percentages of the locale. Made by
 * {@link Messages#in}; immutable and thread-safe.
 *
 * <p>In a language written from right to left, money and percentages are isolated (U+2067 before, U+2069 after) so that
 * a sign in Latin letters cannot move the number or the sentence around it.
 */
public final class BuyerWords {

    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "ckb", "dv", "fa", "he", "ks", "ku", "ps", "sd", "ug", "ur", "yi");
    private static final String ISOLATE = "\u2067";
    private static final String END_ISOLATE = "\u2069";

    private final String tag;
    private final Map<MessageKey, Template> templates;
    private final MoneyFormat format;
    private final boolean rightToLeft;

    BuyerWords(Language language, Locale numbers) {
        this.tag = language.tag();
        this.templates = language.templates();
        this.format = MoneyFormat.of(numbers);
        this.rightToLeft = RIGHT_TO_LEFT.contains(Language.locale(tag).getLanguage());
    }

    /** The BCP 47 tag of the language spoken, which is {@code en} for a buyer whose own is not there. */
    public String tag() {
        return tag;
    }

    /** A label such as "Subtotal". A sentence comes back with its placeholders unfilled. */
    public String say(MessageKey key) {
        return fill(key, Placeholder::toString);
    }

    /** A sentence with its placeholders filled by the function, which is asked only for those the sentence has. */
    public String fill(MessageKey key, Function<Placeholder, String> values) {
        return templates.get(key).fill(values);
    }

    /** Money, ready to stand in a sentence of this language. */
    public String money(Money amount) {
        return isolated(format.text(amount));
    }

    /** A percentage, ready to stand in a sentence of this language. */
    public String percent(Percent share) {
        return isolated(format.text(share));
    }

    private String isolated(String number) {
        return rightToLeft ? ISOLATE + number + END_ISOLATE : number;
    }
}
