package dev.plaindeal.cli;

import dev.plaindeal.check.RuleFormat.Formatted;
import dev.plaindeal.check.RuleFormat.Mode;
import dev.plaindeal.check.RuleFormat;
import dev.plaindeal.problem.Place;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.text.Visible;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Gives rule files one layout. */
@Command(
        name = "fmt",
        mixinStandardHelpOptions = true,
        description = "Gives rule files one layout, without changing what they say.",
        footer = {
            "",
            "Examples:",
            "  plaindeal fmt",
            "  plaindeal fmt rules/promotions/us/us-save10.drl",
            "  plaindeal fmt --check",
            "",
            "Comments stay where they stand. A file that cannot be read is told and left as it is. A link that",
            "stays in the rules folder is followed and stays a link; nothing is written where one leaves it.",
            "",
            "Exit codes: 0 done, 1 some files cannot be read (with --check also: some would change), 2 wrong usage."
        })
final class FormatRules implements Callable<Integer> {

    private final Terminal terminal;

    @Parameters(paramLabel = "FILE", description = "Rule files, or folders of them. Default: the rules folder.")
    private List<Path> files = List.of();

    @Option(names = "--rules", paramLabel = "DIR", description = "Folder of rule files. Default: rules/.")
    private Path folder = Path.of("rules");

    @Option(names = "--check", description = "Only list the files that would change.")
    private boolean check;

    @Spec
    private CommandSpec spec;

    FormatRules(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        if (!files.isEmpty() && spec.commandLine().getParseResult().hasMatchedOption("--rules")) {
            throw new ParameterException(spec.commandLine(), "Name files or --rules, not both.");
        }
        Formatted done = RuleFormat.of(files.isEmpty() ? List.of(usual()) : files, check ? Mode.LIST : Mode.WRITE);
        done.problems().stream().map(Problem::text).forEach(terminal.err()::println);
        done.changed().forEach(file -> terminal.out().println(Visible.line(file.toString())));
        terminal.out().println(summary(done));
        return done.problems().stream().anyMatch(Problem::isError) || check && !done.changed().isEmpty() ? 1 : 0;
    }

    private Path usual() {
        if (!Files.isDirectory(folder)) {
            throw new ProblemException(List.of(Problem.error(
                    "no-folder", Place.of(folder.toString()), "there is no such folder", "Name a folder of rules.")));
        }
        return folder;
    }

    private String summary(Formatted done) {
        int changed = done.changed().size();
        String files = done.files() + (done.files() == 1 ? " file" : " files");
        if (check) {
            return changed == 0 ? "nothing to change in " + files : changed + " of " + files + " would change";
        }
        return changed + " of " + files + " changed";
    }
}
