package dev.plaindeal.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.Chance;
import dev.plaindeal.model.Chances;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Sessions are asked again and again: nothing of one basket may show in the answer to another, nor stay behind. */
class SessionsTest {

    private static final long SEED = 20261125;
    private static final int RULES = 300;
    private static final int BASKETS = 1500;
    /** More than sessions are kept for. */
    private static final int THREADS = 12;
    private static final List<String> STORES = List.of("a", "b", "c", "d", "e");
    private static final List<String> CODES = List.of("C1", "C2", "C3", "C4", "C5", "C6");
    private static final List<String> MARKETS = List.of("US", "GB", "ID");

    private final Random random = new Random(SEED);

    @ParameterizedTest
    @EnumSource(TestBuild.class)
    void whatIsFoundIsWhatPlainJavaFindsHoweverOftenItIsAsked(TestBuild build) {
        RuleBook book = book(build);
        int found = 0;
        for (int i = 0; i < BASKETS; i++) {
            Basket basket = basket();
            Set<String> names = names(book.match(Chances.in(basket)));
            found += names.size();
            assertThat(names).as("seed %d, basket %d: %s", SEED, i, basket).isEqualTo(byHand(book, basket));
        }
        assertThat(found).isGreaterThan(BASKETS);
    }

    @Test
    void moreThreadsThanSessionsAreKeptForFindTheSame() throws Exception {
        RuleBook book = book(TestBuild.MODEL);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<Integer>> runs = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                List<Basket> baskets = new ArrayList<>();
                for (int n = 0; n < BASKETS; n++) {
                    baskets.add(basket());
                }
                Callable<Integer> run = () -> wrong(book, baskets);
                runs.add(threads.submit(run));
            }
            for (Future<Integer> run : runs) {
                assertThat(run.get()).as("wrong answers, seed %d", SEED).isZero();
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private static int wrong(RuleBook book, List<Basket> baskets) {
        int wrong = 0;
        for (Basket basket : baskets) {
            wrong += names(book.match(Chances.in(basket))).equals(byHand(book, basket)) ? 0 : 1;
        }
        return wrong;
    }

    @ParameterizedTest
    @EnumSource(TestBuild.class)
    void aBookHoldsOnToNoBasket(TestBuild build) throws InterruptedException {
        RuleBook book = book(build);
        WeakReference<Basket> basket = new WeakReference<>(matched(book));
        for (int i = 0; i < 50 && basket.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(basket.get()).isNull();
        assertThat(book.promotions()).hasSize(RULES);
    }

    /** A session that failed still holds the facts of that basket; it must not answer for the next. */
    @ParameterizedTest
    @EnumSource(TestBuild.class)
    void aSessionThatFailedIsNotAskedAgain(TestBuild build) {
        RuleBook book = book(build);
        Basket basket = matched(book);
        Set<String> alone = heard(book, List.copyOf(Chances.in(basket).all()));
        assertThat(alone).isNotEmpty();
        for (int i = 0; i < 3; i++) {
            Basket other = matched(book);
            for (Shard shard : book.shards()) {
                Chances.in(other).all().forEach(chance -> failOn(shard, chance));
            }
            assertThat(heard(book, List.copyOf(Chances.in(basket).all()))).as("seed %d", SEED).isEqualTo(alone);
        }
    }

    private static void failOn(Shard shard, Object fact) {
        try {
            shard.match(List.of(fact), List::of, match -> {
                throw new IllegalStateException("a listener that fails");
            });
        } catch (RuntimeException failed) {
            assertThat(failed).hasStackTraceContaining("a listener that fails");
        }
    }

    /** Which rule was heard to match what, in any shard. */
    private static Set<String> heard(RuleBook book, List<Object> facts) {
        Set<String> heard = new LinkedHashSet<>();
        for (Shard shard : book.shards()) {
            shard.match(facts, List::of, match -> {
                Object fact = match.fact();
                assertThat(facts).as("only what was put in is matched").anyMatch(one -> one == fact);
                heard.add(match.rule() + " " + facts.indexOf(fact));
            });
        }
        return heard;
    }

    private Basket matched(RuleBook book) {
        Basket basket = basket();
        while (book.match(Chances.in(basket)).isEmpty()) {
            basket = basket();
        }
        return basket;
    }

    private static Set<String> names(List<Offer> offers) {
        Set<String> names = new LinkedHashSet<>();
        offers.forEach(offer -> names.add(offer.promotion() + "@" + offer.store() + "/" + offer.code()));
        assertThat(names).hasSameSizeAs(offers);
        return names;
    }

    private static Set<String> byHand(RuleBook book, Basket basket) {
        Set<String> names = new LinkedHashSet<>();
        for (Chance chance : Chances.in(basket).all()) {
            for (Promotion promotion : book.promotions().values()) {
                if (promotion.kind() == chance.kind()
                        && promotion.conditions().stream().allMatch(condition -> chance.meets(condition))) {
                    names.add(promotion.id() + "@" + chance.storeId() + "/" + chance.presentedCode());
                }
            }
        }
        return names;
    }

    private RuleBook book(TestBuild build) {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < RULES; i++) {
            files.put("promotions/p" + i + ".drl", "package promotions\nimport dev.plaindeal.model.*\nrule \"p" + i
                    + "\" when $c : " + pattern() + " then $c.amountOff(\"USD 1\"); end\n");
        }
        return build.load(RuleFiles.of(files));
    }

    private String pattern() {
        String more = more();
        return switch (random.nextInt(5)) {
            case 0 -> "PlatformCoupon( code == \"" + pick(CODES) + "\"" + more + " )";
            case 1 -> "StoreCoupon( code == \"" + pick(CODES) + "\", store == \"" + pick(STORES) + "\"" + more + " )";
            case 2 -> "StoreBasket( store in (\"" + pick(STORES) + "\", \"z\")" + more + " )";
            case 3 -> "StoreItems( store == \"" + pick(STORES) + "\"" + more + " )";
            default -> "PlatformBasket( market == \"" + pick(MARKETS) + "\"" + more + " )";
        };
    }

    private String more() {
        return switch (random.nextInt(7)) {
            case 0 -> ", channel == \"live\"";
            case 1 -> ", channel != \"shelf\"";
            case 2 -> ", newBuyer == true";
            case 3 -> ", priorOrders >= " + random.nextInt(4);
            case 4 -> ", segments contains \"vip\"";
            case 5 -> ", skus contains \"s" + random.nextInt(4) + "\"";
            default -> "";
        };
    }

    private Basket basket() {
        Currency usd = Currency.of("USD");
        List<Line> lines = new ArrayList<>();
        int count = 1 + random.nextInt(4);
        for (int i = 0; i < count; i++) {
            lines.add(Line.of("l" + i, "s" + random.nextInt(4), pick(STORES), new Money(1000, usd), 1));
        }
        Set<String> codes = new LinkedHashSet<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            codes.add(pick(CODES));
        }
        int orders = random.nextInt(4);
        Buyer buyer = new Buyer("", orders == 0 && random.nextBoolean(), orders, random.nextBoolean() ? Set.of("vip") : Set.of());
        Channel channel = Channel.values()[random.nextInt(Channel.values().length)];
        return new Basket("b", pick(MARKETS), usd, "en-US", channel, Instant.EPOCH, buyer, List.of(), lines, Map.of(), "",
                List.copyOf(codes), Remaining.UNTOUCHED);
    }

    private <T> T pick(List<T> some) {
        return some.get(random.nextInt(some.size()));
    }
}
