package dev.plaindeal.rules.grammar;

import dev.plaindeal.model.ChanceFacts;
import dev.plaindeal.model.Line;
import dev.plaindeal.offer.DeclaredAttribute;
import dev.plaindeal.offer.PriceField;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of every fact class rules can ask about, worked out once. */
public final class FactFields {

    private final Map<Class<?>, Map<String, FactField>> byFact = new HashMap<>();

    public FactFields(List<RuleFolder> vocabularies) {
        this(vocabularies, List.of());
    }

    /** The same with attributes of the host's own, each for the facts that know its owner. */
    public FactFields(List<RuleFolder> vocabularies, Collection<DeclaredAttribute> attributes) {
        for (RuleFolder vocabulary : vocabularies) {
            vocabulary.facts().values().forEach(fact -> byFact.put(fact, fields(fact, attributes)));
            vocabulary.joined().values().forEach(fact -> byFact.put(fact, fields(fact, attributes)));
        }
    }

    private static Map<String, FactField> fields(Class<?> fact, Collection<DeclaredAttribute> attributes) {
        Map<String, FactField> fields = FactField.of(fact);
        attributes.stream()
                .filter(attribute -> ChanceFacts.owners(fact).contains(attribute.owner()))
                .map(attribute -> FactField.of(fact, attribute.field()))
                .forEach(field -> fields.put(field.name(), field));
        return fields;
    }

    /** What a condition asks of a class: one of its fields, or of a line its price beside an amount; empty where it has no such. */
    public Optional<FactField> find(Class<?> fact, String name) {
        FactField field = of(fact).get(name);
        return field == null && fact == Line.class ? PriceField.find(name).map(FactField::of) : Optional.ofNullable(field);
    }

    /** What a condition that was understood asks of a class, see {@link #find}. */
    public FactField get(Class<?> fact, String name) {
        return find(fact, name).orElseThrow();
    }

    /** The fields of a class by name, none for a class no rule can ask about. */
    public Map<String, FactField> of(Class<?> fact) {
        return byFact.getOrDefault(fact, Map.of());
    }
}
