package dev.plaindeal.rules.grammar;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of every fact class rules can ask about, worked out once. */
public final class FactFields {

    private final Map<Class<?>, Map<String, FactField>> byFact = new HashMap<>();

    public FactFields(List<RuleFolder> vocabularies) {
        for (RuleFolder vocabulary : vocabularies) {
            vocabulary.facts().values().forEach(fact -> byFact.put(fact, FactField.of(fact)));
            vocabulary.joined().values().forEach(fact -> byFact.put(fact, FactField.of(fact)));
        }
    }

    /** The fields of a class by name, none for a class no rule can ask about. */
    public Map<String, FactField> of(Class<?> fact) {
        return byFact.getOrDefault(fact, Map.of());
    }
}
