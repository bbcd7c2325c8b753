package dev.plaindeal.rules.grammar;

import dev.plaindeal.rules.grammar.RuleTree.LineNode;
import dev.plaindeal.rules.grammar.RuleTree.Name;
import dev.plaindeal.rules.grammar.RuleTree.Pattern;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import dev.plaindeal.rules.grammar.RuleTree.Statement;
import dev.plaindeal.rules.grammar.Token.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the closed part of DRL that rule files are written in: a package, one import, and rules of one pattern,
 * lines of the basket behind it, and statements of words. It nests nowhere, so no text can make it deep or slow.
 */
public final class RuleParser {

    private static final String IMPORT = "dev.plaindeal.model.*";
    private static final String SHAPE = "A rule is: rule \"name\" when $variable : Fact( conditions ) then words; end";
    private static final Set<String> SECTIONS = Set.of("when", "then", "end", "rule");

    private final Cursor cursor;
    private final FileProblems findings;
    private final String packageName;
    private final PatternParser patterns;
    private final StatementParser statements;

    private RuleParser(Cursor cursor, FileProblems findings, String packageName) {
        this.cursor = cursor;
        this.findings = findings;
        this.packageName = packageName;
        this.patterns = new PatternParser(cursor, findings);
        this.statements = new StatementParser(cursor, findings);
    }

    /** What could be understood of the file; whether all of it was is for the findings to say. */
    public static RuleTree parse(RuleLines source, String packageName, FileProblems findings) {
        Lexer lexer = new Lexer(source, findings);
        Cursor cursor = new Cursor(lexer.tokens(), findings);
        List<RuleNode> rules = new RuleParser(cursor, findings, packageName).file();
        return new RuleTree(List.copyOf(lexer.comments()), rules);
    }

    private List<RuleNode> file() {
        header();
        List<RuleNode> rules = new ArrayList<>();
        boolean any = false;
        while (!cursor.peek().is(Kind.END)) {
            if (cursor.takeIf("rule")) {
                any = true;
                rule().ifPresent(rules::add);
            } else {
                outside();
            }
        }
        if (!any) {
            findings.error("no-rule", cursor.peek().at(), "there is no rule in this file", SHAPE);
        }
        return rules;
    }

    private void header() {
        if (cursor.expect("package", "Begin with: package " + packageName)) {
            packageName();
        }
        if (cursor.expect("import", "Go on with: import " + IMPORT)) {
            importLine();
        }
    }

    private void packageName() {
        Token first = cursor.peek();
        String name = dotted();
        if (!name.equals(packageName)) {
            findings.error(
                    "wrong-package",
                    first.at(),
                    "files in this folder belong to package " + packageName + ", not "
                            + (name.isEmpty() ? first.shown() : name),
                    "Write: package " + packageName);
        }
        cursor.takeIf(";");
    }

    private void importLine() {
        Token first = cursor.peek();
        String name = dotted();
        if (!name.equals(IMPORT)) {
            findings.error(
                    "wrong-import",
                    first.at(),
                    "only " + IMPORT + " can be imported: a rule file holds no code that could use anything else",
                    "Write: import " + IMPORT);
            cursor.skipTo(";", "import", "rule", "function", "global", "declare", "query");
        }
        cursor.takeIf(";");
    }

    /** Names joined by points on one line, with an asterisk at most at the end. */
    private String dotted() {
        StringBuilder name = new StringBuilder();
        int line = cursor.peek().at().line();
        boolean wantsName = true;
        while (cursor.peek().at().line() == line && (wantsName ? isPart() : cursor.peek().is("."))) {
            name.append(cursor.take().text());
            wantsName = !wantsName;
        }
        return name.toString();
    }

    private boolean isPart() {
        return cursor.peek().is(Kind.NAME) || cursor.peek().is("*");
    }

    private void outside() {
        if (cursor.peek().is("import") || cursor.peek().is("package")) {
            findings.error(
                    "not-expected",
                    cursor.peek().at(),
                    cursor.peek().text() + " belongs at the top of the file, once, before the rule",
                    "Delete this line.");
        } else {
            cursor.fail("rule", SHAPE);
        }
        cursor.take();
        cursor.skipTo("rule");
    }

    private Optional<RuleNode> rule() {
        Optional<Name> name = name();
        toWhen();
        Optional<Pattern> pattern = Optional.empty();
        List<LineNode> lines = List.of();
        if (cursor.takeIf("when") || cursor.peek().isVariable()) {
            pattern = patterns.pattern();
            lines = patterns.lines();
        }
        List<Statement> said = List.of();
        if (cursor.expect("then", SHAPE) || cursor.atStatement()) {
            said = statements.statements();
        }
        cursor.expect("end", "A rule closes with end.");
        return name.isEmpty() || pattern.isEmpty()
                ? Optional.empty()
                : Optional.of(new RuleNode(name.get(), pattern.get(), lines, said));
    }

    private Optional<Name> name() {
        Token token = cursor.peek();
        if (!token.is(Kind.TEXT)) {
            String example = token.is(Kind.NAME) && !SECTIONS.contains(token.text()) ? token.text() : "us-save10";
            cursor.fail("the rule's name in double quotes", "Write: rule \"" + example + "\"");
            if (token.is(Kind.NAME) && !SECTIONS.contains(token.text())) {
                cursor.take();
            }
            return Optional.empty();
        }
        cursor.take();
        if (!token.text().matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            findings.error(
                    "rule-name",
                    token.at(),
                    "a rule's name has 1 to 80 letters, digits, hyphens, points and underscores, and begins with a letter"
                            + " or digit; this is " + token.shown(),
                    "Write for instance: rule \"us-save10\"");
        }
        return Optional.of(new Name(token.text(), token.at()));
    }

    private void toWhen() {
        if (!cursor.peek().is("when")) {
            cursor.fail("when", SHAPE);
            if (!cursor.peek().isVariable()) {
                cursor.skipOverBrackets(Set.of(), SECTIONS);
            }
        }
    }
}
