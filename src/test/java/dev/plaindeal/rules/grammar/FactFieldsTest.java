package dev.plaindeal.rules.grammar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What a rule file calls a field is what Drools reads. */
class FactFieldsTest {

    static Stream<Class<?>> facts() {
        return RuleFolder.ALL.stream().flatMap(vocabulary -> vocabulary.facts().values().stream());
    }

    /** Drools prefers a public method named like the field to the getter, whatever it returns, and says nothing. */
    @ParameterizedTest
    @MethodSource("facts")
    void noPublicMethodStandsInForAField(Class<?> fact) {
        List<String> methods = Arrays.stream(fact.getMethods())
                .filter(method -> method.getParameterCount() == 0)
                .map(Method::getName)
                .toList();
        List<String> fields = List.copyOf(new FactFields(RuleFolder.ALL).of(fact).keySet());
        assertThat(fields).as("fields of " + fact.getSimpleName()).isNotEmpty().doesNotContainAnyElementsOf(methods);
    }

    @Test
    void aRuleAboutOneLayerIsHeard() {
        String rule =
                """
                // Two platform coupons in Indonesia.
                package stacking
                import dev.plaindeal.model.*
                rule "two" when $it : LayerStacking( layer == "platform-coupon", market == "ID" ) then $it.keeps(2); end
                """;
        RuleBook book = RuleBook.load(RuleFiles.of(Map.of("stacking/id.drl", rule)));
        assertThat(new LayerStacking(Layer.PLATFORM_COUPON, "ID", "live").getLayer()).isEqualTo("platform-coupon");
        Policy indonesia = book.policy("ID", Channel.LIVE);
        assertThat(indonesia.in(Layer.PLATFORM_COUPON).keeps()).isEqualTo(2);
        assertThat(indonesia.in(Layer.STORE_COUPON).keeps()).isEqualTo(1);
        assertThat(book.policy("MY", Channel.LIVE).in(Layer.PLATFORM_COUPON).keeps()).isEqualTo(1);
    }
}
