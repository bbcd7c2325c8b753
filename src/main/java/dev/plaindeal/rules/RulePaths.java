package dev.plaindeal.rules;

import dev.plaindeal.problem.Nearest;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.rules.grammar.RuleFolder;
import dev.plaindeal.text.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Which paths below a rules folder are rule files, and what was probably meant by others. */
final class RulePaths {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
    private static final Pattern PUT_ASIDE = Pattern.compile("([A-Za-z0-9._-]+/)*_[A-Za-z0-9._/-]*");
    private static final List<String> FOLDERS =
            RuleFolder.ALL.stream().map(RuleFolder::folder).toList();
    private static final String LEAVE = "To leave it here, let its name begin with _ .";
    private static final String MESSAGES = "messages";
    private static final Pattern MESSAGE_FILE = Pattern.compile(MESSAGES + "/[^/]*\\.properties");
    /** What people and their systems keep beside rules, and nobody takes for one. */
    private static final Pattern ABOUT = Pattern.compile(
            "(README|LICEN[CS]E|NOTICE|CHANGELOG|(CODE)?OWNERS)(\\.(md|txt|rst|adoc))?|Thumbs\\.db|desktop\\.ini",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> SLIPS = Set.of("dlr", "drls", "dr", "rdl", "rld", "ldr", "rule", "rules");

    private RulePaths() {}

    /** Whether somebody has put it aside on purpose. */
    static boolean isAside(String name) {
        return name.startsWith("_") || name.startsWith(".") && !name.equals("..") && !name.equals(".");
    }

    /** Whether a part of this path begins with {@code _}, and nothing else is odd about it. */
    static boolean isPutAside(String path) {
        return PUT_ASIDE.matcher(path).matches() && Arrays.stream(path.split("/", -1)).noneMatch(name -> name.startsWith("."));
    }

    static boolean isRules(String name) {
        return name.endsWith(RuleFiles.ENDING);
    }

    /** Whether somebody might think that a file is read which is no rule file; texts for buyers are read elsewhere. */
    static boolean isUnread(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        return !ABOUT.matcher(name).matches() && !MESSAGE_FILE.matcher(path).matches();
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
                        meant(path).map(RulePaths::maybe).orElse("")
                                + "Use letters, digits, hyphens, points and underscores, beginning with a letter or digit."));
            }
        }
        if (names.length < 2 || !FOLDERS.contains(names[0])) {
            return Optional.of(Problem.error("wrong-folder", Place.of(shown), "a rule file here is never loaded", hint(path)));
        }
        return Optional.empty();
    }

    /** What to do with a file that is passed over. */
    static String hint(String path) {
        String folders = String.join("/, ", FOLDERS) + "/";
        if (path.startsWith(MESSAGES + "/") || path.toLowerCase(Locale.ROOT).contains(".properties")) {
            return "Texts for buyers are files like " + MESSAGES + "/de.properties. " + LEAVE;
        }
        if (isRules(path)) {
            return meant(path).map(RulePaths::maybe).orElse("") + "Move it into " + folders + ", or let its name begin with _ .";
        }
        return meant(path).map(RulePaths::maybe).orElse("Rule files lie in " + folders + " and end in " + RuleFiles.ENDING + ". ") + LEAVE;
    }

    /** What to do about a folder without promotions, in which there is something by these names. */
    static String promotionsHint(String... names) {
        List<String> others = Arrays.stream(names).filter(name -> !name.equals(RuleFolder.PROMOTIONS)).toList();
        return Nearest.to(RuleFolder.PROMOTIONS, others)
                .map(name -> "Maybe " + Visible.line(name) + "/ has to be called promotions/, in small letters.")
                .orElse("Is this the right folder?");
    }

    private static String maybe(String path) {
        return "Maybe " + path + "? ";
    }

    /** The path of a rule file that was probably meant. */
    private static Optional<String> meant(String path) {
        String[] names = path.strip().replace('\\', '/').replaceFirst("^(\\.{0,2}/)+", "").split("/+");
        int folder = 0;
        while (folder < names.length - 1 && folder(names[folder]).isEmpty()) {
            folder++;
        }
        if (path.endsWith("/") || names.length == 0 || !endsLikeRules(names[names.length - 1])) {
            return Optional.empty();
        }
        names[names.length - 1] = renamed(names[names.length - 1]);
        String below = folder < names.length - 1
                ? folder(names[folder]).orElseThrow() + "/" + String.join("/", Arrays.copyOfRange(names, folder + 1, names.length))
                : RuleFolder.PROMOTIONS + "/" + names[names.length - 1];
        boolean sound = Arrays.stream(below.split("/", -1)).allMatch(name -> NAME.matcher(name).matches());
        return sound && !below.equals(path) ? Optional.of(below) : Optional.empty();
    }

    private static Optional<String> folder(String name) {
        return Nearest.to(name, FOLDERS);
    }

    /** A file without any ending, with one that is nearly right, or with another behind the right one. */
    private static boolean endsLikeRules(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean bare = name.indexOf('.') < 0 && !FOLDERS.contains(name);
        return bare || SLIPS.contains(lower.substring(lower.lastIndexOf('.') + 1)) || lower.contains(RuleFiles.ENDING);
    }

    private static String renamed(String name) {
        int at = name.toLowerCase(Locale.ROOT).indexOf(RuleFiles.ENDING);
        int end = at >= 0 ? at : name.indexOf('.') < 0 ? name.length() : name.lastIndexOf('.');
        return name.substring(0, end) + RuleFiles.ENDING;
    }
}
