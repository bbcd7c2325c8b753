package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.Chances;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.drools.TestBuild;
import java.lang.ref.WeakReference;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RuleBookTest {

    private static final String SAVE10 =
            """
            // 10 % off everything for US shoppers from $50, at most $20 off. Paid by the platform.
            package promotions
            import dev.plaindeal.model.*

            rule "us-save10"
            when
                $coupon : PlatformCoupon( code == "SAVE10", market == "US" )
            then
                $coupon.percentOff(10).whenSpending("USD 50").atMost("USD 20")
                       .typedIn().until("2026-12-01", "America/New_York");
            end
            """;

    private static final String TIERS =
            """
            // Pearl House: spend 50 save 5, 100 save 12, in the live room only.
            // Paid by the store.
            package promotions;
            import dev.plaindeal.model.*;
            rule "pearl-tiers" when
                $s : StoreBasket( channel == "live", store in ("pearl", "house"), newBuyer == true, priorOrders < 3 )
            then
                $s.tier("USD 50", "USD 5").tier("USD 100", "USD 12");
                $s.gift("CUP", "A cup");
            end
            """;

    private static Map<String, String> files() {
        return new TreeMap<>(Map.of("promotions/us/us-save10.drl", SAVE10, "promotions/pearl/pearl-tiers.drl", TIERS));
    }

    static Basket basket(String market, String store, String... codes) {
        Currency usd = Currency.of("USD");
        return new Basket(
                "b", market, usd, "en-US", Channel.LIVE, Instant.EPOCH, new Buyer("", true, 0, Set.of("vip")), List.of(),
                List.of(Line.of("1", "sku", store, Money.of("60", usd), 1)), Map.of(), "", List.of(codes), Remaining.UNTOUCHED);
    }

    @ParameterizedTest
    @EnumSource(TestBuild.class)
    void offersWhatMatches(TestBuild build) {
        RuleBook book = build.load(RuleFiles.of(files()));
        assertThat(book.match(Chances.in(basket("US", "pearl", " Save10", "OTHER"))))
                .extracting(Offer::key, Offer::store, Offer::code)
                .containsExactly(
                        tuple("pearl-tiers", "pearl", ""),
                        tuple("pearl-tiers+1", "pearl", ""),
                        tuple("us-save10", "", "SAVE10"));
        assertThat(book.match(Chances.in(basket("GB", "other", "SAVE10")))).isEmpty();
    }

    @Test
    void saysWhatItsCommentSays() {
        RuleBook book = RuleBook.load(RuleFiles.of(files()));
        assertThat(book.promotions().get("pearl-tiers").says())
                .isEqualTo("Pearl House: spend 50 save 5, 100 save 12, in the live room only. Paid by the store.");
        assertThat(book.promotions().get("pearl-tiers").offers().get(0).shown().eligibility())
                .containsExactly("new buyers only", "fewer than 3 earlier orders");
        assertThat(book.warnings()).isEmpty();
    }

    @Test
    void reloadsOnlyWhatChanged() {
        RuleBook book = RuleBook.load(RuleFiles.of(files()));
        Map<String, String> changed = files();
        changed.put("promotions/us/us-save10.drl", SAVE10.replace("percentOff(10)", "percentOff(12)"));
        RuleBook next = book.reloaded(RuleFiles.of(changed));
        assertThat(next.hash()).isNotEqualTo(book.hash());
        assertThat(book.reloaded(RuleFiles.of(files())).hash()).isEqualTo(book.hash());
        assertThat(next.promotions().get("us-save10")).isNotEqualTo(book.promotions().get("us-save10"));
        assertThat(next.promotions().get("pearl-tiers")).isSameAs(book.promotions().get("pearl-tiers"));
    }

    @Test
    void collectsEveryProblem() {
        Map<String, String> broken = files();
        broken.put("promotions/x.drl", "package promotions\nrule \"x\" salience 10 when PlatformBasket( ) then end");
        broken.put("promotions/y.drl", SAVE10.replace("percentOff", "percentOf").replace("\"US\"", "\"UK\""));
        assertThatThrownBy(() -> RuleBook.load(RuleFiles.of(broken)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problems()).hasSizeGreaterThan(4);
                });
    }

    @Test
    void recompilesNothingWhenOnlyWordsChange() {
        RuleBook book = RuleBook.load(RuleFiles.of(files()));
        Map<String, String> changed = files();
        changed.put("promotions/us/us-save10.drl", SAVE10.replace("percentOff(10)", "percentOff(12)"));
        RuleBook next = book.reloaded(RuleFiles.of(changed));
        assertThat(next.shards()).isEqualTo(book.shards());
        changed.put("promotions/us/us-save10.drl", SAVE10.replace("\"US\"", "\"CA\""));
        assertThat(book.reloaded(RuleFiles.of(changed)).shards()).doesNotContainAnyElementsOf(book.shards());
    }

    @Test
    void leavesTheOldBookAsItWas() {
        RuleBook book = RuleBook.load(RuleFiles.of(files()));
        RuleBook next = book.reloaded(RuleFiles.of(Map.of("promotions/pearl/pearl-tiers.drl", TIERS)));
        assertThat(next.match(Chances.in(basket("US", "other", "SAVE10")))).isEmpty();
        assertThat(book.match(Chances.in(basket("US", "other", "SAVE10")))).hasSize(1);
    }

    @Test
    void keepsTheOldBookWhenAReloadFails() {
        RuleBook book = RuleBook.load(RuleFiles.of(files()));
        Map<String, String> broken = files();
        broken.put("promotions/us/us-save10.drl", "broken");
        assertThatThrownBy(() -> book.reloaded(RuleFiles.of(broken))).isInstanceOf(ProblemException.class);
        assertThat(book.match(Chances.in(basket("US", "other", "SAVE10")))).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(TestBuild.class)
    void leavesNothingBehind(TestBuild build) throws InterruptedException {
        WeakReference<RuleBook> gone = new WeakReference<>(build.load(RuleFiles.of(files())));
        for (int i = 0; i < 50 && gone.get() != null; i++) {
            System.gc();
            Thread.sleep(20);
        }
        assertThat(gone.get()).isNull();
    }

    @Test
    void answersManyThreadsAlike() throws Exception {
        RuleBook book = RuleBook.load(RuleFiles.of(new HonestFiles(3).files(300)));
        HonestFiles honest = new HonestFiles(4);
        List<Basket> baskets = Stream.generate(honest::basket).limit(200).toList();
        List<List<Offer>> alone = baskets.stream().map(b -> book.match(Chances.in(b))).toList();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            Callable<List<List<Offer>>> all = () -> baskets.stream().map(b -> book.match(Chances.in(b))).toList();
            for (Future<List<List<Offer>>> answers : threads.invokeAll(List.of(all, all, all, all))) {
                assertThat(answers.get()).isEqualTo(alone);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void refusesOneNameInTwoFiles() {
        Map<String, String> twice = files();
        twice.put("promotions/gb/us-save10.drl", SAVE10);
        assertThatThrownBy(() -> RuleBook.load(RuleFiles.of(twice)))
                .isInstanceOfSatisfying(ProblemException.class, e -> assertThat(e.problems())
                        .extracting(Problem::code, Problem::message)
                        .containsExactly(
                                tuple("name-twice", "there is another rule us-save10 in promotions/gb/us-save10.drl")));
    }

    @Test
    void warnsAboutRulesThatEveryBasketIsTriedAgainst() {
        String all = SAVE10.replace("us-save10", "all").replace("PlatformCoupon( code == \"SAVE10\", market == \"US\" )",
                "PlatformBasket( newBuyer == true )").replace(".typedIn()", "");
        RuleBook book = RuleBook.load(RuleFiles.of(Map.of("promotions/all.drl", all)));
        assertThat(book.warnings())
                .extracting(Problem::code, warning -> warning.place().text())
                .containsExactly(tuple("no-key", "promotions/all.drl:7:5"));
        assertThat(book.match(Chances.in(basket("JP", "x")))).hasSize(1);
    }

    @Test
    void matchesNothingWithoutRules() {
        assertThat(RuleBook.load(RuleFiles.of(Map.of())).match(Chances.in(basket("US", "pearl")))).isEmpty();
    }
}
