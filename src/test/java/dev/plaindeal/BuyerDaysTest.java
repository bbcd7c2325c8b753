package dev.plaindeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Attributes;
import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.Receipt;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Days on which a promotion holds for one buyer, counted from a day the host tells of the buyer. */
class BuyerDaysTest {

    private static final String ZONE = "America/New_York";

    private static final String ISSUED = """
            package attributes
            import dev.plaindeal.model.*

            rule "issued"
            when
                $attribute : Attribute( name == "issued" )
            then
                $attribute.%s.says("issued");
            end
            """;

    private static PromotionEngine engine(String words) {
        return engine(words, ISSUED.formatted("ofBuyer().day()"));
    }

    private static PromotionEngine engine(String words, String attribute) {
        return PromotionEngine.load(Map.of(
                "attributes/issued.drl", attribute,
                "promotions/ten.drl", """
                        package promotions
                        import dev.plaindeal.model.*

                        rule "ten"
                        when
                            $it : PlatformCoupon( code == "TEN", market == "US" )
                        then
                            $it.percentOff(10)%s;
                        end
                        """.formatted(words)));
    }

    private static Basket basket(Attributes told, String at) {
        return Basket.builder("b", "US", "USD", OffsetDateTime.parse(at).toInstant())
                .buyer(new Buyer("ann", false, 0, Set.of()).withAttributes(told))
                .line("cup", "pearl", "10.00", 1)
                .code("TEN")
                .build();
    }

    private static Receipt evaluate(String words, String day, String at) {
        return engine(words).evaluate(basket(Attributes.NONE.with("issued", day), at));
    }

    private static String outcome(String words, String day, String at) {
        Receipt receipt = evaluate(words, day, at);
        return receipt.applied().isEmpty() ? receipt.rejected().get(0).reason() : "kept";
    }

    @Test
    void countsTheDayToldAsTheFirstAndEndsWithTheLastByTheClocksOfItsZone() {
        String words = ".validForDays(30, \"issued\", \"" + ZONE + "\")";

        assertThat(outcome(words, "2026-11-01", "2026-10-31T23:59:59-04:00")).isEqualTo("not-started");
        assertThat(outcome(words, "2026-11-01", "2026-11-01T00:00:00-04:00")).isEqualTo("kept");
        assertThat(outcome(words, "2026-11-01", "2026-11-30T23:59:59-05:00")).isEqualTo("kept");
        assertThat(outcome(words, "2026-11-01", "2026-12-01T00:00:00-05:00")).isEqualTo("ended");
    }

    @Test
    void holdsInTheMonthOfTheDayInEveryYear() {
        String words = ".inMonthOf(\"issued\", \"" + ZONE + "\")";

        assertThat(outcome(words, "1990-12-31", "2026-11-30T23:59:59-05:00")).isEqualTo("not-started");
        assertThat(outcome(words, "1990-12-31", "2026-12-01T00:00:00-05:00")).isEqualTo("kept");
        assertThat(outcome(words, "1990-12-31", "2026-12-31T23:59:59-05:00")).isEqualTo("kept");
        assertThat(evaluate(words, "1990-12-31", "2027-01-01T00:00:00-05:00").rejected().get(0).message())
                .contains("1 Dec 2027");
    }

    @Test
    void keeps29FebruaryOn28FebruaryInYearsThatHaveNone() {
        String words = ".onDayOf(\"issued\", \"" + ZONE + "\")";

        assertThat(outcome(words, "2000-02-29", "2027-02-28T12:00:00-05:00")).isEqualTo("kept");
        assertThat(outcome(words, "2000-02-29", "2027-03-01T00:00:00-05:00")).isEqualTo("not-started");
        assertThat(outcome(words, "2000-02-29", "2028-02-28T23:59:59-05:00")).isEqualTo("not-started");
        assertThat(outcome(words, "2000-02-29", "2028-02-29T00:00:00-05:00")).isEqualTo("kept");
    }

    @Test
    void holdsNoLongerThanThePromotionAndSaysNextYearWhereItBeginsAfterTheMonth() {
        String until = ".until(\"2026-11-10\", \"" + ZONE + "\")";
        String from = ".from(\"2026-12-01\", \"" + ZONE + "\")";

        assertThat(outcome(until + ".validForDays(30, \"issued\", \"" + ZONE + "\")", "2026-11-01", "2026-11-10T00:00:00-05:00"))
                .isEqualTo("ended");
        assertThat(evaluate(from + ".inMonthOf(\"issued\", \"" + ZONE + "\")", "1990-06-01", "2026-05-01T00:00:00-04:00")
                        .rejected().get(0).message())
                .contains("1 Jun 2027");
        assertThat(evaluate(until + ".validForDays(3, \"issued\", \"" + ZONE + "\")", "2026-11-20", "2026-11-01T00:00:00-04:00")
                        .rejected().get(0).message())
                .isEqualTo("Its dates and the days of this buyer have no day in common.");
    }

    @Test
    void isRefusedWhereTheDayIsNotTold() {
        Receipt receipt = engine(".inMonthOf(\"issued\", \"" + ZONE + "\")")
                .evaluate(basket(Attributes.NONE, "2026-11-01T12:00:00Z"));

        assertThat(receipt.rejected()).extracting(Receipt.Rejected::reason).containsExactly("date-unknown");
        assertThat(receipt.nearMisses()).isEmpty();
    }

    @Test
    void refusesABasketWhoseDayIsWrittenOtherwiseAndPointsAtIt() {
        PromotionEngine engine = engine(".onDayOf(\"issued\", \"" + ZONE + "\")");

        for (String day : List.of("27-12-2021", "2021-02-30", "+2021-12-27")) {
            assertThatThrownBy(() -> engine.evaluate(basket(Attributes.NONE.with("issued", day), "2026-11-01T12:00:00Z")))
                    .isInstanceOfSatisfying(ProblemException.class, told -> assertThat(told.problems())
                            .singleElement()
                            .satisfies(problem -> {
                                assertThat(problem.code()).isEqualTo("wrong-value");
                                assertThat(problem.place().pointer()).isEqualTo("/buyer/attributes/issued");
                            }));
        }
        assertThatThrownBy(() -> engine.evaluate(basket(Attributes.NONE.with("issued", "27-12-2021"), "2026-11-01T12:00:00Z")))
                .hasMessageContaining("2021-12-27");
        assertThatThrownBy(() -> engine.evaluate(basket(Attributes.NONE.with("issued", 20_211_227), "2026-11-01T12:00:00Z")))
                .hasMessageContaining("declared as a day");
    }

    @Test
    void refusesToLoadWhatCountsFromNoDayOfTheBuyer() {
        String words = ".validForDays(30, \"issued\", \"" + ZONE + "\")";
        for (String other : List.of("ofBuyer().text()", "ofBasket().day()", "ofBuyer().number()")) {
            assertThatThrownBy(() -> engine(words, ISSUED.formatted(other)))
                    .isInstanceOfSatisfying(ProblemException.class, told -> assertThat(told.problems())
                            .extracting(Problem::code).containsExactly("unknown-attribute"));
        }
    }
}
