package dev.plaindeal.rules;

import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.model.ChanceField;
import dev.plaindeal.model.OfferBuilder;
import dev.plaindeal.model.PromotionWords;
import dev.plaindeal.model.Word;
import dev.plaindeal.offer.ChanceKind;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.OfferTerms;
import dev.plaindeal.offer.Promotion;
import dev.plaindeal.rules.ReadFile.ReadRule;
import dev.plaindeal.rules.WordBook.Said;
import dev.plaindeal.rules.drools.LoadedRule;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.rules.grammar.RuleTree.Call;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import dev.plaindeal.rules.grammar.RuleTree.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Understands the rules of one file: pattern, then words. */
final class RuleReader {

    /** The words of every promotion. */
    static final WordBook PROMISES = new WordBook(PromotionWords.class);

    /** Of the words that can be said for all statements, those that settle one thing for each. */
    private static final Set<String> ONCE_FOR_ALL = Set.of("measuredOn", "limitPerBuyer", "limitPerCode", "limitInAll", "budget");

    /** A coupon is for a code, or for all codes of a pool. */
    private static final Set<String> NAME_CODES = Set.of(ChanceField.CODE.key(), ChanceField.CODE_POOL.key());

    private final RuleFolder vocabulary;
    private final PatternReader patterns;
    private final LinePatternReader lines;
    private final Map<Class<?>, WordBook> words;
    private final RuleLines source;
    private final FileProblems findings;

    RuleReader(
            RuleFolder vocabulary,
            PatternReader patterns,
            LinePatternReader lines,
            Map<Class<?>, WordBook> words,
            RuleLines source,
            FileProblems findings) {
        this.vocabulary = vocabulary;
        this.patterns = patterns;
        this.lines = lines;
        this.words = words;
        this.source = source;
        this.findings = findings;
    }

    /** The rule, or empty as soon as anything is wrong with its file: such a file is not used anyway. */
    Optional<ReadRule> read(RuleNode node, String says) {
        Optional<Class<?>> fact = patterns.fact(node.pattern());
        if (fact.isEmpty()) {
            tryWords(node);
            return Optional.empty();
        }
        refuseReferences(node);
        List<Condition> conditions = patterns.conditions(node.pattern(), fact.get());
        List<LinePattern> asked = lines.lines(node, fact.get());
        List<List<Said>> said = new ArrayList<>();
        for (Statement statement : node.statements()) {
            said.add(words(statement, node, words.get(fact.get())));
        }
        if (!vocabulary.isPromotions()) {
            Repeats.refuse(said.stream().flatMap(List::stream).toList(), findings);
        }
        Optional<Promotion> promotion = vocabulary.isPromotions()
                ? Optional.of(promotion(node, kind(fact.get()), conditions, asked, said, says))
                : Optional.empty();
        if (!findings.isEmpty()) {
            return Optional.empty();
        }
        LoadedRule rule = loaded(node, fact.get(), conditions, asked);
        return Optional.of(new ReadRule(rule, node.name().at(), promotion, promotion.isEmpty() ? said : List.of()));
    }

    /** Promotions speak the same words whatever the fact, so slips in them can be told although the fact is unknown. */
    private void tryWords(RuleNode node) {
        if (vocabulary.isPromotions()) {
            node.statements().forEach(statement -> words(statement, node, PROMISES));
        }
    }

    /** Nothing stands before the first pattern. */
    private void refuseReferences(RuleNode node) {
        for (Constraint constraint : node.pattern().constraints()) {
            constraint.reference().ifPresent(reference -> findings.error(
                    "unknown-variable",
                    reference.variable().at(),
                    "the first pattern has nothing before it to compare with",
                    "Compare with a text in double quotes, a whole number, true or false."));
        }
    }

    private LoadedRule loaded(RuleNode node, Class<?> fact, List<Condition> conditions, List<LinePattern> asked) {
        return new LoadedRule(node.name().text(), fact, conditions, asked, source.place(node.pattern().variable().at()));
    }

    private List<Said> words(Statement statement, RuleNode node, WordBook book) {
        String expected = node.pattern().variable().text();
        if (!statement.variable().text().equals(expected)) {
            boolean line = node.lines().stream().anyMatch(l -> l.pattern().variable().text().equals(statement.variable().text()));
            findings.error(
                    "unknown-variable",
                    statement.variable().at(),
                    line
                            ? "words are said to the first pattern, and " + statement.variable().text() + " is a line it asks for"
                            : "there is no variable " + statement.variable().text() + " in this rule",
                    line
                            ? "Write " + expected + ", and which items it is for with a word such as onlyCategories or onlySkus."
                            : "Write " + expected + ".");
        }
        List<Said> said = new ArrayList<>();
        for (Call call : statement.calls()) {
            if (!findings.isFull() && findings.noneIn(call.word().at(), call.after())) {
                book.find(call, findings).ifPresent(word -> {
                    patterns.requireAlike(word);
                    patterns.requireDay(word);
                    said.add(word);
                });
            }
        }
        return said;
    }

    private Promotion promotion(
            RuleNode node,
            ChanceKind kind,
            List<Condition> conditions,
            List<LinePattern> asked,
            List<List<Said>> said,
            String says) {
        requireCode(node, kind);
        StatementReader promises = new StatementReader(kind, conditions, asked, findings);
        boolean[] savings = savings(node, said);
        List<Said> shared = new ArrayList<>();
        for (int i = 0; i < savings.length; i++) {
            shared.addAll(savings[i] ? List.of() : said.get(i));
        }
        Optional<OfferBuilder> forAll = shared.isEmpty() ? Optional.empty() : promises.shared(shared);
        Repeats.refuse(shared, findings);
        List<OfferTerms> offers = new ArrayList<>();
        for (int i = 0; i < savings.length; i++) {
            if (savings[i]) {
                boolean again = Repeats.refuse(said.get(i), findings);
                requireSaidOnce(said.get(i), shared);
                boolean whole = !again && said.get(i).size() == node.statements().get(i).calls().size();
                (whole ? promises.terms(said.get(i), forAll) : promises.tried(said.get(i))).ifPresent(offers::add);
            }
        }
        return new Promotion(node.name().text(), kind, conditions, asked, offers, says);
    }

    /**
     * Which statements are savings: those that say what is taken off, and all where none does or something is not understood.
     * The others say something for all that are.
     */
    private static boolean[] savings(RuleNode node, List<List<Said>> said) {
        boolean[] savings = new boolean[said.size()];
        boolean any = false;
        for (int i = 0; i < savings.length; i++) {
            savings[i] = said.get(i).size() < node.statements().get(i).calls().size() || namesSaving(said.get(i));
            any |= savings[i];
        }
        if (!any) {
            Arrays.fill(savings, true);
        }
        return savings;
    }

    private static boolean namesSaving(List<Said> words) {
        return words.stream().anyMatch(said -> said.word().settles().equals(Word.SAVING));
    }

    /** A threshold of its own stands beside the one for all; a limit said for all is not said again. */
    private void requireSaidOnce(List<Said> words, List<Said> shared) {
        for (Said word : words) {
            shared.stream()
                    .filter(one -> ONCE_FOR_ALL.contains(one.name()) && one.name().equals(word.name()))
                    .forEach(one -> findings.error(
                            "no-sense",
                            one.at().compareTo(word.at()) > 0 ? one.at() : word.at(),
                            word.name() + ": " + word.topic() + " is said twice, for all statements and for this one",
                            "Delete one of the two."));
        }
    }

    private void requireCode(RuleNode node, ChanceKind kind) {
        boolean named = node.pattern().constraints().stream()
                .anyMatch(c -> (NAME_CODES.contains(c.field().text()) || NamesElsewhere.isCode(c.field().text()))
                        && (c.operator() == Condition.Operator.IS || c.operator() == Condition.Operator.IN));
        if (kind.ofCode() && !named && node.pattern().isWhole()) {
            findings.error(
                    "no-code",
                    node.pattern().fact().at(),
                    "this coupon names no code, so any code a buyer types would get it",
                    "Ask for one: " + node.pattern().fact().text() + "( code == \"SAVE10\" ), or for a pool of codes: codePool == \"birthday-2026\"");
        }
    }

    private static ChanceKind kind(Class<?> fact) {
        for (ChanceKind kind : ChanceKind.values()) {
            if (ChanceFacts.of(kind) == fact) {
                return kind;
            }
        }
        throw new IllegalStateException(fact + " is no chance to save");
    }
}
