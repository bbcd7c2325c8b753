package dev.plaindeal.score;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.StepKind;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The shipped rules: every kind weighed once, under a name that says so, and every market of the specification. */
class SimplicityRulesTest {

    @Test
    void everyKindHasOneRuleNamedAfterIt() {
        Set<String> names = names("steps.drl");
        Set<String> expected = new TreeSet<>();
        for (StepKind kind : StepKind.values()) {
            expected.add("step-" + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
        }
        assertThat(names).isEqualTo(expected);
    }

    @Test
    void everyRuleSaysWhatItRestsOn() {
        for (String file : new String[] {"steps.drl", "markets.drl"}) {
            String[] blocks = SimplicityRules.text(file).split("\nend\n");
            assertThat(blocks).allSatisfy(block -> assertThat(block.strip()).contains("//").contains("rule \""));
        }
    }

    @Test
    void theMarketsAreThoseOfThePrior() {
        Map<Double, String> byTolerance = new TreeMap<>();
        for (MarketView market : SimplicityRules.MARKETS.named()) {
            byTolerance.merge(market.tolerance(), market.code(), (a, b) -> a + " " + b);
        }
        assertThat(byTolerance)
                .hasToString("{0.85=AU DE FR GB KW US, 0.95=JP, 1.0=BR KR SG, 1.15=MY PH TH VN, 1.25=ID, 1.4=CN}");
        assertThat(SimplicityRules.MARKETS.of("XX").tolerance()).isEqualTo(0.85);
        assertThat(SimplicityRules.MARKETS.of("XX").reference()).hasToString("USD 47.99");
    }

    private static Set<String> names(String file) {
        return Pattern.compile("rule \"([^\"]+)\"")
                .matcher(SimplicityRules.text(file))
                .results()
                .map((MatchResult match) -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
