package dev.plaindeal.receipt;

import static dev.plaindeal.language.TestWords.MESSAGES;
import static dev.plaindeal.language.TestWords.money;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.Frame;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.money.Percent;
import dev.plaindeal.weights.ComparisonPrice;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HeadlineTest {

    private static final BuyerWords ENGLISH = MESSAGES.in("en-US");

    private static Headline outsideEu(String list, String pay) {
        return Headline.of(money(list), money(pay), Optional.empty(), ComparisonPrice.LIST_PRICE, ENGLISH);
    }

    private static Headline inGermany(String list, String pay, String prior) {
        return Headline.of(money(list), money(pay), Optional.of(money(prior)), ComparisonPrice.LOWEST_OF_30_DAYS, ENGLISH);
    }

    @ParameterizedTest
    @CsvSource({
        "USD 480.00, USD 432.00, AMOUNT", // 48 against 10
        "USD 48.00, USD 43.20, PERCENT", // 4.80 against 10
        "USD 100.00, USD 88.00, AMOUNT", // 12 against 12: a tie goes to the money
        "USD 100.01, USD 88.02, AMOUNT", // 11.99 against 11: compared as printed
        "USD 99.00, USD 87.00, AMOUNT", // 12 against 12 (12.12 rounded down)
        "USD 92.00, USD 80.00, PERCENT", // 12 against 13
        "USD 47.99, USD 47.90, AMOUNT", // 0.09 against 0: never "0%"
        "JPY 99, JPY 98, AMOUNT", // 1 against 1
        "JPY 90, JPY 80, PERCENT", // 10 against 11
        "JPY 5980, JPY 5000, AMOUNT",
        "IDR 500000, IDR 450000, AMOUNT", // 50000 against 10
        "KWD 9.000, KWD 4.500, PERCENT", // 4.5 against 50
        "KWD 120.000, KWD 60.000, AMOUNT",
        "USD 47.99, USD 0.00, FREE",
        "USD 47.99, USD 47.99, NONE",
        "USD 47.99, USD 50.00, NONE",
        "USD 0.00, USD 0.00, NONE",
        "USD 0.00, USD 4.99, NONE"
    })
    void theLargerNumeralWins(String list, String pay, Frame frame) {
        assertThat(outsideEu(list, pay).frame()).isEqualTo(frame);
    }

    @ParameterizedTest
    @CsvSource({
        "USD 100.00, USD 87.01, 12", // 12.99 %
        "USD 100.00, USD 87.00, 13",
        "USD 47.99, USD 41.76, 12", // 12.98 %
        "USD 47.99, USD 47.90, 0",
        "USD 47.99, USD 0.01, 99", // 99.98 %: not free
        "USD 47.99, USD 0.00, 100",
        "IDR 9223372036854775807, IDR 1, 99",
        "IDR 9223372036854775807, IDR 4611686018427387904, 49"
    })
    void percentIsRoundedDown(String list, String pay, String percent) {
        assertThat(outsideEu(list, pay).percent()).isEqualTo(Percent.of(percent));
    }

    @Test
    void twoPercentagesAreOneNetEffect() {
        // 20 % then 25 % off 100 leaves 60: 40 % off, not 45.
        Headline headline = outsideEu("USD 100.00", "USD 60.00");
        assertThat(headline.percent()).isEqualTo(Percent.of("40"));
        assertThat(headline.text()).isEqualTo("Save $40.00. You pay $60.00.");
    }

    @Test
    void inTheEuThePriorPriceIsTheBasis() {
        Headline headline = inGermany("EUR 100.00", "EUR 60.00", "EUR 80.00");
        assertThat(headline.basis()).isEqualTo(BasePrice.PRIOR_PRICE);
        assertThat(headline.saving()).isEqualTo(money("EUR 20.00"));
        assertThat(headline.percent()).isEqualTo(Percent.of("25"));
        assertThat(headline.text())
                .isEqualTo("Save 25%. You pay €60.00. Lowest price in the 30 days before the reduction: €80.00.");
    }

    /** 100.00 of goods that stood at 80.00, for 60.00, and 4.90 for shipping: 20.00 of 80.00 is saved, whatever shipping costs. */
    @Test
    void thePriorPriceAndThePercentageAreOfGoodsWithoutShipping() {
        Prices prices = new Prices(money("EUR 104.90"), money("EUR 64.90"), money("EUR 60.00"), money("EUR 0.00"), Optional.of(money("EUR 80.00")));
        Headline headline = Headline.of(prices, ComparisonPrice.LOWEST_OF_30_DAYS, ENGLISH);
        assertThat(headline.saving()).isEqualTo(money("EUR 20.00"));
        assertThat(headline.percent()).isEqualTo(Percent.of("25"));
        assertThat(headline.prior()).contains(money("EUR 80.00"));
        assertThat(headline.bargain()).isEqualTo(Bargain.of(money("EUR 20.00"), money("EUR 80.00")));
        assertThat(headline.text())
                .isEqualTo("Save 25%. You pay €64.90. Lowest price in the 30 days before the reduction: €80.00.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"EUR 60.00", "EUR 59.99", "EUR 0.00"})
    void aPriorPriceNotAboveThePriceForbidsTheAnnouncement(String prior) {
        Headline headline = inGermany("EUR 100.00", "EUR 60.00", prior);
        assertThat(headline.frame()).isEqualTo(Frame.NONE);
        assertThat(headline.saving().isZero()).isTrue();
        assertThat(headline.percent()).isEqualTo(new Percent(0));
        assertThat(headline.text()).isEqualTo("You pay €60.00.");
    }

    @Test
    void freeInTheEuNamesThePriorPrice() {
        assertThat(inGermany("EUR 10.00", "EUR 0.00", "EUR 9.00").text())
                .isEqualTo("Free! You save €9.00. "
                        + "Lowest price in the 30 days before the reduction: €9.00.");
    }

    @Test
    void outsideTheEuThePriorPriceIsIgnored() {
        Headline headline = Headline.of(
                money("USD 100.00"), money("USD 60.00"), Optional.of(money("USD 50.00")), ComparisonPrice.LIST_PRICE, ENGLISH);
        assertThat(headline.basis()).isEqualTo(BasePrice.LIST);
        assertThat(headline.saving()).isEqualTo(money("USD 40.00"));
    }

    @Test
    void inTheEuWithoutAPriorPriceTheListPriceIsTheBasis() {
        Headline headline =
                Headline.of(money("EUR 100.00"), money("EUR 60.00"), Optional.empty(), ComparisonPrice.LOWEST_OF_30_DAYS, ENGLISH);
        assertThat(headline.basis()).isEqualTo(BasePrice.LIST);
        assertThat(headline.text()).isEqualTo("Save €40.00. You pay €60.00.");
    }

    @Test
    void pricesBelowZeroAndMixedCurrenciesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> outsideEu("USD 10.00", "USD -1.00"))
                .withMessage("a price is never below zero: USD -1.00");
        assertThatIllegalArgumentException().isThrownBy(() -> outsideEu("USD -10.00", "USD 1.00"));
        assertThatIllegalArgumentException().isThrownBy(() -> inGermany("EUR 10.00", "EUR 1.00", "EUR -1.00"));
        assertThatThrownBy(() -> outsideEu("EUR 10.00", "USD 1.00")).isInstanceOf(ArithmeticException.class);
    }

    /** For any prices, language and market: the price to pay is said, nothing is blank, and the sum is right. */
    @Test
    void payIsAlwaysInTheTextAndSavingPlusPayIsTheBasis() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> tags = List.of(
                "en-US", "es-MX", "pt-PT", "fr-FR", "de-CH", "id-ID", "ms", "th-TH", "vi-VN", "tl-PH", "ja", "ar-EG", "ko", "");
        List<String> currencies = List.of("USD", "JPY", "IDR", "KWD", "EUR");
        List<ComparisonPrice> laws = List.of(ComparisonPrice.values());
        for (int i = 0; i < 5000; i++) {
            Currency currency = Currency.of(pick(currencies, random));
            Money list = new Money(random.nextLong(200_000), currency);
            Money pay = new Money(random.nextInt(10) == 0 ? 0 : random.nextLong(200_000), currency);
            Optional<Money> prior = random.nextBoolean()
                    ? Optional.of(new Money(random.nextLong(200_000), currency))
                    : Optional.empty();
            BuyerWords words = MESSAGES.in(pick(tags, random));
            Headline headline = Headline.of(list, pay, prior, pick(laws, random), words);
            String because = "seed %d, draw %d: %s".formatted(seed, i, headline);
            Money base = headline.basis() == BasePrice.LIST ? list : prior.orElseThrow();

            assertThat(headline.text()).as(because).doesNotContain("{", "}");
            if (headline.frame() != Frame.FREE) {
                assertThat(headline.text()).as(because).contains(words.money(pay));
            }
            assertThat(headline.pay()).as(because).isEqualTo(pay);
            if (headline.frame() == Frame.NONE) {
                assertThat(headline.saving().isZero()).as(because).isTrue();
                assertThat(base).as(because).isLessThanOrEqualTo(pay);
            } else {
                assertThat(headline.saving().plus(pay)).as(because).isEqualTo(base);
                assertThat(headline.percent().millionths() * base.minor())
                        .as(because)
                        .isLessThanOrEqualTo(1_000_000 * headline.saving().minor());
            }
        }
    }

    private static <T> T pick(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}
