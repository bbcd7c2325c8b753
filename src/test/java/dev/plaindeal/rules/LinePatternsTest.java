package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.BasketBuilder;
import dev.plaindeal.basket.CodeDirectory;
import dev.plaindeal.basket.Line;
import dev.plaindeal.model.Chances;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.offer.Offer;
import dev.plaindeal.rules.drools.TestBuild;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules that ask for lines of the basket behind their first pattern, in every build and in stock Drools. */
class LinePatternsTest {

    private static final String NOT_REDUCED = "not Line( reduced == true )";
    private static final String PHONE_AND_CASE =
            "$phone : Line( category == \"phone\" )\n    exists Line( category == \"case\", brand == $phone.brand )";
    private static final String TEA_WITHOUT_MUG = "exists Line( category == \"tea\" )\n    not Line( categories contains \"mug\" )";
    private static final String SECOND_STORE = "$one : Line()\n    exists Line( store != $one.store, quantity > $one.quantity )";
    private static final String NO_PHONE_ALONE =
            "$phone : Line( category == \"phone\" )\n    not Line( category == \"case\", brand == $phone.brand )";
    private static final String FOUR =
            "$a : Line( category == \"tea\" )\n    $b : Line( brand == $a.brand, id != $a.id )\n    exists Line( store == $b.store, sku == $a.sku )";

    private static String rule(String lines) {
        return """
                // Ten percent off.
                package promotions
                import dev.plaindeal.model.*

                rule "joined"
                when
                    $basket : PlatformBasket( market == "US" )
                    %s
                then
                    $basket.percentOff(10);
                end
                """.formatted(lines);
    }

    /** Lines as category:brand:store:quantity, a reduced one with a star behind. */
    private static Basket basket(String lines) {
        Currency dollars = Currency.of("USD");
        BasketBuilder builder = Basket.builder("b", "US", "USD", Instant.EPOCH);
        int i = 0;
        for (String line : lines.split(" ")) {
            String[] parts = line.replace("*", "").split(":", -1);
            Optional<Money> prior = line.endsWith("*") ? Optional.of(new Money(1_500, dollars)) : Optional.empty();
            builder.line(new Line("l" + i++, "sku-" + parts[0], parts[2], List.of(parts[0].split("[+]")), parts[1], Set.of(),
                    new Money(1_000, dollars), prior, Optional.empty(), Integer.parseInt(parts[3]), Attributes.NONE));
        }
        return builder.build();
    }

    private static String text(String name) {
        return switch (name) {
            case "not reduced" -> NOT_REDUCED;
            case "phone and case" -> PHONE_AND_CASE;
            case "tea without mug" -> TEA_WITHOUT_MUG;
            case "more from a second store" -> SECOND_STORE;
            case "a phone without its case" -> NO_PHONE_ALONE;
            case "four" -> FOUR;
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @CsvSource({
        "not reduced, tea:x:s:1, true",
        "not reduced, tea:x:s:1 tea:x:s:1*, false",
        "phone and case, phone:acme:s:1 case:acme:t:1, true",
        "phone and case, phone:acme:s:1 case:other:s:1, false",
        "phone and case, phone:acme:s:1 phone:other:s:1 case:other:s:1, true",
        "phone and case, case:acme:s:1, false",
        "tea without mug, tea:x:s:1 pot:x:s:1, true",
        "tea without mug, tea:x:s:1 pot+mug:x:s:1, false",
        "more from a second store, a:x:s:1 b:x:t:2, true",
        "more from a second store, a:x:s:1 b:x:t:1, false",
        "more from a second store, a:x:s:1 b:x:s:2, false",
        "a phone without its case, phone:acme:s:1 case:other:s:1, true",
        "a phone without its case, phone:acme:s:1 case:acme:s:1, false",
        "a phone without its case, phone:acme:s:1 case:acme:s:1 phone:b:s:1, true",
        "four, tea:x:s:1 tea:x:s:1, true",
        "four, tea:x:s:1, false",
        "four, tea:x:s:1 mug:x:t:1, false"
    })
    void matchOnceWhereTheyHold(String name, String lines, boolean holds) {
        matchOnce(text(name), basket(lines), holds);
    }

    private static void matchOnce(String asked, Basket basket, boolean holds) {
        Map<String, String> files = Map.of("promotions/joined.drl", rule(asked));
        for (TestBuild build : TestBuild.values()) {
            List<Offer> offers = build.load(RuleFiles.of(files)).match(Chances.in(basket));
            assertThat(offers).as(build + ": " + asked).hasSize(holds ? 1 : 0);
        }
        for (StockDrools build : StockDrools.values()) {
            List<Offer> offers = StockDrools.offers(build.compile(files), Set.of("joined"), basket, CodeDirectory.NONE);
            assertThat(offers).as("stock " + build + ": " + asked).hasSize(holds ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "exists Line( pricedFrom(\"USD 10\") == true ) | true",
        "exists Line( pricedFrom(\"USD 10.01\") == true ) | false",
        "exists Line( pricedTo(\"USD 10\") == true ) | true",
        "exists Line( pricedTo(\"USD 9.99\") == true ) | false",
        "exists Line( pricedTo(\"USD 9.99\") == false ) | true",
        "exists Line( pricedTo(\"USD 9.99\") != false ) | false",
        "not Line( pricedFrom(\"USD 10\") == true ) | false",
        "not Line( pricedFrom(\"USD 10\") == false ) | true",
        "exists Line( pricedFrom(\"GBP 5\") == true ) | false",
        "exists Line( pricedTo(\"GBP 50\") == true ) | false",
        "exists Line( pricedFrom(\"GBP 50, USD  10.0\") == true, pricedTo(\"USD 10\") == true ) | true",
        "$a : Line( pricedTo(\"USD 10\") == true ) exists Line( id != $a.id, pricedFrom(\"USD 10\") == true ) | true"
    })
    void askForThePriceOfOneItem(String lines, boolean holds) {
        matchOnce(lines, basket("tea:x:s:3 cup:x:s:1"), holds);
    }

    @Test
    void sayWhatTheyAskForToTheBuyer() {
        String lines = String.join("\n    ", PHONE_AND_CASE, NOT_REDUCED,
                "exists Line( brand != \"\", pricedFrom(\"USD 300\") == true, pricedTo(\"USD 900, GBP 800\") == false )");
        RuleBook book = RuleBook.load(RuleFiles.of(Map.of("promotions/joined.drl", rule(lines))));
        assertThat(book.promotions().get("joined").offers().get(0).shown().eligibility()).containsExactly(
                "only with an item whose category is phone",
                "only with an item whose category is case and whose brand is the other item's brand",
                "only without an item that is reduced",
                "only with an item whose brand is known and that costs USD 300.00 or more and that does not cost "
                        + "GBP 800.00, USD 900.00 or less");
    }

    @Test
    void areReportedWhereTheyGoWrong() {
        List<String> wrong = new ArrayList<>(List.of(
                "exists Store( store == \"x\" )", "exists Line( colour == \"red\" )", "exists Line( brand == $tea.brand )",
                "$basket : Line( )", "exists Line( quantity == $basket.market )", "exists $x : Line( )", "exists ( Line( ) )",
                "Line( category == \"tea\" )", "exists Line( category contains \"tea\" )", "exists Line( quantity > \"1\" )",
                "exists Line( ) exists Line( ) exists Line( ) exists Line( ) exists Line( ) exists Line( )",
                "exists Line( brand == $basket.getClass() )", "exists Line( brand == $basket.brands.size )",
                "exists Line( brand in ($basket.market) )", "forall( Line( ) )", "exists Line( ) or exists Line( )",
                "eval( true )", "$x : Line( $b : brand )", "$x : Line( ) from $basket.lines", "not not Line( )"));
        for (String lines : wrong) {
            assertThatThrownBy(() -> RuleBook.load(RuleFiles.of(Map.of("promotions/joined.drl", rule(lines)))))
                    .as(lines)
                    .isInstanceOf(dev.plaindeal.problem.ProblemException.class);
        }
    }
}
