package dev.plaindeal.studio;

import dev.plaindeal.PromotionEngine;
import dev.plaindeal.RuleSource;
import dev.plaindeal.check.RuleCheck;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.receipt.PromotionScore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The rules on disk as an engine, and the same with one text that is not saved yet. What has not changed is compiled once. Safe from many
 * threads: one is compiled at a time.
 */
final class EditedRules {

    private static final String PROMOTIONS = "promotions/";

    private final RuleShelf shelf;
    private Map<String, String> texts = Map.of();
    private Optional<PromotionEngine> saved = Optional.empty();
    private List<Problem> broken = List.of();
    private Optional<PromotionEngine> last = Optional.empty();
    private Optional<PromotionEngine> alone = Optional.empty();

    EditedRules(RuleShelf shelf) {
        this.shelf = shelf;
    }

    /** The rules as they lie on disk now. */
    synchronized OnDisk onDisk() {
        Map<String, String> now = shelf.all();
        if (!now.equals(texts) || saved.isEmpty() && broken.isEmpty()) {
            texts = now;
            Tried tried = tried(now, saved);
            saved = tried.engine();
            broken = tried.problems();
            last = saved;
            alone = Optional.empty();
        }
        return new OnDisk(texts, saved, broken);
    }

    /**
     * The rules on disk.
     *
     * @param engine empty where they cannot be used
     * @param problems why
     */
    record OnDisk(Map<String, String> texts, Optional<PromotionEngine> engine, List<Problem> problems) {}

    /**
     * Rules with one text in place of what is on disk.
     *
     * @param engine empty where they cannot be used
     * @param problems everything wrong, the edited file's own first; warnings of that file too
     * @param scores how simple the edited promotion looks, one for each market; none where it is no promotion or cannot be used
     */
    record Tried(Optional<PromotionEngine> engine, List<Problem> problems, List<PromotionScore> scores) {}

    /** Tries a text. */
    synchronized Tried with(String path, String text) {
        OnDisk disk = onDisk();
        Map<String, String> edited = new TreeMap<>(disk.texts());
        edited.put(path, text);
        Tried whole = tried(edited, last);
        whole.engine().ifPresent(engine -> last = Optional.of(engine));
        List<Problem> problems = ownFirst(path, Stream.concat(whole.problems().stream(), warnings(path, edited)).distinct().toList());
        return new Tried(whole.engine(), problems, whole.engine().isPresent() ? scores(path, edited) : List.of());
    }

    private static List<Problem> ownFirst(String path, List<Problem> all) {
        List<Problem> sorted = new ArrayList<>(all.stream().filter(problem -> problem.place().file().equals(path)).sorted().toList());
        all.stream().filter(problem -> !problem.place().file().equals(path)).sorted().forEach(sorted::add);
        return sorted;
    }

    private static Tried tried(Map<String, String> texts, Optional<PromotionEngine> before) {
        RuleSource source = RuleSource.texts("the rules", () -> texts);
        try {
            PromotionEngine engine = before.isPresent()
                    ? before.get().reloaded(source, RuleCheck::errors)
                    : PromotionEngine.load(source, RuleCheck::errors);
            return new Tried(Optional.of(engine), List.of(), List.of());
        } catch (ProblemException unusable) {
            return new Tried(Optional.empty(), unusable.problems(), List.of());
        }
    }

    /** What one file alone says: every promotion is scored alone anyway, and one is sooner scored than a thousand. */
    private List<PromotionScore> scores(String path, Map<String, String> edited) {
        if (!path.startsWith(PROMOTIONS)) {
            return List.of();
        }
        Tried one = tried(around(path, edited), alone);
        one.engine().ifPresent(engine -> alone = Optional.of(engine));
        return one.engine().map(engine -> engine.scores(Optional.empty())).orElse(List.of());
    }

    private static Stream<Problem> warnings(String path, Map<String, String> edited) {
        return RuleCheck.ofSome(around(path, edited)).stream().filter(problem -> problem.place().file().equals(path));
    }

    /** A file and what holds for all promotions. */
    private static Map<String, String> around(String path, Map<String, String> edited) {
        Map<String, String> some = new TreeMap<>(edited);
        some.keySet().removeIf(other -> !other.equals(path) && (other.startsWith(PROMOTIONS) || other.startsWith("messages/")));
        return some;
    }
}
