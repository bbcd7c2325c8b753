package dev.plaindeal.rules.grammar;

import dev.plaindeal.rules.grammar.RuleTree.Comment;
import dev.plaindeal.rules.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the tokens of a sound rule file in one layout. Every comment stays between the two tokens it stands between,
 * on a line of its own or behind a token as before, with an empty line before it where there was one.
 */
final class LayoutWriter {

    private static final int SECTION = 4;
    private static final int CONTINUED = 8;

    /** A token, what stands between it and the one before on a line, and whether a line may break there. */
    private record SpacedToken(Token token, String glue, boolean mayBreak) {}

    private final List<Token> tokens;
    private final List<Comment> comments;
    private final LayoutPage page = new LayoutPage();
    private int next;
    private int nextComment;
    private int lastLine;

    LayoutWriter(List<Token> tokens, List<Comment> comments) {
        this.tokens = tokens;
        this.comments = comments;
    }

    String text() {
        while (!peek().is(Kind.END)) {
            if (peek().is("rule")) {
                rule();
            } else {
                header();
            }
        }
        commentsBefore(peek(), 0, true);
        return page.text();
    }

    private Token peek() {
        return tokens.get(next);
    }

    /** {@code package} or {@code import}; the semicolon is not needed, but a comment before it needs its place. */
    private void header() {
        line(0, false);
        while (!peek().is("import") && !peek().is("rule") && !peek().is(Kind.END)) {
            boolean commented = nextComment < comments.size() && isBefore(comments.get(nextComment), peek());
            if (peek().is(";") && !commented) {
                skip();
            } else {
                boolean joined = peek().is(".") || peek().is(";") || tokens.get(next - 1).is(".");
                put(new SpacedToken(peek(), joined ? "" : " ", false), false);
            }
        }
    }

    private void rule() {
        line(0, true);
        put(new SpacedToken(peek(), " ", false), false);
        line(0, false);
        line(SECTION, false);
        pattern();
        while (!peek().is("then")) {
            line(SECTION, false);
            pattern();
        }
        line(0, false);
        while (!peek().is("end")) {
            line(SECTION, false);
            statement();
        }
        commentsBefore(peek(), SECTION, false);
        line(0, false);
    }

    /** {@code $x : Fact( a == "b", c in ("d", "e") )}, the variable, exists or not being written already. */
    private void pattern() {
        unit(peek().is(":") ? List.of(piece(" "), piece(" "), piece("")) : List.of(piece(" "), piece("")));
        boolean closed = false;
        while (!closed) {
            List<SpacedToken> constraint = new ArrayList<>();
            boolean inList = false;
            boolean over = false;
            while (!over) {
                SpacedToken piece = piece(constraint, inList);
                closed = piece.token().is(")") && !inList;
                inList = piece.token().is("(") || inList && !piece.token().is(")");
                constraint.add(piece);
                over = closed || piece.token().is(",") && !inList;
            }
            unit(constraint);
        }
    }

    private SpacedToken piece(String glue) {
        return new SpacedToken(tokens.get(next++), glue, false);
    }

    private SpacedToken piece(List<SpacedToken> before, boolean inList) {
        Token token = tokens.get(next++);
        Token last = before.isEmpty() ? tokens.get(next - 2) : before.get(before.size() - 1).token();
        boolean closesList = token.is(")") && inList;
        boolean asksByName = token.is("(") && before.size() == 1;
        boolean joined = token.is(",") || token.is(".") || last.is(".") || asksByName || closesList || last.is("-") || inList && last.is("(");
        return new SpacedToken(token, joined ? "" : " ", inList && !token.is(",") && !closesList && !last.is("-"));
    }

    /** {@code .word(a, b).word(c);}, the variable being written already; breaks between words first. */
    private void statement() {
        boolean over = false;
        while (!over) {
            List<SpacedToken> word = new ArrayList<>();
            do {
                Token token = tokens.get(next++);
                boolean value = token.is(Kind.TEXT) || token.is(Kind.NUMBER) || token.is(Kind.NAME) || token.is("-");
                boolean second = value && tokens.get(next - 2).is(",");
                word.add(new SpacedToken(token, second ? " " : "", second));
                over = token.is(";");
            } while (!over && !peek().is("."));
            unit(word);
        }
    }

    /** Writes pieces that belong together on one line where they fit. */
    private void unit(List<SpacedToken> pieces) {
        int back = next;
        next -= pieces.size();
        int width = pieces.stream().mapToInt(LayoutWriter::width).sum();
        boolean isolated = !page.isFresh() && !page.hasRoom(width) && !tokens.get(next - 1).isVariable();
        if (isolated) {
            page.open(CONTINUED);
        }
        for (int i = 0; i < pieces.size(); i++) {
            boolean full = pieces.get(i).mayBreak() && !page.isFresh() && !page.hasRoom(unbroken(pieces, i));
            put(pieces.get(i), full);
        }
        next = back;
    }

    /** The width up to the next place where the line may break. */
    private static int unbroken(List<SpacedToken> pieces, int from) {
        int width = width(pieces.get(from));
        for (int i = from + 1; i < pieces.size() && !pieces.get(i).mayBreak(); i++) {
            width += width(pieces.get(i));
        }
        return width;
    }

    private static int width(SpacedToken piece) {
        return piece.glue().length() + written(piece.token()).length();
    }

    /** Writes a token behind what is on the line, or below it, with the comments before it. */
    private void put(SpacedToken piece, boolean below) {
        commentsBefore(piece.token(), CONTINUED, false);
        if (page.isClosed() || below) {
            page.open(CONTINUED);
        }
        page.write(piece.glue(), written(piece.token()));
        skip();
    }

    /** Writes the next token at the beginning of a line of its own. */
    private void line(int indent, boolean apart) {
        Token token = peek();
        boolean commented = commentsBefore(token, indent, apart);
        if (commented && token.at().line() > lastLine + 1 || apart && !commented) {
            page.blank();
        }
        page.open(indent);
        page.write("", written(token));
        skip();
    }

    private void skip() {
        lastLine = peek().at().line();
        next++;
    }

    /** Writes what comments stand before a token; whether one of them has a line of its own. */
    private boolean commentsBefore(Token token, int indent, boolean apart) {
        boolean any = false;
        while (nextComment < comments.size() && isBefore(comments.get(nextComment), token)) {
            Comment comment = comments.get(nextComment++);
            if (comment.alone()) {
                if (comment.at().line() > lastLine + 1 && lastLine > 0 || apart && !any) {
                    page.blank();
                }
                page.open(indent);
                any = true;
            }
            page.close(written(comment));
            lastLine = comment.at().line();
        }
        return any;
    }

    private static boolean isBefore(Comment comment, Token token) {
        return comment.at().compareTo(token.at()) < 0;
    }

    private static String written(Comment comment) {
        String text = comment.text().replaceAll("[ \t]+$", "");
        boolean tight = !text.isEmpty() && Character.isLetterOrDigit(text.charAt(0));
        return "//" + (tight ? " " : "") + text;
    }

    private static String written(Token token) {
        return token.is(Kind.TEXT) ? '"' + token.text() + '"' : token.text();
    }
}
