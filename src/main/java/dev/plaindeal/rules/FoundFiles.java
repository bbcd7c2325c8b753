package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.FileText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a reader of rules has found so far; for one thread. */
final class FoundFiles {

    /** A folder that was named by mistake may hold a great many files. */
    private static final int MOST_UNREAD = 100;

    private final String shownRoot;
    private final Map<String, RuleFile> files = new HashMap<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Problem> unread = new ArrayList<>();
    private int more;

    /** Names of files are shown behind this one, as they are joined. */
    FoundFiles(String shownRoot) {
        this.shownRoot = shownRoot;
    }

    void problem(Problem problem) {
        problems.add(problem);
    }

    /** A rule file, unless its bytes are no text. */
    void file(String path, byte[] bytes) {
        String shown = shownRoot + path;
        try {
            files.put(path, new RuleFile(path, shown, FileText.of(shown, bytes), Hash.of(bytes)));
        } catch (ProblemException unreadable) {
            problems.addAll(unreadable.problems());
        }
    }

    /** A file that is passed over. */
    void unread(String path) {
        if (RulePaths.isUnread(path)) {
            if (unread.size() < MOST_UNREAD) {
                unread.add(Problem.warning("not-read", Place.of(shownRoot + path), "this file is not read", RulePaths.hint(path)));
            } else {
                more++;
            }
        }
    }

    RuleFiles files() {
        List<Problem> all = new ArrayList<>(unread);
        if (more > 0) {
            String message = String.format(Locale.ROOT, "%,d more files in this folder are not read", more);
            all.add(Problem.warning("not-read", Place.of(shownRoot), message, "Is this the right folder?"));
        }
        return new RuleFiles(files, problems, all, shownRoot);
    }
}
