package dev.plaindeal.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.language.TestWords;
import dev.plaindeal.read.BasketReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Bidi;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Baskets as each language's buyers read them. To change them on purpose: run with {@code -Dupdate=true} and read the
 * difference.
 */
class BuyerReceiptsTest {

    private static final Path PAGES = Path.of("src", "test", "resources", "buyer");
    private static final List<String> BASKETS = List.of(
            "article/us-live-three-layers", "codes/gopay-when-paid-by-card", "codes/six-codes-at-once", "gifts/balm-one-cent-short",
            "prior-price/eu-prior-and-now", "layers/platform-coupon-of-two-stores", "promised/cashback", "promised/points", "promised/voucher",
            "promised/cashback-below-its-minimum", "codes/lunch-hour-is-over", "whole-money/twd-179-10-is-paid-as-179",
            "balances/us-points-after-the-discount", "deals/at-most-items/at-most-items-one-more", "codes-by-another-clock/lunch-hour-is-over");
    /** Words that shops of the language use as they are. */
    private static final Set<String> LOAN_WORDS = Set.of("Subtotal", "Shipping fee", "Discount", "Points (500): POINTS20");
    /** Words no other of our languages has. */
    private static final Pattern ENGLISH =
            Pattern.compile("\\b(the|you|your|save|pay|with|nearly|applied|better|these|needed|free|more)\\b", Pattern.CASE_INSENSITIVE);

    private static PromotionEngine engine;
    private static Map<String, PromotionEngine> others;

    @BeforeAll
    static void load() {
        engine = PromotionEngine.load(Path.of("rules"));
        others = Stream.of("whole-money", "balances", "deals/at-most-items", "codes-by-another-clock")
                .collect(Collectors.toMap(folder -> folder, folder -> PromotionEngine.load(Path.of("fixtures", folder, "rules"))));
    }

    private static String page(String tag) {
        return BASKETS.stream().map(name -> "== " + name + "\n" + receipt(name, tag)).collect(Collectors.joining("\n"));
    }

    private static String receipt(String name, String tag) {
        PromotionEngine priced = others.getOrDefault(name.substring(0, name.lastIndexOf('/')), engine);
        return priced.buyerText(priced.evaluate(basket(name, tag)), tag);
    }

    private static Basket basket(String name, String tag) {
        try {
            byte[] text = Files.readAllBytes(Path.of("fixtures", name + ".basket.json"));
            return BasketReader.read(name, text, Instant.EPOCH).basket().orElseThrow().withLocale(tag);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "en-US", "en-GB", "es-ES", "es-MX", "pt-BR", "pt-PT", "fr-FR", "de-DE", "id-ID", "ms-MY", "th-TH", "vi-VN", "fil-PH", "ja-JP", "ar-AE",
        "ar-EG"
    })
    void everyLanguageSaysItsReceiptsAsAgreed(String tag) throws IOException {
        String seen = TestWords.visible(page(tag));
        Path golden = PAGES.resolve(tag + ".txt");
        if (Boolean.getBoolean("update")) {
            Files.createDirectories(PAGES);
            Files.writeString(golden, seen);
        }
        assertThat(seen).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @ValueSource(strings = {"es-ES", "pt-BR", "pt-PT", "fr-FR", "de-DE", "id-ID", "ms-MY", "th-TH", "vi-VN", "fil-PH", "ja-JP", "ar-AE"})
    void noEnglishSentenceIsLeft(String tag) {
        Set<String> english = new HashSet<>(said(page("en-US")));
        english.removeAll(LOAN_WORDS);
        assertThat(said(page(tag))).doesNotContainAnyElementsOf(english).noneMatch(line -> ENGLISH.matcher(line).find()
                && !line.contains("app") && !LOAN_WORDS.contains(line));
    }

    /** The words of each line that says something, without items, names of baskets and amounts. */
    private static List<String> said(String page) {
        return page.lines()
                .filter(line -> !line.startsWith("==") && !line.contains(" × ") && !line.startsWith("---"))
                .map(line -> line.replaceAll("\\h{2,}\\S*[0-9\u0660-\u0669].*$", "").strip())
                .filter(line -> !line.isEmpty())
                .toList();
    }

    /** A right-to-left line holds no stretch that runs over into another: what is isolated is closed again. */
    @Test
    void whatIsIsolatedInArabicIsClosedOnItsLine() {
        page("ar-EG").lines().forEach(line -> {
            assertThat(count(line, "[\u2066-\u2068]")).as(line).isEqualTo(count(line, "\u2069"));
            if (Bidi.requiresBidi(line.toCharArray(), 0, line.length())) {
                assertThat(new Bidi(line, Bidi.DIRECTION_RIGHT_TO_LEFT).baseIsLeftToRight()).as(line).isFalse();
            }
        });
    }

    private static long count(String line, String sign) {
        return Pattern.compile(sign).matcher(line).results().count();
    }

    /** A currency's short form ends in a stop, so that a sentence must not add one. */
    @Test
    void noArabicSentenceEndsInTwoStops() {
        assertThat(page("ar-AE").replaceAll("[\u200E\u200F\u2067-\u2069]", "")).doesNotContain("..");
    }

    @Test
    void theJsonCallsAPromotionAsTheMessagesDo() {
        Receipt receipt = engine.evaluate(basket("article/us-live-three-layers", "fr-FR"));
        assertThat(receipt.applied().get(0).id()).isEqualTo("pearl-house-spend-and-save");
        assertThat(ReceiptJson.pretty(receipt).replaceAll("\\s*\n\\s*", " ")).contains("\"id\" : \"pearl-house-spend-and-save\", "
                + "\"name\" : \"Plus vous achetez, plus vous économisez\", "
                + "\"sentence\" : \"Plus vous dépensez, plus vous économisez.\"");
    }

    @Test
    void theJsonSaysWhatComesLaterInTheBuyersLanguage() {
        Receipt receipt = engine.evaluate(basket("promised/points", "de-DE"));
        assertThat(receipt.later().get(0).message()).startsWith("500 points worth");
        assertThat(receipt.later().get(0).says()).startsWith("Nach dem Kauf erhalten Sie: 500 Punkte (Wert: ");
    }

    @Test
    void theJsonSaysItInTheBuyersLanguageBesideTheEnglishMessage() {
        Receipt receipt = engine.evaluate(basket("codes/six-codes-at-once", "de-DE"));
        assertThat(ReceiptJson.pretty(receipt)).contains(
                "\"says\" : \"Abgelaufen am 31. Oktober 2026.\"", "\"until\" : \"2026-11-01T04:00:00Z\"",
                "\"says\" : \"Ein besseres Angebot wurde angewendet.\"", "\"winners\" : [");
        assertThat(Arrays.asList(ReceiptJson.line(receipt).split("\"message\""))).hasSizeGreaterThan(4);
    }
}
