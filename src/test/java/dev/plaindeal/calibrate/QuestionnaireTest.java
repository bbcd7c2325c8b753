package dev.plaindeal.calibrate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.language.BuyerWords;
import dev.plaindeal.language.Messages;
import dev.plaindeal.score.LayerTerms;
import dev.plaindeal.score.SimplicityRules;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page asks everything in every language, and tells no answer. */
class QuestionnaireTest {

    private static final Pattern GAP = Pattern.compile("\\{[a-z]+}");

    static Stream<String> languages() {
        return QuestionnaireTexts.TAGS.stream();
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void everyLanguageSaysWhatEnglishSays(String tag) {
        QuestionnaireTexts english = QuestionnaireTexts.of("en");
        QuestionnaireTexts texts = QuestionnaireTexts.of(tag);
        assertThat(texts.byKey().keySet()).isEqualTo(english.byKey().keySet());
        texts.byKey().forEach((key, text) -> {
            assertThat(text).as(tag + " " + key).isNotBlank();
            assertThat(gaps(text)).as(tag + " " + key).isEqualTo(gaps(english.byKey().get(key)));
        });
    }

    @Test
    void theLanguagesAreThoseOfReceipts() {
        Messages messages = Messages.packedForOthers();
        assertThat(QuestionnaireTexts.TAGS).hasSize(12).allSatisfy(tag -> assertThat(messages.in(tag).tag()).startsWith(tag));
    }

    @Test
    void conditionsAreAsLongAsTheTermsSay() {
        QuestionnaireTexts english = QuestionnaireTexts.of("en");
        int words = 0;
        for (int i = 1; i <= 3; i++) {
            words += english.fill("card.conditions." + i, java.util.Map.of()).split(" ").length;
            assertThat(words).isEqualTo(CardPool.CONDITION_WORDS.get(i - 1));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"US", "GB", "ID", "KW", "JP", "BR", "CN"})
    void everyCardOfAMarketCanBeShownInEveryLanguage(String market) {
        List<Card> cards = new CardPool(market, SimplicityRules.MARKETS.of(market).reference(), 5).draw(300);
        assertThat(cards).hasSize(300);
        Messages messages = Messages.packedForOthers();
        for (String tag : QuestionnaireTexts.TAGS) {
            QuestionnaireTexts texts = QuestionnaireTexts.of(tag);
            BuyerWords words = messages.in(tag + "-" + market);
            for (Card card : cards) {
                assertThat(CardLines.price(card).in(texts, words)).isNotBlank().doesNotContainPattern(GAP);
                for (LayerTerms layer : card.terms().layers()) {
                    assertThat(CardLines.layer(card, layer)).isNotEmpty().allSatisfy(line ->
                            assertThat(line.in(texts, words)).isNotBlank().doesNotContainPattern(GAP));
                }
            }
        }
    }

    @Test
    void whatIsShownSaysAllThatIsCounted() {
        QuestionnaireTexts texts = QuestionnaireTexts.of("en");
        BuyerWords words = Messages.packedForOthers().in("en-US");
        Card card = new Card("c1", new dev.plaindeal.score.PresentedTerms(
                new dev.plaindeal.score.PresentedContext(dev.plaindeal.score.Numeral.of("47.99"), 1, dev.plaindeal.money.Currency.of("USD"),
                        false, false, false, true, false, dev.plaindeal.score.Select.ALL, "US"),
                List.of(LayerTerms.of(dev.plaindeal.score.LayerKind.PERCENT, "17")
                        .threshold(dev.plaindeal.score.Numeral.of("40")).cap(dev.plaindeal.score.Numeral.of("9"))
                        .activation(dev.plaindeal.score.LayerActivation.CODE).codeLength(8)
                        .reach(dev.plaindeal.score.LayerReach.STORE)
                        .expiry(dev.plaindeal.score.Expiry.WINDOW).foreignZone(true)
                        .exclusions(1).eligibility(1).deferred(true).words(17).build())), java.util.Optional.empty());
        assertThat(CardLines.layer(card, card.terms().layers().get(0)).stream().map(line -> line.in(texts, words).replace('\u202f', ' ')))
                .containsExactly("17% off", "when you spend $40.00 or more", "at most $9.00 off", "with the code BASKET20",
                        "only for items of one store", "from Friday, 6:00 PM to Sunday, 10:00 PM (Korean Time)",
                        "not for gift cards", "only for new customers", "as a credit for your next order",
                        "The offer cannot be exchanged for cash, and each customer can use it only once a day.");
    }

    @Test
    void thePageHoldsThePlanAndNoAnswer() {
        CalibrationPlan plan = PlanMaker.plan("GB", SimplicityRules.MARKETS.of("GB").reference(), SimplicityRules.WEIGHTS, 40, 3);
        String page = QuestionnairePage.of(plan);
        assertThat(page).contains("\"plan\":\"" + plan.id() + "\"").doesNotContain("/*DATA*/", "http:", "https:");
        String data = page.substring(page.indexOf("const plan = "), page.indexOf("const cards = "));
        Set<String> fields = new TreeSet<>();
        Matcher names = Pattern.compile("\"([a-z]+)\":").matcher(data.substring(0, data.indexOf("\"languages\"")));
        while (names.find()) {
            fields.add(names.group(1));
        }
        assertThat(fields).as("neither the price to pay nor which is easier").containsExactly(
                "a", "b", "card", "cards", "decimals", "forms", "header", "id", "items", "lines", "plan");
        plan.items().keySet().forEach(item -> assertThat(data).contains("\"id\":\"" + item + "\""));
    }

    @Test
    void noNameEndsTheScriptItStandsIn() {
        CalibrationPlan plan = PlanMaker.plan("GB", SimplicityRules.MARKETS.of("GB").reference(), SimplicityRules.WEIGHTS, 20, 3);
        String page = QuestionnairePage.of(new CalibrationPlan("gb</script>", plan.market(), plan.seed(), plan.cards(), plan.forms()));
        assertThat(page).contains("\"plan\":\"gb\\u003c/script>\"").doesNotContain("gb</script>");
    }
}
