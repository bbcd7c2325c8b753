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
    private Optional<RuleShelf.Shelved> shelved = Optional.empty();
    private Optional<PromotionEngine> saved = Optional.empty();
    private List<Problem> broken = List.of();
    private Optional<PromotionEngine> last = Optional.empty();
    private Optional<PromotionEngine> alone = Optional.empty();
    /** What was tried last: a page asks of one text several things. */
    private Optional<TriedText> latest = Optional.empty();

    private record TriedText(RuleShelf.Shelved files, String path, String text, Tried tried) {

        boolean isOf(RuleShelf.Shelved disk, String edited, String as) {
            return text.equals(as) && path.equals(edited) && files.equals(disk);
        }
    }

    EditedRules(RuleShelf shelf) {
        this.shelf = shelf;
    }

    /** The rules as they lie on disk now. */
    synchronized OnDisk onDisk() {
        RuleShelf.Shelved now = shelf.all();
        if (!Optional.of(now).equals(shelved)) {
            Compiled whole = compiled(now, now.texts(), last);
            shelved = Optional.of(now);
            saved = whole.engine();
            broken = whole.problems();
            last = saved.or(() -> last);
            alone = Optional.empty();
        }
        return new OnDisk(now, saved, broken);
    }

    /**
     * The rules on disk.
     *
     * @param engine empty where they cannot be used, or not all of them can be read
     * @param problems why
     */
    record OnDisk(RuleShelf.Shelved files, Optional<PromotionEngine> engine, List<Problem> problems) {}

    private record Compiled(Optional<PromotionEngine> engine, List<Problem> problems) {}

    /**
     * Rules with one text in place of what is on disk.
     *
     * @param engine empty where they cannot be used
     * @param problems everything wrong, the edited file's own first; warnings of that file too
     * @param scores how simple the edited promotion looks, one for each market; none where it is no promotion or cannot be used
     * @param isSavable whether nothing is wrong with this file, and nothing with another that is not wrong on disk already: of two
     *     broken files either can be mended first
     */
    record Tried(Optional<PromotionEngine> engine, List<Problem> problems, List<PromotionScore> scores, boolean isSavable) {}

    /** Tries a text. */
    synchronized Tried with(String path, String text) {
        OnDisk disk = onDisk();
        Optional<TriedText> known = latest.filter(one -> one.isOf(disk.files(), path, text));
        Tried tried = known.map(TriedText::tried).orElseGet(() -> tried(disk, path, text));
        latest = Optional.of(new TriedText(disk.files(), path, text, tried));
        return tried;
    }

    private Tried tried(OnDisk disk, String path, String text) {
        Map<String, String> edited = new TreeMap<>(disk.files().texts());
        edited.put(path, text);
        Compiled whole = compiled(disk.files(), edited, last);
        last = whole.engine().or(() -> last);
        List<Problem> problems = ownFirst(path, Stream.concat(whole.problems().stream(), warnings(path, edited)).distinct().toList());
        return new Tried(whole.engine(), problems, scores(path, edited), isSavable(path, problems, disk.problems()));
    }

    /** An error is told apart by its file and kind: its line may have moved. */
    private static boolean isSavable(String path, List<Problem> found, List<Problem> onDisk) {
        return found.stream()
                .filter(Problem::isError)
                .noneMatch(error -> error.place().file().equals(path) || onDisk.stream().noneMatch(known -> isAlike(known, error)));
    }

    private static boolean isAlike(Problem known, Problem error) {
        return known.isError() && known.code().equals(error.code()) && known.place().file().equals(error.place().file());
    }

    private static List<Problem> ownFirst(String path, List<Problem> all) {
        List<Problem> sorted = new ArrayList<>(all.stream().filter(problem -> problem.place().file().equals(path)).sorted().toList());
        all.stream().filter(problem -> !problem.place().file().equals(path)).sorted().forEach(sorted::add);
        return sorted;
    }

    private static Compiled compiled(RuleShelf.Shelved disk, Map<String, String> texts, Optional<PromotionEngine> before) {
        Compiled read = compiled(texts, before);
        return disk.unread().isEmpty()
                ? read
                : new Compiled(Optional.empty(), Stream.concat(read.problems().stream(), disk.unread().stream()).sorted().toList());
    }

    private static Compiled compiled(Map<String, String> texts, Optional<PromotionEngine> before) {
        RuleSource source = RuleSource.texts("the rules", () -> texts);
        try {
            PromotionEngine engine = before.isPresent()
                    ? before.get().reloaded(source, RuleCheck::errors)
                    : PromotionEngine.load(source, RuleCheck::errors);
            return new Compiled(Optional.of(engine), List.of());
        } catch (ProblemException unusable) {
            return new Compiled(Optional.empty(), unusable.problems());
        }
    }

    /** What one file alone says: every promotion is scored alone anyway, and one is sooner scored than a thousand. */
    private List<PromotionScore> scores(String path, Map<String, String> edited) {
        if (!path.startsWith(PROMOTIONS)) {
            return List.of();
        }
        Compiled one = compiled(around(path, edited), alone);
        alone = one.engine().or(() -> alone);
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
