package dev.plaindeal.text;

import java.util.Locale;
import java.util.function.IntPredicate;

/**
 * Text that is safe to print. A hidden character is written as {@code \}{@code u202e}, one such group for each half of a
 * pair, as JSON and properties files write it; everything else stays.
 */
public final class Visible {

    private static final int FIRST_ISOLATE = 0x2066;
    private static final int END_ISOLATE = 0x2069;

    private Visible() {}

    /** A name or a sentence as part of one line: line ends and tabs are shown too. Joiners that its letters need stay. */
    public static String line(String text) {
        return shown(text, text.length(), i -> Hidden.isAt(text, i));
    }

    /**
     * A line of a file that is quoted on a line of its own: every hidden character is shown, except tabs, and it is no command
     * to a runner of continuous integration.
     */
    public static String excerpt(String line) {
        return excerpt(line, line.length());
    }

    /** How {@link #excerpt(String)} shows what stands before this index. */
    public static String excerpt(String line, int end) {
        return shown(line, end, i -> line.charAt(i) != '\t' && Hidden.is(line.codePointAt(i)) || isCommand(line, i));
    }

    /** A JSON text as another one that says the same: hidden characters stand only in its strings, and can be escaped there. */
    public static String json(String json) {
        return shown(json, json.length(), i -> {
            char c = json.charAt(i);
            return c != '\n' && (c < ' ' || c > '~') && Hidden.is(json.codePointAt(i));
        });
    }

    /**
     * A whole line that goes out as it is, and no command to a runner of continuous integration. In a line with letters written from right to left the marks of direction stay, and
     * isolates that are closed again; what turns text round never does.
     */
    public static String output(String line) {
        boolean directed = Hidden.isRightToLeft(line);
        boolean closed = directed && isolatesAreClosed(line);
        return shown(line, line.length(), i -> {
            int c = line.codePointAt(i);
            boolean needed = c == '\t' || directed && Hidden.isMark(c) || closed && isIsolate(c);
            return !needed && Hidden.isAt(line, i) || isCommand(line, i);
        });
    }

    private static boolean isIsolate(int c) {
        return c >= FIRST_ISOLATE && c <= END_ISOLATE;
    }

    private static boolean isolatesAreClosed(String line) {
        int open = 0;
        for (int i = 0; i < line.length() && open >= 0; i++) {
            if (isIsolate(line.charAt(i))) {
                open += line.charAt(i) == END_ISOLATE ? -1 : 1;
            }
        }
        return open == 0;
    }

    /** A runner takes {@code ::} at the beginning of a line for a command, and some take {@code ##word[} anywhere in it. */
    private static boolean isCommand(String line, int index) {
        return switch (line.charAt(index)) {
            case ':' -> line.startsWith("::", index) && isBlank(line, index);
            case '#' -> line.startsWith("##", index) && isBracketAfterWord(line, index + 2);
            default -> false;
        };
    }

    private static boolean isBlank(String line, int end) {
        int i = 0;
        while (i < end && (Character.isWhitespace(line.charAt(i)) || Character.isSpaceChar(line.charAt(i)))) {
            i++;
        }
        return i == end;
    }

    private static boolean isBracketAfterWord(String line, int from) {
        int i = from;
        while (i < line.length() && Character.isLetter(line.charAt(i))) {
            i++;
        }
        return line.startsWith("[", i);
    }

    /** Nothing to look at more closely, as nearly all characters are. */
    private static boolean isHarmless(char c) {
        return c >= ' ' && c <= '~' && c != ':' && c != '#';
    }

    /** Nearly every text has nothing to show, and stays the text it is. */
    private static String shown(String text, int end, IntPredicate hiddenAt) {
        int at = firstHidden(text, 0, end, hiddenAt);
        if (at == end) {
            return text.substring(0, end);
        }
        StringBuilder shown = new StringBuilder(end + 8);
        int from = 0;
        while (at < end) {
            int next = at + Character.charCount(text.codePointAt(at));
            shown.append(text, from, at);
            text.substring(at, next).chars().forEach(half -> shown.append(String.format(Locale.ROOT, "\\u%04x", half)));
            from = next;
            at = firstHidden(text, next, end, hiddenAt);
        }
        return shown.append(text, Math.min(from, end), end).toString();
    }

    private static int firstHidden(String text, int from, int end, IntPredicate hiddenAt) {
        int i = from;
        while (i < end && (isHarmless(text.charAt(i)) || !hiddenAt.test(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return Math.min(i, end);
    }
}
