package dev.plaindeal.rules;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Divides rules into groups that are compiled apart, so that a basket opens only the few it can match and a changed file
 * costs one group.
 *
 * <p>The division is a binary tree over a hash of what each rule is found by: a group too large is halved by the next bit.
 * So it depends on the rules alone and not on how they came there, and a rule that comes or goes touches one group.
 */
final class Shards {

    /** Smaller groups reload faster, larger ones need fewer sessions for a basket. */
    static final int MOST_RULES = 128;

    private static final int BITS = 64;

    private Shards() {}

    /** The groups, each in the order of the rules' names. */
    static List<List<LoadedRule>> divide(List<LoadedRule> rules) {
        Map<LoadedRule, Long> hashes = new HashMap<>();
        rules.forEach(rule -> hashes.put(rule, hash(rule)));
        List<List<LoadedRule>> groups = new ArrayList<>();
        List<LoadedRule> sorted = rules.stream().sorted(Comparator.comparing(LoadedRule::id)).toList();
        divide(sorted, BITS - 1, hashes, groups);
        return groups;
    }

    private static void divide(
            List<LoadedRule> rules, int bit, Map<LoadedRule, Long> hashes, List<List<LoadedRule>> groups) {
        if (rules.isEmpty()) {
            return;
        }
        if (rules.size() <= MOST_RULES || bit < 0) {
            groups.add(rules);
            return;
        }
        Map<Boolean, List<LoadedRule>> halves = new HashMap<>(Map.of(false, new ArrayList<>(), true, new ArrayList<>()));
        rules.forEach(rule -> halves.get((hashes.get(rule) >>> bit & 1) == 1).add(rule));
        divide(halves.get(false), bit - 1, hashes, groups);
        divide(halves.get(true), bit - 1, hashes, groups);
    }

    /** Rules with one home share the upper half, so they stay together as long as they fit. */
    private static long hash(LoadedRule rule) {
        long home = mixed(Key.home(rule.conditions()));
        String key = Key.of(rule.conditions()).map(k -> k.field() + "=" + k.values().get(0)).orElse("");
        long inside = mixed(key) & 0xFFFF0000L | mixed(rule.id()) >>> 16 & 0xFFFF;
        return home << 32 | inside & 0xFFFFFFFFL;
    }

    /** Spreads neighbouring names over all bits; the string's own hash leaves them side by side. */
    private static long mixed(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
        return (hash ^ hash >>> 29) & 0xFFFFFFFFL;
    }
}
