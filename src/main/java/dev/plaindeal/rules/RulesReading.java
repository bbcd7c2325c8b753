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
import java.util.TreeMap;

/** What a set of rule files says, before it is compiled. */
final class RulesReading {

    private final Map<String, ReadFile> files = new LinkedHashMap<>();
    private final Map<String, Map<String, ReadRule>> rules = new TreeMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Reads the files, except those that were read before with the same content. */
    RulesReading(RuleFiles found, List<RuleFolder> vocabularies, FactFields fields, Map<String, ReadFile> before) {
        Map<String, FileReader> readers = new HashMap<>();
        vocabularies.forEach(vocabulary -> readers.put(vocabulary.folder(), new FileReader(vocabulary, fields)));
        problems.addAll(found.problems());
        for (RuleFile file : found.files().values()) {
            ReadFile known = before.get(file.path());
            enter(known != null && known.file().isSameAs(file) ? known : readers.get(file.folder()).read(file));
        }
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
