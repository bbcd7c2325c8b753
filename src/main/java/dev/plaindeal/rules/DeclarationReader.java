package dev.plaindeal.rules;

import dev.plaindeal.model.Attribute;
import dev.plaindeal.offer.Condition;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Senseless;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.ReadFile.ReadRule;
import dev.plaindeal.rules.WordBook.Said;
import dev.plaindeal.rules.grammar.RuleLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets the rules of {@code attributes/} declare their attributes, before the files that ask for them are read. Each rule names its
 * attribute with {@code name ==}, so there is nothing to match.
 */
final class DeclarationReader {

    private static final String SHAPE = "Write: $attribute : Attribute( name == \"member-tier\" )";

    private final Map<String, DeclaredAttribute> byName = new HashMap<>();
    private final Map<String, ReadRule> rules = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Takes the rules of a file. */
    void read(ReadFile file) {
        RuleLines source = new RuleLines(file.file().shown(), file.file().text());
        for (ReadRule rule : file.rules()) {
            name(rule).ifPresentOrElse(
                    name -> declare(name, rule, source),
                    () -> error("attribute-name", rule.rule().place(), "a rule here declares one attribute and names it", SHAPE));
        }
    }

    /** What was declared. */
    DeclaredAttributes declared() {
        Map<String, Place> places = new HashMap<>();
        byName.keySet().forEach(name -> places.put(name, rules.get(name).rule().place()));
        return new DeclaredAttributes(byName, places);
    }

    /** What is wrong beyond the single file, or with what its words say together. */
    List<Problem> problems() {
        return problems;
    }

    private static Optional<String> name(ReadRule rule) {
        List<Condition> conditions = rule.rule().conditions();
        boolean one = conditions.size() == 1 && conditions.get(0).operator() == Condition.Operator.IS;
        return one ? Optional.of(String.valueOf(conditions.get(0).values().get(0))) : Optional.empty();
    }

    private void declare(String name, ReadRule rule, RuleLines source) {
        ReadRule before = rules.putIfAbsent(name, rule);
        if (before != null) {
            error(
                    "attribute-twice",
                    rule.rule().place(),
                    "the attribute " + name + " is declared already, in " + before.rule().place().file(),
                    "Delete one, or give this another name: whoever asks for a name means one attribute.");
            return;
        }
        Attribute attribute = new Attribute(name);
        boolean sense = true;
        for (List<Said> statement : rule.statements()) {
            for (Said word : statement) {
                sense &= say(word, attribute, source.place(word.at()));
            }
        }
        if (sense) {
            sealed(attribute, rule.rule().place());
        }
    }

    private boolean say(Said word, Attribute attribute, Place place) {
        try {
            word.to(attribute);
            return true;
        } catch (IllegalArgumentException sentence) {
            error("no-sense", place, word.name() + ": " + sentence.getMessage(), Senseless.hint(sentence));
            return false;
        }
    }

    private void sealed(Attribute attribute, Place place) {
        try {
            byName.put(attribute.getName(), attribute.toDeclared());
        } catch (IllegalArgumentException sentence) {
            error("no-sense", place, sentence.getMessage(), Senseless.hint(sentence));
        }
    }

    private void error(String code, Place place, String message, String hint) {
        problems.add(Problem.error(code, place, message, hint));
    }
}
