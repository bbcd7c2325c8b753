package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.receipt.Receipt;
import dev.plaindeal.receipt.ReceiptJson;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.score.PresentedTerms;
import dev.plaindeal.score.TermsReader;
import dev.plaindeal.weights.AudienceChange;
import dev.plaindeal.weights.AudienceChange.AudiencePlace;
import dev.plaindeal.weights.BuyerView;
import dev.plaindeal.weights.ViewAspect;
import dev.plaindeal.weights.ViewSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What buyers see goes by market and channel, as rules say, and is told on the receipt; no price depends on it. */
class AudienceTest {

    private static final String HEAD = "package simplicity\nimport dev.plaindeal.model.*\n";

    private static Map<String, String> texts() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String folder : new String[] {"simplicity", "stacking"}) {
            try (var files = Files.list(Path.of("rules", folder))) {
                for (Path file : files.filter(path -> path.toString().endsWith(".drl")).toList()) {
                    texts.put(folder + "/" + file.getFileName(), Files.readString(file));
                }
            }
        }
        texts.put("promotions/seventeen.drl", "package promotions\nimport dev.plaindeal.model.*\n\nrule \"seventeen\"\nwhen\n"
                + "    $x : PlatformBasket()\nthen\n    $x.percentOff(17);\nend\n");
        return texts;
    }

    private static PromotionEngine engine(String... rules) throws IOException {
        Map<String, String> texts = texts();
        for (int i = 0; i < rules.length; i++) {
            texts.put("simplicity/own" + i + ".drl", HEAD + rules[i]);
        }
        return PromotionEngine.load(texts);
    }

    private static Basket basket(String market, String channel, String currency, String locale) {
        String price = currency.equals("KRW") ? "48000" : "47.99";
        String json = """
                {"basket": "b", "market": "%s", "currency": "%s", "locale": "%s", "channel": "%s", "at": "2026-11-27T12:00:00Z",
                 "stores": [{"id": "s"}], "lines": [{"id": "1", "store": "s", "sku": "a", "category": "c", "unitPrice": "%s", "quantity": 1}]}
                """.formatted(market, currency, locale, channel, price);
        return BasketReader.read("b.json", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).orThrow();
    }

    private static BuyerView seen(PromotionEngine engine, Basket basket) {
        return engine.evaluate(basket).look().audience().orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GB | live             | GBP | en-GB | price to pay shown, subtotal shown, own language, own currency, heard
            FR | shelf            | EUR | fr-FR | price to pay shown, subtotal shown, own language, own currency, read
            US | live             | USD | en-US | price to pay not shown, subtotal not shown, own language, own currency, heard
            US | shelf            | USD | en-US | price to pay not shown, subtotal shown, own language, own currency, read
            US | independent-site | USD | en-US | price to pay not shown, subtotal shown, own language, own currency, read
            ID | short-video      | USD | id-ID | price to pay not shown, subtotal not shown, own language, foreign currency, read
            KR | shelf            | KRW | ko-KR | price to pay not shown, subtotal shown, second language, own currency, read
            CA | shelf            | CAD | fr-CA | price to pay not shown, subtotal shown, own language, own currency, read
            """)
    void isAsSpecifiedUnlessRulesSayOtherwise(String market, String channel, String currency, String locale, String sentence)
            throws IOException {
        assertThat(seen(engine(), basket(market, channel, currency, locale)).sentence()).isEqualTo(sentence);
    }

    /** Folders from before there was a file for it. */
    @Test
    void withoutAFileOfAudiencesItIsTheSame() throws IOException {
        Map<String, String> without = texts();
        without.remove("simplicity/audience.drl");
        PromotionEngine before = PromotionEngine.load(without);
        for (String market : new String[] {"GB", "DE", "US", "ID", "CA"}) {
            for (String channel : new String[] {"live", "short-video", "shelf", "independent-site"}) {
                Basket basket = basket(market, channel, "USD", "en-US");
                assertThat(seen(before, basket)).isEqualTo(seen(engine(), basket));
            }
        }
    }

    @Test
    void theNarrowestRuleHolds() throws IOException {
        PromotionEngine engine = engine(
                "rule \"gb-live\"\nwhen\n    $a : Audience( market == \"GB\", channel == \"live\" )\nthen\n    $a.priceToPay(false);\nend\n",
                "rule \"shelf\"\nwhen\n    $a : Audience( channel == \"short-video\" )\nthen\n    $a.priceToPay(false);\nend\n");
        assertThat(seen(engine, basket("GB", "live", "GBP", "en-GB")).has(ViewAspect.PRICE_TO_PAY)).isFalse();
        assertThat(seen(engine, basket("GB", "short-video", "GBP", "en-GB")).has(ViewAspect.PRICE_TO_PAY)).isTrue();
        assertThat(seen(engine, basket("GB", "shelf", "GBP", "en-GB")).has(ViewAspect.PRICE_TO_PAY)).isTrue();
    }

    @Test
    void twoRulesAsNarrowMustAgreeAndItIsSaidAtLoad() {
        assertThatThrownBy(() -> engine(
                        "rule \"one\"\nwhen\n    $a : Audience( market == \"GB\" )\nthen\n    $a.spoken(true);\nend\n",
                        "rule \"two\"\nwhen\n    $a : Audience( market in (\"GB\", \"US\") )\nthen\n    $a.spoken(false);\nend\n"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("the rule two contradicts the rule one: both say about spoken, and not the same")
                .hasMessageContaining("simplicity/own1.drl");
    }

    @Test
    void aMarketSaysItsCurrenciesAndLanguages() throws IOException {
        PromotionEngine engine = engine("rule \"ca\"\nwhen\n    $m : Market( code == \"CA\" )\nthen\n    $m.currencies(\"CAD, USD\");\nend\n");
        assertThat(seen(engine, basket("CA", "shelf", "USD", "en-CA")).has(ViewAspect.OWN_CURRENCY)).isTrue();
        assertThat(seen(engine, basket("CA", "shelf", "EUR", "en-CA")).has(ViewAspect.OWN_CURRENCY)).isFalse();
    }

    /** 17 % off 47.99: 54 unshown, 85 where the price to pay is shown. */
    @Test
    void itIsSwitchedInTheEngineAndNoPriceMoves() throws IOException {
        PromotionEngine engine = engine();
        Basket basket = basket("US", "shelf", "USD", "en-US");
        Receipt usual = engine.evaluate(basket);
        PromotionEngine other = engine.seenBy(
                new AudienceChange(Optional.of(new AudiencePlace("GB", "")), new ViewSettings(Map.of(ViewAspect.SUBTOTAL, false))));
        Receipt shown = other.evaluate(basket);
        assertThat(usual.look().simplicity().score()).isBetween(53.5, 54.5);
        assertThat(shown.look().simplicity().score()).isBetween(84.5, 85.5);
        assertThat(shown.look().audience().orElseThrow().sentence())
                .isEqualTo("price to pay shown, subtotal not shown, own language, own currency, read");
        assertThat(ReceiptJson.money(shown)).isEqualTo(ReceiptJson.money(usual));
        assertThat(other.seenBy(AudienceChange.NONE).evaluate(basket)).isEqualTo(usual);
    }

    @Test
    void anEngineThatIsReloadedKeepsIt() throws IOException {
        Map<String, String> texts = texts();
        PromotionEngine engine = PromotionEngine.load(texts)
                .seenBy(new AudienceChange(Optional.empty(), new ViewSettings(Map.of(ViewAspect.SPOKEN, true))));
        texts.computeIfPresent("promotions/seventeen.drl", (path, text) -> text.replace("17", "18"));
        assertThat(seen(engine.reloaded(texts), basket("US", "shelf", "USD", "en-US")).has(ViewAspect.SPOKEN)).isTrue();
    }

    @Test
    void termsSayTheirOwnUnlessTheEngineIsToldOtherwise() {
        PromotionEngine engine = PromotionEngine.of(dev.plaindeal.rules.RuleBook.load(RuleFiles.packed()));
        PresentedTerms terms = TermsReader.read(
                        "{\"context\": {\"price\": \"47.99\", \"market\": \"GB\"}, \"layers\": [{\"kind\": \"percent\", \"value\": 17}]}", "t")
                .terms().get(0);
        AudienceChange usual = new AudienceChange(Optional.of(new AudiencePlace("", "")), ViewSettings.NONE);
        assertThat(engine.score(terms).score()).isBetween(53.5, 54.5);
        assertThat(engine.seenBy(usual).score(terms).score()).isBetween(84.5, 85.5);
    }

    /** A promotion for the live rooms of a market that has no words in its language. */
    @Test
    void promotionsAreScoredForTheirAudience() throws IOException {
        PromotionEngine engine = engine();
        assertThat(engine.scores(Optional.of("GB")).get(0).audience().keys())
                .containsExactly("price-to-pay", "subtotal", "own-language", "own-currency");
        assertThat(engine.scores(Optional.of("KR")).get(0).audience().keys()).containsExactly("subtotal", "own-currency");
    }
}
