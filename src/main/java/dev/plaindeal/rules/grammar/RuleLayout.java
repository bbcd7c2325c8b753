package dev.plaindeal.rules.grammar;

import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The one layout of rule files: four blanks inside {@code when} and {@code then}, lines of at most 120 characters broken
 * between conditions and between words, an empty line before each rule, coupon codes in their {@linkplain PlainCodes plain
 * form}. It never changes what a file says: the laid-out text is read again and compared before it is handed out.
 */
public final class RuleLayout {

    private RuleLayout() {}

    /**
     * A file laid out.
     *
     * @param text the text; the file's own where problems keep it from being laid out
     * @param problems why it was left alone, empty when it was not
     */
    public record LaidOut(String text, List<Problem> problems) {}

    /** The words, signs and comments of a file, which a layout may not touch. */
    private record Content(List<String> words, List<String> comments, String says) {}

    /**
     * Lays out one file.
     *
     * @param shown its name for problems
     * @throws IOException when it cannot be read
     */
    public static LaidOut of(String shown, Path file) throws IOException {
        try {
            FileText.requireSmall(shown, Files.size(file));
            return of(shown, Files.readAllBytes(file));
        } catch (ProblemException tooLarge) {
            return new LaidOut("", tooLarge.problems());
        }
    }

    /** Lays out what a file would hold. */
    public static LaidOut of(String shown, byte[] bytes) {
        try {
            return of(shown, FileText.of(shown, bytes));
        } catch (ProblemException unreadable) {
            return new LaidOut("", unreadable.problems());
        }
    }

    private static LaidOut of(String shown, String text) {
        Read before = read(shown, text);
        if (!before.problems().isEmpty()) {
            return new LaidOut(text, before.problems());
        }
        Read normal = new Read(PlainCodes.in(before.tokens(), before.tree()), before.tree(), List.of());
        String laidOut = new LayoutWriter(normal.tokens(), normal.tree().comments()).text();
        Read after = read(shown, laidOut);
        boolean same = after.problems().isEmpty() && after.content().equals(normal.content());
        return same ? new LaidOut(laidOut, List.of()) : new LaidOut(text, List.of(leftAlone(shown)));
    }

    private static Problem leftAlone(String shown) {
        return Problem.warning(
                "not-laid-out",
                Place.of(shown),
                "this file is left as it is: laid out, a line of it would get too long, or a comment would say something else",
                "Shorten its longest text, or give each comment a line of its own.");
    }

    /** A file cut into tokens and parsed. */
    private record Read(List<Token> tokens, RuleTree tree, List<Problem> problems) {

        /** All it says. Semicolons behind the package and the import are the only words that a layout leaves out. */
        Content content() {
            int header = (int) tokens.stream().takeWhile(token -> !token.is("rule")).count();
            Stream<Token> top = tokens.stream().limit(header).filter(token -> !token.is(";"));
            return new Content(
                    Stream.concat(top, tokens.stream().skip(header)).map(t -> t.kind() + " " + t.text()).toList(),
                    tree.comments().stream().map(comment -> comment.text().strip()).toList(),
                    tree.says());
        }
    }

    private static Read read(String shown, String text) {
        RuleLines source = new RuleLines(shown, text);
        FileProblems findings = new FileProblems(source);
        List<Token> tokens = new Lexer(source, new FileProblems(source)).tokens();
        RuleTree tree = RuleParser.parse(source, packageOf(tokens), findings);
        return new Read(tokens, tree, findings.all());
    }

    /** A file is laid out wherever it lies, so its folder is the one it names itself. */
    private static String packageOf(List<Token> tokens) {
        String named = tokens.size() > 1 ? tokens.get(1).text() : "";
        return RuleFolder.ALL.stream()
                .map(RuleFolder::packageName)
                .filter(named::equals)
                .findFirst()
                .orElse(RuleFolder.PROMOTIONS);
    }
}
