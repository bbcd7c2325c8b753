package dev.plaindeal.rules;

import dev.plaindeal.offer.AttributeField;
import dev.plaindeal.offer.LinePattern.Join;
import dev.plaindeal.offer.LinePattern;
import dev.plaindeal.offer.PriceField;
import dev.plaindeal.problem.Nearest;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleTree.Constraint;
import dev.plaindeal.rules.grammar.RuleTree.LineNode;
import dev.plaindeal.rules.grammar.RuleTree.Name;
import dev.plaindeal.rules.grammar.RuleTree.Pattern;
import dev.plaindeal.rules.grammar.RuleTree.Reference;
import dev.plaindeal.rules.grammar.RuleTree.RuleNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Understands the patterns behind the first: lines of the basket, each beside what stands before it. */
final class LinePatternReader {

    /** What stands before a pattern: which it is, and its class. */
    private record Before(int pattern, Class<?> fact) {}

    private final RuleFolder vocabulary;
    private final PatternReader patterns;
    private final FileProblems findings;

    LinePatternReader(RuleFolder vocabulary, PatternReader patterns, FileProblems findings) {
        this.vocabulary = vocabulary;
        this.patterns = patterns;
        this.findings = findings;
    }

    /** What the rule asks of lines, as far as it makes sense. */
    List<LinePattern> lines(RuleNode node, Class<?> first) {
        Map<String, Before> before = new LinkedHashMap<>();
        before.put(node.pattern().variable().text(), new Before(0, first));
        List<LinePattern> lines = new ArrayList<>();
        for (LineNode line : node.lines()) {
            Optional<Class<?>> fact = fact(line.pattern().fact());
            if (fact.isPresent()) {
                lines.add(new LinePattern(
                        line.presence(),
                        patterns.conditions(line.pattern(), fact.get()),
                        joins(line.pattern(), fact.get(), before)));
                enter(line, new Before(lines.size(), fact.get()), before);
            }
        }
        return lines;
    }

    private Optional<Class<?>> fact(Name name) {
        Optional<Class<?>> fact = Optional.ofNullable(vocabulary.joined().get(name.text()));
        if (fact.isEmpty()) {
            String known = String.join(", ", vocabulary.joined().keySet());
            findings.error(
                    "unknown-fact",
                    name.at(),
                    known.isEmpty()
                            ? "rules in " + vocabulary.folder() + "/ have one pattern"
                            : "behind the first pattern a rule can ask about " + known + ", not about " + name.text(),
                    Nearest.hint(name.text(), vocabulary.joined().keySet(), "Items are asked for as Line; all else goes into the brackets of the first pattern."));
        }
        return fact;
    }

    private void enter(LineNode line, Before now, Map<String, Before> before) {
        Name variable = line.pattern().variable();
        if (!variable.text().isEmpty() && before.putIfAbsent(variable.text(), now) != null) {
            findings.error("variable-twice", variable.at(), "there is another " + variable.text() + " in this rule", "Give each its own name.");
        }
    }

    private List<Join> joins(Pattern pattern, Class<?> fact, Map<String, Before> before) {
        List<Join> joins = new ArrayList<>();
        for (Constraint constraint : pattern.constraints()) {
            if (constraint.reference().isPresent() && !findings.isFull()) {
                patterns.field(constraint, fact)
                        .flatMap(field -> join(constraint, field, constraint.reference().get(), before))
                        .ifPresent(joins::add);
            }
        }
        return joins;
    }

    private Optional<Join> join(Constraint constraint, FactField field, Reference reference, Map<String, Before> before) {
        if (AttributeField.find(field.name()).isPresent() || PriceField.find(field.name()).isPresent()) {
            findings.error(
                    "wrong-comparison",
                    constraint.at(),
                    field.name() + " is compared with a value, not with a field of another pattern",
                    "Compare a field such as brand, store or sku.");
            return Optional.empty();
        }
        Before other = before.get(reference.variable().text());
        if (other == null) {
            findings.error(
                    "unknown-variable",
                    reference.variable().at(),
                    "no pattern before this one is called " + reference.variable().text(),
                    Nearest.hint(reference.variable().text(), before.keySet(), "Before it stand " + String.join(", ", before.keySet()) + "."));
            return Optional.empty();
        }
        return patterns.field(reference.field(), other.fact())
                .filter(there -> compare(constraint, field, there))
                .map(there -> new Join(field.name(), constraint.operator(), other.pattern(), there.name()));
    }

    /** Values compare with their like; several texts may contain one. */
    private boolean compare(Constraint constraint, FactField field, FactField there) {
        FactField.Type needed = field.type() == FactField.Type.TEXTS ? FactField.Type.TEXT : field.type();
        boolean can = field.type().operators().contains(constraint.operator()) && there.type() == needed;
        if (!can) {
            findings.error(
                    "wrong-comparison",
                    constraint.at(),
                    field.name() + " cannot be compared by " + constraint.operator().text() + " with " + there.name(),
                    "Texts compare by == and !=, numbers by < and > too, and several texts contain one.");
        }
        return can;
    }
}
