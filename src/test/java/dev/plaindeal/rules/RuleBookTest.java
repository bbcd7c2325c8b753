package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.model.Basket;
import dev.plaindeal.model.Buyer;
import dev.plaindeal.model.Chances;
import dev.plaindeal.model.Channel;
import dev.plaindeal.model.Currency;
import dev.plaindeal.model.Line;
import dev.plaindeal.model.Money;
import dev.plaindeal.model.Offer;
import dev.plaindeal.model.Remaining;
import dev.plaindeal.problem.ProblemException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.api.Test;

class RuleBookTest {

    private static final String SAVE10 =
            """
            // 10 % off everything for US shoppers from $50, at most $20 off. Paid by the platform.
            package promotions
            import dev.plaindeal.model.*

            rule "us-save10"
            when
                $coupon : PlatformCoupon( code == "save10", market == "US" )
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
    @EnumSource(Build.class)
    void offersWhatMatches(Build build) {
        RuleBook book = RuleBook.load(RuleFiles.of(files()), build);
        assertThat(book.match(Chances.in(basket("US", "pearl", " Save10", "OTHER"))))
                .extracting(Offer::key, Offer::store, Offer::code)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("pearl-tiers", "pearl", ""),
                        org.assertj.core.groups.Tuple.tuple("pearl-tiers+1", "pearl", ""),
                        org.assertj.core.groups.Tuple.tuple("us-save10", "", "SAVE10"));
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
}
