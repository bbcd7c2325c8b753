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
        Found found = new Found(SHOWN);
        try {
            PackedFiles.all().forEach((path, bytes) -> {
                if (Arrays.stream(path.split("/")).noneMatch(Paths::isAside)) {
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

    private static void read(String path, byte[] bytes, Found found) {
        if (Paths.isRules(path)) {
            Paths.problem(path, SHOWN + path).ifPresentOrElse(found::problem, () -> found.file(path, bytes));
        } else {
            found.unread(path);
        }
    }
}
