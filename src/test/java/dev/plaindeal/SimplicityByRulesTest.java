package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Line;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.BasePrice;
import dev.plaindeal.receipt.PromotionScore;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.weights.Markets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Marketing changes rules/simplicity/ and sees the scores move. */
class SimplicityByRulesTest {

    private static final PromotionEngine BEFORE = PromotionEngine.load(RuleTexts.all());

    private static Map<String, String> steps(String from, String to) {
        Map<String, String> texts = RuleTexts.all();
        String steps = texts.get("simplicity/steps.drl");
        assertThat(steps).as("the text that is changed").contains(from);
        texts.put("simplicity/steps.drl", steps.replace(from, to));
        return texts;
    }

    @Test
    void doublingTheWeightOfACodeLowersPromotionsWithACodeAndNoOther() {
        PromotionEngine after = PromotionEngine.load(steps("takes(\"6.15\")", "takes(\"12.30\")"));
        int lowered = 0;
        for (PromotionScore before : BEFORE.scores(Optional.empty())) {
            PromotionScore now = after.scores(Optional.empty()).stream()
                    .filter(s -> s.id().equals(before.id()) && s.market().equals(before.market()))
                    .findFirst()
                    .orElseThrow();
            boolean typed = BEFORE.promotions().get(before.id()).offers().stream()
                    .anyMatch(terms -> terms.shown().activation() == OfferTerms.Activation.TYPE);
            if (typed) {
                assertThat(now.simplicity().score()).as(before.id()).isLessThan(before.simplicity().score());
                lowered++;
            } else {
                assertThat(now.simplicity().score()).as(before.id()).isEqualTo(before.simplicity().score());
            }
        }
        assertThat(lowered).as("promotions with a code").isGreaterThan(1);
    }

    @Test
    void aFactorOfMarketingsOwnIsToldUnderItsOwnName() {
        PromotionEngine after = PromotionEngine.load(steps(
                "$step.takes(\"6.15\")", "$step.adds(\"APP_LINK\", \"2.00\", \"following the link\").takes(\"6.15\")"));
        PromotionScore coupon = after.scores(Optional.empty()).stream()
                .filter(score -> score.id().equals("us-plat5"))
                .findFirst()
                .orElseThrow();
        assertThat(coupon.simplicity().reasons()).anySatisfy(reason -> {
            assertThat(reason.code()).isEqualTo("APP_LINK");
            assertThat(reason.seconds()).isEqualTo(2.0);
            assertThat(reason.message()).isEqualTo("following the link");
        });
    }

    @Test
    void aWeightOutsideSaneBoundsIsAProblemWithItsPlace() {
        assertThatThrownBy(() -> PromotionEngine.load(steps("takes(\"6.15\")", "takes(\"615\")")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("simplicity/steps.drl")
                .hasMessageContaining("at most");
    }

    @Test
    void theArticlesBasketIsTooHardForTheUsAndOneAutomaticAmountIsItsBestFix() throws IOException {
        Receipt receipt = BEFORE.evaluate(basket("fixtures/article/us-live-three-layers.basket.json"));
        assertThat(receipt.look().simplicity().score()).isLessThan(50);
        assertThat(receipt.look().simplicity().fixes().get(0).code()).isEqualTo("ONE_AMOUNT");
        assertThat(receipt.look().simplicity().fixes().get(0).buyerPays().isZero()).isTrue();
    }

    @Test
    void theSameStackIsEasierToTakeInIndonesia() throws IOException {
        Receipt us = BEFORE.evaluate(basket("fixtures/article/us-live-three-layers.basket.json"));
        Receipt id = BEFORE.evaluate(basket("fixtures/article/id-live-three-layers.basket.json"));
        assertThat(id.applied()).hasSize(3);
        assertThat(id.look().simplicity().score()).isGreaterThan(us.look().simplicity().score());
    }

    @Test
    void whichPriceAReductionIsAnnouncedAgainstIsAWord() throws IOException {
        String file = "fixtures/article/us-live-three-layers.basket.json";
        Basket given = basket(file);
        Basket reduced = given.with(given.lines().stream().map(SimplicityByRulesTest::onceCheaper).toList());
        assertThat(BEFORE.evaluate(reduced).look().headline().basis()).isEqualTo(BasePrice.LIST);
        Map<String, String> texts = RuleTexts.all();
        texts.computeIfPresent("simplicity/markets.drl", (path, text) -> text.replace("code in (\"AT\"", "code in (\"US\", \"AT\""));
        Receipt receipt = PromotionEngine.load(texts).evaluate(reduced);
        assertThat(receipt.look().headline().basis()).isEqualTo(BasePrice.PRIOR_PRICE);
        assertThat(receipt.total()).isEqualTo(BEFORE.evaluate(given).total());
    }

    private static Line onceCheaper(Line line) {
        return new Line(line.id(), line.sku(), line.store(), line.categories(), line.brand(), line.tags(), line.unitPrice(),
                Optional.of(line.unitPrice()), line.minimumPrice(), line.quantity(), line.attributes());
    }

    @Test
    void rulesThatSayNothingOfClocksAndLawMeanWhatTheyMeant() {
        Map<String, String> texts = RuleTexts.all();
        texts.computeIfPresent("simplicity/markets.drl", (path, text) -> text.substring(0, text.indexOf("// The European Union"))
                .replaceAll("\\s*\\.timeZones\\(\"[^\"]*\"\\)", ""));
        assertThat(texts.get("simplicity/markets.drl")).doesNotContain("timeZones", "reducedFrom");
        Markets said = RuleBook.load(RuleFiles.of(RuleTexts.all())).markets();
        Markets unsaid = RuleBook.load(RuleFiles.of(texts)).markets();
        for (String market : Locale.getISOCountries()) {
            assertThat(unsaid.setting(market)).as(market).isEqualTo(said.setting(market));
        }
    }

    private static Basket basket(String file) throws IOException {
        return BasketReader.read(file, Files.readAllBytes(Path.of(file)), Instant.EPOCH).orThrow();
    }
}
