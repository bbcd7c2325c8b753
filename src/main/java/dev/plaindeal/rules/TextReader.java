package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.util.Map;

/** Rule files out of a map. What is handed in is meant: all that is not used is refused, unless {@code _} puts it aside. */
final class TextReader {

    private TextReader() {}

    static RuleFiles read(Map<String, String> textByPath) {
        Found found = new Found("");
        textByPath.forEach((path, text) -> {
            if (!Paths.isPutAside(path)) {
                read(path, text, found);
            }
        });
        return found.files();
    }

    private static void read(String path, String text, Found found) {
        try {
            byte[] bytes = FileText.bytes(path, text);
            if (Paths.isRules(path)) {
                Paths.problem(path, path).ifPresentOrElse(found::problem, () -> found.file(path, bytes));
            } else {
                found.problem(Problem.error("not-read", Place.of(path), "this text is not used", Paths.hint(path)));
            }
        } catch (ProblemException unreadable) {
            unreadable.problems().forEach(found::problem);
        }
    }
}
