package dev.plaindeal.rules;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.ReadFile.ReadRule;
import dev.plaindeal.rules.drools.LoadedRule;
import dev.plaindeal.rules.grammar.FactFields;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleLines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a set of rule files says, before it is compiled. */
final class RulesReading {

    private final Map<String, ReadFile> files = new LinkedHashMap<>();
    private final Map<String, Map<String, ReadRule>> rules = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    private final DeclaredAttributes attributes;
    private final FactFields fields;

    /**
     * Reads the files, except those that were read before with the same content. What declares attributes comes first; where it
     * has changed, all that may ask for them is read again.
     */
    RulesReading(RuleFiles found, List<RuleFolder> vocabularies, Map<String, ReadFile> before) {
        problems.addAll(found.problems());
        this.attributes = declared(found, vocabularies, before);
        this.fields = new FactFields(vocabularies, attributes.all());
        Map<String, ReadFile> usable = declaresAs(found, before) ? before : Map.of();
        Map<String, FileReader> readers = new HashMap<>();
        vocabularies.forEach(vocabulary -> readers.put(vocabulary.folder(), new FileReader(vocabulary, fields, attributes)));
        for (RuleFile file : found.files().values()) {
            if (!declares(file)) {
                enter(read(file, usable, readers.get(file.folder())));
            }
        }
    }

    private DeclaredAttributes declared(RuleFiles found, List<RuleFolder> vocabularies, Map<String, ReadFile> before) {
        DeclarationReader declaring = new DeclarationReader();
        vocabularies.stream().filter(one -> one.folder().equals(RuleFolder.ATTRIBUTES)).forEach(vocabulary -> {
            FileReader reader = new FileReader(vocabulary, new FactFields(List.of(vocabulary)), DeclaredAttributes.NONE);
            for (RuleFile file : found.files().values()) {
                if (declares(file)) {
                    ReadFile read = read(file, before, reader);
                    enter(read);
                    declaring.read(read);
                }
            }
        });
        problems.addAll(declaring.problems());
        return declaring.declared();
    }

    private static ReadFile read(RuleFile file, Map<String, ReadFile> before, FileReader reader) {
        ReadFile known = before.get(file.path());
        return known != null && known.file().isSameAs(file) ? known : reader.read(file);
    }

    private static boolean declares(RuleFile file) {
        return file.folder().equals(RuleFolder.ATTRIBUTES);
    }

    /** Whether these files declare attributes in the very files that those read before did. */
    static boolean declaresAs(RuleFiles found, Map<String, ReadFile> before) {
        long declared = before.values().stream().filter(read -> declares(read.file())).count();
        List<RuleFile> now = found.files().values().stream().filter(RulesReading::declares).toList();
        return now.size() == declared && now.stream().allMatch(file ->
                Optional.ofNullable(before.get(file.path())).filter(known -> known.file().isSameAs(file)).isPresent());
    }

    /** The attributes of the host's own. */
    DeclaredAttributes attributes() {
        return attributes;
    }

    /** What rules can ask of facts, attributes of the host's own among it. */
    FactFields fields() {
        return fields;
    }

    /**
     * Goes on only with rules that can be used.
     *
     * @throws ProblemException with every problem in any of the files
     */
    RulesReading requireSound() {
        if (problems.stream().anyMatch(Problem::isError)) {
            throw new ProblemException(problems);
        }
        return this;
    }

    /** Everything found in any of the files. */
    List<Problem> problems() {
        return problems;
    }

    private void enter(ReadFile file) {
        files.put(file.file().path(), file);
        problems.addAll(file.problems());
        Map<String, ReadRule> inFolder = rules.computeIfAbsent(file.file().folder(), folder -> new LinkedHashMap<>());
        for (ReadRule rule : file.rules()) {
            ReadRule before = inFolder.putIfAbsent(rule.rule().id(), rule);
            if (before != null) {
                problems.add(Problem.error(
                        "name-twice",
                        new RuleLines(file.file().shown(), file.file().text()).place(rule.name()),
                        "there is another rule " + rule.rule().id() + " in " + before.rule().place().file(),
                        "Give each its own name."));
            }
        }
    }

    /** By path, sorted. */
    Map<String, ReadFile> files() {
        return files;
    }

    /** By name in the order of paths, for each folder. */
    Map<String, Map<String, ReadRule>> rules() {
        return rules;
    }

    /** What Drools has to know of a folder's rules. */
    static Collection<LoadedRule> loaded(Map<String, ReadRule> inFolder) {
        return inFolder.values().stream().map(ReadRule::rule).toList();
    }
}
