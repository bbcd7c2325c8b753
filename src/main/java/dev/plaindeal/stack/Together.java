package dev.plaindeal.stack;

import dev.plaindeal.offer.Offer;
import dev.plaindeal.offer.OfferTerms.Combining;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which offers may be kept together at all, whatever the money. Immutable.
 *
 * <p>What a promotion offers to thousands of stores is of one kind, so that kinds are compared and not offers.
 */
final class Together {

    private static final boolean[][] ALL = {};

    /** The kind of each offer, by its place. */
    private final int[] kinds;
    private final boolean[][] apart;

    private Together(int[] kinds, boolean[][] apart) {
        this.kinds = kinds;
        this.apart = apart;
    }

    /** All that decides for an offer with whom it may be kept. */
    private record CombiningKey(String promotion, Combining combining) {}

    /**
     * Of these offers.
     *
     * @param lists promotions and groups of which only one each may be kept
     */
    static Together of(List<Offer> offers, List<Set<String>> lists) {
        if (lists.isEmpty() && offers.stream().allMatch(Together::isFree)) {
            return new Together(new int[0], ALL);
        }
        Map<CombiningKey, Integer> known = new HashMap<>();
        List<CombiningKey> all = new ArrayList<>();
        int[] kinds = new int[offers.size()];
        for (int i = 0; i < kinds.length; i++) {
            CombiningKey kind = new CombiningKey(offers.get(i).promotion(), offers.get(i).terms().combining());
            kinds[i] = known.computeIfAbsent(kind, first -> all.size());
            if (kinds[i] == all.size()) {
                all.add(kind);
            }
        }
        return new Together(kinds, apart(all, lists));
    }

    private static boolean isFree(Offer offer) {
        Combining combining = offer.terms().combining();
        return !combining.exclusive() && combining.groups().isEmpty() && combining.notWith().isEmpty();
    }

    private static boolean[][] apart(List<CombiningKey> kinds, List<Set<String>> lists) {
        List<BitSet> listed = kinds.stream().map(kind -> listed(kind, lists)).toList();
        boolean[][] apart = new boolean[kinds.size()][kinds.size()];
        for (int i = 0; i < apart.length; i++) {
            for (int j = i + 1; j < apart.length; j++) {
                boolean both = forbidden(kinds.get(i), kinds.get(j)) || bothListed(listed, kinds, i, j);
                apart[i][j] = both;
                apart[j][i] = both;
            }
        }
        return apart;
    }

    /** Which of the lists name it, by itself or by one of its groups. */
    private static BitSet listed(CombiningKey kind, List<Set<String>> lists) {
        BitSet in = new BitSet();
        for (int i = 0; i < lists.size(); i++) {
            Set<String> names = lists.get(i);
            in.set(i, names.contains(kind.promotion()) || !Collections.disjoint(names, kind.combining().groups()));
        }
        return in;
    }

    private static boolean bothListed(List<BitSet> listed, List<CombiningKey> kinds, int one, int other) {
        return listed.get(one).intersects(listed.get(other))
                && !kinds.get(one).promotion().equals(kinds.get(other).promotion());
    }

    private static boolean forbidden(CombiningKey one, CombiningKey other) {
        if (one.promotion().equals(other.promotion())) {
            return false;
        }
        return one.combining().exclusive() || other.combining().exclusive() || named(one, other) || sameGroup(one, other);
    }

    private static boolean named(CombiningKey one, CombiningKey other) {
        return one.combining().notWith().contains(other.promotion())
                || other.combining().notWith().contains(one.promotion());
    }

    private static boolean sameGroup(CombiningKey one, CombiningKey other) {
        return !one.combining().groups().isEmpty()
                && !Collections.disjoint(one.combining().groups(), other.combining().groups());
    }

    /** The same of some of the offers, by their places here. */
    Together only(int[] places) {
        if (apart == ALL) {
            return this;
        }
        int[] some = new int[places.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = kinds[places[i]];
        }
        return new Together(some, apart);
    }

    /** Whether any two may not be kept together. */
    boolean someApart() {
        return apart != ALL;
    }

    /** Whether these two, by their places, may not be kept together. */
    boolean apart(int one, int other) {
        return apart != ALL && apart[kinds[one]][kinds[other]];
    }
}
