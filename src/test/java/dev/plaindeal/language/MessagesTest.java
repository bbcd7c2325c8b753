package dev.plaindeal.language;

import static dev.plaindeal.language.TestWords.money;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.money.Percent;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.Severity;
import dev.plaindeal.receipt.Headline;
import dev.plaindeal.weights.ComparisonPrice;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {

    /** A complete file in which every text is its own bare form, with some lines replaced. */
    private static String file(String... replaced) {
        Map<String, String> texts = Arrays.stream(replaced)
                .collect(Collectors.toMap(line -> line.substring(0, line.indexOf('=')), line -> line));
        return Arrays.stream(MessageKey.values())
                .map(key -> texts.getOrDefault(key.key(), key.key() + "=" + key.bare()))
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<String> problems(String file, String text) {
        return Messages.of(Map.of("en.properties", file(), file, text)).problems().stream()
                .map(MessagesTest::line)
                .toList();
    }

    private static String line(Problem problem) {
        return "%s %s: %s. %s".formatted(problem.code(), problem.place().text(), problem.message(), problem.hint()).strip();
    }

    @Test
    void ourOwnFilesAreComplete() {
        assertThat(TestWords.MESSAGES.problems()).isEmpty();
        assertThat(TestWords.MESSAGES.languages())
                .containsExactlyInAnyOrder(
                        "en", "es", "pt-BR", "fr", "de", "id", "ms", "th", "vi", "fil", "ja", "ar", "en-GB", "en-SG", "es-419",
                        "pt-PT");
    }

    @ParameterizedTest
    @EnumSource(MessageKey.class)
    void noSentenceIsBorrowedFromEnglish(MessageKey key) {
        String english = TestWords.MESSAGES.in("en").say(key);
        assertThat(english).isNotBlank();
        // Labels can be loan words, and how a list is put together is punctuation.
        boolean own = key.key().startsWith("headline.") || key.key().matches("(near|choice|needs|reason)\\..*");
        for (String tag : own ? TestWords.WHOLE : List.<String>of()) {
            String text = TestWords.MESSAGES.in(tag).say(key);
            assertThat(text.equals(english)).as("%s: %s", tag, text).isEqualTo(tag.equals("en"));
        }
    }

    @Test
    void aMissingTranslationIsReportedByLanguageAndKey() {
        String text = file().replace("headline.free=free\n", "");
        assertThat(problems("de.properties", text))
                .containsExactly("message-missing de.properties: de has no text for headline.free."
                        + " Buyers see the English text until then.");
    }

    @Test
    void aProblemShowsItsLineAndPointsAtThePlace() {
        Messages messages = Messages.of(Map.of("en.properties", file("headline.none=Pay {pai}.")));
        assertThat(messages.problems().get(0).text()).isEqualTo("""
                en.properties:3:15: error: {pay} is missing from headline.none [message-placeholder-missing]
                    headline.none=Pay {pai}.
                                  ^
                    Buyers see the English text until then.""");
        assertThat(messages.problems()).extracting(Problem::severity).containsOnly(Severity.ERROR);
    }

    @Test
    void aBlankTranslationIsReportedWithItsLineAndEnglishStandsIn() {
        Messages messages = Messages.of(Map.of(
                "en.properties", file("receipt.subtotal=Store"), "de.properties", "# Deutsch\n" + file("receipt.subtotal=  ")));
        assertThat(messages.problems())
                .extracting(MessagesTest::line)
                .containsExactly("message-missing de.properties:8:1: receipt.subtotal is blank in de."
                        + " Buyers see the English text until then.");
        assertThat(messages.in("de").say(MessageKey.SUBTOTAL)).isEqualTo("Store");
    }

    @Test
    void anUnknownKeyGetsTheNearestWord() {
        assertThat(problems("de.properties", "headline.amont=x\n  zzz=y\n" + file()))
                .containsExactly(
                        "message-unknown de.properties:1:1: there is no message headline.amont. Maybe headline.amount?",
                        "message-unknown de.properties:2:3: there is no message zzz.");
    }

    @Test
    void aDuplicateKeyIsReportedAndTheFirstCounts() {
        String text = "receipt.subtotal=Laden\nreceipt.subtotal=Shop\n" + file().replace("receipt.subtotal=subtotal\n", "");
        Messages messages = Messages.of(Map.of("en.properties", file(), "de.properties", text));
        assertThat(messages.problems())
                .extracting(MessagesTest::line)
                .containsExactly("message-duplicate de.properties:2:1: receipt.subtotal is already on line 1. The first one counts; delete one.");
        assertThat(messages.in("de").say(MessageKey.SUBTOTAL)).isEqualTo("Laden");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            headline.none=Zahlen {pai}.     | message-placeholder-unknown de.properties:3:22: there is no placeholder {pai}. Maybe {pay}?
            headline.none=Gratis.           | message-placeholder-missing de.properties:3:15: {pay} is missing from headline.none. Buyers see the English text until then.
            headline.none={pay} {saving}    | message-placeholder-misplaced de.properties:3:21: {saving} has no place in headline.none.
            headline.none={pay} {pay        | message-brace-open de.properties:3:21: a { without its }. Write placeholders like {pay}.
            headline.none={pay} pay}        | message-brace-close de.properties:3:24: a } without its {. Write placeholders like {pay}.
            headline.none={pay} \uFFFD      | message-not-utf-8 de.properties:3:21: a letter was lost when the file was read. Save it as UTF-8.
            """)
    void aFaultySentenceIsReportedAndNeverShown(String line, String problem) {
        List<String> seen = problems("de.properties", file().replace("headline.none={pay}", line));
        assertThat(seen).contains(problem);
        Messages messages = Messages.of(Map.of(
                "en.properties", file("headline.none=Pay {pay}!"), "de.properties", file().replace("headline.none={pay}", line)));
        assertThat(messages.in("de").say(MessageKey.HEADLINE_NONE)).isEqualTo("Pay {pay}!");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            \\u001b[2J{pay}        | de.properties:3:15: the character U+001B
            {pay}<U+202E>x        | de.properties:3:20: the character U+202E
            {pay}\\n::error::x     | de.properties:3:20: the character U+000A
            {pay}<U+0007>         | de.properties:3:20: the character U+0007
            a \\t{pay}             | de.properties:3:17: the character U+0009
            {pay}\\u202ex          | de.properties:3:20: the character U+202E
            {pay}\\uDB40\\uDC41     | de.properties:3:20: the character U+E0041
            {pay}\\uD800           | de.properties:3:20: the character U+D800
            {pay}<U+200B>x        | de.properties:3:20: the character U+200B
            {pay}<U+200F>         | de.properties:3:20: the character U+200F
            {pay}a<U+200D>b       | de.properties:3:21: the character U+200D
            \u0645<U+2067>{pay}    | de.properties:3:16: the character U+2067
            \u0645<U+202B>{pay}    | de.properties:3:16: the character U+202B
            """)
    void charactersThatCannotBeSeenAreRefusedWhereTheyAreWritten(String written, String problem) {
        String text = replaced(written);
        String files = file().replace("headline.none={pay}", "headline.none=" + text);
        assertThat(problems("de.properties", files)).anyMatch(said -> said.contains("message-hidden-character " + problem));
        Messages messages = Messages.of(Map.of("en.properties", file("headline.none=Pay {pay}!"), "de.properties", files));
        assertThat(messages.in("de").say(MessageKey.HEADLINE_NONE)).isEqualTo("Pay {pay}!");
    }

    private static String replaced(String written) {
        return Pattern.compile("<U\\+(....)>").matcher(written)
                .replaceAll(found -> Matcher.quoteReplacement(Character.toString(Integer.parseInt(found.group(1), 16))));
    }

    @Test
    void whatCannotBeSeenIsRefusedInCommentsKeysAndContinuedLinesToo() {
        String text = file().replace("headline.none={pay}", "# \u202e\nheadline.none=a \\\n   b {pay}\\\n \\u001b");
        assertThat(problems("de.properties", text))
                .anyMatch(said -> said.contains("de.properties:3:3: the character U+202E"))
                .anyMatch(said -> said.contains("de.properties:6:2: the character U+001B"));
        assertThat(problems("de.properties", file() + "\nhead\u200bline=x"))
                .anyMatch(said -> said.contains(":5: the character U+200B"));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "\u062a\u062f\u0641\u0639 \u200f{pay}\u200e", "\u062a\\u061c{pay}", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u06cc\u062f {pay}",
        "\u0915\u094d\u200d\u0937 {pay}", "\ud83d\udc68\u200d\ud83d\udc69 {pay}", "\u2764\ufe0f {pay}", "{pay}\u00a0!"
    })
    void whatALanguageNeedsStays(String text) {
        assertThat(problems("ar.properties", file().replace("headline.none={pay}", "headline.none=" + text))).isEmpty();
    }

    @Test
    void everyHeadlineMustNameThePriceUnlessThereIsNone() {
        for (MessageKey key : List.of(MessageKey.HEADLINE_AMOUNT, MessageKey.HEADLINE_PERCENT, MessageKey.HEADLINE_NONE)) {
            assertThat(key.required()).contains(Placeholder.PAY);
        }
        assertThat(MessageKey.HEADLINE_FREE.allows(Placeholder.PAY)).isTrue();
    }

    @Test
    void keysOfEarlierVersionsMayStay() {
        assertThat(problems("de.properties", file() + "receipt.bargain=Schnäppchen\nreceipt.list-price=Listenpreis\n")).isEmpty();
    }

    @Test
    void aFileOfACountrySaysOnlyWhatDiffers() {
        Messages messages = Messages.of(Map.of(
                "en.properties", file("reason.beaten=Beaten", "reason.not-tried=Untried"), "en-GB.properties", "reason.beaten=Outdone\n"));
        assertThat(messages.problems()).isEmpty();
        assertThat(messages.in("en-IE").say(MessageKey.BEATEN)).isEqualTo("Outdone");
        assertThat(messages.in("en-IE").say(MessageKey.NOT_TRIED)).isEqualTo("Untried");
        assertThat(messages.in("en-US").say(MessageKey.BEATEN)).isEqualTo("Beaten");
    }

    @Test
    void inAFolderWhatIsMissingIsWhatTheJarSaysInThatLanguage(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("en.properties"), "receipt.pay=Pay up\n");
        Files.writeString(folder.resolve("de.properties"), "receipt.pay=Macht\n");
        Messages messages = Messages.read(folder);
        assertThat(messages.in("de").say(MessageKey.PAY_LABEL)).isEqualTo("Macht");
        assertThat(messages.in("de").say(MessageKey.SUBTOTAL)).isEqualTo("Zwischensumme");
        assertThat(messages.in("en").say(MessageKey.SUBTOTAL)).isEqualTo("Subtotal");
        assertThat(messages.problems()).extracting(MessagesTest::line)
                .contains("message-missing " + folder + "/de.properties: de has no text for receipt.subtotal."
                        + " Buyers see the text that comes with Plaindeal until then.");
    }

    @Test
    void aPromotionMayHaveANameAndASentenceInEveryLanguage() {
        Messages messages = Messages.of(Map.of(
                "en.properties", file() + "promotion.us-save10.name=Spring ten\npromotion.us-save10.sentence=Ten off.\n",
                "de.properties", file() + "promotion.us-save10.name=Frühlingszehner\n",
                "fr.properties", file()));
        assertThat(messages.in("de").name("us-save10")).contains("Frühlingszehner");
        assertThat(messages.in("de").sentence("us-save10")).contains("Ten off.");
        assertThat(messages.in("fr").name("us-save10")).contains("Spring ten");
        assertThat(messages.in("fr").name("us-save20")).isEmpty();
        assertThat(messages.problems()).extracting(MessagesTest::line).containsExactlyInAnyOrder(
                "message-missing de.properties: de has no text for promotion.us-save10.sentence. Buyers see the English text until then.",
                "message-missing fr.properties: fr has no text for promotion.us-save10.name. Buyers see the English text until then.",
                "message-missing fr.properties: fr has no text for promotion.us-save10.sentence. Buyers see the English text until then.");
        assertThat(messages.ofUnknownPromotions(Set.of("us-save11"))).extracting(MessagesTest::line).contains(
                "message-unknown-promotion de.properties:" + (MessageKey.values().length + 1)
                        + ":1: there is no promotion us-save10. Maybe us-save11?");
        assertThat(messages.ofUnknownPromotions(Set.of("us-save10"))).isEmpty();
    }

    @Test
    void aFileThatIsNoMessageFileIsToldOnce(@TempDir Path rules) throws IOException {
        Path folder = Files.createDirectory(rules.resolve("messages"));
        Files.writeString(folder.resolve("en.properties"), file());
        Files.writeString(folder.resolve("de.properties"), "x\n".repeat(30_000));
        Files.writeString(folder.resolve("fr.properties"), "x\n".repeat(40_000));
        Files.writeString(rules.resolve("secret"), "x=y");
        Files.createSymbolicLink(folder.resolve("es.properties"), rules.resolve("secret"));
        List<Problem> problems = Messages.read(folder).problems();
        assertThat(problems).hasSizeLessThan(200);
        assertThat(problems)
                .extracting(Problem::code)
                .containsOnlyOnce("message-file-too-large", "message-too-many", "message-link");
        assertThat(problems).extracting(Problem::code).doesNotContain("message-missing");
    }

    @Test
    void aFileThatIsNotUtf8IsReportedWithItsPlace(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("en.properties"), file());
        Files.write(folder.resolve("fr.properties"), "# Fran\u00e7ais\n".getBytes(StandardCharsets.ISO_8859_1));
        Files.write(folder.resolve("_de.properties"), new byte[] {(byte) 0xff});
        Messages messages = Messages.read(folder);
        assertThat(messages.problems())
                .extracting(MessagesTest::line)
                .containsExactly("message-not-utf-8 " + folder + "/fr.properties:1:7: the file is not UTF-8 text."
                        + " Save it again as UTF-8. Buyers see English until then.");
        assertThat(messages.in("fr").tag()).isEqualTo("en");
    }

    @Test
    void aByteOrderMarkIsNoPartOfTheFirstKey() {
        assertThat(problems("de.properties", "\uFEFF" + file())).isEmpty();
    }

    @Test
    void aFileNameNoBuyerAsksForIsReported() {
        assertThat(problems("pt_BR.properties", file()))
                .containsExactly("message-file-name pt_BR.properties: no buyer asks for pt_BR."
                        + " Maybe pt-BR.properties?");
        assertThat(problems("in.properties", file())).singleElement().asString().endsWith("Maybe id.properties?");
        assertThat(problems("tl.properties", file())).singleElement().asString().endsWith("Maybe fil.properties?");
        assertThat(problems("german.properties", file()))
                .containsExactly("message-file-name german.properties: german is not the tag of a language."
                        + " Name the file after the language, like pt-BR.properties.");
    }

    @Test
    void withoutEnglishTheNumbersStandAlone() {
        Messages none = Messages.of(Map.of());
        assertThat(none.problems()).extracting(Problem::code).containsExactly("message-file-missing");
        Headline headline =
                Headline.of(money("USD 480.00"), money("USD 432.00"), Optional.empty(), ComparisonPrice.LIST_PRICE, none.in("en-US"));
        assertThat(headline.text()).isEqualTo("$48.00 $432.00");
        assertThat(none.in("de").say(MessageKey.SUBTOTAL)).isEqualTo("subtotal");
    }

    @ParameterizedTest
    @CsvSource({
        "pt-BR, pt-BR", "pt, pt-BR", "pt-PT, pt-PT", "pt-AO, pt-BR", "en-IE, en-GB", "en-PH, en-SG", "es-MX, es-419", "es-ES, es",
        "tl, fil", "tl-PH, fil", "in-ID, id", "id, id", "en-IN, en",
        "EN_us, en", "zh-TW, en", "ko-KR, en", "'', en", "'not a tag!', en", "ar-EG-u-nu-latn, ar", "de-x-private, de"
    })
    void findsTheNearestLanguage(String asked, String spoken) {
        assertThat(TestWords.MESSAGES.in(asked).tag()).isEqualTo(spoken);
    }

    @ParameterizedTest
    @CsvSource({
        "en, $97.39",
        "en-GB, US$97.39",
        "en-ID, US$97.39", // English the JDK has no habits for: international
        "ko-KR, US$97.39",
        "fa-IR, US$97.39", // English words, so no Persian digits
        "hi-IN, $97.39",
        "tl-PH, $97.39",
        "'pt-PT', '97,39␣US$'",
        "'pt', 'US$␣97,39'",
        "'de-US', '97,39␣$'",
        "'ar-EG-u-nu-latn', '⟦٩٧٫٣٩␣US$<lrm>⟧'"
    })
    void writesNumbersAsTheLanguageOfTheSentenceDoes(String tag, String text) {
        assertThat(TestWords.visible(TestWords.MESSAGES.in(tag).money(money("USD 97.39")))).isEqualTo(text);
    }

    @Test
    void aFloodOfTagsIsNotRemembered() {
        for (int i = 0; i < 3000; i++) {
            assertThat(TestWords.MESSAGES.in("en-US-x-a" + i)).isSameAs(TestWords.MESSAGES.in("en-US"));
        }
    }

    @Test
    void percentagesAreIsolatedInArabicOnly() {
        assertThat(TestWords.visible(TestWords.MESSAGES.in("ar").percent(Percent.of("12")))).isEqualTo("⟦١٢٪<alm>⟧");
        assertThat(TestWords.MESSAGES.in("en").percent(Percent.of("12"))).isEqualTo("12%");
    }

    @Test
    void rulesOfSomebodyElseDoNotGetTheNamesOfThePackedOnes(@TempDir Path rules) throws IOException {
        assertThat(Messages.packed().in("de").name("nord-licht-de-lamps-20")).contains("Lampen im Angebot");
        Messages others = Messages.inRules(rules, "rules");
        assertThat(others.in("de").name("nord-licht-de-lamps-20")).isEmpty();
        assertThat(others.in("de").say(MessageKey.SUBTOTAL)).isEqualTo("Zwischensumme");
        assertThat(others.ofUnknownPromotions(Set.of())).isEmpty();
    }

    @Test
    void thePackedFilesAreTheOnesOfTheFolder() {
        Messages packed = Messages.packed();
        assertThat(packed.problems()).isEmpty();
        assertThat(packed.languages()).isEqualTo(TestWords.MESSAGES.languages());
    }
}
