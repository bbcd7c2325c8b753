package dev.plaindeal.cli;

import dev.plaindeal.problem.Failure;
import dev.plaindeal.problem.Problem;
import dev.plaindeal.problem.ProblemException;
import dev.plaindeal.text.Visible;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;
import picocli.CommandLine;

/** The commands, their help and their exit codes: 0 done, 1 problems found, 2 wrong usage. */
@Command(
        name = "plaindeal",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "Prices baskets with stacked promotions, and scores how simple the deal looks to the buyer.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Example:",
            "  java -jar plaindeal.jar evaluate basket.json --rules rules",
            "",
            "Exit codes: 0 done, 1 problems found, 2 wrong usage."
        })
public final class Plaindeal implements Runnable {

    @Spec
    private CommandSpec spec;

    Plaindeal() {}

    /**
     * Runs one command.
     *
     * @param args as typed
     * @param terminal streams and the moment
     * @return 0 done, 1 problems found, 2 wrong usage
     */
    public static int run(String[] args, Terminal terminal) {
        CommandLine line = new CommandLine(new Plaindeal());
        for (Object command : Commands.all(terminal)) {
            line.addSubcommand(command);
        }
        line.setOut(terminal.out()).setErr(terminal.err());
        line.setUsageHelpWidth(100);
        line.setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        line.setParameterExceptionHandler((wrong, typed) -> misused(wrong, terminal));
        // What begins with @ is a name like any other: nobody expects a file of that name to be read for more arguments.
        line.setExpandAtFiles(false);
        line.registerConverter(Path.class, Plaindeal::path);
        line.setExecutionExceptionHandler((failure, at, parsed) -> failed(failure, terminal));
        int code = executed(line, args, terminal);
        terminal.out().flush();
        terminal.err().flush();
        return code;
    }

    /** As picocli says it, but what was typed stays on one line. */
    private static int misused(ParameterException wrong, Terminal terminal) {
        terminal.err().println(Visible.line(wrong.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(wrong, terminal.err())) {
            wrong.getCommandLine().usage(terminal.err());
        }
        return wrong.getCommandLine().getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int executed(CommandLine line, String[] args, Terminal terminal) {
        try {
            return line.execute(args);
        } catch (Throwable failure) {
            // Errors too, as when memory runs out: a stack trace is for programmers.
            return failed(failure, terminal);
        }
    }

    private static int failed(Throwable failure, Terminal terminal) {
        List<Problem> problems = failure instanceof ProblemException found
                ? found.problems()
                : List.of(Failure.unforeseen("plaindeal", failure));
        problems.stream().map(Problem::text).forEach(terminal.err()::println);
        return 1;
    }

    private static Path path(String typed) {
        try {
            return Path.of(typed);
        } catch (InvalidPathException noPath) {
            throw new TypeConversionException("'" + typed + "' is no path");
        }
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say which command; --help lists them.");
    }
}
