package dev.plaindeal.stack;

import dev.plaindeal.policy.Layer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The offers that save most at list prices, a few of each part and layer, and all late ones. A search among them alone is soon done
 * and finds a good stack, and what cannot beat that is never listed by the search among all.
 */
final class LargestOffers {

    /** Of one part and layer; twice as many more than double the stacks, and their best is seldom better. */
    private static final int MOST = 4;

    private LargestOffers() {}

    /**
     * Some of these, in the same order; all of them where none of the parts has more. What always holds is among them, and all
     * statements of a promotion are or none, so that what is a legal stack of some is one of all.
     *
     * @param parts places of early offers, part by part
     * @param late first place of a late one
     */
    static Candidates of(Candidates all, List<int[]> parts, int late) {
        boolean[] some = new boolean[all.size()];
        for (int[] part : parts) {
            for (List<Integer> ofLayer : byLayer(all, part).values()) {
                ofLayer.sort(Comparator.comparingLong((Integer index) -> all.get(index).most() + all.get(index).worth()).reversed());
                ofLayer.subList(0, Math.min(MOST, ofLayer.size())).forEach(index -> some[index] = true);
            }
        }
        Set<Integer> groups = new HashSet<>();
        for (int i = 0; i < some.length; i++) {
            some[i] |= i >= late || all.get(i).offer().terms().combining().alwaysHolds();
            if (some[i]) {
                groups.add(all.group(i));
            }
        }
        return all.only(chosen(all, some, groups));
    }

    private static Map<Layer, List<Integer>> byLayer(Candidates all, int[] part) {
        Map<Layer, List<Integer>> byLayer = new LinkedHashMap<>();
        for (int index : part) {
            byLayer.computeIfAbsent(all.get(index).layer(), layer -> new ArrayList<>()).add(index);
        }
        return byLayer;
    }

    private static List<Candidate> chosen(Candidates all, boolean[] some, Set<Integer> groups) {
        List<Candidate> chosen = new ArrayList<>();
        for (int i = 0; i < some.length; i++) {
            if (some[i] || all.group(i) >= 0 && groups.contains(all.group(i))) {
                chosen.add(all.get(i));
            }
        }
        return chosen;
    }
}
