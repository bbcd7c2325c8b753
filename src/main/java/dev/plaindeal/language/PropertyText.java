package dev.plaindeal.language;

import dev.plaindeal.text.Hidden;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    record Property(String key, String value, int line, int col, int valueCol, String source) {}

    /**
     * A character that cannot be seen, written as itself or escaped.
     *
     * @param c what it is
     * @param line where it is written, from 1
     * @param col where it is written, from 1
     * @param source the line it is written on
     */
    record Unseen(int c, int line, int col, String source) {}

    private record Spot(int line, int col) {}

    private static final String BLANKS = " \t\f";

    private final String[] lines;
    private final List<Unseen> unseen = new ArrayList<>();
    private final List<Spot> spots = new ArrayList<>();
    private int next;

    private PropertyText(String text) {
        this.lines = text.split("\r\n|[\r\n]", -1);
    }

    /** The entries in the order of the file. A unicode escape without its four hex digits only loses its backslash. */
    static List<Property> parse(String text) {
        return new PropertyText(text).entries();
    }

    /** What cannot be seen in comments, keys and values, marks that its sentence needs aside. */
    static List<Unseen> unseen(String text) {
        PropertyText source = new PropertyText(text);
        source.entries();
        return source.unseen;
    }

    private List<Property> entries() {
        List<Property> entries = new ArrayList<>();
        while (next < lines.length) {
            String line = lines[next];
            int start = skip(line, 0, BLANKS);
            int number = next + 1;
            String whole = isComment(line, start) ? skipComment() : joined();
            if (!whole.isEmpty()) {
                entries.add(entry(whole, number, start, line));
            }
        }
        return entries;
    }

    private static boolean isComment(String line, int start) {
        return start < line.length() && (line.charAt(start) == '#' || line.charAt(start) == '!');
    }

    private String skipComment() {
        String line = lines[next++];
        IntStream.range(0, line.length())
                .filter(i -> line.charAt(i) != '\t' && isUnseen(line, i))
                .forEach(i -> unseen.add(new Unseen(line.codePointAt(i), next, i + 1, line)));
        return "";
    }

    /** Whether all of a sentence can be seen. */
    static boolean isSeen(String sentence) {
        return IntStream.range(0, sentence.length()).noneMatch(i -> isUnseen(sentence, i));
    }

    private static boolean isUnseen(String text, int i) {
        boolean inside = i > 0 && Character.isSurrogatePair(text.charAt(i - 1), text.charAt(i));
        return !inside && Hidden.isInSentence(text, i);
    }

    /** The line at hand and those it continues on, without leading blanks or joining backslashes. */
    private String joined() {
        StringBuilder whole = new StringBuilder();
        spots.clear();
        boolean more = true;
        while (more && next < lines.length) {
            int start = skip(lines[next], 0, BLANKS);
            String part = lines[next].substring(start);
            next++;
            boolean joins = endsWithJoin(part);
            int length = joins ? part.length() - 1 : part.length();
            whole.append(part, 0, length);
            IntStream.range(0, length).forEach(i -> spots.add(new Spot(next, start + i + 1)));
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

    private Property entry(String whole, int line, int start, String source) {
        int keyEnd = keyEnd(whole);
        int value = skip(whole, keyEnd, BLANKS);
        if (value < whole.length() && "=:".indexOf(whole.charAt(value)) >= 0) {
            value = skip(whole, value + 1, BLANKS);
        }
        return new Property(
                unescape(whole, 0, keyEnd),
                unescape(whole, value, whole.length()),
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

    private String unescape(String whole, int from, int to) {
        String raw = whole.substring(from, to);
        StringBuilder text = new StringBuilder(raw.length());
        List<Spot> written = new ArrayList<>(raw.length());
        int i = 0;
        while (i < raw.length()) {
            written.add(spots.get(from + i));
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
        return noted(text.toString(), written);
    }

    private String noted(String text, List<Spot> written) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnseen(text, i)) {
                Spot spot = written.get(i);
                unseen.add(new Unseen(text.codePointAt(i), spot.line(), spot.col(), lines[spot.line() - 1]));
            }
        }
        return text;
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
