package dev.plaindeal.check;

import dev.plaindeal.score.Fix;
import java.util.List;

/**
 * An edit of one rule file that carries a fix out, and that {@code check} accepts.
 *
 * @param fix what it does
 * @param file the file's name, as the user gave it
 * @param before what the file says
 * @param after what it says then
 */
public record RulePatch(Fix fix, String file, String before, String after) {

    private static final int CONTEXT = 3;

    /**
     * As a unified diff, which {@code git apply} and {@code patch -p1} take; one hunk, with a line end at its end.
     *
     * @param name what to call the file: its path below the folder the patch is applied in, with slashes
     */
    public String diff(String name) {
        List<String> was = List.of(before.split("(?<=\n)"));
        List<String> is = List.of(after.split("(?<=\n)"));
        int same = 0;
        while (same < Math.min(was.size(), is.size()) && was.get(same).equals(is.get(same))) {
            same++;
        }
        int sameBehind = 0;
        while (sameBehind < Math.min(was.size(), is.size()) - same
                && was.get(was.size() - 1 - sameBehind).equals(is.get(is.size() - 1 - sameBehind))) {
            sameBehind++;
        }
        int from = Math.max(0, same - CONTEXT);
        int behind = Math.max(0, sameBehind - CONTEXT);
        StringBuilder diff = new StringBuilder("--- a/" + name + "\n+++ b/" + name + "\n");
        diff.append("@@ -").append(hunk(from, was.size() - behind)).append(" +").append(hunk(from, is.size() - behind)).append(" @@\n");
        lines(diff, ' ', was.subList(from, same));
        lines(diff, '-', was.subList(same, was.size() - sameBehind));
        lines(diff, '+', is.subList(same, is.size() - sameBehind));
        lines(diff, ' ', was.subList(was.size() - sameBehind, was.size() - behind));
        return diff.toString();
    }

    private static String hunk(int from, int to) {
        return (from + 1) + "," + (to - from);
    }

    private static void lines(StringBuilder diff, char sign, List<String> lines) {
        for (String line : lines) {
            diff.append(sign).append(line);
            if (!line.endsWith("\n")) {
                diff.append("\n\\ No newline at end of file\n");
            }
        }
    }
}
