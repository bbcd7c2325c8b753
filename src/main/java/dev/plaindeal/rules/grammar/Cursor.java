package dev.plaindeal.rules.grammar;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.rules.grammar.Token.Kind;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Walks over the tokens of a file and says what was expected where something else stands. */
final class Cursor {

    private final List<Token> tokens;
    private final FileProblems findings;
    private int next;

    Cursor(List<Token> tokens, FileProblems findings) {
        this.tokens = tokens;
        this.findings = findings;
    }

    Token peek() {
        return tokens.get(next);
    }

    Token peekAfter() {
        return ahead(1);
    }

    /** The one behind {@link #peekAfter}. */
    Token peekBeyond() {
        return ahead(2);
    }

    private Token ahead(int tokens) {
        return this.tokens.get(Math.min(next + tokens, this.tokens.size() - 1));
    }

    Token take() {
        Token token = peek();
        if (!token.is(Kind.END)) {
            next++;
        }
        return token;
    }

    /** The token before this one; at the beginning, this one. */
    Token last() {
        return tokens.get(Math.max(0, next - 1));
    }

    boolean at(String... signs) {
        for (String sign : signs) {
            if (peek().is(sign)) {
                return true;
            }
        }
        return peek().is(Kind.END);
    }

    /** Whether a statement seems to begin here. */
    boolean atStatement() {
        return peek().isVariable() && peekAfter().is(".");
    }

    /** Takes the sign when it is next. */
    boolean takeIf(String sign) {
        boolean is = peek().is(sign);
        if (is) {
            next++;
        }
        return is;
    }

    /** Takes the sign, or reports what stands there instead. */
    boolean expect(String sign, String hint) {
        return takeIf(sign) || fail(sign, hint);
    }

    /** Takes a token of this kind, or reports what stands there instead. */
    Optional<Token> expect(Kind kind, String what, String hint) {
        if (peek().is(kind)) {
            return Optional.of(take());
        }
        fail(what, hint);
        return Optional.empty();
    }

    /** Reports the next token as out of place; always false. */
    boolean fail(String expected, String hint) {
        Token found = peek();
        Optional<RefusedSyntax> refused = RefusedSyntax.find(found);
        if (!isReadable()) {
            return false;
        }
        if (refused.isPresent()) {
            refuse(found, refused.get());
        } else {
            String near = found.is(Kind.NAME) ? Nearest.hint(found.text(), Set.of(expected), hint) : hint;
            findings.error("not-expected", found.at(), "expected " + expected + ", found " + found.shown(), near);
        }
        return false;
    }

    /** Reports a missing sign right behind what was taken last. */
    void missing(String sign, String hint) {
        if (isReadable()) {
            findings.error("not-expected", last().after(), "expected " + sign + " here", hint);
        }
    }

    /** Reports the next token as out of place in words of one's own. */
    void unexpected(String message, String hint) {
        if (isReadable()) {
            findings.error("not-expected", peek().at(), message, hint);
        }
    }

    /** What is passed over on a line that was not understood is no news, and neither is what follows from it. */
    private boolean isReadable() {
        boolean readable = findings.isReadable(last().at().line()) && findings.isReadable(peek().at().line());
        if (!readable) {
            findings.passOver(peek().at());
        }
        return readable;
    }

    void refuse(Token found, RefusedSyntax reason) {
        findings.error("refused", found.at(), found.shown() + " is refused: " + reason.why(), reason.instead());
    }

    /** Whether the next token is a word of the rule language that no rule file may use here; reports it. */
    boolean refuses() {
        Optional<RefusedSyntax> refused = RefusedSyntax.find(peek());
        refused.ifPresent(reason -> refuse(peek(), reason));
        return refused.isPresent();
    }

    void skipTo(String... signs) {
        while (!at(signs)) {
            next++;
        }
    }

    /** Skips to a sign that is not inside brackets opened on the way, or to one that ends the section. */
    void skipOverBrackets(Set<String> stops, Set<String> ends) {
        int depth = 0;
        while (!peek().is(Kind.END) && !isOneOf(ends)) {
            if (depth == 0 && isOneOf(stops)) {
                return;
            }
            depth += isOneOf(Set.of("(", "[", "{")) ? 1 : isOneOf(Set.of(")", "]", "}")) ? -1 : 0;
            next++;
        }
    }

    private boolean isOneOf(Set<String> signs) {
        return !peek().is(Kind.TEXT) && signs.contains(peek().text());
    }
}
