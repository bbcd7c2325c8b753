package dev.plaindeal.backtest.simplify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Word;
import dev.plaindeal.money.Currency;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** What of an old promotion stays in the plain one. */
class PlainRuleTest {

    private static final String OLD = """
            // 10 % off with a code.
            package promotions
            import dev.plaindeal.model.*

            rule "us-save10"
            when
                $coupon : PlatformCoupon( code in ("SAVE10", "SAVE"), market == "US", channel in ("live", "shelf"), newBuyer == true )
            then
                $coupon.percentOff(10).whenSpending("USD 50").atMost("USD 20").announced().exceptCategories("gift-cards")
                    .until("2026-12-15", "America/New_York").limitPerBuyer(1).budget("USD 5000").notWith("us-plat5");
            end
            """;

    @Test
    void whoWhenAndHowOftenStaysWhatIsHardGoes() {
        String text = PlainRule.of("promotions/us/us-save10.drl", OLD).orElseThrow()
                .text("us-save10-by-itself", new FlatSaving.PercentOfAll(425), "4.25 % off.");
        assertThat(text).isEqualTo("""
                // 4.25 % off.
                package promotions
                import dev.plaindeal.model.*

                rule "us-save10-by-itself"
                when
                    $basket : PlatformBasket( market == "US", channel in ("live", "shelf"), newBuyer == true )
                then
                    $basket.percentOff("4.25").exceptCategories("gift-cards").until("2026-12-15", "America/New_York").limitPerBuyer(1)
                        .budget("USD 5000").notWith("us-plat5");
                end
                """);
        assertThat(new FlatSaving.OneAmount(Currency.of("USD"), 320).words()).isEqualTo("amountOff(\"USD 3.20\")");
        assertThat(new FlatSaving.PercentOfAll(800).words()).isEqualTo("percentOff(8)");
    }

    /** Of two statements nobody knows which dates would be meant. */
    @Test
    void whatSaysTwoThingsHasNoPlainForm() {
        String two = OLD.replace("end\n", "    $coupon.amountOff(\"USD 5\").until(\"2026-11-15\", \"America/New_York\");\nend\n");
        assertThat(PlainRule.of("promotions/us/us-save10.drl", two)).isEmpty();
    }

    @Test
    void everyWordStaysOrGoes() {
        Set<String> words = new TreeSet<>();
        Arrays.stream(PromotionWords.class.getMethods()).filter(method -> method.isAnnotationPresent(Word.class)).forEach(method -> words.add(method.getName()));
        Set<String> known = new TreeSet<>(PlainRule.CARRIED);
        known.addAll(PlainRule.LEFT);
        assertThat(known).isEqualTo(words).hasSize(PlainRule.CARRIED.size() + PlainRule.LEFT.size());
    }

    @Test
    void otherFilesCallItByItsNewName() {
        assertThat(Renaming.in("promotions/a.drl", "$b.notWith(\"x, us-save10\").exceptTags(\"us-save10\").notWith(\"us-save10-more\");", "us-save10", "plain"))
                .isEqualTo("$b.notWith(\"x, plain\").exceptTags(\"us-save10\").notWith(\"us-save10-more\");");
        assertThat(Renaming.in("simplicity/b.drl", "Budget( promotion == \"us-save10\" ) Budget( promotion in (\"a\", \"us-save10\") )", "us-save10", "plain"))
                .isEqualTo("Budget( promotion == \"plain\" ) Budget( promotion in (\"a\", \"plain\") )");
        assertThat(Renaming.in("messages/en.properties", """
                promotion.us-save10.name=Autumn
                promotion.us-save10.sentence=Ten off \\
                    with a code
                promotion.us-save10-more.name=More
                """, "us-save10", "plain")).isEqualTo("""
                promotion.plain.name=Autumn
                promotion.us-save10-more.name=More
                """);
    }
}
