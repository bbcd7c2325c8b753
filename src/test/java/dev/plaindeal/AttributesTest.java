package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Store;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.ProblemException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A basket tells attributes as the rules declare them, or is not priced. */
class AttributesTest {

    private static final String TIER = """
            package attributes
            import dev.plaindeal.model.*
            rule "member-tier" when $a : Attribute( name == "member-tier" ) then $a.ofBuyer().text("silver, gold").says("member tier"); end
            """;
    private static final String FLOORS = """
            package attributes
            import dev.plaindeal.model.*
            rule "floors" when $a : Attribute( name == "floors" ) then $a.ofBasket().number().says("floors"); end
            """;
    private static final String GOLD = """
            package promotions
            import dev.plaindeal.model.*
            rule "gold" when $basket : PlatformBasket( market == "US", text("member-tier") == "gold" ) then $basket.percentOff(10); end
            """;

    private static Map<String, String> rules() {
        return new HashMap<>(Map.of("attributes/tier.drl", TIER, "attributes/floors.drl", FLOORS, "promotions/gold.drl", GOLD));
    }

    private static Basket basket(Attributes own, Attributes ofBuyer, Attributes ofStore, Attributes ofLine) {
        Line line = Line.of("1", "cup", "pearl", new Money(1_000, Currency.of("USD")), 1).withAttributes(ofLine);
        return Basket.builder("b", "US", "USD", Instant.EPOCH)
                .attributes(own)
                .buyer(Buyer.unknown().withAttributes(ofBuyer))
                .store(Store.local("pearl").withAttributes(ofStore))
                .line(line)
                .build();
    }

    private static Basket ofBuyer(String tier) {
        return basket(Attributes.NONE, Attributes.NONE.with("member-tier", tier), Attributes.NONE, Attributes.NONE);
    }

    private static List<String> refused(PromotionEngine engine, Basket basket) {
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> engine.evaluate(basket));
        assertThat(refused).as("%s", basket).isNotNull();
        ProblemException again = catchThrowableOfType(ProblemException.class, () -> engine.frontier(basket));
        assertThat(again.problems()).isEqualTo(refused.problems());
        return refused.problems().stream()
                .map(problem -> problem.code() + " " + problem.place().pointer() + " " + problem.hint())
                .toList();
    }

    @Test
    void everythingThatIsNotDeclaredSoIsToldWithItsPlace() {
        Attributes slips = Attributes.NONE.with("member-teir", "gold").with("a/b~c", 1);
        Basket basket = basket(
                Attributes.NONE.with("floors", "two"), slips, Attributes.NONE.with("floors", 2), Attributes.NONE.with("x", true));
        assertThat(refused(PromotionEngine.load(rules()), basket)).containsExactly(
                "wrong-type /attributes/floors ",
                "undeclared-attribute /buyer/attributes/a~1b~0c Declare it in a file in attributes/ of the rules, or leave it out of"
                        + " the basket.",
                "undeclared-attribute /buyer/attributes/member-teir Maybe member-tier?",
                "undeclared-attribute /lines/0/attributes/x Declare it in a file in attributes/ of the rules, or leave it out of the"
                        + " basket.",
                "wrong-owner /stores/0/attributes/floors Tell it of the basket.");
        assertThat(refused(PromotionEngine.load(rules()), ofBuyer("goldd")))
                .containsExactly("wrong-value /buyer/attributes/member-tier Maybe gold?");
    }

    @Test
    void aThousandProblemsAreToldAndThatThereAreMoreOnlyWhereThereAre() {
        assertThat(refused(PromotionEngine.load(rules()), mistold(1_000))).hasSize(1_000).noneMatch(one -> one.startsWith("many"));
        assertThat(refused(PromotionEngine.load(rules()), mistold(1_002)))
                .hasSize(1_001)
                .anyMatch(one -> one.startsWith("many-problems"));
    }

    /** So many lines with an attribute nobody declares, and a buyer and basket with what is right. */
    private static Basket mistold(int lines) {
        BasketBuilder basket = Basket.builder("b", "US", "USD", Instant.EPOCH).buyer(ofBuyer("gold").buyer());
        for (int i = 0; i <= lines; i++) {
            Line line = Line.of(String.valueOf(i), "cup", "pearl", new Money(100, Currency.of("USD")), 1);
            basket.line(i == lines ? line : line.withAttributes(Attributes.NONE.with("x", true)));
        }
        return basket.build();
    }

    @Test
    void rulesWithoutAttributesKnowNone() {
        assertThat(refused(PromotionEngine.packed(), ofBuyer("gold"))).hasSize(1);
    }

    @Test
    void aPromotionIsReadAgainWhenWhatItAsksForIsDeclaredOtherwise() {
        PromotionEngine engine = PromotionEngine.load(rules());
        assertThat(engine.evaluate(ofBuyer("gold")).applied()).hasSize(1);
        Map<String, String> without = rules();
        without.put("attributes/tier.drl", TIER.replace("silver, gold", "silver, bronze"));
        ProblemException refused = catchThrowableOfType(ProblemException.class, () -> engine.reloaded(without));
        assertThat(refused.problems()).extracting(problem -> problem.code()).containsExactly("wrong-value");
        Map<String, String> more = rules();
        more.put("attributes/tier.drl", TIER.replace("silver, gold", "silver, gold, ruby"));
        PromotionEngine next = engine.reloaded(more);
        assertThat(next.evaluate(ofBuyer("ruby")).applied()).isEmpty();
        assertThat(next.evaluate(ofBuyer("gold")).applied()).hasSize(1);
    }
}
