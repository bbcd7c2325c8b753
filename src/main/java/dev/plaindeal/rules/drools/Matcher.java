package dev.plaindeal.rules.drools;

import dev.plaindeal.model.Line;
import dev.plaindeal.rules.drools.FactMemory.Known;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.FactFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Finds which rules of one folder match which facts.
 *
 * <p>Immutable and thread-safe. An index sends each fact only to the shards that hold a rule for its class and for the
 * value it has in the field such rules are found by.
 */
public final class Matcher {

    private static final Shelf[] NO_SHELVES = {};
    private static final Shard[] NO_SHARDS = {};

    private final List<Shard> shards;
    private final Map<Class<?>, Shelf[]> index;

    private Matcher(List<Shard> shards, Map<Class<?>, Shelf[]> index) {
        this.shards = shards;
        this.index = index;
    }

    /** A rule and a fact it matches. */
    public record Match(String rule, Object fact) {}

    /** The shards for facts of one class by one field; without a field, the shards for all facts of the class. */
    private record Shelf(Optional<FactField> field, Map<Object, Shard[]> byValue) {

        public Shard[] of(Object fact) {
            return byValue.getOrDefault(field.isEmpty() ? "" : field.get().of(fact), NO_SHARDS);
        }
    }

    /** Compiles the rules, except where the earlier matcher has compiled the same ones already. */
    public static Matcher of(Collection<LoadedRule> rules, Build build, Map<String, Shard> earlier, FactFields fields) {
        List<Shard> shards = new ArrayList<>();
        Map<Class<?>, Map<String, Map<Object, Shard[]>>> index = new HashMap<>();
        for (List<LoadedRule> group : Shards.divide(rules)) {
            String drl = DrlWriter.render(group);
            Shard known = earlier.get(drl);
            Shard shard = known != null ? known : Shard.compile(drl, group, build, fields);
            shards.add(shard);
            group.forEach(rule -> enter(rule, shard, index));
        }
        Map<Class<?>, Shelf[]> shelves = new HashMap<>();
        index.forEach((fact, byField) -> shelves.put(fact, shelves(byField, fields.of(fact))));
        return new Matcher(List.copyOf(shards), shelves);
    }

    private static void enter(LoadedRule rule, Shard shard, Map<Class<?>, Map<String, Map<Object, Shard[]>>> index) {
        Optional<RuleKey> key = rule.key();
        Map<Object, Shard[]> byValue = index.computeIfAbsent(rule.fact(), fact -> new TreeMap<>())
                .computeIfAbsent(key.map(RuleKey::field).orElse(""), field -> new HashMap<>());
        for (Object value : key.map(RuleKey::values).orElse(List.of(""))) {
            byValue.merge(value, new Shard[] {shard}, Matcher::with);
        }
    }

    private static Shard[] with(Shard[] some, Shard[] one) {
        if (List.of(some).contains(one[0])) {
            return some;
        }
        Shard[] more = Arrays.copyOf(some, some.length + 1);
        more[some.length] = one[0];
        return more;
    }

    private static Shelf[] shelves(Map<String, Map<Object, Shard[]>> byField, Map<String, FactField> fields) {
        List<Shelf> shelves = new ArrayList<>();
        byField.forEach((field, byValue) -> shelves.add(new Shelf(Optional.ofNullable(fields.get(field)), byValue)));
        return shelves.toArray(NO_SHELVES);
    }

    public List<Shard> shards() {
        return shards;
    }

    /**
     * Every match, in no meaningful order.
     *
     * @param lines asked for when a rule looks at them
     */
    public List<Match> match(Collection<?> facts, Supplier<List<Line>> lines) {
        List<Match> matches = new ArrayList<>();
        for (Visit visit : visits(facts)) {
            visit.shard().match(visit.facts(), lines, matches::add);
        }
        return matches;
    }

    /**
     * Matches, and how they were found.
     *
     * @param matches every one, in no meaningful order
     * @param remembered how often what the rules of a shard say of a fact was remembered
     * @param asked how often Drools was asked
     */
    public record Recalled(List<Match> matches, int remembered, int asked) {}

    /** The same matches, without asking Drools again what is remembered. */
    public Recalled match(Collection<?> facts, Supplier<List<Line>> lines, FactMemory memory) {
        List<Match> matches = new ArrayList<>();
        int remembered = 0;
        int asked = 0;
        for (Visit visit : visits(facts)) {
            List<Object> unknown = new ArrayList<>(0);
            List<Optional<Known>> learnt = new ArrayList<>(0);
            for (Object fact : visit.facts()) {
                Optional<Known> known = memory.known(visit.shard(), fact);
                Optional<List<String>> rules = known.flatMap(memory::recall);
                rules.ifPresent(names -> names.forEach(name -> matches.add(new Match(name, fact))));
                if (rules.isEmpty()) {
                    unknown.add(fact);
                    learnt.add(known);
                }
            }
            remembered += visit.facts().size() - unknown.size();
            asked += unknown.size();
            if (!unknown.isEmpty()) {
                learn(new Visit(visit.shard(), unknown), lines, learnt, memory, matches);
            }
        }
        return new Recalled(matches, remembered, asked);
    }

    private static void learn(
            Visit visit, Supplier<List<Line>> lines, List<Optional<Known>> learnt, FactMemory memory, List<Match> matches) {
        int from = matches.size();
        visit.shard().match(visit.facts(), lines, matches::add);
        List<Match> found = matches.subList(from, matches.size());
        for (int i = 0; i < learnt.size(); i++) {
            Object fact = visit.facts().get(i);
            learnt.get(i).ifPresent(known -> memory.keep(
                    known, found.stream().filter(match -> match.fact() == fact).map(Match::rule).toList()));
        }
    }

    /** The facts that come to one shard. */
    private record Visit(Shard shard, List<Object> facts) {}

    private List<Visit> visits(Collection<?> facts) {
        List<Visit> visits = new ArrayList<>();
        Class<?> kind = Object.class;
        Shelf[] shelves = NO_SHELVES;
        for (Object fact : facts) {
            if (fact.getClass() != kind) {
                kind = fact.getClass();
                shelves = index.getOrDefault(kind, NO_SHELVES);
            }
            for (Shelf shelf : shelves) {
                for (Shard shard : shelf.of(fact)) {
                    enter(visits, shard, fact);
                }
            }
        }
        return visits;
    }

    /** A fact may come to a shard by two fields; it goes in once. */
    private static void enter(List<Visit> visits, Shard shard, Object fact) {
        List<Object> visitors = visitors(visits, shard);
        if (visitors.isEmpty() || visitors.get(visitors.size() - 1) != fact) {
            visitors.add(fact);
        }
    }

    /** A basket comes to a handful of shards, which are found sooner one by one than by a hash. */
    private static List<Object> visitors(List<Visit> visits, Shard shard) {
        for (int i = 0; i < visits.size(); i++) {
            if (visits.get(i).shard() == shard) {
                return visits.get(i).facts();
            }
        }
        Visit first = new Visit(shard, new ArrayList<>(4));
        visits.add(first);
        return first.facts();
    }
}
