package dev.plaindeal.rules.grammar;

import dev.plaindeal.basket.AttributeType;
import dev.plaindeal.money.Amounts;
import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.Condition.Operator;
import dev.plaindeal.offer.LinePattern.Presence;
import dev.plaindeal.offer.PriceBound;
import dev.plaindeal.offer.PriceField;
import dev.plaindeal.problem.Senseless;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.LineNode;
import dev.plaindeal.rules.grammar.RuleTree.Literal;
import dev.plaindeal.rules.grammar.RuleTree.Name;
import dev.plaindeal.rules.grammar.RuleTree.Pattern;
import dev.plaindeal.rules.grammar.RuleTree.Reference;
import dev.plaindeal.rules.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads what stands between {@code when} and {@code then}: one pattern, and behind it lines of the basket. */
final class PatternParser {

    static final int MOST_CONSTRAINTS = 50;

    /** Drools turns the values into one expression as deep as they are many, and runs out of stack at some thousands. */
    static final int MOST_VALUES = 200;

    /** Each further line multiplies what Drools may have to look at. */
    static final int MOST_LINES = 5;

    private static final Set<String> ENDS = Set.of("then", "end", "rule", "when");
    private static final String SHAPE =
            "Write for instance: $coupon : PlatformCoupon( code == \"SAVE10\", market == \"US\" )";
    private static final String ATTRIBUTE = "An attribute is asked for by its name: text(\"member-tier\") == \"gold\"";
    private static final String PRICE = "A price is asked for beside an amount: pricedFrom(\"USD 50\") == true";
    private static final String CONDITION = "A condition is a field, a comparison and a value: market == \"US\"";

    private final Cursor cursor;
    private final FileProblems findings;
    private final Literals literals;

    PatternParser(Cursor cursor, FileProblems findings) {
        this.cursor = cursor;
        this.findings = findings;
        this.literals = new Literals(cursor, findings);
    }

    /** The first pattern, or empty when it could not be read, which is then at the end of the section. */
    Optional<Pattern> pattern() {
        Optional<Pattern> pattern = read();
        if (pattern.isEmpty()) {
            cursor.skipOverBrackets(Set.of(), ENDS);
        }
        return pattern;
    }

    /** The patterns behind the first; stands at the end of the section afterwards. */
    List<LineNode> lines() {
        List<LineNode> lines = new ArrayList<>();
        while (!cursor.at("then", "end", "rule", "when") && !cursor.atStatement()) {
            Token first = cursor.peek();
            Optional<LineNode> line = line();
            line.ifPresent(lines::add);
            if (line.isEmpty()) {
                cursor.skipOverBrackets(Set.of(), ENDS);
            }
            if (lines.size() == MOST_LINES + 1) {
                String message = "a rule asks for at most " + MOST_LINES + " lines behind its first pattern";
                findings.error("too-many", first.at(), message, "Split it into several rules.");
            }
        }
        return lines;
    }

    private Optional<LineNode> line() {
        Token token = cursor.peek();
        Presence presence = cursor.takeIf("exists") ? Presence.EXISTS : cursor.takeIf("not") ? Presence.NOT : Presence.NAMED;
        if (presence == Presence.NAMED) {
            boolean named = token.isVariable() && cursor.peekAfter().is(":");
            if (!named) {
                more();
                return Optional.empty();
            }
            return variable().filter(this::isBeforeLine).flatMap(this::read).map(pattern -> new LineNode(presence, pattern));
        }
        if (cursor.peek().isVariable() || cursor.at("(", "exists", "not")) {
            cursor.unexpected(
                    "behind " + presence.word() + " stands Line( ... ) alone",
                    "Write: " + presence.word() + " Line( category == \"tea\" )");
            return Optional.empty();
        }
        return read(new Name("", cursor.peek().at())).map(pattern -> new LineNode(presence, pattern));
    }

    /** Whether behind a name and its colon comes neither {@code exists} nor {@code not}; reports that. */
    private boolean isBeforeLine(Name variable) {
        boolean exists = cursor.peek().is("exists");
        boolean not = cursor.peek().is("not");
        if (exists) {
            cursor.unexpected(
                    "a line with a name has to be there anyway, without exists",
                    "Maybe " + variable.text() + " : Line( ... ), or exists Line( ... ) without " + variable.text() + "?");
        } else if (not) {
            cursor.unexpected("what is not there has no name", "Maybe not Line( ... ) without " + variable.text() + "?");
        }
        return !exists && !not;
    }

    private Optional<Pattern> read() {
        return variable().flatMap(this::read);
    }

    private Optional<Pattern> read(Name variable) {
        Optional<Token> fact = cursor.expect(Kind.NAME, "the name of a fact", SHAPE);
        if (fact.isEmpty() || !cursor.expect("(", SHAPE)) {
            return Optional.empty();
        }
        Token token = fact.get();
        int before = findings.size();
        List<Constraint> constraints = constraints();
        boolean whole = findings.size() == before && findings.isReadable(token.at().line());
        return Optional.of(new Pattern(variable, new Name(token.text(), token.at()), constraints, whole));
    }

    private Optional<Name> variable() {
        Token token = cursor.peek();
        if (token.is("exists")) {
            cursor.unexpected("a rule begins with what it is for; lines of the basket are asked for behind that", SHAPE);
            return Optional.empty();
        }
        if (token.is(Kind.NAME) && !token.isVariable() && RefusedSyntax.find(token).isEmpty() && !ENDS.contains(token.text())) {
            boolean named = cursor.peekAfter().is(":");
            cursor.unexpected(
                    named ? "a variable begins with $, " + token.shown() + " does not" : "the pattern has no variable",
                    named ? "Write $" + token.text() + "." : "Write: $it : " + token.text() + "(");
            return Optional.empty();
        }
        if (!token.isVariable()) {
            cursor.fail("a variable such as $coupon", SHAPE);
            return Optional.empty();
        }
        cursor.take();
        return cursor.expect(":", SHAPE) ? Optional.of(new Name(token.text(), token.at())) : Optional.empty();
    }

    private void more() {
        Token token = cursor.peek();
        if (token.is(",") || token.is(";") || token.is("and") || token.is("&&")) {
            cursor.unexpected("patterns stand one below the other, with nothing between them", "Delete it.");
        } else if (token.is(Kind.NAME) && cursor.peekAfter().is("(") && RefusedSyntax.find(token).isEmpty()) {
            findings.error(
                    "second-pattern",
                    token.at(),
                    "before " + token.shown() + " nothing says whether it has to be there",
                    "Write exists Line( ... ), not Line( ... ) or $line : Line( ... ).");
        } else if (!cursor.refuses()) {
            findings.error(
                    "second-pattern",
                    cursor.peek().at(),
                    "behind the first pattern a rule asks for lines of the basket; here begins something else with "
                            + cursor.peek().shown(),
                    "Write exists Line( ... ), not Line( ... ) or $line : Line( ... ); all else goes into the first pattern's brackets.");
        }
    }

    private List<Constraint> constraints() {
        List<Constraint> all = new ArrayList<>();
        if (cursor.takeIf(")")) {
            return all;
        }
        do {
            Optional<Constraint> one = constraint();
            one.ifPresent(all::add);
            if (!cursor.at(",", ")")) {
                if (one.isPresent() && !cursor.refuses()) {
                    cursor.missing(", or )", "Conditions are separated by commas.");
                }
                cursor.skipOverBrackets(Set.of(",", ")"), ENDS);
                if (!cursor.at(",", ")") || cursor.peek().is(Kind.END)) {
                    return all;
                }
            }
        } while (cursor.takeIf(","));
        cursor.expect(")", "The pattern's bracket is not closed.");
        requireFew(all);
        return all;
    }

    private void requireFew(List<Constraint> all) {
        if (all.size() > MOST_CONSTRAINTS) {
            findings.error(
                    "too-many",
                    all.get(MOST_CONSTRAINTS).at(),
                    "a rule has at most " + MOST_CONSTRAINTS + " conditions",
                    "Split it into several rules.");
        }
    }

    private Optional<Constraint> constraint() {
        Optional<Token> field = cursor.expect(Kind.NAME, "a field", CONDITION);
        if (field.isEmpty() || !isField(field.get())) {
            return Optional.empty();
        }
        Optional<Name> name = asked(field.get());
        if (name.isEmpty()) {
            cursor.skipOverBrackets(Set.of(")"), ENDS);
            cursor.takeIf(")");
            return Optional.empty();
        }
        SourceSpot at = cursor.peek().at();
        return operator().flatMap(operator -> constraint(name.get(), operator, at));
    }

    private Optional<Constraint> constraint(Name field, Operator operator, SourceSpot at) {
        if (cursor.atStatement() && operator != Operator.IN && operator != Operator.NOT_IN) {
            return reference().map(other ->
                    new Constraint(field, operator, at, List.of(), Optional.of(other), cursor.last().after()));
        }
        return values(operator).map(values ->
                new Constraint(field, operator, at, values, Optional.empty(), cursor.last().after()));
    }

    /** {@code $phone.brand}: it looks as a statement begins. */
    private Optional<Reference> reference() {
        Token variable = cursor.take();
        cursor.take();
        return cursor.expect(Kind.NAME, "a field", "Write for instance: brand == " + variable.text() + ".brand")
                .map(field -> new Reference(new Name(variable.text(), variable.at()), new Name(field.text(), field.at())));
    }

    /** What a condition asks for: a field, an attribute by its name or a price beside an amount, its word being taken. */
    private Optional<Name> asked(Token word) {
        Optional<AttributeType> type = AttributeType.find(word.text());
        Optional<PriceBound> bound = PriceBound.find(word.text());
        if (type.isEmpty() && bound.isEmpty() || !cursor.takeIf("(")) {
            return Optional.of(new Name(word.text(), word.at()));
        }
        Optional<String> field = type.isPresent()
                ? inBrackets("an attribute's name in double quotes", ATTRIBUTE).map(name -> attribute(type.get(), name))
                : inBrackets("an amount in double quotes", PRICE).map(amount -> price(bound.orElseThrow(), amount));
        return field.map(text -> new Name(text, word.at()));
    }

    private Optional<Token> inBrackets(String what, String hint) {
        return cursor.expect(Kind.TEXT, what, hint).filter(text -> cursor.expect(")", hint));
    }

    private String attribute(AttributeType type, Token name) {
        if (AttributeField.isName(name.text())) {
            return new AttributeField(type, name.text()).text();
        }
        findings.error(
                "wrong-value",
                name.at(),
                FieldValues.ATTRIBUTE.refusal("name", name.text()),
                FieldValues.ATTRIBUTE.hint(name.text()));
        return type.key();
    }

    private String price(PriceBound bound, Token amount) {
        try {
            return new PriceField(bound, Amounts.of(amount.text())).text();
        } catch (IllegalArgumentException sentence) {
            findings.error("no-sense", amount.at(), bound.key() + ": " + sentence.getMessage(), Senseless.hint(sentence));
            return bound.key();
        }
    }

    /** A refused word can be the name of a field too; what follows it tells. */
    private boolean isField(Token token) {
        Optional<RefusedSyntax> refused = RefusedSyntax.find(token);
        if (refused.isPresent() && !isComparison(cursor.peek())) {
            cursor.refuse(token, refused.get());
            return false;
        }
        return true;
    }

    private static boolean isComparison(Token token) {
        return token.is("not") || find(token.text()).isPresent() && !token.is(Kind.TEXT);
    }

    private Optional<Operator> operator() {
        boolean not = cursor.takeIf("not");
        Token token = cursor.peek();
        Optional<Operator> found = token.is(Kind.TEXT) ? Optional.empty() : find((not ? "not " : "") + token.text());
        if (found.isPresent()) {
            cursor.take();
            return found;
        }
        return not ? failNot() : failOperator(token);
    }

    private Optional<Operator> failNot() {
        cursor.fail("in or contains after not", CONDITION);
        return Optional.empty();
    }

    private Optional<Operator> failOperator(Token token) {
        if (token.is("=")) {
            findings.error("not-expected", token.at(), "a single = compares nothing", "Write ==.");
            cursor.take();
            return Optional.of(Operator.IS);
        }
        if (token.is(".") || token.is("(")) {
            findings.error(
                    "refused", token.at(), "conditions ask for a field as it is and reach no further", CONDITION);
        } else if (token.is(":")) {
            findings.error("refused", token.at(), "a field is not given a name of its own", CONDITION);
        } else if (token.is(",") || token.is(")")) {
            cursor.unexpected(
                    "this condition compares nothing",
                    "Write for instance newBuyer == true; true and false are compared too.");
        } else {
            cursor.fail("a comparison", CONDITION);
        }
        return Optional.empty();
    }

    private Optional<Literal> value() {
        Token token = cursor.peek();
        if (token.isVariable()) {
            cursor.unexpected(
                    "a value cannot be a variable such as " + token.shown(),
                    "Compare with a field of it, as in brand == $phone.brand, or with a text in double quotes, a whole number, true or false.");
            return Optional.empty();
        }
        if (token.is(Kind.NAME) && cursor.peekAfter().is(".") && RefusedSyntax.find(token).isEmpty()) {
            cursor.unexpected(
                    "a field of another line is asked for by its variable, which begins with $; " + token.shown() + " does not",
                    "Maybe $" + token.text() + "." + field() + "?");
            return Optional.empty();
        }
        return literals.literal();
    }

    /** The name two tokens on, behind a word and a point; an example where none is there. */
    private String field() {
        Token field = cursor.peekBeyond();
        return field.is(Kind.NAME) ? field.text() : "brand";
    }

    private Optional<List<Literal>> values(Operator operator) {
        if (operator != Operator.IN && operator != Operator.NOT_IN) {
            return value().map(List::of);
        }
        if (!cursor.expect("(", "Write the values between brackets: market in (\"ID\", \"MY\")")) {
            return Optional.empty();
        }
        Token first = cursor.last();
        List<Literal> values = literals.list(ENDS);
        if (values.isEmpty()) {
            findings.error("not-expected", first.after(), "no value between the brackets", "Name at least one.");
            return Optional.empty();
        }
        if (values.size() > MOST_VALUES) {
            SourceSpot at = values.get(MOST_VALUES).at();
            String message = "one condition names at most " + MOST_VALUES + " values";
            findings.error("too-many", at, message, "Split the rule in two.");
        }
        return Optional.of(values);
    }

    private static Optional<Operator> find(String text) {
        for (Operator operator : Operator.values()) {
            if (operator.text().equals(text)) {
                return Optional.of(operator);
            }
        }
        return Optional.empty();
    }
}
