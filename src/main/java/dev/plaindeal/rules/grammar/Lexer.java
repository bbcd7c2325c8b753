package dev.plaindeal.rules.grammar;

import dev.plaindeal.rules.grammar.Token.Kind;
import dev.plaindeal.text.Hidden;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a rule file into tokens and comments. What it does not know it reports and skips, so that all that is wrong with
 * a file comes out at once.
 */
final class Lexer {

    static final int LONGEST_LINE = 1000;

    private static final List<String> PAIRS = List.of("==", "!=", "<=", ">=", "&&", "||", "->", "::", ":=", "+=", "-=");

    private final RuleLines source;
    private final FileProblems findings;
    private final List<Token> tokens = new ArrayList<>();
    private final List<RuleTree.Comment> comments = new ArrayList<>();
    private final Slips slips = new Slips();
    private String line = "";
    private int number;
    private int at;

    Lexer(RuleLines source, FileProblems findings) {
        this.source = source;
        this.findings = findings;
    }

    /** Every token, the last of kind END. */
    List<Token> tokens() {
        for (number = 1; number <= source.size(); number++) {
            line = source.line(number);
            if (line.length() > LONGEST_LINE) {
                findings.unreadable(
                        "line-too-long",
                        new SourceSpot(number, 1),
                        "this line has " + line.length() + " characters; the most is " + LONGEST_LINE,
                        "Break it; line breaks are free between words.");
            }
            cutLine();
        }
        slips.tell(findings);
        SourceSpot end = new SourceSpot(source.size(), source.line(source.size()).length() + 1);
        tokens.add(new Token(Kind.END, "", end, end));
        return tokens;
    }

    List<RuleTree.Comment> comments() {
        return comments;
    }

    private void cutLine() {
        at = 0;
        boolean alone = true;
        while (at < line.length()) {
            char c = line.charAt(at);
            if (c == ' ' || c == '\t') {
                at++;
            } else if (Lookalikes.isBlank(c)) {
                lookalike(at);
                at++;
            } else if (line.startsWith("//", at)) {
                comment(alone);
            } else {
                alone = false;
                cut(c);
            }
        }
    }

    private void cut(char c) {
        if (isLetter(c)) {
            add(Kind.NAME, endOfName());
        } else if (isDigit(c)) {
            add(Kind.NUMBER, endOfNumber());
        } else if (c == '"') {
            text();
        } else if (line.startsWith("/*", at)) {
            refuseRest("block-comment", "comments between /* and */ are not used in rule files", "Begin each line with //.");
        } else if (c == '\'') {
            singleQuotes();
        } else if (Lookalikes.endOfText(line, at) > 0) {
            lookalike(at);
            quoted(Lookalikes.endOfText(line, at));
        } else if (c > ' ' && c < 127 && c != '\\') {
            boolean pair = at + 1 < line.length() && PAIRS.contains(line.substring(at, at + 2));
            add(Kind.SIGN, at + (pair ? 2 : 1));
        } else {
            strange();
        }
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, line.substring(at, end), spot(at), spot(end)));
        at = end;
    }

    private void comment(boolean alone) {
        String text = line.substring(at + 2);
        comments.add(new RuleTree.Comment(spot(at), text, alone));
        for (int i = at + 2; i < line.length(); i++) {
            if (line.startsWith("\\u", i)) {
                findings.unreadable(
                        "backslash",
                        spot(i),
                        "a backslash with u hides another character from the eye",
                        "Write the character itself.");
            } else {
                requireVisible(i);
            }
        }
        at = line.length();
    }

    private void text() {
        int end = line.indexOf('"', at + 1);
        int like = Lookalikes.endOfText(line, at);
        if (end < 0 && like > 0) {
            quoted(like);
            return;
        }
        if (end < 0) {
            findings.unreadable(
                    "unclosed-text",
                    spot(at),
                    "the text that begins here has no closing quote on its line",
                    "Close it with \" where it ends.");
            end = line.length();
        }
        for (int i = at + 1; i < end; i++) {
            requirePlain(i);
        }
        tokens.add(new Token(Kind.TEXT, line.substring(at + 1, end), spot(at), spot(Math.min(end + 1, line.length()))));
        at = Math.min(end + 1, line.length());
    }

    private void singleQuotes() {
        String message = "single quotes do not hold a text";
        String hint = "Write the text in double quotes: \"...\".";
        int end = line.indexOf('\'', at + 1);
        if (end < 0) {
            refuseRest("single-quotes", message, hint);
        } else {
            slips.add("single-quotes", spot(at), message, hint);
            quoted(end);
        }
    }

    /** A text whose quotes are not those of rule files, read as if they were, so that all that is wrong with it comes out. */
    private void quoted(int end) {
        if (Lookalikes.isQuote(line.charAt(end))) {
            lookalike(end);
        }
        for (int i = at + 1; i < end; i++) {
            requirePlain(i);
        }
        tokens.add(new Token(Kind.TEXT, line.substring(at + 1, end), spot(at), spot(end + 1)));
        at = end + 1;
    }

    private void lookalike(int i) {
        int c = line.charAt(i);
        slips.add("bad-character", spot(i), Lookalikes.name(c) + " has no meaning here", Lookalikes.instead(c));
    }

    private void refuseRest(String code, String message, String hint) {
        findings.unreadable(code, spot(at), message, hint);
        at = line.length();
    }

    private void requirePlain(int i) {
        if (line.charAt(i) == '\\') {
            findings.unreadable(
                    "backslash",
                    spot(i),
                    "a backslash has no place in a text: it can hide another character",
                    "Write the character itself; a text cannot hold a double quote.");
        } else if (line.charAt(i) == '\t') {
            findings.unreadable("hidden-character", spot(i), "a tab in a text looks like blanks", "Write a blank.");
        } else {
            requireVisible(i);
        }
    }

    private void requireVisible(int i) {
        int c = line.codePointAt(i);
        boolean inside = i > 0 && Character.isSurrogatePair(line.charAt(i - 1), line.charAt(i));
        if (!inside && c != '\t' && Hidden.isAt(line, i)) {
            findings.unreadable(
                    "hidden-character",
                    spot(i),
                    Lookalikes.name(c) + " cannot be seen and can make a line read differently from what it says",
                    "Delete it.");
        }
    }

    /** Outside texts and comments only printable ASCII means anything; a run of other characters is reported once. */
    private void strange() {
        int c = line.codePointAt(at);
        if (c == '\\') {
            findings.unreadable("backslash", spot(at), "a backslash has no place in a rule file", "Delete it.");
        } else {
            String message = Lookalikes.name(c) + " has no meaning here";
            findings.unreadable("bad-character", spot(at), message, Lookalikes.instead(c));
        }
        while (at < line.length() && (line.charAt(at) >= 127 || line.charAt(at) == c || isControl(line.charAt(at)))) {
            at++;
        }
    }

    private int endOfName() {
        int end = at + 1;
        while (end < line.length() && (isLetter(line.charAt(end)) || isDigit(line.charAt(end)) || isHyphen(end))) {
            end++;
        }
        return end;
    }

    /** {@code agenda-group} is one word to the eye, so it is one token and refused as one. */
    private boolean isHyphen(int i) {
        return line.charAt(i) == '-' && i + 1 < line.length() && isLetter(line.charAt(i + 1));
    }

    private int endOfNumber() {
        int end = at + 1;
        while (end < line.length() && (isLetter(line.charAt(end)) || isDigit(line.charAt(end)) || isPoint(end))) {
            end++;
        }
        return end;
    }

    private boolean isPoint(int i) {
        return line.charAt(i) == '.' && i + 1 < line.length() && isDigit(line.charAt(i + 1));
    }

    private SourceSpot spot(int index) {
        return new SourceSpot(number, index + 1);
    }

    private static boolean isLetter(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == '$';
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isControl(char c) {
        return c < ' ' && c != '\t' || c == 127;
    }
}
