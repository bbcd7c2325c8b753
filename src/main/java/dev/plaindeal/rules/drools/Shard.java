package dev.plaindeal.rules.drools;

import dev.plaindeal.model.Line;
import dev.plaindeal.rules.drools.Matcher.Match;
import dev.plaindeal.rules.grammar.FactField;
import dev.plaindeal.rules.grammar.FactFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.kie.api.runtime.KieSession;
import org.kie.api.runtime.rule.AgendaFilter;
import org.kie.api.runtime.rule.FactHandle;

/**
 * Some of a book's rules, compiled together. Immutable and thread-safe.
 *
 * <p>Rules that ask for lines stand in it twice: by their first pattern beside all others, and whole by themselves. So the
 * lines of a basket are looked at only once the first pattern of such a rule matches.
 */
public final class Shard {

    /** Rules are few, and each matches a fact once; what joins can match is bounded by the lines. */
    private static final int NO_LIMIT = -1;
    private static final FactField[] NOTHING = {};

    private final String drl;
    private final int rules;
    private final Sessions first;
    private final Optional<Joined> joined;
    /** All that these rules ask of the facts of a class by itself. */
    private final Map<Class<?>, FactField[]> asked;

    /** The rules that ask for lines, whole. */
    private record Joined(Map<String, LoadedRule> rules, Map<String, FactField> fields, Sessions sessions) {}

    private Shard(String drl, int rules, Sessions first, Optional<Joined> joined, Map<Class<?>, FactField[]> asked) {
        this.drl = drl;
        this.rules = rules;
        this.first = first;
        this.joined = joined;
        this.asked = asked;
    }

    /**
     * Compiles rules.
     *
     * @param drl what they say, written out
     * @param fields of the facts they ask
     */
    static Shard compile(String drl, List<LoadedRule> rules, Build build, FactFields fields) {
        List<LoadedRule> whole = rules.stream().filter(rule -> !rule.lines().isEmpty()).toList();
        Sessions first = new Sessions(build.compile(rules.stream().map(LoadedRule::first).toList(), fields));
        return new Shard(
                drl, rules.size(), first, whole.isEmpty() ? Optional.empty() : Optional.of(joined(whole, build, fields)), ofFacts(rules, fields));
    }

    private static Map<Class<?>, FactField[]> ofFacts(List<LoadedRule> rules, FactFields fields) {
        Map<Class<?>, Map<String, FactField>> byName = new HashMap<>();
        for (LoadedRule rule : rules) {
            Map<String, FactField> asked = byName.computeIfAbsent(rule.fact(), fact -> new TreeMap<>());
            rule.conditions().forEach(condition -> asked.put(condition.field(), fields.get(rule.fact(), condition.field())));
        }
        Map<Class<?>, FactField[]> asked = new HashMap<>();
        byName.forEach((fact, some) -> asked.put(fact, some.values().toArray(FactField[]::new)));
        return asked;
    }

    /** Every field that one of these rules asks of facts of this class by themselves. */
    FactField[] asked(Class<?> fact) {
        return asked.getOrDefault(fact, NOTHING);
    }

    /** Whether what its rules say depends on more than the facts by themselves. */
    boolean looksAtLines() {
        return joined.isPresent();
    }

    private static Joined joined(List<LoadedRule> whole, Build build, FactFields fields) {
        Map<String, LoadedRule> byName = whole.stream().collect(Collectors.toMap(LoadedRule::id, rule -> rule));
        return new Joined(byName, asked(whole, fields), new Sessions(build.compile(whole, fields)));
    }

    /** What lines can be asked, and what these rules ask of their prices. */
    private static Map<String, FactField> asked(List<LoadedRule> whole, FactFields fields) {
        Map<String, FactField> asked = new HashMap<>(fields.of(Line.class));
        whole.stream()
                .flatMap(rule -> rule.lines().stream())
                .flatMap(line -> line.conditions().stream())
                .forEach(condition -> asked.computeIfAbsent(condition.field(), name -> fields.get(Line.class, name)));
        return asked;
    }

    /** What was compiled, written out: the same text gives the same answers. */
    public String drl() {
        return drl;
    }

    /**
     * Tells each rule that matches and what it matched, once.
     *
     * @param lines asked for when a rule looks at them
     */
    void match(List<?> facts, Supplier<List<Line>> lines, Consumer<Match> found) {
        if (joined.isEmpty()) {
            ask(first, facts, rules * facts.size() + 1, found);
        } else {
            matchJoined(joined.get(), facts, lines, found);
        }
    }

    private void matchJoined(Joined whole, List<?> facts, Supplier<List<Line>> lines, Consumer<Match> found) {
        Set<LoadedRule> asking = new LinkedHashSet<>();
        Set<Object> begun = Collections.newSetFromMap(new IdentityHashMap<>());
        ask(first, facts, rules * facts.size() + 1, match -> {
            LoadedRule rule = whole.rules().get(match.rule());
            if (rule != null) {
                asking.add(rule);
                begun.add(match.fact());
            } else {
                found.accept(match);
            }
        });
        if (!begun.isEmpty()) {
            List<Object> all = new ArrayList<>(begun);
            all.addAll(new AskedLines(asking, whole.fields()).of(lines.get()));
            Set<Match> told = new HashSet<>();
            ask(whole.sessions(), all, NO_LIMIT, match -> {
                if (told.add(match)) {
                    found.accept(match);
                }
            });
        }
    }

    /**
     * The listener has heard all there is to hear when it is asked whether the rule may fire, so it says no and spares Drools
     * the firing. Nothing changes, so there is an end to it.
     */
    private static void ask(Sessions sessions, List<?> facts, int limit, Consumer<Match> found) {
        AgendaFilter listener = match -> {
            found.accept(new Match(match.getRule().getName(), matched(match.getObjects())));
            return false;
        };
        KieSession session = sessions.take();
        boolean empty = false;
        try {
            ask(session, facts, limit, listener);
            empty = true;
        } finally {
            if (empty) {
                sessions.putBack(session);
            } else {
                session.dispose();
            }
        }
    }

    /** What the first pattern matched, among the lines that others did. */
    private static Object matched(List<Object> objects) {
        for (Object object : objects) {
            if (!(object instanceof Line)) {
                return object;
            }
        }
        throw new IllegalStateException("a rule matched lines alone");
    }

    private static void ask(KieSession session, List<?> facts, int limit, AgendaFilter listener) {
        FactHandle[] handles = new FactHandle[facts.size()];
        for (int i = 0; i < handles.length; i++) {
            handles[i] = session.insert(facts.get(i));
        }
        session.fireAllRules(listener, limit);
        for (FactHandle handle : handles) {
            session.delete(handle);
        }
    }
}
