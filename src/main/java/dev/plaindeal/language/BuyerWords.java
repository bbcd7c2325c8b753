package dev.plaindeal.language;

import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What can be said to one buyer: sentences and labels of the language; money, percentages, dates and lists of the locale. Made by
 * {@link Messages#in}; immutable and thread-safe.
 *
 * <p>In a language written from right to left, numbers are isolated (U+2067 before, U+2069 after) so that a sign in Latin
 * letters cannot move the number or the sentence around it, and names by their own direction (U+2068 before).
 */
public final class BuyerWords {

    private static final String ISOLATE = "\u2067";
    private static final String ISOLATE_NAME = "\u2068";
    private static final String END_ISOLATE = "\u2069";

    private final String tag;
    private final Language language;
    private final MoneyFormat format;
    private final DateTimeFormatter day;
    private final DateTimeFormatter clock;
    private final Locale digits;
    private final boolean rightToLeft;

    BuyerWords(Language language, Locale numbers) {
        this.tag = language.tag();
        this.language = language;
        this.format = MoneyFormat.of(numbers);
        this.digits = LocalHabits.withDigits(numbers);
        this.day = dates(digits);
        this.clock = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).localizedBy(digits);
        this.rightToLeft = Language.isRightToLeft(Language.locale(tag));
    }

    /** As the locale writes dates, without the name of the era, which Thai has by default. */
    private static DateTimeFormatter dates(Locale digits) {
        String pattern = DateTimeFormatterBuilder.getLocalizedDateTimePattern(FormatStyle.LONG, null, IsoChronology.INSTANCE, digits);
        return DateTimeFormatter.ofPattern(pattern.replace("G ", ""), digits).localizedBy(digits);
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
        return language.templates().get(key).fill(values);
    }

    /**
     * The same with values at hand.
     *
     * @throws IllegalArgumentException when one that the sentence asks for is not among them
     */
    public String fill(MessageKey key, Map<Placeholder, String> values) {
        return fill(key, gap -> Optional.ofNullable(values.get(gap))
                .orElseThrow(() -> new IllegalArgumentException("nothing is given for " + gap + " of " + key.key())));
    }

    /** Money, ready to stand in a sentence of this language. */
    public String money(Money amount) {
        return isolated(format.inSentence(amount));
    }

    /** Money, ready to stand in a column of prices, where some languages write it otherwise. */
    public String column(Money amount) {
        return isolated(format.text(amount));
    }

    /** A percentage, ready to stand in a sentence of this language. */
    public String percent(Percent share) {
        return isolated(format.text(share));
    }

    /** A count, ready to stand in a sentence of this language. */
    public String count(long number) {
        return isolated(format.text(number));
    }

    /** The day a promotion begins, with the time where it is not midnight. */
    public String from(LocalDateTime moment) {
        String date = isolated(day.format(moment));
        return isMidnight(moment) ? date : pair(MessageKey.DAY_AND_TIME, date, time(moment.toLocalTime()));
    }

    /** The last day of one that ends at this moment: the day before where it ends at midnight, else with the time. */
    public String until(LocalDateTime moment) {
        return isMidnight(moment) ? isolated(day.format(moment.minusDays(1))) : from(moment);
    }

    /** A day of the week, by its full name. */
    public String weekday(DayOfWeek weekday) {
        return weekday.getDisplayName(TextStyle.FULL_STANDALONE, digits);
    }

    /** A time of day. */
    public String time(LocalTime time) {
        return isolated(clock.format(time));
    }

    /** A time zone, such as "Philippine Time". */
    public String zone(ZoneId zone) {
        return isolated(zone.getDisplayName(TextStyle.FULL, digits));
    }

    private static boolean isMidnight(LocalDateTime moment) {
        return moment.toLocalTime().equals(LocalTime.MIDNIGHT);
    }

    /** A name that comes from elsewhere and may be of another direction, ready to stand in a sentence of this language. */
    public String named(String name) {
        return rightToLeft ? ISOLATE_NAME + name + END_ISOLATE : name;
    }

    /** "a, b and c". */
    public String and(List<String> all) {
        return joined(all, MessageKey.LIST_AND);
    }

    /** "a, b or c". */
    public String or(List<String> all) {
        return joined(all, MessageKey.LIST_OR);
    }

    /** "a, b, c". */
    public String comma(List<String> all) {
        return joined(all, MessageKey.LIST_COMMA);
    }

    /** One sentence after another. */
    public String sentences(List<String> all) {
        String text = all.get(0);
        for (String next : all.subList(1, all.size())) {
            text = pair(MessageKey.LIST_SENTENCES, text, next);
        }
        return text;
    }

    private String joined(List<String> all, MessageKey last) {
        String text = all.get(0);
        for (int i = 1; i < all.size(); i++) {
            text = pair(i == all.size() - 1 ? last : MessageKey.LIST_COMMA, text, all.get(i));
        }
        return text;
    }

    /** A value behind what it is: "Shop: 5". */
    public String labelled(String label, String value) {
        return pair(MessageKey.LIST_LABEL, label, value);
    }

    private String pair(MessageKey key, String first, String second) {
        return fill(key, Map.of(Placeholder.FIRST, first, Placeholder.SECOND, second));
    }

    /** What the messages call a promotion, in this language or else in English; empty where they do not name it. */
    public Optional<String> name(String promotion) {
        return language.promotion(promotion, PromotionText.TextKind.NAME);
    }

    /** The sentence the messages have for a promotion, in this language or else in English; empty where they have none. */
    public Optional<String> sentence(String promotion) {
        return language.promotion(promotion, PromotionText.TextKind.SENTENCE);
    }

    private String isolated(String number) {
        return rightToLeft ? ISOLATE + number + END_ISOLATE : number;
    }
}
