package dev.plaindeal.rules.grammar;

import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.LinePattern.Presence;
import java.util.List;
import java.util.Optional;

/**
 * A rule file as it was understood: everything it says, and where.
 *
 * @param comments every comment, in order
 * @param rules its rules, in order
 */
public record RuleTree(List<Comment> comments, List<RuleNode> rules) {

    /**
     * A comment.
     *
     * @param at where its two strokes begin
     * @param text what stands behind them
     * @param alone whether nothing else is on its line
     */
    record Comment(SourceSpot at, String text, boolean alone) {}

    /** A name and where it stands. */
    public record Name(String text, SourceSpot at) {}

    /**
     * One rule.
     *
     * @param name its name
     * @param pattern what it matches
     * @param lines what else it asks of the basket
     * @param statements what it says after {@code then}
     */
    public record RuleNode(Name name, Pattern pattern, List<LineNode> lines, List<Statement> statements) {}

    /**
     * A pattern behind the first: {@code exists Line( constraints )}.
     *
     * @param presence whether such a line has to be there
     * @param pattern the line; its variable is empty where it has none
     */
    public record LineNode(Presence presence, Pattern pattern) {}

    /**
     * {@code $variable : Fact( constraints )}.
     *
     * @param variable what statements call it
     * @param fact what it matches
     * @param constraints what it asks, as far as it could be read
     * @param isWhole whether all of it could be read
     */
    public record Pattern(Name variable, Name fact, List<Constraint> constraints, boolean isWhole) {}

    /**
     * {@code field operator values}.
     *
     * @param reference what it compares with instead of values
     */
    public record Constraint(
            Name field,
            Operator operator,
            SourceSpot at,
            List<Literal> values,
            Optional<Reference> reference,
            SourceSpot after) {}

    /** {@code $variable.field}: a field of what stands before. */
    public record Reference(Name variable, Name field) {}

    /** A string, an integer or a boolean. */
    public record Literal(Object value, SourceSpot at) {}

    /** {@code $variable.word(...).word(...);}. */
    public record Statement(Name variable, List<Call> calls) {}

    /** {@code word(literals)}. */
    public record Call(Name word, List<Literal> arguments, SourceSpot after) {}

    /** The comment at the very top as sentences on one line, empty when the file begins with something else. */
    public String says() {
        StringBuilder says = new StringBuilder();
        int expected = comments.isEmpty() ? 0 : comments.get(0).at().line();
        for (Comment comment : comments) {
            if (!comment.alone() || comment.at().line() != expected || !aboveRules(comment)) {
                break;
            }
            says.append(comment.text().strip()).append(' ');
            expected++;
        }
        return says.toString().strip();
    }

    private boolean aboveRules(Comment comment) {
        return rules.isEmpty() || comment.at().line() < rules.get(0).name().at().line();
    }
}
