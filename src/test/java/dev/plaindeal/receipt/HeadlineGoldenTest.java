package dev.plaindeal.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.language.TestWords;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.weights.MarketSetting;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every language's headlines as a buyer reads them. To change them on purpose: edit {@code rules/messages}, run this, and
 * copy {@code target/headlines.txt} over the golden file after reading the difference.
 */
class HeadlineGoldenTest {

    private static final Path GOLDEN = Path.of("src", "test", "resources", "headlines.txt");
    private static final Path SEEN = Path.of("target", "headlines.txt");

    /** Minor units. The percentage is shown on 5 off 48: 10 is the larger numeral in every currency. */
    private record Case(String tag, String market, String currency, long list, long pay) {
        Headline headline(long fullPrice, long toPay, Optional<Long> prior, String country) {
            Currency money = Currency.of(currency);
            return Headline.of(
                    new Money(fullPrice, money),
                    new Money(toPay, money),
                    prior.map(minor -> new Money(minor, money)),
                    MarketSetting.usual(country).comparison(),
                    TestWords.MESSAGES.in(tag));
        }
    }

    private static final List<Case> CASES = List.of(
            new Case("en-US", "US", "USD", 48000, 43200),
            new Case("en-GB", "GB", "USD", 48000, 43200),
            new Case("en-PH", "PH", "PHP", 129900, 99900),
            new Case("es-ES", "ES", "EUR", 48000, 43200),
            new Case("es-MX", "MX", "MXN", 129900, 99900),
            new Case("es-US", "US", "USD", 129900, 99900),
            new Case("es-CO", "CO", "COP", 129900, 99900),
            new Case("pt-PT", "PT", "EUR", 129900, 99900),
            new Case("pt-BR", "BR", "BRL", 129900, 99900),
            new Case("fr-FR", "FR", "EUR", 129900, 99900),
            new Case("fr-CA", "CA", "CAD", 129900, 99900),
            new Case("de-DE", "DE", "EUR", 129900, 99900),
            new Case("id-ID", "ID", "IDR", 529900, 479900),
            new Case("ms-MY", "MY", "MYR", 11990, 8990),
            new Case("th-TH", "TH", "THB", 159900, 129900),
            new Case("vi-VN", "VN", "VND", 529900, 479900),
            new Case("fil-PH", "PH", "PHP", 129900, 99900),
            new Case("ja-JP", "JP", "JPY", 5980, 5000),
            new Case("ar-AE", "AE", "AED", 129900, 99900),
            new Case("ar-EG", "EG", "USD", 129900, 99900),
            new Case("ar-KW", "KW", "KWD", 129900, 99900),
            new Case("ar-MA", "MA", "USD", 129900, 99900));

    @Test
    void everyLanguageSaysItsHeadlinesAsAgreed() throws IOException {
        String seen = CASES.stream().map(HeadlineGoldenTest::page).collect(Collectors.joining("\n"));
        Files.writeString(SEEN, seen);
        assertThat(seen).isEqualTo(Files.readString(GOLDEN));
    }

    @Test
    void everyLanguageIsAmongTheCases() {
        assertThat(CASES).extracting(c -> TestWords.MESSAGES.in(c.tag()).tag())
                .containsAll(TestWords.MESSAGES.languages());
    }

    private static String page(Case c) {
        long unit = Currency.of(c.currency()).unit();
        Stream<Headline> lines = Stream.of(
                c.headline(c.list(), c.pay(), Optional.empty(), c.market()),
                c.headline(48 * unit, 43 * unit, Optional.empty(), c.market()),
                c.headline(c.list(), c.list(), Optional.empty(), c.market()),
                c.headline(c.list(), 0, Optional.empty(), c.market()),
                c.headline(c.list(), c.pay(), Optional.of(c.list()), "DE"));
        return c.tag() + " " + c.currency() + "\n"
                + lines.map(h -> "  " + h.frame() + ": " + TestWords.visible(h.text()) + "\n")
                        .collect(Collectors.joining());
    }
}
