package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.FolderWalk.Entry;
import dev.plaindeal.rules.grammar.FileText;
import dev.plaindeal.rules.grammar.RuleFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Rule files out of a folder. It never leaves the folder, whatever links say. */
final class FolderReader {

    /** How often a folder is read whose links are turned while it is read. */
    private static final int MOST_READS = 5;

    private final Path root;
    private final String shownRoot;

    FolderReader(Path root, String shownRoot) {
        this.root = root;
        this.shownRoot = shownRoot.endsWith("/") ? shownRoot : shownRoot + "/";
    }

    RuleFiles read() {
        if (!Files.isDirectory(root)) {
            return refused("no-folder", "there is no folder " + root, "Name the folder that holds promotions/.");
        }
        if (!Files.isDirectory(root.resolve(RuleFolder.PROMOTIONS))) {
            return refused("no-promotions", "the rules folder has no promotions/ in it", RulePaths.promotionsHint(names(root)));
        }
        try {
            return readStill();
        } catch (IOException unreadable) {
            return refused("unreadable", "the folder cannot be read", "Check who may read it.");
        }
    }

    private static String[] names(Path folder) {
        return Optional.ofNullable(folder.toFile().list()).orElse(new String[0]);
    }

    /** What is read while a link is turned could be half of the old and half of the new, so it is read again. */
    private RuleFiles readStill() throws IOException {
        for (int i = 0; i < MOST_READS; i++) {
            FolderWalk folder = FolderWalk.of(root, root, RulePaths::isAside);
            RuleFiles files = read(folder);
            if (folder.isStill()) {
                return files;
            }
        }
        return refused("changing", "the links of this folder are turned while it is read", "Try again in a moment.");
    }

    private RuleFiles read(FolderWalk folder) {
        FoundFiles found = new FoundFiles(shownRoot);
        folder.problems().forEach(problem -> found.problem(below(problem)));
        for (Entry entry : folder.entries()) {
            String path = entry.path();
            if (!entry.isRules()) {
                found.unread(path);
            } else if (RulePaths.problem(path, shownRoot + path).isPresent()) {
                found.problem(RulePaths.problem(path, shownRoot + path).orElseThrow());
            } else {
                entry.problem().ifPresentOrElse(problem -> found.problem(below(problem)), () -> load(entry, found));
            }
        }
        return found.files();
    }

    private void load(Entry entry, FoundFiles found) {
        String shown = shownRoot + entry.path();
        try {
            FileText.requireSmall(shown, Files.size(entry.file()));
            found.file(entry.path(), Files.readAllBytes(entry.file()));
        } catch (ProblemException unusable) {
            unusable.problems().forEach(found::problem);
        } catch (IOException gone) {
            new Entry(entry.path(), entry.file(), FolderWalk.Kind.UNREADABLE).problem().map(this::below).ifPresent(found::problem);
        }
    }

    private Problem below(Problem problem) {
        return problem.below(shownRoot.substring(0, shownRoot.length() - 1));
    }

    private RuleFiles refused(String code, String message, String hint) {
        FoundFiles found = new FoundFiles(shownRoot);
        found.problem(Problem.error(code, Place.of(shownRoot), message, hint));
        return found.files();
    }
}
