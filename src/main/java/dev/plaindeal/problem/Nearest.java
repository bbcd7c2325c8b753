package dev.plaindeal.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word somebody probably meant. */
public final class Nearest {

    private static final int LONGEST = 64;

    private Nearest() {}

    /** The known word within two slips (one for short words) of what was typed, the nearest first by slips, then by name. */
    public static Optional<String> to(String typed, Collection<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        int allowed = typed.length() <= 4 ? 1 : 2;
        String lower = typed.toLowerCase(Locale.ROOT);
        String best = "";
        int bestSlips = allowed + 1;
        for (String word : known.stream().filter(w -> Math.abs(w.length() - typed.length()) <= allowed).sorted().toList()) {
            int slips = slips(lower, word.toLowerCase(Locale.ROOT));
            if (slips < bestSlips) {
                best = word;
                bestSlips = slips;
            }
        }
        return best.isEmpty() ? Optional.empty() : Optional.of(best);
    }

    /** "Maybe ..." with the nearest word, or the fallback when none is near. */
    public static String hint(String typed, Collection<String> known, String otherwise) {
        return to(typed, known).map(word -> "Maybe " + word + "?").orElse(otherwise);
    }

    /** Slips between two words: a letter missing, added, changed, or two neighbours swapped. */
    public static int slips(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(a, b, i, j, cost);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(String a, String b, int i, int j, int[][] cost) {
        int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        int least = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
    }
}
