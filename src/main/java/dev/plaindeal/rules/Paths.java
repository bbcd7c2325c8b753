package dev.plaindeal.rules;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.text.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which paths below a rules folder are rule files. */
final class Paths {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final List<String> FOLDERS =
            Vocabulary.ALL.stream().map(Vocabulary::folder).toList();

    private Paths() {}

    /** Whether somebody has put it aside on purpose. */
    static boolean isAside(String name) {
        return name.startsWith("_") || name.startsWith(".") && !name.equals("..") && !name.equals(".");
    }

    static boolean isRules(String name) {
        return name.endsWith(RuleFiles.ENDING);
    }

    /** Whether the file at this path is a rule file that nobody has put aside. */
    static boolean isLoaded(String path) {
        return isRules(path) && Arrays.stream(path.split("/")).noneMatch(Paths::isAside);
    }

    /** Why this path is no place for a rule file, if it is none. */
    static Optional<Problem> problem(String path, String shown) {
        String[] names = path.split("/", -1);
        for (String name : names) {
            if (!NAME.matcher(name).matches()) {
                return Optional.of(Problem.error(
                        "file-name",
                        Place.of(shown),
                        "the name \"" + Visible.line(name) + "\" is not one for a rule file or its folder",
                        "Use letters, digits, hyphens, points and underscores, beginning with a letter or digit."));
            }
        }
        if (names.length < 2 || !FOLDERS.contains(names[0])) {
            return Optional.of(Problem.error(
                    "wrong-folder",
                    Place.of(shown),
                    "a rule file here is never loaded",
                    "Move it into " + String.join("/, ", FOLDERS) + "/, or let its name begin with _ ."));
        }
        return Optional.empty();
    }
}
