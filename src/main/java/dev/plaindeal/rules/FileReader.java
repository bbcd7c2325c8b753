package dev.plaindeal.rules;

import dev.plaindeal.model.ChanceKind;
import dev.plaindeal.model.Condition;
import dev.plaindeal.model.Promise;
import dev.plaindeal.model.Promotion;
import dev.plaindeal.model.Terms;
import dev.plaindeal.rules.ReadFile.ReadRule;
import dev.plaindeal.rules.Tree.Call;
import dev.plaindeal.rules.Tree.RuleNode;
import dev.plaindeal.rules.Tree.Statement;
import dev.plaindeal.rules.WordBook.Said;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands one rule file: its tree, then its pattern, then its words. Thread-safe. */
final class FileReader {

    private static final WordBook PROMISES = new WordBook(Promise.class);

    private final Vocabulary vocabulary;
    private final FactFields fields;
    private final Map<Class<?>, WordBook> words = new HashMap<>();

    FileReader(Vocabulary vocabulary, FactFields fields) {
        this.vocabulary = vocabulary;
        this.fields = fields;
        vocabulary.facts().values().forEach(fact -> words.put(fact, vocabulary.isPromotions() ? PROMISES : new WordBook(fact)));
    }

    ReadFile read(RuleFile file) {
        Source source = new Source(file.shown(), file.text());
        Findings findings = new Findings(source);
        Tree tree = RuleParser.parse(source, vocabulary.packageName(), findings);
        requireNames(tree, file, findings);
        List<ReadRule> rules = new ArrayList<>();
        for (RuleNode node : tree.rules()) {
            new OneRule(source, findings, node, tree.says()).read().ifPresent(rules::add);
        }
        return new ReadFile(file, findings.isEmpty() ? rules : List.of(), findings.all());
    }

    private void requireNames(Tree tree, RuleFile file, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (RuleNode rule : tree.rules()) {
            String name = rule.name().text();
            if (!seen.add(name)) {
                findings.error("name-twice", rule.name().at(), "two rules in this file are called " + name, "");
            } else if (vocabulary.isPromotions() && seen.size() > 1) {
                findings.error(
                        "one-rule-per-file",
                        rule.name().at(),
                        "a file in promotions/ holds one rule; this is another",
                        "Move it to a file " + name + ".drl.");
            } else if (vocabulary.isPromotions() && !name.equals(file.name())) {
                findings.error(
                        "file-name",
                        rule.name().at(),
                        "the rule is called " + name + ", its file " + file.name() + ".drl",
                        "Give both one name: it is the promotion's id.");
            }
        }
    }

    /** What is needed while one rule is read. */
    private final class OneRule {

        private final Source source;
        private final Findings findings;
        private final RuleNode node;
        private final String says;

        OneRule(Source source, Findings findings, RuleNode node, String says) {
            this.source = source;
            this.findings = findings;
            this.node = node;
            this.says = says;
        }

        Optional<ReadRule> read() {
            PatternReader patterns = new PatternReader(vocabulary, fields, findings);
            Optional<Class<?>> fact = patterns.fact(node.pattern());
            if (fact.isEmpty()) {
                return Optional.empty();
            }
            List<Condition> conditions = patterns.conditions(node.pattern(), fact.get());
            List<List<Said>> statements =
                    node.statements().stream().map(statement -> words(statement, fact.get())).toList();
            Spot at = node.pattern().variable().at();
            String id = node.name().text();
            LoadedRule rule = new LoadedRule(id, fact.get(), Key.quickestFirst(conditions), source.place(at));
            return Optional.of(
                    vocabulary.isPromotions()
                            ? new ReadRule(rule, Optional.of(promotion(kind(fact.get()), conditions, statements)), List.of())
                            : new ReadRule(rule, Optional.empty(), statements));
        }

        private List<Said> words(Statement statement, Class<?> fact) {
            String expected = node.pattern().variable().text();
            if (!statement.variable().text().equals(expected)) {
                findings.error(
                        "unknown-variable",
                        statement.variable().at(),
                        "there is no variable " + statement.variable().text() + " in this rule",
                        "Write " + expected + ".");
            }
            WordBook book = words.getOrDefault(fact, PROMISES);
            List<Said> said = new ArrayList<>();
            for (Call call : statement.calls()) {
                book.find(call, findings).ifPresent(said::add);
            }
            return said;
        }

        private Promotion promotion(ChanceKind kind, List<Condition> conditions, List<List<Said>> statements) {
            requireCode(kind, conditions);
            List<Terms> offers = new ArrayList<>();
            for (int i = 0; i < statements.size(); i++) {
                boolean whole = statements.get(i).size() == node.statements().get(i).calls().size();
                terms(kind, conditions, statements.get(i), whole).ifPresent(offers::add);
            }
            return new Promotion(node.name().text(), kind, conditions, offers, says);
        }

        private void requireCode(ChanceKind kind, List<Condition> conditions) {
            boolean named = conditions.stream().anyMatch(c -> c.field().equals("code") && isOneOf(c));
            boolean tried = node.pattern().constraints().stream().anyMatch(c -> c.field().text().equals("code"));
            if (kind.ofCode() && !named && (conditions.size() == node.pattern().constraints().size() || !tried)) {
                findings.error(
                        "no-code",
                        node.pattern().fact().at(),
                        "this coupon names no code, so any code a buyer types would get it",
                        "Ask for one: " + node.pattern().fact().text() + "( code == \"SAVE10\" )");
            }
        }

        /** Says the words of one statement to a promise; what the words object to is reported at the word. */
        private Optional<Terms> terms(ChanceKind kind, List<Condition> conditions, List<Said> said, boolean whole) {
            Promise promise = new Promise(kind, codeLength(conditions));
            promise.needs(Eligibility.of(conditions));
            boolean sense = whole;
            for (Said word : said) {
                sense &= says(promise, word);
            }
            return sense ? sealed(promise, said) : Optional.empty();
        }

        private boolean says(Promise promise, Said word) {
            try {
                word.to(promise);
                return true;
            } catch (IllegalArgumentException sentence) {
                findings.error("no-sense", word.at(), word.method().getName() + ": " + sentence.getMessage(), "");
                return false;
            }
        }

        private Optional<Terms> sealed(Promise promise, List<Said> said) {
            try {
                return Optional.of(promise.terms());
            } catch (IllegalArgumentException sentence) {
                Spot at = said.isEmpty() ? node.name().at() : said.get(0).at();
                findings.error("no-sense", at, "this offer makes no sense: " + sentence.getMessage(), "");
                return Optional.empty();
            }
        }
    }

    private static boolean isOneOf(Condition condition) {
        return condition.operator() == Condition.Operator.IS || condition.operator() == Condition.Operator.IN;
    }

    /** The longest code that the buyer may have to type. */
    private static int codeLength(List<Condition> conditions) {
        return conditions.stream()
                .filter(condition -> condition.field().equals("code") && isOneOf(condition))
                .flatMap(condition -> condition.values().stream())
                .mapToInt(code -> ((String) code).length())
                .max()
                .orElse(0);
    }

    private static ChanceKind kind(Class<?> fact) {
        for (ChanceKind kind : ChanceKind.values()) {
            if (kind.fact() == fact) {
                return kind;
            }
        }
        throw new IllegalStateException(fact + " is no chance to save");
    }
}
