package dev.plaindeal;

import dev.plaindeal.language.Messages;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.problem.Severity;
import dev.plaindeal.rules.RuleFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Where rule files and the sentences for buyers come from: a folder, the jar, or wherever a host keeps them. Asked again for
 * each reload.
 *
 * <p>Immutable and thread-safe, as far as what a host hands in is.
 *
 * <p>Worked example, rules in a table of a database:
 * <pre>{@code
 * RuleSource table = RuleSource.texts("table rule_text", () -> textByPath(connection));
 * ReloadingEngine engine = ReloadingEngine.load(table);   // and engine.reload() when the table has changed
 * }</pre>
 */
public final class RuleSource {

    private static final String MESSAGES = "messages/";

    /**
     * What a source says at one moment.
     *
     * @param problems what is wrong with it as a whole
     */
    record Texts(RuleFiles files, Messages messages, List<Problem> problems) {

        /** What stops these texts from being used, whatever the rules in them say. */
        List<Problem> errors() {
            List<Problem> errors = new ArrayList<>(problems);
            messages.problems().stream().filter(Problem::isError).forEach(errors::add);
            return errors;
        }

        /** What is passed over, or that there is no promotion; sorted by place. */
        List<Problem> missed() {
            List<Problem> missed = new ArrayList<>(files.unread());
            files.noPromotion(Severity.WARNING).ifPresent(missed::add);
            return missed.stream().sorted().toList();
        }
    }

    private final String name;
    private final Optional<Path> folder;
    private final Supplier<Texts> texts;

    private RuleSource(String name, Optional<Path> folder, Supplier<Texts> texts) {
        this.name = name;
        this.folder = folder;
        this.texts = texts;
    }

    /** A folder; one without {@code simplicity/} or {@code messages/} uses the packed ones. Problems name files as this path does. */
    public static RuleSource folder(Path folder) {
        return folder(folder, folder.toString());
    }

    /**
     * A folder that has another name for people.
     *
     * @param shown problems name files below this name
     */
    public static RuleSource folder(Path folder, String shown) {
        return new RuleSource(shown, Optional.of(folder), () ->
                new Texts(RuleFiles.folder(folder, shown), messages(folder, shown), List.of()));
    }

    /**
     * Text by path below a rules folder that need not exist: {@code promotions/us-save10.drl}, {@code messages/de.properties}.
     * Without any {@code simplicity/} or {@code messages/} the packed ones are used. Every text is used or is a problem, unless
     * a name in its path begins with {@code _}, which puts it aside; so is a source without one promotion.
     *
     * @param name of the source for people, for instance the table
     * @param textByPath asked once for each load; what it throws stops that load
     */
    public static RuleSource texts(String name, Supplier<Map<String, String>> textByPath) {
        return new RuleSource(name, Optional.empty(), () -> handedIn(textByPath.get()));
    }

    /** The rules and sentences that the jar carries. */
    public static RuleSource packed() {
        return new RuleSource("<packed>", Optional.empty(), () ->
                new Texts(RuleFiles.packed(), Messages.packed(), List.of()));
    }

    private static Texts handedIn(Map<String, String> textByPath) {
        Map<String, String> rules = new TreeMap<>(textByPath);
        Map<String, String> sentences = new TreeMap<>();
        textByPath.forEach((path, text) -> {
            if (isMessages(path)) {
                rules.remove(path);
                sentences.put(path.substring(MESSAGES.length()), text);
            }
        });
        RuleFiles files = RuleFiles.of(rules);
        Messages messages = sentences.isEmpty() ? Messages.packedForOthers() : Messages.handedIn(sentences);
        return new Texts(files, messages, files.noPromotion(Severity.ERROR).stream().toList());
    }

    private static boolean isMessages(String path) {
        return path.startsWith(MESSAGES) && Messages.isFile(path.substring(MESSAGES.length()));
    }

    private static Messages messages(Path rules, String shown) {
        try {
            return Messages.inRules(rules, shown);
        } catch (IOException unreadable) {
            throw new ProblemException(List.of(Problem.error(
                    "unreadable-file", Place.of(shown + "/messages"), "the messages cannot be read", "")));
        }
    }

    /** Its name for people. */
    public String name() {
        return name;
    }

    /** The folder it is, or empty where it is none. */
    public Optional<Path> folder() {
        return folder;
    }

    Texts read() {
        return texts.get();
    }
}
