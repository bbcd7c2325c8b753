package dev.plaindeal.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.rules.drools.TestBuild;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StackingRulesTest {

    private static final String TWO_IN_ONE_LAYER =
            """
            // Two item prices may be combined.
            package stacking
            import dev.plaindeal.model.*

            rule "two"
            when
                $layer : LayerStacking( layer == "item-price", market == "any" )
            then
                $layer.keeps(2);
            end
            """;

    @ParameterizedTest
    @EnumSource(TestBuild.class)
    void aRuleForOneLayerSpeaksToThatLayerAlone(TestBuild build) {
        RuleBook book = build.load(RuleFiles.of(Map.of("stacking/two.drl", TWO_IN_ONE_LAYER)));
        for (Layer layer : Layer.values()) {
            assertThat(book.policy("US", Channel.SHELF).in(layer).keeps()).isEqualTo(layer == Layer.ITEM_PRICE ? 2 : 1);
        }
    }

    /** Drools takes {@code layer()} for the field {@code layer} before {@code getLayer()}, and the rule never matches. */
    @Test
    void noFactHasAMethodNamedLikeAField() {
        for (RuleFolder vocabulary : RuleFolder.ALL) {
            for (Class<?> fact : vocabulary.facts().values()) {
                Set<String> fields = FactField.of(fact).keySet();
                assertThat(fields).isNotEmpty();
                assertThat(Arrays.stream(fact.getMethods())
                                .filter(method -> method.getParameterCount() == 0)
                                .map(Method::getName)
                                .collect(Collectors.toSet()))
                        .as(fact.getSimpleName())
                        .doesNotContainAnyElementsOf(fields);
            }
        }
    }
}
