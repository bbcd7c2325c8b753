package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.basket.Line;
import dev.plaindeal.model.Attribute;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.model.Step;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.read.BasketReader;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.verify.Fixture;
import dev.plaindeal.verify.FixtureFolder;
import dev.plaindeal.weights.MarketSetting;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.Markets;
import dev.plaindeal.weights.StepKind;
import dev.plaindeal.weights.StepWeight;
import dev.plaindeal.weights.Weights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.kie.api.KieBase;

/**
 * Every file that is accepted is a file that Drools itself compiles, unchanged, with both of its builders, and that says the
 * same there: the same offers for every basket, the same policies, weights and markets.
 */
class StockDroolsTest {

    private static final Path RULES = Path.of("rules");

    /** A folder of rules, and the base that holds them, with those of other folders whose rules have other names. */
    record Compiled(RuleBook book, RuleFiles files, KieBase base) {

        Set<String> rules() {
            return Set.copyOf(book.ruleNames());
        }
    }

    @ParameterizedTest
    @EnumSource(StockDrools.class)
    void everyFileCompilesAndSaysTheSame(StockDrools build) {
        Map<Path, Compiled> folders = compiled(build, ruleFolders());
        int baskets = 0;
        int offers = 0;
        for (Fixture fixture : FixtureFolder.read(Path.of("fixtures")).fixtures()) {
            Compiled rules = folders.get(fixture.rules().orElse(RULES));
            offers += sameOffers(rules, basket(fixture), fixture.name());
            baskets++;
        }
        folders.forEach((folder, rules) -> {
            samePolicies(rules, folder);
            sameAttributes(rules);
            sameWeights(rules, folder);
        });
        int files = folders.values().stream().mapToInt(rules -> rules.files().files().size()).sum();
        System.out.printf(
                "stock Drools, %s: %d files in %d folders compiled, %d baskets gave %d offers, 0 differences%n",
                build, files, folders.size(), baskets, offers);
        assertThat(files).isGreaterThan(350);
        assertThat(offers).isGreaterThan(600);
    }

    @ParameterizedTest
    @CsvSource({"CLASSIC, 1000, 20261127", "EXECUTABLE, 150, 20261128"})
    void whateverPeopleWriteCompilesAndSaysTheSame(StockDrools build, int count, long seed) {
        HonestFiles honest = new HonestFiles(seed);
        Map<String, String> texts = honest.files(count);
        RuleFiles files = RuleFiles.of(texts);
        Compiled rules = new Compiled(RuleBook.load(files), files, build.compile(texts));
        int offers = 0;
        for (int i = 0; i < 30; i++) {
            offers += sameOffers(rules, honest.basket(), "seed " + seed + ", basket " + i);
        }
        sameAttributes(rules);
        assertThat(rules.book().attributes().all()).hasSizeGreaterThan(5);
        assertThat(offers).as("offers made in all, seed " + seed).isGreaterThan(count / 2);
    }

    /** A copied template is given another name and a sentence, nothing else. */
    @ParameterizedTest
    @EnumSource(StockDrools.class)
    void everyTemplateCompiles(StockDrools build) throws IOException {
        Map<String, String> texts = new HashMap<>();
        try (Stream<Path> templates = Files.list(RULES.resolve("_templates"))) {
            for (Path template : templates.toList()) {
                texts.put("promotions/" + template.getFileName(), Files.readString(template));
            }
        }
        RuleFiles files = RuleFiles.of(texts);
        Compiled rules = new Compiled(RuleBook.load(files), files, build.compile(texts));
        assertThat(rules.rules()).hasSize(texts.size()).hasSizeGreaterThan(5);
    }

    /** What is said once for all statements may itself be said in several. */
    @ParameterizedTest
    @EnumSource(StockDrools.class)
    void whatHoldsForAllStatementsIsHeardFromEach(StockDrools build) {
        sameForOneBasket(build, """
                $coupon : PlatformCoupon( code == "SAVE10" )
                """, """
                $coupon.limitPerCode(2);
                $coupon.percentOff(10);
                $coupon.whenSpendingMoreThan("USD 5").countingSkus("sku-1").measuredOn("list price");
                $coupon.freeShipping();
                $coupon.whenBuying(1).limitPerBuyer(3).limitInAll(500).budget("USD 900");
                """);
    }

    @ParameterizedTest
    @EnumSource(StockDrools.class)
    void theExamplesOfTheRulesPageCompile(StockDrools build) throws IOException {
        Matcher examples = Pattern.compile("```\nwhen\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(RULES.resolve("README.md")));
        int found = 0;
        while (examples.find()) {
            String when = examples.group(1);
            sameForOneBasket(build, when, when.strip().split(" ")[0] + ".percentOff(10);");
            found++;
        }
        assertThat(found).isEqualTo(4);
    }

    private static void sameForOneBasket(StockDrools build, String when, String then) {
        String text = "package promotions\nimport dev.plaindeal.model.*\nrule \"one\"\nwhen\n" + when + "then\n" + then + "\nend\n";
        Map<String, String> texts = Map.of("promotions/one.drl", text);
        RuleFiles files = RuleFiles.of(texts);
        Compiled rules = new Compiled(RuleBook.load(files), files, build.compile(texts));
        String market = when.contains("\"MY\"") ? "MY" : when.contains("\"GB\"") ? "GB" : "US";
        BasketBuilder basket = Basket.builder("b", market, "USD", Instant.EPOCH).code("SAVE10").code("CLEAR12");
        for (String category : List.of("tea", "cup", "phone", "case")) {
            basket.line(new Line(
                    "l-" + category, "sku-1", "s", category, "acme", new Money(30_000, Currency.of("USD")), Optional.empty(),
                    Optional.empty(), 1));
        }
        assertThat(sameOffers(rules, basket.build(), when)).isPositive();
    }

    private static Map<Path, RuleFiles> ruleFolders() {
        Map<Path, RuleFiles> folders = new LinkedHashMap<>();
        folders.put(RULES, RuleFiles.folder(RULES));
        for (Fixture fixture : FixtureFolder.read(Path.of("fixtures")).fixtures()) {
            fixture.rules().ifPresent(folder -> folders.computeIfAbsent(folder, RuleFiles::folder));
        }
        return folders;
    }

    /** Compiling is slow, so folders whose rules have different names are compiled together. */
    private static Map<Path, Compiled> compiled(StockDrools build, Map<Path, RuleFiles> folders) {
        List<Map<Path, RuleFiles>> together = new ArrayList<>();
        List<Set<String>> names = new ArrayList<>();
        Map<Path, RuleBook> books = new HashMap<>();
        folders.forEach((folder, files) -> {
            RuleBook book = RuleBook.load(files);
            books.put(folder, book);
            int place = 0;
            while (place < names.size() && book.ruleNames().stream().anyMatch(names.get(place)::contains)) {
                place++;
            }
            if (place == names.size()) {
                names.add(new HashSet<>());
                together.add(new LinkedHashMap<>());
            }
            names.get(place).addAll(book.ruleNames());
            together.get(place).put(folder, files);
        });
        Map<Path, Compiled> compiled = new LinkedHashMap<>();
        for (Map<Path, RuleFiles> group : together) {
            Map<String, String> texts = new LinkedHashMap<>();
            group.forEach((folder, files) -> files.files().values().forEach(file -> texts.put(folder + "/" + file.path(), file.text())));
            KieBase base = build.compile(texts);
            group.forEach((folder, files) -> compiled.put(folder, new Compiled(books.get(folder), files, base)));
        }
        return compiled;
    }

    private static Basket basket(Fixture fixture) {
        try {
            byte[] json = Files.readAllBytes(fixture.basket());
            return BasketReader.read(fixture.name(), json, Instant.EPOCH).orThrow();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static int sameOffers(Compiled rules, Basket basket, String what) {
        return sameOffers(rules.book(), StockDrools.offers(rules.base(), rules.rules(), basket, CodeDirectory.NONE), basket, what);
    }

    /** That the book offers what others heard; how many offers these are. */
    static int sameOffers(RuleBook book, List<Offer> heard, Basket basket, String what) {
        List<Offer> ours = book.match(dev.plaindeal.model.Chances.in(basket, CodeDirectory.NONE)).stream()
                .map(offer -> asHeard(offer, book.promotions().get(offer.promotion())))
                .toList();
        List<Offer> theirs = heard.stream().map(StockDroolsTest::withoutCodeLength).toList();
        for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
            assertThat(theirs.get(i)).as(what).isEqualTo(ours.get(i));
        }
        assertThat(theirs).as(what).hasSameSizeAs(ours);
        return ours.size();
    }

    /** Without what the text of its conditions alone tells: how they read, and how long the longest of the codes is. */
    private static Offer asHeard(Offer offer, Promotion promotion) {
        int read = ChanceField.eligibility(promotion.conditions()).size() + promotion.lines().size();
        OfferTerms.Shown shown = offer.terms().shown();
        return withoutCodeLength(shown(offer, shown.eligibility().subList(read, shown.eligibility().size())));
    }

    private static Offer withoutCodeLength(Offer offer) {
        return shown(offer, offer.terms().shown().eligibility());
    }

    private static Offer shown(Offer offer, List<String> eligibility) {
        OfferTerms.Shown shown = offer.terms().shown();
        OfferTerms.Shown other = new OfferTerms.Shown(
                shown.activation(), 0, eligibility, shown.words(), shown.datesShown(), shown.basisStated());
        OfferTerms terms = offer.terms();
        return offer.with(new OfferTerms(
                terms.layer(), terms.reward(), terms.scope(), terms.threshold(), terms.cap(), terms.minimumPrice(), terms.dates(),
                terms.funding(), terms.which(), terms.choices(), other, terms.combining(), terms.limits(), terms.payout()));
    }

    private static void samePolicies(Compiled rules, Path folder) {
        Set<String> markets = new TreeSet<>(rules.book().marketsNamed(RuleFolder.STACKING));
        markets.add("FI");
        for (String market : markets) {
            for (Channel channel : Channel.values()) {
                Policy theirs = policy(rules, market, channel.key());
                assertThat(theirs).as(folder + " " + market + " " + channel).isEqualTo(rules.book().policy(market, channel));
            }
        }
    }

    private static void sameAttributes(Compiled rules) {
        List<Attribute> facts = rules.book().attributes().all().stream().map(declared -> new Attribute(declared.name())).toList();
        StockDrools.tell(rules.base(), rules.rules(), facts);
        assertThat(facts.stream().map(Attribute::toDeclared).toList()).isEqualTo(List.copyOf(rules.book().attributes().all()));
    }

    private static Policy policy(Compiled rules, String market, String channel) {
        Stacking any = new Stacking(Markets.ANY, channel);
        Stacking own = new Stacking(market, channel);
        List<LayerStacking> anyLayers = layers(Markets.ANY, channel);
        List<LayerStacking> ownLayers = layers(market, channel);
        List<Object> facts = new ArrayList<>(anyLayers);
        facts.add(any);
        if (!market.equals(Markets.ANY)) {
            facts.addAll(ownLayers);
            facts.add(own);
        }
        StockDrools.tell(rules.base(), rules.rules(), facts);
        return Stacking.policy(any, own, anyLayers, ownLayers);
    }

    private static List<LayerStacking> layers(String market, String channel) {
        return Arrays.stream(Layer.values()).map(layer -> new LayerStacking(layer, market, channel)).toList();
    }

    private static void sameWeights(Compiled rules, Path folder) {
        if (!rules.book().weighsSteps()) {
            return;
        }
        for (Channel channel : Channel.values()) {
            List<Step> steps = Arrays.stream(StepKind.values()).map(kind -> new Step(kind, "US", channel.key())).toList();
            StockDrools.tell(rules.base(), rules.rules(), steps);
            Weights theirs = Weights.of(steps.stream().map(Step::toWeight).flatMap(Optional<StepWeight>::stream).toList());
            assertThat(theirs).as(folder + " " + channel).usingRecursiveComparison().isEqualTo(rules.book().weights("US", channel));
        }
        Market any = new Market(Markets.ANY);
        List<Market> all = new ArrayList<>(List.of(any));
        Arrays.stream(Locale.getISOCountries()).map(Market::new).forEach(all::add);
        StockDrools.tell(rules.base(), rules.rules(), all);
        Map<String, MarketSetting> settings =
                all.stream().collect(Collectors.toMap(Market::getCode, market -> market.toSetting(any)));
        Markets theirs = Markets.of(all.stream().map(Market::toView).flatMap(Optional<MarketView>::stream).toList()).with(settings);
        assertThat(theirs).as(folder.toString()).usingRecursiveComparison().isEqualTo(rules.book().markets());
    }
}
