package dev.plaindeal.rules.drools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plaindeal.model.PlatformBasket;
import dev.plaindeal.model.StoreBasket;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.problem.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** How rules are divided into groups that are compiled apart. */
class ShardsTest {

    private static final long SEED = 7;

    private static List<LoadedRule> rules(int count) {
        List<LoadedRule> rules = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Condition store = new Condition("store", Operator.IS, List.of("store" + i % 701));
            Condition market = new Condition("market", Operator.IS, List.of("US"));
            rules.add(
                    i % 10 == 0
                            ? new LoadedRule("p" + i, PlatformBasket.class, List.of(market), List.of(), Place.of("f"))
                            : new LoadedRule("p" + i, StoreBasket.class, List.of(market, store), List.of(), Place.of("f")));
        }
        return rules;
    }

    private static Set<String> texts(List<LoadedRule> rules) {
        return Shards.divide(rules).stream().map(DrlWriter::render).collect(Collectors.toSet());
    }

    @Test
    void keepsEveryRuleOnceInGroupsThatAreNotTooLarge() {
        List<LoadedRule> rules = rules(5000);
        List<List<LoadedRule>> groups = Shards.divide(rules);
        assertThat(groups).hasSizeBetween(40, 120).allSatisfy(group -> assertThat(group).hasSizeLessThanOrEqualTo(Shards.MOST_RULES));
        assertThat(groups.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void doesNotDependOnTheOrderOfRules() {
        List<LoadedRule> rules = rules(1000);
        List<LoadedRule> shuffled = new ArrayList<>(rules);
        Collections.shuffle(shuffled, new Random(SEED));
        assertThat(texts(shuffled)).isEqualTo(texts(rules));
    }

    @Test
    void touchesOneGroupWhenARuleComesOrGoes() {
        List<LoadedRule> rules = rules(5000);
        Set<String> before = texts(rules);
        for (int i = 0; i < 50; i++) {
            Set<String> added = new HashSet<>(texts(rules.subList(0, rules.size() - i)));
            Set<String> removed = new HashSet<>(texts(rules.subList(0, rules.size() - i - 1)));
            added.removeAll(removed);
            assertThat(added).as("groups that change when rule %d goes", rules.size() - i).hasSizeLessThanOrEqualTo(2);
        }
        assertThat(texts(rules)).isEqualTo(before);
    }

    @Test
    void keepsTheRulesOfAStoreTogether() {
        List<List<LoadedRule>> groups = Shards.divide(rules(5000));
        for (int store = 1; store < 20; store++) {
            Condition wanted = new Condition("store", Operator.IS, List.of("store" + store));
            assertThat(groups.stream().filter(g -> g.stream().anyMatch(rule -> rule.conditions().contains(wanted))))
                    .hasSize(1);
        }
    }
}
