package dev.plaindeal.rules;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The fields of every fact class rules can ask about, worked out once. */
final class FactFields {

    private final Map<Class<?>, Map<String, Field>> byFact = new HashMap<>();

    FactFields(List<Vocabulary> vocabularies) {
        for (Vocabulary vocabulary : vocabularies) {
            vocabulary.facts().values().forEach(fact -> byFact.put(fact, Field.of(fact)));
        }
    }

    /** The fields of a class by name, none for a class no rule can ask about. */
    Map<String, Field> of(Class<?> fact) {
        return byFact.getOrDefault(fact, Map.of());
    }
}
