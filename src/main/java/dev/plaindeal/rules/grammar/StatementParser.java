package dev.plaindeal.rules.grammar;

import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.Name;
import dev.plaindeal.rules.grammar.RuleTree.Statement;
import dev.plaindeal.rules.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between {@code then} and {@code end}: statements of words. */
final class StatementParser {

    static final int MOST_STATEMENTS = 100;
    static final int MOST_WORDS = 100;

    private static final Set<String> ENDS = Set.of("end", "rule", "when", "then");
    private static final Set<String> STOPS = Set.of("end", "rule", "when", "then", ";");
    private static final String BRACKETS = "Words are followed by brackets, empty ones where nothing is to be said.";
    private static final String SHAPE =
            "A statement is the variable and its words: $coupon.percentOff(10).atMost(\"USD 20\");";

    private final Cursor cursor;
    private final FileProblems findings;
    private final Literals literals;

    StatementParser(Cursor cursor, FileProblems findings) {
        this.cursor = cursor;
        this.findings = findings;
        this.literals = new Literals(cursor, findings);
    }

    /** All statements; stands at the end of the section afterwards. */
    List<Statement> statements() {
        List<Statement> all = new ArrayList<>();
        SourceSpot first = cursor.last().at();
        boolean any = false;
        while (!cursor.at("end", "rule", "when", "then")) {
            any = true;
            statement().ifPresent(all::add);
        }
        if (!any && findings.noneIn(first, cursor.peek().at())) {
            findings.error("says-nothing", first, "nothing is said after then", SHAPE);
        }
        if (all.size() > MOST_STATEMENTS) {
            SourceSpot at = all.get(MOST_STATEMENTS).variable().at();
            findings.error("too-many", at, "a rule has at most " + MOST_STATEMENTS + " statements", "Write a second file.");
        }
        return all;
    }

    private Optional<Statement> statement() {
        Optional<Token> variable = variable();
        if (variable.isEmpty()) {
            skip();
            return Optional.empty();
        }
        List<Call> calls = new ArrayList<>();
        do {
            Optional<Call> call = call();
            if (call.isEmpty()) {
                skip();
                return Optional.empty();
            }
            calls.add(call.get());
        } while (cursor.peek().is("."));
        endOfStatement();
        requireFew(calls);
        return Optional.of(new Statement(new Name(variable.get().text(), variable.get().at()), calls));
    }

    private void requireFew(List<Call> calls) {
        if (calls.size() > MOST_WORDS) {
            SourceSpot at = calls.get(MOST_WORDS).word().at();
            findings.error("too-many", at, "a statement has at most " + MOST_WORDS + " words", "Write a second file.");
        }
    }

    private Optional<Token> variable() {
        Token token = cursor.peek();
        if (token.isVariable()) {
            return Optional.of(cursor.take());
        }
        if (!cursor.refuses()) {
            cursor.unexpected(
                    "expected the rule's variable, found " + token.shown() + ": only its words can be said here",
                    SHAPE);
        }
        return Optional.empty();
    }

    private Optional<Call> call() {
        if (!cursor.expect(".", SHAPE)) {
            return Optional.empty();
        }
        Optional<Token> word = cursor.expect(Kind.NAME, "a word", SHAPE);
        if (word.isEmpty() || !cursor.expect("(", BRACKETS)) {
            return Optional.empty();
        }
        Token token = word.get();
        List<Literal> arguments = literals.list(STOPS);
        return Optional.of(new Call(new Name(token.text(), token.at()), arguments, cursor.last().after()));
    }

    private void endOfStatement() {
        if (cursor.takeIf(";")) {
            return;
        }
        if (cursor.at("end", "rule", "when", "then") || cursor.peek().isVariable()) {
            cursor.missing(";", "A statement closes with ;");
        } else {
            if (!cursor.refuses()) {
                cursor.fail("; or another word", SHAPE);
            }
            skip();
        }
    }

    /** To the next statement; a block in braces is one mistake, not many. */
    private void skip() {
        cursor.skipOverBrackets(Set.of(";"), ENDS);
        cursor.takeIf(";");
    }
}
