package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.rules.grammar.FileText;
import java.util.Map;

/** Rule files out of a map. What is handed in is meant: all that is not used is refused, unless {@code _} puts it aside. */
final class TextReader {

    private TextReader() {}

    static RuleFiles read(Map<String, String> textByPath) {
        FoundFiles found = new FoundFiles("");
        textByPath.forEach((path, text) -> {
            if (!RulePaths.isPutAside(path)) {
                read(path, text, found);
            }
        });
        return found.files();
    }

    private static void read(String path, String text, FoundFiles found) {
        try {
            byte[] bytes = FileText.bytes(path, text);
            if (RulePaths.isRules(path)) {
                RulePaths.problem(path, path).ifPresentOrElse(found::problem, () -> found.file(path, bytes));
            } else {
                found.problem(Problem.error("not-read", Place.of(path), "this text is not used", RulePaths.hint(path)));
            }
        } catch (ProblemException unreadable) {
            unreadable.problems().forEach(found::problem);
        }
    }
}
