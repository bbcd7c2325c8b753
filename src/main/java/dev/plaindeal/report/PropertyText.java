package dev.plaindeal.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads the text of a {@code .properties} file like {@link java.util.Properties}, but remembers where each entry stands
 * and keeps duplicates, which the JDK's reader does not.
 */
final class PropertyText {

    /**
     * One {@code key=value}.
     *
     * @param line where the entry starts, from 1
     * @param col where its key starts, from 1
     * @param valueCol where its value starts, from 1, in the entry's joined text
     * @param source the line the entry starts on, as it stands in the file
     */
    record Entry(String key, String value, int line, int col, int valueCol, String source) {}

    private static final String BLANKS = " \t\f";

    private final String[] lines;
    private int next;

    private PropertyText(String text) {
        this.lines = text.split("\r\n|[\r\n]", -1);
    }

    /** The entries in the order of the file. A unicode escape without its four hex digits only loses its backslash. */
    static List<Entry> parse(String text) {
        PropertyText source = new PropertyText(text);
        List<Entry> entries = new ArrayList<>();
        while (source.next < source.lines.length) {
            String line = source.lines[source.next];
            int start = skip(line, 0, BLANKS);
            int number = source.next + 1;
            String whole = isComment(line, start) ? source.skipLine() : source.joined();
            if (!whole.isEmpty()) {
                entries.add(entry(whole, number, start, line));
            }
        }
        return entries;
    }

    private static boolean isComment(String line, int start) {
        return start < line.length() && (line.charAt(start) == '#' || line.charAt(start) == '!');
    }

    private String skipLine() {
        next++;
        return "";
    }

    /** The line at hand and those it continues on, without leading blanks or joining backslashes. */
    private String joined() {
        StringBuilder whole = new StringBuilder();
        boolean more = true;
        while (more && next < lines.length) {
            String part = lines[next].substring(skip(lines[next], 0, BLANKS));
            next++;
            boolean joins = endsWithJoin(part);
            whole.append(part, 0, joins ? part.length() - 1 : part.length());
            // A backslash with nothing before it joins nothing: the next line may still be a comment.
            more = joins && !whole.isEmpty();
        }
        return whole.toString();
    }

    private static boolean endsWithJoin(String line) {
        int slashes = 0;
        while (slashes < line.length() && line.charAt(line.length() - 1 - slashes) == '\\') {
            slashes++;
        }
        return slashes % 2 == 1;
    }

    private static Entry entry(String whole, int line, int start, String source) {
        int keyEnd = keyEnd(whole);
        int value = skip(whole, keyEnd, BLANKS);
        if (value < whole.length() && "=:".indexOf(whole.charAt(value)) >= 0) {
            value = skip(whole, value + 1, BLANKS);
        }
        return new Entry(
                unescape(whole.substring(0, keyEnd)),
                unescape(whole.substring(value)),
                line,
                start + 1,
                start + value + 1,
                source);
    }

    private static int keyEnd(String whole) {
        int i = 0;
        while (i < whole.length() && "=: \t\f".indexOf(whole.charAt(i)) < 0) {
            i += whole.charAt(i) == '\\' ? 2 : 1;
        }
        return Math.min(i, whole.length());
    }

    private static int skip(String text, int from, String what) {
        int i = from;
        while (i < text.length() && what.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static String unescape(String raw) {
        StringBuilder text = new StringBuilder(raw.length());
        int i = 0;
        while (i < raw.length()) {
            char c = raw.charAt(i++);
            if (c != '\\' || i == raw.length()) {
                text.append(c);
            } else if (raw.startsWith("u", i) && isHex(raw, i + 1)) {
                text.append((char) Integer.parseInt(raw.substring(i + 1, i + 5), 16));
                i += 5;
            } else {
                text.append(escaped(raw.charAt(i++)));
            }
        }
        return text.toString();
    }

    private static boolean isHex(String raw, int from) {
        return from + 4 <= raw.length()
                && raw.substring(from, from + 4).chars().allMatch(c -> Character.digit(c, 16) >= 0 && c < 128);
    }

    private static char escaped(char c) {
        return switch (c) {
            case 't' -> '\t';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            default -> c;
        };
    }
}
