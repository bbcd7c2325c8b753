package dev.plaindeal.language;

import static dev.plaindeal.language.TestWords.money;
import static dev.plaindeal.language.TestWords.visible;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import java.text.Bidi;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MoneyFormatTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US  | USD 97.39      | $97.39
            en-GB  | USD 97.39      | US$97.39
            en-US  | USD 1234567.00 | $1,234,567.00
            en-US  | USD 0.05       | $0.05
            en-US  | USD -5.00      | -$5.00
            id-ID  | IDR 479900     | Rp479.900
            th-TH  | THB 1299.00    | ฿1,299
            th-TH  | THB 1299.50    | ฿1,299.50
            th-TH  | USD 12.00      | US$12.00
            es-CO  | COP 500.00     | $␣500
            fr-CA  | CAD 500.00     | 500,00␣$
            fr-CA  | CAD -5.00      | -5,00␣$
            fr-CA  | USD 500.00     | 500,00␣$␣US
            fr-FR  | CAD 500.00     | 500,00␣$CA
            vi-VN  | VND 479900     | 479.900␣₫
            ms-MY  | MYR 89.90      | RM89.90
            en-PH  | PHP 499.00     | ₱499.00
            fil-PH | PHP 499.00     | ₱499
            ja-JP  | JPY 5980       | ￥5,980
            de-DE  | EUR 1299.00    | 1.299,00␣€
            de-CH  | CHF 1299.00    | CHF␣1’299.00
            de-CH  | CHF -5.00      | CHF-5.00
            fr-FR  | EUR 1299.00    | 1˽299,00␣€
            pt-BR  | BRL 1299.00    | R$␣1.299,00
            en-US  | KWD 1.250      | KWD␣1.250
            es-MX  | USD 97.39      | USD␣97.39
            en-IN  | INR 1234567.00 | ₹12,34,567.00
            hi-IN  | INR 123456789.00 | ₹12,34,56,789.00
            en-IN  | INR 999.00     | ₹999.00
            ar-AE  | AED 1299.00    | د.إ.<rlm>␣1,299.00
            ar-KW  | KWD 1.250      | د.ك.<rlm>␣1.250
            ar-EG  | EGP 1299.00    | ١٬٢٩٩٫٠٠␣ج.م.<rlm>
            ar-EG  | USD 97.39      | ٩٧٫٣٩␣US$<lrm>
            ar-EG  | GBP 97.39      | ٩٧٫٣٩␣UK£<lrm>
            ar-EG  | EUR 97.39      | ٩٧٫٣٩␣€
            ar-MA  | USD 97.39      | US$␣97,39
            """)
    void writesMoneyAsTheLocaleDoes(String tag, String amount, String text) {
        assertThat(visible(MoneyFormat.of(Locale.forLanguageTag(tag)).text(money(amount)))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en-US | 12   | 12%
            en-US | 12.5 | 12.5%
            de-DE | 12.5 | 12,5␣%
            fr-FR | 12   | 12␣%
            tr-TR | 12   | %12
            ar-EG | 12   | ١٢٪<alm>
            es-ES | 25   | 25␣%
            es-MX | 25   | 25%
            es-US | 25   | 25%
            es-419 | 25  | 25%
            en-US | 100  | 100%
            en-US | 0    | 0%
            """)
    void writesPercentagesAsTheLocaleDoes(String tag, String percent, String text) {
        assertThat(visible(MoneyFormat.of(Locale.forLanguageTag(tag)).text(Percent.of(percent)))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ja-JP | JPY 1500  | 1,500円
            ja-JP | EUR 12.50 | 12.50ユーロ
            ja-JP | JPY -500  | -500円
            en-US | USD 12.50 | $12.50
            """)
    void aSentencePutsTheUnitWhereTheLanguageDoes(String tag, String amount, String text) {
        assertThat(visible(MoneyFormat.of(Locale.forLanguageTag(tag)).inSentence(money(amount)))).isEqualTo(text);
    }

    /** What a buyer's screen makes of it: the dollar stands behind its letters, not before them. */
    @ParameterizedTest
    @CsvSource({"ar-EG, USD 500.00", "ar-AE, USD 500.00", "ar-AE, GBP 5.00", "ar-SA, HKD 5.00", "ar-MA, USD 5.00", "ar-KW, CAD -5.00"})
    void aLatinSignIsNotTurnedRoundInArabic(String tag, String amount) {
        String sentence = "\u0648\u0641\u0651\u0631 " + TestWords.MESSAGES.in(tag).money(money(amount));
        String sign = sentence.replaceAll("[^A-Z$£]", "");
        assertThat(asDrawn(sentence).replaceAll("[^A-Z$£]", "")).isEqualTo(sign).hasSizeGreaterThan(2);
    }

    /** The letters from left to right as java.text.Bidi lays them out. */
    private static String asDrawn(String sentence) {
        Bidi layout = new Bidi(sentence, Bidi.DIRECTION_RIGHT_TO_LEFT);
        byte[] levels = new byte[sentence.length()];
        Object[] letters = new Object[sentence.length()];
        for (int i = 0; i < letters.length; i++) {
            levels[i] = (byte) layout.getLevelAt(i);
            letters[i] = sentence.charAt(i);
        }
        Bidi.reorderVisually(levels, 0, letters, 0, letters.length);
        return Arrays.stream(letters).map(String::valueOf).collect(Collectors.joining());
    }

    /** Digit work of our own against the JDK's, where the two are meant to agree: any locale, currency and amount. */
    @Test
    void agreesWithTheJdkApartFromCodesAndIndia() {
        long seed = 42;
        SplittableRandom random = new SplittableRandom(seed);
        List<Locale> locales = List.of(NumberFormat.getAvailableLocales());
        List<String> currencies = List.of("USD", "EUR", "JPY", "KWD", "IDR", "THB");
        for (int i = 0; i < 3000; i++) {
            Locale locale = locales.get(random.nextInt(locales.size()));
            if (List.of("ar", "th", "fil").contains(locale.getLanguage())) {
                continue; // Shops there have habits of their own.
            }
            Currency currency = Currency.of(currencies.get(random.nextInt(currencies.size())));
            Money amount = new Money(random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE) >> random.nextInt(60), currency);
            String because = "seed %d, draw %d: %s in %s".formatted(seed, i, amount, locale.toLanguageTag());
            String jdk = jdk(locale, amount);
            String ours = MoneyFormat.of(locale).text(amount);
            if (locale.getCountry().equals("IN")) {
                assertThat(digitsOnly(ours)).as(because).isEqualTo(digitsOnly(jdk));
            } else {
                assertThat(ours.replace("\u00A0", "").replace("\u200E", "")).as(because).isEqualTo(jdk.replace("\u00A0", "").replace("\u200E", ""));
            }
        }
    }

    private static String jdk(Locale locale, Money amount) {
        DecimalFormat format = (DecimalFormat) NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(java.util.Currency.getInstance(amount.currency().code()));
        format.setMinimumFractionDigits(amount.currency().digits());
        format.setMaximumFractionDigits(amount.currency().digits());
        return format.format(amount.major());
    }

    private static String digitsOnly(String text) {
        return text.codePoints()
                .filter(Character::isDigit)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        List<String> tags = List.of("en-US", "ar-EG", "de-DE", "fr-FR", "en-IN", "id-ID", "ja-JP", "xx", "th-TH");
        List<String> alone = page(TestWords.MESSAGES, tags);
        // A fresh set, so that the threads meet empty caches.
        Messages shared = Messages.read(TestWords.FOLDER);
        ExecutorService pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<List<String>>> tasks = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                tasks.add(() -> page(shared, tags));
            }
            for (Future<List<String>> seen : pool.invokeAll(tasks)) {
                assertThat(seen.get()).isEqualTo(alone);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    private static List<String> page(Messages messages, List<String> tags) {
        List<String> page = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            BuyerWords words = messages.in(tags.get(i % tags.size()));
            Money amount = new Money(i * 7919L, Currency.of(i % 2 == 0 ? "USD" : "KWD"));
            page.add(words.money(amount) + words.percent(new Percent(i * 1000)));
        }
        return page;
    }
}
