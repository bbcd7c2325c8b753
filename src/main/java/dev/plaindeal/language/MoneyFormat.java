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
 * are kept.
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
    private static final int INDIAN_GROUP = 2;

    private final Locale locale;
    private final NumberShape percent;
    private final ConcurrentMap<Currency, NumberShape> shapes = new ConcurrentHashMap<>();

    private MoneyFormat(Locale locale) {
        this.locale = locale;
        this.percent = NumberShape.ofPercent(decimalFormat(NumberFormat.getPercentInstance(locale)));
    }

    /** The format of a locale; one the JDK does not know is written in CLDR's root style. */
    public static MoneyFormat of(Locale locale) {
        return new MoneyFormat(locale);
    }

    /** The amount with its currency, all its decimals and the locale's separators. */
    public String text(Money money) {
        NumberShape known = shapes.get(money.currency());
        NumberShape shape = known == null ? shapes.computeIfAbsent(money.currency(), this::shape) : known;
        return shape.text(money.minor(), money.currency().digits());
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
        return plain.around(
                spacedBefore(plain.prefix()),
                spacedAfter(plain.suffix()),
                spacedBefore(plain.negativePrefix()),
                spacedAfter(plain.negativeSuffix()));
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
