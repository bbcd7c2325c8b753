package dev.plaindeal.cli;

import dev.plaindeal.basket.Code;
import dev.plaindeal.codes.CodeFile;
import dev.plaindeal.codes.CodeFileCheck;
import dev.plaindeal.codes.CodeSigns;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.text.Visible;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Reads all of a code file, or looks up codes in it. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Reads all of a code file and tells what is wrong with it; or says which pools codes belong to.",
        footer = {
            "",
            "Examples:",
            "  plaindeal codes check codes.txt",
            "  plaindeal codes check codes.txt 7K2M-QX 3H9C2WQ4MT7X",
            "",
            "Exit codes: 0 all is well and every code is known, 1 something is wrong or a code is unknown, 2 wrong usage."
        })
final class CheckCodes implements Callable<Integer> {

    private static final int EVERY = 100_000;

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "FILE", description = "A code file.")
    private Path file = Path.of("");

    @Parameters(index = "1..*", arity = "0..*", paramLabel = "CODE", description = "Codes to look up, as buyers type them.")
    private List<String> codes = List.of();

    CheckCodes(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return codes.isEmpty() ? wholeFile() : lookedUp();
    }

    private int wholeFile() {
        Progress progress = new Progress(terminal, said(), EVERY);
        CodeFileCheck check = CodeFileCheck.of(file, codes -> progress.done((int) Math.min(codes, Integer.MAX_VALUE)));
        progress.end();
        check.problems().stream().map(Problem::text).forEach(terminal.err()::println);
        if (!check.problems().isEmpty()) {
            return 1;
        }
        terminal.out().println(Visible.line(file.toString()) + " is sorted and whole: " + count(check.codes()));
        new TreeMap<>(check.byPool()).forEach((pool, number) -> terminal.out().println("  " + pool + ": " + count(number)));
        return 0;
    }

    /** How many codes the file says it has, for the progress alone; 0 where it is not even that much of a code file. */
    private int said() {
        try {
            return (int) Math.min(CodeFile.open(file).codes(), Integer.MAX_VALUE);
        } catch (ProblemException told) {
            return 0;
        }
    }

    private static String count(long codes) {
        return String.format(Locale.ROOT, "%,d %s", codes, codes == 1 ? "code" : "codes");
    }

    private int lookedUp() {
        CodeFile directory = CodeFile.open(file);
        int exit = 0;
        for (String typed : codes) {
            String code = Code.normal(typed);
            Optional<String> pool = code.isEmpty() ? Optional.empty() : directory.pool(code);
            terminal.out().println(Code.shown(typed) + ": " + pool.map(name -> "in the pool " + name).orElseGet(() -> unknown(code)));
            exit = pool.isPresent() ? exit : 1;
        }
        return exit;
    }

    /** Whoever has the file may know; a buyer is never told how near a code is. */
    private static String unknown(String code) {
        return CodeSigns.areAll(code) && !CodeSigns.fit(code)
                ? "not in this file; its check character does not fit, so it may be mistyped"
                : "not in this file";
    }
}
