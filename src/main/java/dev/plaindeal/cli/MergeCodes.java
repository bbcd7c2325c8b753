package dev.plaindeal.cli;

import dev.plaindeal.codes.CodeLists;
import dev.plaindeal.codes.CodeLists.Written;
import dev.plaindeal.text.Visible;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Makes one sorted code file of codes there are already. */
@Command(
        name = "merge",
        mixinStandardHelpOptions = true,
        description = "Puts lists of codes and code files together into one sorted code file.",
        footer = {
            "",
            "Examples:",
            "  plaindeal codes merge our-codes.txt --pool newsletter --out codes.txt",
            "  plaindeal codes merge january.txt february.txt --pool gifts --into codes.txt",
            "  cat codes.csv | tr ',' '\\t' | plaindeal codes merge - --out codes.txt",
            "",
            "A list has one code on each line, in any order, alone or with a tab and its pool behind it. Codes",
            "compare without blanks and letter case, and are written in capitals. A code belongs to one pool; one",
            "that is there twice is written once, and how many were is told on standard error.",
            "",
            "Exit codes: 0 the codes are written, 1 none are, 2 wrong usage."
        })
final class MergeCodes implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Lists of codes, or code files; - for a list on standard input.")
    private List<String> names = List.of();

    @Option(names = "--pool", paramLabel = "NAME", description = "The pool of codes that are listed without one.")
    private Optional<String> pool = Optional.empty();

    @Mixin
    private CodesTarget target = new CodesTarget();

    @Spec
    private CommandSpec spec;

    MergeCodes(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!target.isOne()) {
            throw new ParameterException(spec.commandLine(), "Say where to: either --out FILE or --into FILE.");
        }
        target.before();
        List<Path> files = new ArrayList<>();
        List<String> lists = new ArrayList<>();
        for (String name : names) {
            if (isCodeFile(name)) {
                CodesTarget.checked(Path.of(name));
                files.add(Path.of(name));
            } else {
                lists.add(name);
            }
        }
        Written[] written = new Written[1];
        target.write(half -> written[0] = merged(files, lists, half));
        tell(written[0]);
        return 0;
    }

    private Written merged(List<Path> files, List<String> lists, Path half) throws IOException {
        List<CodeLists.Listed> opened = new ArrayList<>();
        try {
            for (String name : lists) {
                opened.add(new CodeLists.Listed(Inputs.shown(name), Inputs.open(name, terminal)));
            }
            return target.lists(codes -> {}).merge(files, opened, pool, half);
        } finally {
            for (CodeLists.Listed one : opened) {
                one.in().close();
            }
        }
    }

    /** What cannot be read is told when it is opened as a list. */
    private static boolean isCodeFile(String name) {
        try {
            return Inputs.isAtRest(name) && CodeLists.isCodeFile(Path.of(name));
        } catch (IOException unreadable) {
            return false;
        }
    }

    private void tell(Written written) {
        if (written.twice() > 0) {
            terminal.err().println(String.format(
                    Locale.ROOT, "%,d %s there twice and written once", written.twice(), written.twice() == 1 ? "code was" : "codes were"));
        }
        terminal.out().println(String.format(
                Locale.ROOT, "%s has %,d %s", Visible.line(target.path().toString()), written.codes(), written.codes() == 1 ? "code" : "codes"));
    }
}
