package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plaindeal.basket.Basket;
import dev.plaindeal.basket.Buyer;
import dev.plaindeal.basket.Channel;
import dev.plaindeal.basket.Line;
import dev.plaindeal.basket.Remaining;
import dev.plaindeal.model.Chance;
import dev.plaindeal.model.Chances;
import dev.plaindeal.model.PlatformBasket;
import dev.plaindeal.money.Currency;
import dev.plaindeal.money.Money;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.drools.DrlWriter;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A rule cannot trigger a rule, itself or another, by construction: nothing happens when one fires. */
class NoLoopTest {

    private static String rule(String id, String then) {
        return "package promotions\nimport dev.plaindeal.model.*\nrule \"" + id + "\"\nwhen\n"
                + "    $basket : PlatformBasket( market == \"US\" )\nthen\n    " + then + "\nend\n";
    }

    private static Basket basket() {
        Currency usd = Currency.of("USD");
        return new Basket("b", "US", usd, "en-US", Channel.SHELF, Instant.EPOCH, Buyer.unknown(), List.of(),
                List.of(Line.of("1", "tea", "shop", new Money(1000, usd), 1)), Map.of(), "", List.of(), Remaining.UNTOUCHED);
    }

    @Test
    void whatDroolsIsGivenDoesNothingWhenItFires() {
        assertThat(DrlWriter.rule("r", PlatformBasket.class, List.of(), List.of())).endsWith(" then end\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "update($basket);",
        "modify($basket) { setMarket(\"US\") }",
        "insert($basket);",
        "insertLogical(new Object());",
        "retract($basket);",
        "delete($basket);",
        "drools.halt();",
        "kcontext.getKieRuntime().insert($basket);",
        "while (true) { }",
        "for (;;) { }",
        "$basket.amountOff(\"USD 1\"); update($basket);"
    })
    void noRuleCanChangeWhatIsMatched(String then) {
        assertThatThrownBy(() -> RuleBook.load(RuleFiles.of(Map.of("promotions/loops.drl", rule("loops", then)))))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void theFactsThemselvesCannotChange() {
        List<Field> fields = new ArrayList<>();
        for (Chance chance : Chances.in(basket()).all()) {
            for (Class<?> type = chance.getClass(); type != Object.class; type = type.getSuperclass()) {
                fields.addAll(List.of(type.getDeclaredFields()));
            }
        }
        assertThat(fields).isNotEmpty().allMatch(field -> Modifier.isFinal(field.getModifiers()));
    }

    @Test
    void eachRuleFiresOnceForEachFact() {
        RuleBook book = RuleBook.load(RuleFiles.of(Map.of(
                "promotions/one.drl", rule("one", "$basket.amountOff(\"USD 1\");"),
                "promotions/two.drl", rule("two", "$basket.amountOff(\"USD 2\");"))));
        Chances chances = Chances.in(basket());
        for (int i = 0; i < 3; i++) {
            assertThat(book.match(chances)).extracting(offer -> offer.promotion()).containsExactly("one", "two");
        }
    }
}
