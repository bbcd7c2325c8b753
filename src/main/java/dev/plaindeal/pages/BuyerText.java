package dev.plaindeal.pages;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the buyer reads, its columns made of the page and not of blanks: so it fits a narrow page and letters of any width. */
final class BuyerText {

    /** A label and an amount, with two blanks or more between them. */
    private static final Pattern ROW = Pattern.compile("( *)(\\S.*?) {2,}(\\S[^ ]*(?: \\S+)?)");

    /** What begins an isolate, and its direction; each ends with the same character. */
    private static final Map<Character, String> DIRECTIONS = Map.of('\u2066', "ltr", '\u2067', "rtl", '\u2068', "auto");
    private static final char END = '\u2069';

    private BuyerText() {}

    static void write(Html html, String text, String locale) {
        html.open("div", "class", "buyer", "lang", locale, "dir", "auto");
        text.lines().forEach(line -> line(html, line));
        html.close();
    }

    private static void line(Html html, String line) {
        Matcher row = ROW.matcher(line);
        if (line.isBlank() || line.chars().allMatch(c -> c == '-')) {
            html.element("p", "", "class", line.isBlank() ? "gap" : "rule");
        } else if (row.matches()) {
            html.open("p", "class", row.group(1).isEmpty() ? "row" : "row inner");
            isolated(html.open("span"), row.group(2));
            isolated(html.close().text(" ").open("span", "class", "num"), row.group(3));
            html.close().close();
        } else {
            isolated(html.open("p", "class", line.startsWith(" ") ? "inner" : "outer"), line.strip());
            html.close();
        }
    }

    /** Names and numbers that keep their own direction are elements of the page that do, and no characters that cannot be seen. */
    private static void isolated(Html html, String text) {
        int open = 0;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (DIRECTIONS.containsKey(c) || open > 0 && (c == END || isMark(c))) {
                html.text(text.substring(from, i));
                from = i + 1;
                open += direction(html, c);
            }
        }
        html.text(text.substring(from));
        for (int left = open; left > 0; left--) {
            html.close();
        }
    }

    private static boolean isMark(char c) {
        return c == Html.LEFT_TO_RIGHT || c == Html.RIGHT_TO_LEFT;
    }

    /** Writes what a character of direction means; by how many more isolates are open then. */
    private static int direction(Html html, char c) {
        if (isMark(c)) {
            html.mark(c);
            return 0;
        }
        if (c == END) {
            html.close();
            return -1;
        }
        html.open("bdi", "dir", DIRECTIONS.get(c));
        return 1;
    }
}
