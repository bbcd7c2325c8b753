package dev.plaindeal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StrategyTest {

    @ParameterizedTest
    @EnumSource(Strategy.class)
    void eachIsFoundByItsKeyAndNamedWhereTheyAreListed(Strategy strategy) {
        assertThat(Strategy.find(strategy.key())).contains(strategy);
        assertThat(Strategy.KEYS.split(", | or ")).contains(strategy.key()).hasSize(Strategy.values().length);
        assertThat(Strategy.IN_WORDS).contains('"' + strategy.key() + '"');
    }
}
