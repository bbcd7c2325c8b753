package dev.plaindeal.rules.drools;

import dev.plaindeal.offer.Condition;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

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
    static List<List<LoadedRule>> divide(Collection<LoadedRule> rules) {
        List<List<LoadedRule>> groups = new ArrayList<>();
        List<LoadedRule> sorted = new ArrayList<>(rules);
        sorted.sort(Comparator.comparing(LoadedRule::id));
        divide(sorted, BITS - 1, groups);
        return groups;
    }

    private static void divide(List<LoadedRule> rules, int bit, List<List<LoadedRule>> groups) {
        if (rules.size() <= MOST_RULES || bit < 0) {
            if (!rules.isEmpty()) {
                groups.add(rules);
            }
            return;
        }
        List<LoadedRule> low = new ArrayList<>();
        List<LoadedRule> high = new ArrayList<>();
        rules.forEach(rule -> ((rule.home() >>> bit & 1) == 0 ? low : high).add(rule));
        divide(low, bit - 1, groups);
        divide(high, bit - 1, groups);
    }

    /**
     * Where a rule belongs. Rules that are asked together share the upper half, so they stay together as long as they fit;
     * below that rules found by the same value do.
     */
    static long home(String id, List<Condition> conditions) {
        String key = RuleKey.of(conditions).map(k -> k.field() + "=" + k.values().get(0)).orElse("");
        long inside = mixed(key) & 0xFFFF0000L | mixed(id) >>> 16 & 0xFFFF;
        return mixed(RuleKey.home(conditions)) << 32 | inside;
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
