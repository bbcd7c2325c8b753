package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.model.Market;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.model.Step;
import dev.plaindeal.model.Word.Often;
import dev.plaindeal.model.Word;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.policy.Conventions;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.price.Ledger;
import dev.plaindeal.price.Outcome;
import dev.plaindeal.price.PricedBasket;
import dev.plaindeal.price.Pricer;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.read.BasketReader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What reads well and would be priced otherwise than its author meant is refused in every word, also in those to come. */
class WordTrapsTest {

    private static final List<String> FACTS =
            List.of("PlatformCoupon", "StoreBasket", "StoreItems", "PlatformShipping", "PlatformBasket");

    static Stream<Method> words() {
        return Sayable.words(PromotionWords.class).stream();
    }

    /** A price of nothing is a gift, from nothing on is a band, a share of nothing leaves all to the other; the rest is free text. */
    private static final Set<String> MAY_BE_NOTHING = Set.of(
            "nowPrice price", "forPrice price", "shippingFor price", "pricedBetween low", "pricedBetween high", "platformPays share",
            "smallPrint words", "order place");

    @ParameterizedTest
    @MethodSource("words")
    void takesNoSavingOfNothing(Method word) {
        String fact = fact(word);
        for (int i = 0; i < word.getParameterCount(); i++) {
            String name = word.getName() + " " + word.getParameters()[i].getName();
            List<String> nothings = word.getParameterTypes()[i] == int.class
                    ? List.of("0")
                    : List.of("\"0%\"", "\"0.0%\"", "\"USD 0\"", "\"USD 0.00\"", "\"USD 5, GBP 0\"", "\"0\"", "\"\"", "\" \"");
            for (String nothing : nothings) {
                List<String> arguments = new ArrayList<>(Sayable.arguments(word));
                arguments.set(i, nothing);
                String said = Sayable.said(word.getName(), arguments);
                boolean text = arguments.get(i).contains("0") && isFreeText(word, i);
                if (!MAY_BE_NOTHING.contains(name) && !text) {
                    assertRefused(fact, Sayable.isSaving(word) ? said : saving(fact, word) + said, word.getName());
                }
            }
        }
    }

    private static boolean isFreeText(Method word, int parameter) {
        return Sayable.arguments(word).get(parameter).matches("\"(tea|students|coins)\"");
    }

    private static void assertRefused(String fact, String statement, String word) {
        List<Problem> problems = Sayable.problems("promotions", Sayable.promotion(fact, statement));
        assertThat(problems).as(statement).isNotEmpty().allSatisfy(problem -> {
            assertThat(problem.place().line()).isEqualTo(Sayable.LINE);
            assertThat(problem.message()).contains(word);
        });
    }

    /** A fact whose promotions can say this word. */
    private static String fact(Method word) {
        return BY_FACT.computeIfAbsent(word, WordTrapsTest::findFact);
    }

    private static String findFact(Method word) {
        return FACTS.stream()
                .filter(fact -> Sayable.isSaving(word)
                        ? Sayable.problems("promotions", Sayable.promotion(fact, Sayable.said(word))).isEmpty()
                        : Sayable.savingFor(fact, Sayable.said(word)).isPresent())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no promotion can say " + Sayable.said(word)));
    }

    private static String saving(String fact, Method word) {
        return SAVINGS.computeIfAbsent(word, one -> Sayable.savingFor(fact, Sayable.said(one)).orElseThrow());
    }

    /** A saving beside which each word is taken. */
    private static final Map<Method, String> SAVINGS = new HashMap<>();

    private static final Map<Method, String> BY_FACT = new HashMap<>();

    @ParameterizedTest
    @MethodSource("words")
    void settlesEachThingOnce(Method word) {
        String fact = fact(word);
        String said = Sayable.said(word);
        String statement = Sayable.isSaving(word) ? said + said : saving(fact, word) + said + said;
        if (word.getAnnotation(Word.class).often() != Often.EACH_COUNTS) {
            assertSaidTwice("promotions", Sayable.promotion(fact, statement), word);
        }
    }

    private static void assertSaidTwice(String folder, String text, Method word) {
        List<Problem> problems = Sayable.problems(folder, text);
        assertThat(problems).as(text).isNotEmpty();
        String line = text.lines().toList().get(Sayable.LINE - 1);
        assertThat(problems.get(0).message()).startsWith(word.getName() + ": ").contains("twice");
        assertThat(problems.get(0).place().column()).isEqualTo(line.lastIndexOf("." + word.getName() + "(") + 2);
    }

    /** Words that settle the same thing together exclude each other as one said twice does. */
    @ParameterizedTest
    @MethodSource("words")
    void settlesNothingThatAnotherWordHasSettled(Method word) {
        words().filter(other -> !other.getName().equals(word.getName()) && !settles(word).isEmpty())
                .filter(other -> settles(other).equals(settles(word)) && often(other) == Often.ONCE && often(word) == Often.ONCE)
                .forEach(other -> {
                    String both = Sayable.said(word) + Sayable.said(other);
                    String fact = fact(word);
                    String statement = Sayable.isSaving(word) ? both : saving(fact, word) + both;
                    assertSaidTwice("promotions", Sayable.promotion(fact, statement), other);
                });
    }

    private static String settles(Method word) {
        return word.getAnnotation(Word.class).settles();
    }

    private static Often often(Method word) {
        return word.getAnnotation(Word.class).often();
    }

    static Stream<Arguments> otherWords() {
        return Stream.of(
                        Map.entry("stacking", Stacking.class),
                        Map.entry("stacking", Stacking.class.getSuperclass()),
                        Map.entry("simplicity", Step.class),
                        Map.entry("simplicity", Market.class))
                .flatMap(speaker -> Sayable.words(speaker.getValue()).stream()
                        .map(word -> Arguments.of(speaker.getKey(), speaker.getValue(), word)));
    }

    /** In one statement and in two: one rule speaks to one thing. */
    @ParameterizedTest
    @MethodSource("otherWords")
    void settlesEachThingOnceInOtherFoldersToo(String folder, Class<?> speaker, Method word) {
        String said = Sayable.said(word);
        assertThat(Sayable.problems(folder, Sayable.rule(folder, speaker, said))).as(said).isEmpty();
        assertSaidTwice(folder, Sayable.rule(folder, speaker, said + said), word);
        List<Problem> apart = Sayable.problems(folder, Sayable.rule(folder, speaker, said, said));
        assertThat(apart).singleElement().satisfies(problem -> {
            assertThat(problem.place().line()).isEqualTo(Sayable.LINE + 1);
            assertThat(problem.message()).startsWith(word.getName() + ": ").contains("twice");
        });
    }

    /** Said without anything said before, these say what holds anyway; over another policy they do not. */
    private static final Set<String> THE_DEFAULT = Set.of("cheapestFirst", "roundOnce", "automatic", "order", "inLayer", "mayFall");

    /** Each saving with each other word: refused in a sentence that names the word, or it makes a difference somewhere. */
    @ParameterizedTest
    @MethodSource("dev.plaindeal.rules.Sayable#savings")
    void everyWordIsRefusedOrMakesADifference(String saving) {
        List<String> facts = FACTS.stream()
                .filter(fact -> Sayable.problems("promotions", Sayable.promotion(fact, saving)).isEmpty())
                .toList();
        assertThat(facts).isNotEmpty();
        for (Method word : words().filter(one -> !Sayable.isSaving(one)).toList()) {
            boolean taken = false;
            boolean differs = THE_DEFAULT.contains(word.getName()) || isWhole(saving) && ROUNDS.contains(word.getName());
            for (String said : Sayable.waysToSay(word)) {
                for (String fact : taken && differs ? List.<String>of() : facts) {
                    List<Problem> problems = Sayable.problems("promotions", Sayable.promotion(fact, saving + said));
                    assertNames(word, saving + said, problems);
                    taken |= problems.isEmpty();
                    differs = differs || problems.isEmpty() && differs(terms(fact, saving), terms(fact, saving + said));
                }
            }
            assertThat(differs || !taken).as("%s says nothing in %s, seed %d", word.getName(), saving, SEED).isTrue();
        }
    }

    /** All of a price, or one item's, leaves nothing to round apart; to change the number should not break the file. */
    private static boolean isWhole(String saving) {
        boolean ofOneItem = saving.equals(".cheapestOff(\"50%\")");
        return ofOneItem || saving.equals(".freeShipping()") || saving.matches("\\.buyGet\\(\\d, \\d\\)");
    }

    private static final Set<String> ROUNDS =
            Set.of("roundEachItem", "roundEachLine", "roundOnce", "roundThePrice", "rounding", "percentOf", "spareCent");

    private static void assertNames(Method word, String statement, List<Problem> problems) {
        assertThat(problems).as(statement).hasSizeLessThan(2).allSatisfy(problem -> {
            assertThat(problem.message()).contains(word.getName());
            assertThat(problem.place().line()).isEqualTo(Sayable.LINE);
        });
    }

    private static OfferTerms terms(String fact, String statement) {
        return Sayable.read("promotions", Sayable.promotion(fact, statement))
                .rules().get(0).promotion().orElseThrow().offers().get(0);
    }

    /** In what is paid by it; or in when it holds, who pays, what is shown, what it goes with, how often, in which layer. */
    private static boolean differs(OfferTerms one, OfferTerms other) {
        return !one.dates().equals(other.dates())
                || !one.funding().equals(other.funding())
                || !one.shown().equals(other.shown())
                || !one.combining().equals(other.combining())
                || !one.limits().equals(other.limits())
                || !one.payout().equals(other.payout())
                || one.layer() != other.layer()
                || BASKETS.stream().anyMatch(basket -> !outcome(basket, one).equals(outcome(basket, other)));
    }

    private static final long SEED = 20261126;

    /** Baskets on which any two terms that differ in what is paid differ: a few of one line, and many of several. */
    private static final List<Basket> BASKETS = baskets();

    private static List<Basket> baskets() {
        List<Basket> baskets = new ArrayList<>(List.of(
                alone("tea", "pearl-house", "9.75"), alone("tea", "pearl-house", "0.84"), alone("tea", "pearl-house", "3.00"),
                alone("tea", "pearl-house", "20.04"), alone("pot", "tea", "9.99"), alone("cup", "pearl-house", "9.99")));
        Random random = new Random(SEED);
        for (int i = 0; i < 200; i++) {
            int most = i % 2 == 0 ? 100 : 1200;
            baskets.add(basket(price(random, most), 1 + random.nextInt(7), price(random, most), 1 + random.nextInt(5), price(random, most),
                    1 + random.nextInt(3), price(random, 1000)));
        }
        return baskets;
    }

    private static String price(Random random, int most) {
        return new Money(1 + random.nextInt(most), Currency.of("USD")).text();
    }

    private static Basket alone(String sku, String store, String price) {
        String json = """
                {"basket": "b", "market": "US", "currency": "USD", "codes": ["TEN"], "shipping": {"%2$s": "3.33"},
                 "lines": [{"sku": "%1$s", "store": "%2$s", "category": "%1$s", "brand": "%1$s", "tags": ["%1$s"], "unitPrice": "%3$s", "priorPrice": "30"}]}"""
                .formatted(sku, store, price);
        return BasketReader.read("b", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).orThrow();
    }

    private static Basket basket(
            String first, int firstItems, String second, int secondItems, String third, int thirdItems, String fee) {
        String json = """
                {"basket": "b", "market": "US", "currency": "USD", "codes": ["TEN"],
                 "lines": [
                  {"sku": "cup", "store": "pearl-house", "category": "cups", "brand": "lotus", "unitPrice": "%s", "quantity": %d},
                  {"sku": "tea", "store": "pearl-house", "category": "tea", "brand": "tea", "unitPrice": "%s", "priorPrice": "30",
                   "quantity": %d},
                  {"sku": "pot", "store": "tea", "category": "pots", "brand": "sala", "unitPrice": "%s", "quantity": %d},
                  {"sku": "lid", "store": "lids", "category": "pots", "brand": "sala", "unitPrice": "2.22", "quantity": 1}],
                 "shipping": {"pearl-house": "3.33", "tea": "3.33", "lids": "%s"}}"""
                .formatted(first, firstItems, second, secondItems, third, thirdItems, fee);
        return BasketReader.read("b", json.getBytes(StandardCharsets.UTF_8), Instant.EPOCH).orThrow();
    }

    /** Behind a tenth off the items and a fifth off the fees, so that the list price and what is left of it differ. */
    private static String outcome(Basket basket, OfferTerms terms) {
        Ledger ledger = PricedBasket.of(basket).open(List.of(Layer.values()));
        if (terms.layer() != Layer.ITEM_PRICE) {
            ledger = after(ledger, terms("PlatformItems", ".percentOff(10).roundEachItem().onlySkus(\"cup, pot, lid\")"));
        }
        ledger = after(ledger, terms("PlatformShipping", ".shippingOff(\"USD 0.37\")"));
        Outcome outcome = Pricer.apply(ledger, new Offer("one", 0, terms, "", ""), conventions(terms), ledger.linePrices()).outcome();
        return outcome instanceof Outcome.Taken taken
                ? taken.discount() + " " + Arrays.toString(taken.byLine()) + Arrays.toString(taken.byFee()) + taken.capped() + taken.givenUp() + taken.added()
                : outcome.toString();
    }

    private static Ledger after(Ledger ledger, OfferTerms terms) {
        return Pricer.apply(ledger, new Offer("before", 0, terms, "", ""), conventions(terms), ledger.linePrices()).ledger();
    }

    private static Conventions conventions(OfferTerms terms) {
        return terms.choices().over(Conventions.DEFAULT);
    }

    /** As people write amounts: the point of thousands is never a point before decimals. */
    @ParameterizedTest
    @CsvSource({"IDR 50.000, IDR 50000", "IDR 1.250.000, IDR 1250000", "IDR 50.00, IDR 50", "EUR 1.000, EUR 1000",
            "'EUR 1,000', EUR 1000", "'EUR 1.000,50', EUR 1000.50", "'EUR 12,99', EUR 12.99", "EUR 1 000, EUR 1000",
            "EUR 1'000, EUR 1000", "'USD 1,000, GBP 800', USD 1000", "50.000 IDR, IDR 50000", "'INR 1,00,000', INR 100000",
            "USD 12.3400, USD 12.34"})
    void everyAmountIsRefusedWithTheNumberProbablyMeant(String written, String meant) {
        for (Method word : words().toList()) {
            for (int i = 0; i < word.getParameterCount(); i++) {
                List<String> arguments = new ArrayList<>(Sayable.arguments(word));
                if (arguments.get(i).startsWith("\"USD ")) {
                    arguments.set(i, '"' + written + '"');
                    String said = Sayable.said(word.getName(), arguments);
                    String fact = fact(word);
                    String statement = Sayable.isSaving(word) ? said : saving(fact, word) + said;
                    assertThat(Sayable.problems("promotions", Sayable.promotion(fact, statement))).as(statement)
                            .singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.hint()).isEqualTo("Maybe " + meant + "?");
                                assertThat(problem.place().line()).isEqualTo(Sayable.LINE);
                            });
                }
            }
        }
    }

    /** No number is taken for another, and none is so large that adding it up could go wrong. */
    @ParameterizedTest
    @MethodSource("words")
    void takesTheLargestNumbersOrRefusesThem(Method word) {
        for (int i = 0; i < word.getParameterCount(); i++) {
            for (String large : List.of("999999999", "\"USD 999999999999\"", "\"USD 9999999999999999999\"", "\"999999999%\"", "\"100.00001%\"")) {
                List<String> arguments = new ArrayList<>(Sayable.arguments(word));
                arguments.set(i, large);
                String said = Sayable.said(word.getName(), arguments);
                String fact = fact(word);
                String statement = Sayable.isSaving(word) ? said : saving(fact, word) + said;
                List<Problem> problems = Sayable.problems("promotions", Sayable.promotion(fact, statement));
                assertThat(problems).as(statement).allSatisfy(problem -> assertThat(problem.place().line()).isEqualTo(Sayable.LINE));
                Optional.of(problems).filter(List::isEmpty).ifPresent(none -> BASKETS.forEach(basket -> outcome(basket, terms(fact, statement))));
            }
        }
    }
}
