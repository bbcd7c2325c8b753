package dev.plaindeal.rules;

import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Rule files out of a map. */
final class TextReader {

    private TextReader() {}

    static RuleFiles read(Map<String, String> textByPath) {
        Map<String, RuleFile> files = new HashMap<>();
        List<Problem> problems = new ArrayList<>();
        textByPath.forEach((path, text) -> {
            if (Paths.isLoaded(path)) {
                read(path, text, files, problems);
            }
        });
        return new RuleFiles(files, problems);
    }

    private static void read(String path, String text, Map<String, RuleFile> files, List<Problem> problems) {
        try {
            byte[] bytes = FileText.bytes(path, text);
            Paths.problem(path, path)
                    .ifPresentOrElse(
                            problems::add,
                            () -> files.put(path, new RuleFile(path, path, FileText.of(path, bytes), Hash.of(bytes))));
        } catch (ProblemException unreadable) {
            problems.addAll(unreadable.problems());
        }
    }
}
