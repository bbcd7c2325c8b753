package dev.plaindeal.rules;

import dev.plaindeal.rules.ReadFile.ReadRule;
import dev.plaindeal.rules.grammar.FactFields;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleParser;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import dev.plaindeal.rules.grammar.RuleTree;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Understands the rule files of one folder: first the tree, then each rule. Immutable and thread-safe. */
public final class FileReader {

    private final RuleFolder vocabulary;
    private final FactFields fields;
    private final DeclaredAttributes attributes;
    private final Map<Class<?>, WordBook> words = new HashMap<>();

    /** Without attributes of the host's own. */
    public FileReader(RuleFolder vocabulary, FactFields fields) {
        this(vocabulary, fields, DeclaredAttributes.NONE);
    }

    /** {@code fields} are those of the facts, the attributes among them. */
    FileReader(RuleFolder vocabulary, FactFields fields, DeclaredAttributes attributes) {
        this.vocabulary = vocabulary;
        this.fields = fields;
        this.attributes = attributes;
        for (Class<?> fact : vocabulary.facts().values()) {
            words.put(fact, vocabulary.isPromotions() ? RuleReader.PROMISES : new WordBook(fact));
        }
    }

    public ReadFile read(RuleFile file) {
        RuleLines source = new RuleLines(file.shown(), file.text());
        FileProblems findings = new FileProblems(source);
        RuleTree tree = RuleParser.parse(source, vocabulary.packageName(), findings);
        requireNames(tree, file, findings);
        PatternReader patterns = new PatternReader(vocabulary, fields, attributes, findings);
        RuleReader reader = new RuleReader(
                vocabulary, patterns, new LinePatternReader(vocabulary, patterns, findings), words, source, findings);
        String says = tree.says();
        List<ReadRule> rules = new ArrayList<>();
        for (RuleNode node : tree.rules()) {
            reader.read(node, says).ifPresent(rules::add);
        }
        return new ReadFile(file, rules, findings.all());
    }

    private void requireNames(RuleTree tree, RuleFile file, FileProblems findings) {
        Set<String> seen = new HashSet<>();
        for (RuleNode rule : tree.rules()) {
            String name = rule.name().text();
            if (!seen.add(name)) {
                findings.error("name-twice", rule.name().at(), "two rules in this file are called " + name, "Rename one.");
            } else if (vocabulary.isPromotions()) {
                requireOneName(rule.name(), seen.size(), file, findings);
            }
        }
    }

    private static void requireOneName(RuleTree.Name rule, int place, RuleFile file, FileProblems findings) {
        if (place > 1) {
            findings.error(
                    "one-rule-per-file",
                    rule.at(),
                    "a file in promotions/ holds one rule; " + rule.text() + " is another",
                    "Move it to a file " + rule.text() + ".drl.");
        } else if (!rule.text().equals(file.name())) {
            findings.error(
                    "file-name",
                    rule.at(),
                    "the rule is called " + rule.text() + ", its file " + file.name() + ".drl",
                    "Give both one name: it is the promotion's id.");
        }
    }
}
