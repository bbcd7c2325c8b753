package dev.plaindeal.rules;

import dev.plaindeal.packed.PackedFiles;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule files among those that come with Plaindeal. */
final class PackedReader {

    private static final String SHOWN = "<packed>";

    private PackedReader() {}

    static RuleFiles read() {
        Map<String, RuleFile> files = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        try {
            PackedFiles.all().forEach((path, bytes) -> {
                if (Paths.isLoaded(path)) {
                    String shown = SHOWN + "/" + path;
                    files.put(path, new RuleFile(path, shown, FileText.of(shown, bytes), Hash.of(bytes)));
                }
            });
        } catch (UncheckedIOException unreadable) {
            problems.add(Problem.error(
                    "no-packed-rules",
                    Place.of(SHOWN),
                    "the rules packed with Plaindeal cannot be listed here",
                    "Name a folder with rules, with simplicity/ in it."));
        } catch (ProblemException broken) {
            problems.addAll(broken.problems());
        }
        return new RuleFiles(files, problems);
    }
}
