package dev.plaindeal.rules;

import dev.plaindeal.packed.PackedFiles;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** Rule files among those that come with Plaindeal. */
final class PackedReader {

    private static final String SHOWN = "<packed>/";

    private PackedReader() {}

    static RuleFiles read() {
        FoundFiles found = new FoundFiles(SHOWN);
        try {
            PackedFiles.all().forEach((path, bytes) -> {
                if (Arrays.stream(path.split("/")).noneMatch(RulePaths::isAside)) {
                    read(path, bytes, found);
                }
            });
        } catch (UncheckedIOException unreadable) {
            found.problem(Problem.error(
                    "no-packed-rules",
                    Place.of(SHOWN.substring(0, SHOWN.length() - 1)),
                    "the rules packed with Plaindeal cannot be listed here",
                    "Name a folder with rules, with simplicity/ in it."));
        }
        return found.files();
    }

    private static void read(String path, byte[] bytes, FoundFiles found) {
        if (RulePaths.isRules(path)) {
            RulePaths.problem(path, SHOWN + path).ifPresentOrElse(found::problem, () -> found.file(path, bytes));
        } else {
            found.unread(path);
        }
    }
}
