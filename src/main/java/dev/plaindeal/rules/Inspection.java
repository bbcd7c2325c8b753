package dev.plaindeal.rules;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.FileProblems;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.rules.grammar.RuleLines;
import dev.plaindeal.rules.grammar.RuleParser;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Rule files read for somebody who wants to know all that is wrong with them: a broken file hides nothing in the others.
 *
 * <p>Immutable and thread-safe once made.
 */
public final class Inspection {

    private final RuleFiles files;
    private final RulesReading reading;
    private final Set<Problem> problems = new LinkedHashSet<>();
    private final Map<String, RuleFile> sound = new TreeMap<>();
    private final Map<String, Map<String, RuleText>> texts = new HashMap<>();
    private final RuleBook book;

    private Inspection(RuleFiles files) {
        this.files = files;
        this.reading = new RulesReading(files, RuleFolder.ALL, Map.of());
        problems.addAll(reading.problems());
        problems.addAll(files.unread());
        Set<String> broken = broken();
        files.files().forEach((path, file) -> {
            if (!broken.contains(file.shown())) {
                sound.put(path, file);
            }
        });
        sound.values().forEach(this::enter);
        this.book = book();
    }

    /** Reads and looks at these files. */
    public static Inspection of(RuleFiles files) {
        return new Inspection(files);
    }

    /** The steps of a buyer are weighed by all of their files or by none: a missing one would be a problem of its own. */
    private Set<String> broken() {
        Set<String> broken = new HashSet<>();
        problems.stream().filter(Problem::isError).forEach(problem -> broken.add(problem.place().file()));
        List<String> weighing = files.files().values().stream()
                .filter(file -> file.folder().equals(RuleFolder.SIMPLICITY))
                .map(RuleFile::shown)
                .toList();
        if (weighing.stream().anyMatch(broken::contains)) {
            broken.addAll(weighing);
        }
        return broken;
    }

    private void enter(RuleFile file) {
        RuleLines source = new RuleLines(file.shown(), file.text());
        Map<String, RuleText> inFolder = texts.computeIfAbsent(file.folder(), folder -> new TreeMap<>());
        RuleParser.parse(source, file.folder(), new FileProblems(source))
                .rules()
                .forEach(rule -> inFolder.put(rule.name().text(), RuleText.of(file.folder(), rule, source)));
    }

    /** Rules that contradict each other leave out their folder, so that the rest can still be looked at. */
    private RuleBook book() {
        List<Set<String>> leftOut = List.of(
                Set.of(), Set.of(RuleFolder.STACKING), Set.of(RuleFolder.SIMPLICITY),
                Set.of(RuleFolder.STACKING, RuleFolder.SIMPLICITY));
        for (Set<String> folders : leftOut) {
            try {
                return without(folders);
            } catch (ProblemException contradiction) {
                problems.addAll(contradiction.problems());
            }
        }
        throw new IllegalStateException("promotions alone contradict nothing");
    }

    private RuleBook without(Set<String> folders) {
        Map<String, RuleFile> kept = new TreeMap<>(sound);
        kept.values().removeIf(file -> folders.contains(file.folder()));
        RuleBook all = RuleBook.of(new RuleFiles(kept, List.of()), reading.files());
        weigh(all);
        return all;
    }

    /** Loading asks how hard a buyer's steps are in one channel; a slip in a rule for another would come out at the till. */
    private static void weigh(RuleBook book) {
        if (!book.weighsSteps()) {
            return;
        }
        Set<Problem> slips = new LinkedHashSet<>();
        Set<String> markets = book.marketsWithSteps();
        markets.add("");
        for (String market : markets) {
            for (Channel channel : Channel.values()) {
                try {
                    book.weights(market, channel);
                } catch (ProblemException contradiction) {
                    slips.addAll(contradiction.problems());
                }
            }
        }
        if (!slips.isEmpty()) {
            throw new ProblemException(List.copyOf(slips));
        }
    }

    /** What is wrong with single files or not read, and what rules of different files contradict each other; sorted by place. */
    public List<Problem> problems() {
        return problems.stream().sorted().toList();
    }

    /** The book of all files that can be used. */
    public RuleBook rules() {
        return book;
    }

    /** The rules of a folder that can be read, by name. */
    public Collection<RuleText> texts(String folder) {
        return texts.getOrDefault(folder, Map.of()).values();
    }

    /** The names of a folder's files, broken ones too: in {@code promotions/} those of the promotions. */
    public Set<String> names(String folder) {
        Set<String> names = new TreeSet<>();
        files.files().values().stream().filter(file -> file.folder().equals(folder)).forEach(file -> names.add(file.name()));
        return names;
    }

    /** Whether every file can be used. */
    public boolean isWhole() {
        return problems.stream().noneMatch(Problem::isError);
    }

    /** How many rule files there are, broken ones too. */
    public int size() {
        return files.files().size();
    }
}
