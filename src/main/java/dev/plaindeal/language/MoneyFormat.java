package dev.plaindeal.language;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.Locale;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Pattern;

/**
 * Writes money and percentages the way a locale writes them: sign, its place, separators and digits come from the JDK's
 * CLDR data, the number of decimals from {@link Currency#digits}. Nothing is rounded.
 *
 * <p>Two things differ from the JDK on purpose. A currency shown by its code gets a no-break space between code and
 * number, as CLDR asks ({@code KWD 1.250}, not {@code KWD1.250}). And India's groups of two digits, which the JDK drops,
 * are kept. What shops of a country print otherwise than CLDR says is in {@link LocalHabits}.
 *
 * <p>Thread-safe, and meant to be kept: the first amount of a currency reads the JDK's data, every later one is plain
 * character work.
 *
 * <p>Worked number: 9739 cents are {@code $97.39} for en-US, {@code US$97.39} for en-GB.
 */
public final class MoneyFormat {

    private static final String NO_BREAK_SPACE = "\u00A0";
    private static final Pattern CODE_BEFORE = Pattern.compile("(?s).*[A-Z]{3}");
    private static final Pattern CODE_AFTER = Pattern.compile("(?s)[A-Z]{3}.*");
    private static final Pattern LATIN_SIGN = Pattern.compile("(?s)\\h*[A-Za-z].*");
    private static final String LEFT_TO_RIGHT = "\u200E";
    private static final int INDIAN_GROUP = 2;

    private final Locale locale;
    private final NumberShape percent;
    private final NumberShape whole;
    private final ConcurrentMap<Currency, Style> written = new ConcurrentHashMap<>();

    /**
     * How one currency is written.
     *
     * @param dropsZeros whether whole amounts have no decimals
     */
    private record Style(NumberShape column, NumberShape sentence, boolean dropsZeros) {
        String text(NumberShape shape, Money money) {
            long unit = money.currency().unit();
            return dropsZeros && money.minor() % unit == 0
                    ? shape.text(money.minor() / unit, 0)
                    : shape.text(money.minor(), money.currency().digits());
        }
    }

    private MoneyFormat(Locale locale) {
        this.locale = LocalHabits.withDigits(locale);
        NumberShape shape = NumberShape.ofPercent(decimalFormat(NumberFormat.getPercentInstance(this.locale)));
        this.whole = NumberShape.ofPercent(decimalFormat(NumberFormat.getIntegerInstance(this.locale)));
        this.percent = LocalHabits.joinsPercent(locale) ? shape.around("", "%", "-", "%") : shape;
    }

    /** The format of a locale; one the JDK does not know is written in CLDR's root style. */
    public static MoneyFormat of(Locale locale) {
        return new MoneyFormat(locale);
    }

    /** The amount as a column of prices has it: with its currency, its decimals and the locale's separators. */
    public String text(Money money) {
        Style as = written(money.currency());
        return as.text(as.column(), money);
    }

    /** The amount as a sentence has it, which differs in Japanese: {@code 500円} beside {@code ￥500}. */
    public String inSentence(Money money) {
        Style as = written(money.currency());
        return as.text(as.sentence(), money);
    }

    /** A whole number. */
    String text(long number) {
        return whole.text(number, 0);
    }

    private Style written(Currency currency) {
        Style known = written.get(currency);
        return known == null ? written.computeIfAbsent(currency, this::write) : known;
    }

    private Style write(Currency currency) {
        NumberShape column = shape(currency);
        NumberShape sentence = LocalHabits.unitInSentences(locale, currency)
                .map(unit -> column.around("", unit, "-", unit))
                .orElse(column);
        return new Style(column, sentence, LocalHabits.dropsZeros(locale, currency));
    }

    /** The percentage with its sign and without needless decimals: {@code 12.5%}. */
    public String text(Percent share) {
        BigDecimal number = share.number();
        return percent.text(number.unscaledValue().longValueExact(), number.scale());
    }

    private NumberShape shape(Currency currency) {
        DecimalFormat format = decimalFormat(NumberFormat.getCurrencyInstance(locale));
        format.setCurrency(java.util.Currency.getInstance(currency.code()));
        NumberShape plain = NumberShape.ofMoney(format, secondaryGroup(format));
        return LocalHabits.homeSign(locale, currency)
                .map(sign -> plain.around("", sign, plain.negativePrefix(), sign))
                .orElseGet(() -> plain.around(
                        spacedBefore(plain.prefix()),
                        marked(spacedAfter(plain.suffix())),
                        spacedBefore(plain.negativePrefix()),
                        marked(spacedAfter(plain.negativeSuffix()))));
    }

    /** In a language written from right to left, the dollar of US$ would be drawn on the left of its letters. */
    private String marked(String suffix) {
        boolean turns = Language.isRightToLeft(locale) && LATIN_SIGN.matcher(suffix).matches();
        return turns ? suffix + LEFT_TO_RIGHT : suffix;
    }

    private static String spacedBefore(String prefix) {
        return CODE_BEFORE.matcher(prefix).matches() ? prefix + NO_BREAK_SPACE : prefix;
    }

    private static String spacedAfter(String suffix) {
        return CODE_AFTER.matcher(suffix).matches() ? NO_BREAK_SPACE + suffix : suffix;
    }

    /** Lakh and crore: 12,34,567. DecimalFormat reads the pattern #,##,##0 and forgets the two. */
    private int secondaryGroup(DecimalFormat format) {
        return locale.getCountry().equals("IN") ? INDIAN_GROUP : format.getGroupingSize();
    }

    /** The JDK's own providers always make a DecimalFormat; another one cannot be read. */
    private static DecimalFormat decimalFormat(NumberFormat format) {
        if (format instanceof DecimalFormat decimal) {
            return decimal;
        }
        throw new IllegalStateException("a locale provider without DecimalFormat: " + format.getClass());
    }
}
