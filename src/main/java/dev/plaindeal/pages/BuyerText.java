package dev.plaindeal.pages;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the buyer reads, its columns made of the page and not of blanks: so it fits a narrow page and letters of any width. */
final class BuyerText {

    /** A label and an amount, with two blanks or more between them. */
    private static final Pattern ROW = Pattern.compile("( *)(\\S.*?) {2,}(\\S[^ ]*(?: \\S+)?)");

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
            html.element("span", row.group(2)).text(" ").element("span", row.group(3), "class", "num").close();
        } else {
            html.element("p", line.strip(), "class", line.startsWith(" ") ? "inner" : "outer");
        }
    }
}
