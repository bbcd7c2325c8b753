package dev.plaindeal.rules;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.model.LayerStacking;
import dev.plaindeal.model.Stacking;
import dev.plaindeal.policy.Layer;
import dev.plaindeal.policy.Policy;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.weights.Markets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The stacking rules asked once for each market and channel. Every market the rules name is asked at load, in every
 * channel, so a policy that contradicts itself is found then and not at the till. Thread-safe.
 */
final class MarketPolicies {

    private final RuleBook book;
    private final Set<String> named;
    private final Map<String, Policy> known = new ConcurrentHashMap<>();

    /** The markets are those the rules name. */
    MarketPolicies(RuleBook book, Set<String> markets) {
        this.book = book;
        this.named = new TreeSet<>(markets);
        named.add(Markets.ANY);
        checkAll();
    }

    private void checkAll() {
        Set<Problem> problems = new LinkedHashSet<>();
        for (String market : named) {
            for (Channel channel : Channel.values()) {
                try {
                    of(market, channel);
                } catch (ProblemException contradiction) {
                    problems.addAll(contradiction.problems());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(List.copyOf(problems));
        }
    }

    /** Markets that no rule names share one answer, so that the table stays as small as the rules. */
    Policy of(String market, Channel channel) {
        String asked = named.contains(market) ? market : Markets.ANY;
        String key = asked + " " + channel.key();
        Policy policy = known.get(key);
        if (policy == null) {
            policy = ask(asked, channel);
            known.put(key, policy);
        }
        return policy;
    }

    private Policy ask(String market, Channel channel) {
        Stacking fallback = new Stacking(Markets.ANY, channel.key());
        Stacking own = new Stacking(market, channel.key());
        List<LayerStacking> fallbackLayers = layers(Markets.ANY, channel);
        List<LayerStacking> ownLayers = layers(market, channel);
        List<Object> facts = new ArrayList<>(fallbackLayers);
        facts.add(fallback);
        if (!market.equals(Markets.ANY)) {
            facts.addAll(ownLayers);
            facts.add(own);
        }
        book.tell(RuleFolder.STACKING, facts);
        return Stacking.policy(fallback, own, fallbackLayers, ownLayers);
    }

    private static List<LayerStacking> layers(String market, Channel channel) {
        return Arrays.stream(Layer.values())
                .map(layer -> new LayerStacking(layer, market, channel.key()))
                .toList();
    }
}
