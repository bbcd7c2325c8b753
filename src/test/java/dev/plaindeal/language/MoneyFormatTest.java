package dev.plaindeal.language;

import static dev.plaindeal.language.TestWords.money;
import static dev.plaindeal.language.TestWords.visible;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import java.text.DecimalFormat;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
            th-TH  | THB 1299.00    | ฿1,299.00
            vi-VN  | VND 479900     | 479.900␣₫
            ms-MY  | MYR 89.90      | RM89.90
            en-PH  | PHP 499.00     | ₱499.00
            fil-PH | PHP 499.00     | ₱499.00
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
            ar-AE  | AED 1299.00    | ١٬٢٩٩٫٠٠␣د.إ.<rlm>
            ar-KW  | KWD 1.250      | ١٫٢٥٠␣د.ك.<rlm>
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
            en-US | 100  | 100%
            en-US | 0    | 0%
            """)
    void writesPercentagesAsTheLocaleDoes(String tag, String percent, String text) {
        assertThat(visible(MoneyFormat.of(Locale.forLanguageTag(tag)).text(Percent.of(percent)))).isEqualTo(text);
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
            Currency currency = Currency.of(currencies.get(random.nextInt(currencies.size())));
            Money amount = new Money(random.nextLong(Long.MIN_VALUE, Long.MAX_VALUE) >> random.nextInt(60), currency);
            String because = "seed %d, draw %d: %s in %s".formatted(seed, i, amount, locale.toLanguageTag());
            String jdk = jdk(locale, amount);
            String ours = MoneyFormat.of(locale).text(amount);
            if (locale.getCountry().equals("IN")) {
                assertThat(digitsOnly(ours)).as(because).isEqualTo(digitsOnly(jdk));
            } else {
                assertThat(ours.replace("\u00A0", "")).as(because).isEqualTo(jdk.replace("\u00A0", ""));
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
