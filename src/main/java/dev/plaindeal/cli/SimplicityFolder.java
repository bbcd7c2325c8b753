package dev.plaindeal.cli;

import dev.plaindeal.basket.Channel;
import dev.plaindeal.json.InputText;
import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.FolderWalk;
import dev.plaindeal.rules.FolderWalk.Entry;
import dev.plaindeal.rules.RuleBook;
import dev.plaindeal.rules.RuleFiles;
import dev.plaindeal.weights.MarketView;
import dev.plaindeal.weights.Weights;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rule files of {@code simplicity/} in a rules folder, read without the promotions beside them. */
final class SimplicityFolder {

    private static final String FOLDER = "simplicity/";

    private final String shown;
    private final Path rules;
    private final Map<String, String> texts;
    private final RuleBook book;

    private SimplicityFolder(Path rules, String shown, Map<String, String> texts) {
        this.rules = rules;
        this.shown = shown;
        this.texts = texts;
        this.book = book(shown, texts);
    }

    /**
     * Reads them.
     *
     * @throws ProblemException with every problem, where they say nothing of steps too
     */
    static SimplicityFolder read(Path rules) {
        String shown = rules.toString();
        try {
            FolderWalk found = walk(rules);
            List<Entry> entries = found.entries().stream()
                    .filter(entry -> entry.isRules() && entry.path().startsWith(FOLDER))
                    .toList();
            List<Problem> problems = new ArrayList<>(Stream.concat(
                            found.problems().stream().filter(problem -> problem.place().file().startsWith(FOLDER)),
                            entries.stream().flatMap(entry -> entry.problem().stream()))
                    .map(problem -> problem.below(shown))
                    .toList());
            if (problems.isEmpty() && entries.isEmpty()) {
                problems.add(Problem.error("no-weights", Place.of(shown + "/simplicity"), "no rule file here says how long steps take",
                        "Name a rules folder that has simplicity/ with --rules DIR."));
            }
            if (!problems.isEmpty()) {
                throw new ProblemException(problems.stream().sorted().toList());
            }
            return new SimplicityFolder(rules, shown, texts(entries, shown));
        } catch (IOException unreadable) {
            throw unreadable(shown, unreadable);
        }
    }

    private static FolderWalk walk(Path rules) throws IOException {
        return FolderWalk.of(rules, rules, name -> name.startsWith("_") || name.startsWith("."));
    }

    /** Text by path of the rules and messages beside them, so that a copy is rules that can be checked and loaded. */
    Map<String, String> others() {
        try {
            List<Entry> entries = walk(rules).entries().stream()
                    .filter(entry -> entry.problem().isEmpty() && !texts.containsKey(entry.path()))
                    .filter(entry -> entry.isRules() || entry.path().endsWith(".properties"))
                    .toList();
            return texts(entries, shown);
        } catch (IOException unreadable) {
            throw unreadable(shown, unreadable);
        }
    }

    private static ProblemException unreadable(String shown, IOException why) {
        return new ProblemException(List.of(Problem.error(
                "unreadable-file", Place.of(shown), "this folder cannot be read: " + Failure.reason(why), "Is the path right?")));
    }

    private static Map<String, String> texts(List<Entry> entries, String shown) throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (Entry entry : entries) {
            texts.put(entry.path(), InputText.of(shown + "/" + entry.path(), Files.readAllBytes(entry.file())));
        }
        return texts;
    }

    private static RuleBook book(String shown, Map<String, String> texts) {
        try {
            return RuleBook.load(RuleFiles.of(texts));
        } catch (ProblemException told) {
            throw new ProblemException(told.problems().stream().map(problem -> problem.below(shown)).toList());
        }
    }

    /** The same files with other text. */
    SimplicityFolder with(Map<String, String> others, String called) {
        return new SimplicityFolder(rules, called, others);
    }

    /** Text by path below the rules folder. */
    Map<String, String> texts() {
        return texts;
    }

    /** What messages call the rules folder. */
    String shown() {
        return shown;
    }

    Weights weights(String market) {
        return book.weights(market, Channel.SHELF);
    }

    MarketView market(String code) {
        return book.markets().of(code);
    }
}
